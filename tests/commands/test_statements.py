"""`reader statements`: one JSON object an article for a program, one page for a person."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

REPORT = """---
title: Ferry strike goes on
outlet: Selm Courier
---
“We will not sail,” said Ida Brandt, the crews’ speaker.

The company denied that it had cut wages.

Nobody asked the islanders.
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "courier.md").write_text(REPORT)
    return folder


def objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_jsonl_has_one_object_an_article_with_everything_in_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["statements", str(corpus), "--format", "jsonl", "--reviewer", "ida"]) == 0
    (article,) = objects(capsys)
    assert list(article) == ["article", "text", "statements"]
    assert (article["article"], article["text"]) == ("courier.md", REPORT)
    first = article["statements"][0]
    assert list(first) == (
        [
            "key",
            "kind",
            "source",
            "cue",
            "content",
            "speaker",
            "sure",
            "chain",
            "mode",
            "stance",
            "signals",
            "within",
        ]
    )
    (start, end), *_ = first["content"]
    assert REPORT[start:end] == "“We will not sail,”"
    assert (first["kind"], first["mode"], first["stance"]) == ("said", "direct", "asserts")
    assert (first["speaker"], first["within"]) == ("Ida Brandt", None)
    assert re.fullmatch(r"we-will-not-sail-[0-9a-f]{7}", first["key"])


def test_a_judged_statement_keeps_the_key_of_its_sidecar(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "courier.md.review.ida.yaml").write_text(
        "reader: 1\narticle: courier.md\nreviewer: ida\n\n"
        "a-key-from-long-ago-0000001:\n  verdict: sourced\n  speaker: Ida Brandt\n"
        "  quote: “We will not sail,”\n  source: Ida Brandt, the crews’ speaker\n"
    )
    keys = {}
    for reviewer in ("ida", "ole"):
        main(["statements", str(corpus), "--format", "jsonl", "--reviewer", reviewer])
        keys[reviewer] = objects(capsys)[0]["statements"][0]["key"]
    assert keys["ida"] == "a-key-from-long-ago-0000001"
    assert keys["ole"].startswith("we-will-not-sail-")


def test_a_broken_sidecar_is_said_and_the_statements_come_all_the_same(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "courier.md.review.ida.yaml").write_text("reader: 1\nreader: 1\n")
    assert main(["statements", str(corpus), "--format", "jsonl", "--reviewer", "ida"]) == 1
    captured = capsys.readouterr()
    assert "courier.md.review.ida.yaml:2" in captured.err
    assert json.loads(captured.out)["statements"]


def test_an_article_without_statements_has_an_empty_list(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    assert main(["statements", str(tmp_path / "empty.txt"), "--format", "jsonl"]) == 0
    assert objects(capsys) == [{"article": "empty.txt", "text": "", "statements": []}]


def test_what_cannot_be_read_is_named_on_stderr_and_the_rest_printed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "picture.txt").write_bytes(b"\x89PNG\x00\x00\x00\x00")
    (corpus / "nowhere.txt").symlink_to("missing.txt")
    assert main(["statements", str(corpus), "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert "nowhere.txt was skipped: it is a link that leads nowhere." in captured.err
    assert "picture.txt cannot be read: this is not text" in captured.err


def test_a_missing_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.startswith("reader: There is no file or folder")


def test_a_person_sees_title_words_speaker_and_signals(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["statements", str(corpus)]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Ferry strike goes on  courier.md\n")
    assert "“We will not sail,” said Ida Brandt" in page
    assert "1. Ida Brandt · direct · asserts" in page
    assert "denies" in page
    assert "\x1b" not in page


def test_on_a_terminal_the_parts_are_told_apart_by_style(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["statements", str(corpus)])
    page = capsys.readouterr().out
    assert "\x1b[36m“We will not sail,”" in page
    assert "\x1b[4msaid" in page
    assert "\x1b[1mIda Brandt" in page


def test_no_colour_means_none(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    main(["statements", str(corpus)])
    assert "[36m" not in capsys.readouterr().out


def test_brackets_and_escapes_of_an_article_are_words(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "courier.md").write_text(
        "“We [/bold] will [red]not[/red] :smile: sail \x1b[31m,” said Ida Brandt, who had been"
        " asked by the company and by the town to give an answer before the end of the month.\n"
    )
    assert main(["statements", str(corpus)]) == 0
    page = capsys.readouterr().out
    assert "“We [/bold] will [red]not[/red] :smile: sail ␛[31m,” said" in page
    assert "\x1b" not in page


def test_words_over_paragraphs_show_on_one_line(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "courier.md").write_text(
        "Ferry strike\n\n“We will not sail,” Ida Brandt said. “Not for this.\n\n“Nor for more.”\n"
    )
    main(["statements", str(corpus)])
    assert "Not for this.¶ “Nor for more.”" in capsys.readouterr().out


def test_a_guessed_speaker_is_told_from_a_known_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quay.txt").write_text(
        "Filip Arnaut met Jan Otten on the quay at noon. “The pilot was asleep,” he said.\n\n"
        "“Nobody was asleep,” said Ida Brandt.\n",
        encoding="utf-8",
    )
    main(["statements", str(tmp_path), "--format", "jsonl"])
    guessed, known = objects(capsys)[0]["statements"]
    assert (guessed["sure"], known["sure"]) == (False, True)
    assert not guessed["speaker"].endswith("?")
    main(["statements", str(tmp_path)])
    page = capsys.readouterr().out
    assert f"1. {guessed['speaker']}? · direct" in page
    assert "2. Ida Brandt · direct" in page
