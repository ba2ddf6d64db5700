"""The cue counts: single words only, made again by the script, read back as odds and kinds."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from reader.attribution.statements.kind import kind
from reader.language.english import ENGLISH
from reader.statement import Kind

ROOT = Path(__file__).parents[2]


def test_the_table_holds_single_words_with_counts_and_nothing_else() -> None:
    table = files("reader.language.english").joinpath("cues.tsv").read_text("utf-8")
    for line in table.splitlines():
        word, *fields = line.split("\t")
        assert " " not in word
        assert "*" in fields[::4]
        assert {key[0] for key in fields[::4]} <= set("*<>")
        assert all(count.isdigit() for place, count in enumerate(fields) if place % 4)


def test_a_verb_of_speech_is_likelier_a_cue_than_a_noun_of_the_same_form() -> None:
    words = ENGLISH.cue_counts
    assert words.log_odds("said", "that", "word") > 0
    assert words.log_odds("report", "prep", "det") < 0
    assert "zebra" not in words


def test_a_cue_with_a_word_of_speech_is_speech_whatever_else_it_holds() -> None:
    words = ENGLISH.cue_counts
    assert kind("is believed to have said", words) is Kind.SAID
    assert kind("believes", words) is Kind.HELD
    assert kind("", words) is Kind.SAID


def test_the_script_makes_the_table_of_a_gold(tmp_path: Path) -> None:
    text = "The mayor grumbled that the quay was shut. She grumbled. They grumbled again."
    cues = [[i, i + 8] for i in range(len(text)) if text.startswith("grumbled", i)]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        json.dumps(
            {
                "text": text,
                "attributions": [{"source": [], "cue": [cue], "content": []} for cue in cues],
            }
        )
    )
    out = tmp_path / "cues.tsv"
    subprocess.run(
        [sys.executable, ROOT / "training" / "cue_lexicon.py", gold, out],
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    lines = out.read_text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["grumbled"]
    assert "\t*\t3\t0\t0" in lines[0]
