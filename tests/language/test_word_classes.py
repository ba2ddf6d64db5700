"""The word classes: read as they are written, and none without a use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.language.english import ENGLISH
from reader.language.word_classes import read_word_classes

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "reader/language/english/word_classes.txt").read_text("utf-8")


def test_a_class_is_a_heading_and_the_words_below_it() -> None:
    classes = read_word_classes("# For people.\n\n[days]\nmonday tuesday\n\nsunday\n[none]\n")
    assert classes == {"days": {"monday", "tuesday", "sunday"}, "none": frozenset()}


def test_there_is_no_class_of_a_name_that_nobody_wrote() -> None:
    with pytest.raises(KeyError):
        ENGLISH.word_class("weekdays")


def test_no_class_is_written_twice_and_no_word_twice_in_a_class() -> None:
    names = re.findall(r"^\[(.+)\]$", TEXT, re.MULTILINE)
    assert sorted(set(names)) == sorted(names)
    blocks = re.sub(r"^#.*$", "", TEXT, flags=re.MULTILINE).split("\n[")
    listed = [(name, words.split()) for name, _, words in (b.partition("]") for b in blocks)]
    twice = [(name, w) for name, words in listed for w in set(words) if words.count(w) > 1]
    assert twice == []


def test_every_class_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "reader").rglob("*.py"))
    names = re.findall(r"^\[(.+)\]$", TEXT, re.MULTILINE)
    assert [name for name in names if not re.search(rf"[\"']{re.escape(name)}[\"']", code)] == []
