"""`reader similar`, `contradictions` and `ledger`: for a person and for a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli import main
from tests.survey.corpus import write_corpus


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_corpus(tmp_path / "corpus")


def test_similar_prints_counterparts_of_every_statement(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corpus / "1-ferry" / "gazette.md"
    assert main(["similar", str(file), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert len(answer) == 3
    best = answer[0]["elsewhere"][0]
    assert (best["outlet"], best["opposed"], best["verdict"]) == ("State Wire", True, "")
    assert "Fourteen" in best["quote"]


def test_similar_takes_one_statement_by_its_key_or_words(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corpus / "1-ferry" / "wire.md"
    assert main(["similar", str(file), "--format", "json"]) == 0
    key = json.loads(capsys.readouterr().out)[0]["key"]
    assert main(["similar", f"{file}#{key}"]) == 0
    assert "Vessin Gazette" in capsys.readouterr().out
    assert (
        main(["similar", "--text", "lifeboats locked on the port side", "--in", str(corpus)]) == 0
    )
    assert "Ruta Selm" in capsys.readouterr().out


def test_own_verdicts_are_shown(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wire = corpus / "1-ferry" / "wire.md"
    assert main(["similar", str(wire), "--format", "json"]) == 0
    key = json.loads(capsys.readouterr().out)[0]["key"]
    (corpus / "1-ferry" / "wire.md.review.ida.yaml").write_text(
        f"reader: 1\narticle: wire.md\nreviewer: ida\n\n{key}:\n  verdict: disputed\n"
        "  quote: “Fourteen fishermen drowned when the ferry Alda went down,”\n"
        "  source: Pavel Hadrik, the minister\n"
    )
    arguments = ["similar", str(corpus / "1-ferry" / "gazette.md"), "--reviewer", "ida"]
    assert main(arguments) == 0
    assert "[disputed]" in capsys.readouterr().out


def test_contradictions_are_printed_story_by_story(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["contradictions", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert out.index("Ferry") < out.index("number") < out.index("≠") < out.index("Frost")
    assert main(["contradictions", str(corpus), "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["story"] == "Ferry"
    assert "number" in first["contradictions"][0]["why"]


def test_the_ledger_counts_origins_and_speakers(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert "Ferry: 5 statements, 3 origins" in out
    assert "Frost: 1 statement, 1 origin" in out
    assert main(["ledger", str(corpus), "--format", "json"]) == 0
    names = [one["names"][0] for one in json.loads(capsys.readouterr().out)["speakers"]]
    assert {"Pavel Hadrik", "Ines Obrecht"} <= set(names)


@pytest.mark.parametrize("command", ["contradictions", "ledger"])
def test_an_unreadable_article_is_said_and_exits_with_1(
    corpus: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (corpus / "1-ferry" / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 50)
    assert main([command, str(corpus)]) == 1
    assert "bad.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["similar"],
        ["similar", "nowhere.md"],
        ["contradictions", "nowhere"],
        ["ledger", "nowhere"],
    ],
)
def test_what_is_not_there_exits_with_2(
    corpus: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_a_second_run_finds_nothing_anew(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", str(corpus)]) == 0
    first = capsys.readouterr().out

    def never(*_: object) -> None:
        raise AssertionError("searched again")

    monkeypatch.setattr("reader.finding.finder.attribute", never)
    assert main(["ledger", str(corpus)]) == 0
    assert capsys.readouterr().out == first
