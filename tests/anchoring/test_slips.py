"""Which change of a word is a misprint and which is another word."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import reader.language.english
from reader.anchoring.slips import is_slip
from reader.language.english import ENGLISH

ROOT = Path(__file__).parents[2]
DATA = Path(reader.language.english.__file__).parent


def unknown(word: str) -> bool:
    """A text that uses no word again and again."""
    return False


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("inspectors", "inspectros"),
        ("harbour", "harbor"),
        ("tunnel", "tunel"),
        ("wth", "with"),
        ("orvele", "orvelle"),
        ("brigde", "bridge"),
    ],
)
def test_a_slip_makes_no_word_or_mends_none(old: str, new: str) -> None:
    assert is_slip(old, new, unknown)
    assert is_slip(new, old, unknown)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("moral", "mortal"),
        ("trial", "trail"),
        ("now", "not"),
        ("iran", "iraq"),
        ("eu", "un"),
        ("14th", "15th"),
        ("nobody", "nobdy"),
        ("million", "billion"),
        ("protester", "protesters"),
        ("bridge", "budget"),
    ],
)
def test_another_word_a_number_or_a_negation_is_none(old: str, new: str) -> None:
    assert not is_slip(old, new, unknown)


def test_a_name_the_text_uses_again_and_again_is_a_word() -> None:
    assert is_slip("ostrava", "ostrova", unknown)
    assert not is_slip("ostrava", "ostrova", {"ostrava", "ostrova"}.__contains__)


def test_the_shipped_list_is_large_enough_and_carries_its_licence() -> None:
    words = (DATA / "words.txt").read_text(encoding="utf-8").split()
    assert 15_000 <= len(words) <= 20_000
    assert words == sorted(set(words))
    assert ENGLISH.common_words == set(words)
    assert {"walk", "walks", "walked", "walking", "organise", "organize"} <= ENGLISH.common_words
    licence = (DATA / "words.licence.txt").read_text(encoding="utf-8")
    assert "Copyright 2000-2018 by Kevin Atkinson" in licence


def test_the_script_takes_common_words_and_of_rarer_ones_what_news_use(tmp_path: Path) -> None:
    lists = {
        "english-words.10": "harbour thy",
        "british-words.20": "quay's quay",
        "english-words.35": "ferryman lighterage",
        "english-upper.40": "Norwegian",
        "english-proper-names.50": "Osk Brandt",
    }
    for name, words in lists.items():
        (tmp_path / name).write_text("\n".join(words.split()), encoding="latin-1")
    news = tmp_path / "news.jsonl"
    text = "The ferryman, the ferryman! Brandt, Brandt, Brandt. Quay and quay. Osk."
    news.write_text(f'{{"text": "{text}"}}\n', encoding="utf-8")
    script = runpy.run_path(str(ROOT / "training" / "word_list.py"))
    assert script["word_list"](tmp_path, [news]) == [
        "brandt",
        "ferryman",
        "harbour",
        "norwegian",
        "quay",
    ]
