"""The counts behind who is sure: each annotated statement once, by what told its speaker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.attribution.speakers.evidence import Evidence
from training.evidence import counted, is_right, main

_TEXT = "Mayor Ann Vale said the quay was shut. She said the crane was sold."


def _annotated(content: str, speaker: str) -> dict[str, object]:
    start = _TEXT.index(content)
    return {"content": [[start, start + len(content)]], "speaker": speaker}


def test_each_annotated_statement_counts_once() -> None:
    record = {
        "text": _TEXT,
        "attributions": [
            _annotated("the quay was shut", "Ann Vale"),
            _annotated("the crane was sold", "Ida Lorn"),
        ],
    }
    assert list(counted(record)) == [(Evidence.NAMED, True), (Evidence.PERSON_ALONE, False)]


@pytest.mark.parametrize(
    ("name", "speaker", "key", "right"),
    [
        ("Ann Vale", "Mayor Vale", ["vale"], True),
        ("two of the guards", "guards", ["guard"], True),
        ("unknown", "unknown", None, True),
        ("Ann Vale", "unknown", None, False),
        ("Ida Lorn", "Ann Vale", None, False),
    ],
    ids=["a key's words", "a plural", "nobody", "somebody for nobody", "somebody else"],
)
def test_a_name_is_right(name: str, speaker: str, key: list[str] | None, right: bool) -> None:
    assert is_right(name, {"speaker": speaker, "speaker_key": key}) is right


def test_the_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "articles.jsonl"
    record = {"text": _TEXT, "attributions": [_annotated("the quay was shut", "Ann Vale")]}
    articles.write_text(json.dumps(record) + "\n")
    assert main([str(articles)]) == 0
    assert capsys.readouterr().out.split() == ["NAMED", "1", "of", "1", "sure"]


def test_articles_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
