"""`reader similar`, `contradictions` and `ledger`: for a person and for a program."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

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


def link(corpus: Path, pair: dict[str, dict[str, str]], relation: str) -> None:
    """Have ida link the two sides of a pair."""
    one, other = pair["one"], pair["other"]
    name = Path(one["article"]).name
    (corpus / f"{one['article']}.review.ida.yaml").write_text(
        f"reader: 1\narticle: {name}\nreviewer: ida\n\n{one['key']}:\n"
        f"  speaker: {one['speaker']}\n  quote: {one['quote']}\n  {relation}:\n"
        f"  - file: {Path(other['article']).name}\n    key: {other['key']}\n"
        f"    quote: {other['quote']}\n    note: the hospital's count\n"
    )


def contradictions(corpus: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What the ferry's contradictions are to ida."""
    assert main(["contradictions", str(corpus), "--reviewer", "ida", "--format", "json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)[0]["contradictions"]
    return found


def test_a_contradiction_for_a_program(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = contradictions(corpus, capsys)[0]
    assert first.keys() == set(documented("contradictions"))
    assert first["one"].keys() == set(documented("a statement"))
    assert first["one_differs"] == ["Thirty-one"]
    assert first["other_differs"] == ["Fourteen"]
    text = (corpus / first["one"]["article"]).read_text()
    assert "Thirty-one" in text[first["one"]["start"] : first["one"]["end"]]


def test_linked_contradictions_come_first(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = contradictions(corpus, capsys)[-1]
    link(corpus, last, "contradicts")
    first = contradictions(corpus, capsys)[0]
    assert (first["linked"], first["note"]) == ("contradicts", "the hospital's count")
    assert first["one"]["key"] == last["one"]["key"]
    assert main(["contradictions", str(corpus), "--reviewer", "ida"]) == 0
    assert "  linked: contradicts · the hospital's count\n" in capsys.readouterr().out


def test_the_ledger_counts_links(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link(corpus, contradictions(corpus, capsys)[0], "contradicts")
    assert main(["ledger", str(corpus), "--reviewer", "ida"]) == 0
    out = capsys.readouterr().out
    (line,) = (line for line in out.splitlines() if "1 linked as contradicted" in line)
    assert "Ines Obrecht" in line


@pytest.mark.parametrize("relation", ["unrelated", "same"])
def test_what_was_dismissed_is_suggested_no_more(
    corpus: Path, capsys: pytest.CaptureFixture[str], relation: str
) -> None:
    before = contradictions(corpus, capsys)
    link(corpus, before[0], relation)
    assert contradictions(corpus, capsys) == before[1:]


def test_the_ledger_for_a_program(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", str(corpus), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer.keys() == {"stories", "speakers"}
    assert answer["stories"][0] == {"story": "Ferry", "statements": 5, "origins": 3}
    assert answer["speakers"][0].keys() == set(documented("a speaker"))


def test_a_counterpart_for_a_program(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["similar", str(corpus / "1-ferry" / "wire.md"), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer[0].keys() == {"key", "elsewhere"}
    assert answer[0]["elsewhere"][0].keys() == {
        *documented("a statement"),
        *documented("similar"),
    }


def documented(what: str) -> list[str]:
    """The fields that docs/json.md lists under a heading."""
    text = (Path(__file__).parents[2] / "docs" / "json.md").read_text()
    section = re.split(rf"^## {what}\b.*$", text, flags=re.MULTILINE | re.IGNORECASE)[1]
    return re.findall(r"^\| `(\w+)` \|", section.partition("\n## ")[0], re.MULTILINE)


SPEAKERS = "reader: 1\nreviewer: ida\n\n./1-ferry/:\n  Ruta Selm: Ines Obrecht\n"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_own_aliases_join_speakers(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], elsewhere: bool
) -> None:
    folder = tmp_path / "reviews" if elsewhere else corpus
    folder.mkdir(exist_ok=True)
    (folder / "speakers.ida.yaml").write_text(SPEAKERS)
    (folder / "speakers.bob.yaml").write_text(SPEAKERS.replace("ida", "bob"))
    options = ["--reviews", str(folder)] if elsewhere else []
    for reviewer, origins in (("ida", 2), ("bob", 2), ("carla", 3)):
        assert main(["ledger", str(corpus), "--reviewer", reviewer, *options]) == 0
        out = capsys.readouterr().out
        assert f"Ferry: 5 statements, {origins} origins" in out
        assert ("Ines Obrecht (Ruta Selm)" in out) == (reviewer != "carla")


def test_aliases_that_cannot_be_read_are_told_and_exit_with_1(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "speakers.ida.yaml").write_text(SPEAKERS.replace("./1-ferry/", "1-ferry"))
    assert main(["ledger", str(corpus), "--reviewer", "ida"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("reader: speakers.ida.yaml:4: there is no field '1-ferry'")
    assert "Ferry: 5 statements, 3 origins" in told.out


def test_a_name_with_a_hash_in_it_is_a_name(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corpus / "1-ferry" / "wire.md"
    file = file.rename(file.with_name("wire #2.md"))
    assert main(["similar", str(file)]) == 0
    assert "Vessin Gazette" in capsys.readouterr().out


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
