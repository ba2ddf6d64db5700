from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from reader.ui.painting.wrap import Rows, column_at

FAMILY = "👩‍👩‍👧"
FLAG = "🇳🇴"
ACCENTED = "e\u0301"

_WORDS = st.sampled_from(
    [
        *("the", "quay", "a", "harbour-master", "“nobody”", "café,", "naïve", "[/nope]", "—"),
        *("港口", "已关闭", FAMILY, FLAG, ACCENTED),
        *("x" * 50, "字" * 40, FAMILY * 6, "e" + "\u0301" * 5),
    ]
)
_GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", " \n", "\n \n\n", "\u00a0", "\u3000"])
TEXTS = st.lists(st.tuples(_WORDS, _GAPS), max_size=40).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200)
WIDTHS = st.integers(min_value=2, max_value=76)


def _wrapped(text: str, width: int) -> Rows:
    rows = Rows(text, 0, len(text), width)
    rows.advance(len(text))
    return rows


def _spans(rows: Rows) -> list[tuple[int, int]]:
    return list(zip(rows.starts, rows.ends, strict=True))


def _shown(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in _spans(_wrapped(text, width))]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, []),
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 3, ["one", "two"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("one\n\n\n\ntwo", 10, ["one", "", "two"]),
        ("\n\none", 10, ["one"]),
        ("one   \ntwo", 10, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh", 3, ["a", "bcd", "efg", "h"]),
        ("港口已关闭", 4, ["港口", "已关", "闭"]),
        ("港口已关闭", 5, ["港口", "已关", "闭"]),
        (ACCENTED * 4, 2, [ACCENTED * 2, ACCENTED * 2]),
    ],
)
def test_rows_are_as_a_typesetter_would_break_them(text: str, width: int, rows: list[str]) -> None:
    assert _shown(text, width) == rows


@settings(max_examples=150, deadline=None)
@given(TEXTS | ANY_TEXT, WIDTHS)
@example("字" * 40, 3)
@example(f"{FAMILY}{FAMILY} {FLAG}", 2)
def test_rows_hold_all_words_in_order_and_fit(text: str, width: int) -> None:
    spans = _spans(_wrapped(text, width))
    position = 0
    for start, end in spans:
        assert position <= start <= end <= len(text)
        assert not text[position:start].strip()
        assert "\n" not in text[start:end]
        assert cell_len(text[start:end]) <= width
        position = end
    assert not text[position:].strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS)
def test_no_row_begins_or_ends_within_a_grapheme(text: str, width: int) -> None:
    edges = set()
    for line in re.finditer(".+", text):
        for first, last, _ in split_graphemes(line[0])[0]:
            edges |= {line.start() + first, line.start() + last}
    for start, end in _spans(_wrapped(text, width)):
        assert start == end or {start, end} <= edges


@settings(max_examples=100, deadline=None)
@given(TEXTS | ANY_TEXT, WIDTHS, st.integers(min_value=1, max_value=30))
def test_portions_give_the_same_rows_as_all_at_once(text: str, width: int, portion: int) -> None:
    rows = Rows(text, 0, len(text), width)
    steps = 0
    while not rows.complete:
        rows.advance(portion)
        steps += 1
        assert steps <= len(text) + 1
    assert _spans(rows) == _spans(_wrapped(text, width))


@settings(max_examples=100, deadline=None)
@given(TEXTS, WIDTHS)
def test_no_row_could_have_held_the_next_ones_first_word(text: str, width: int) -> None:
    spans = _spans(_wrapped(text, width))
    for (start, end), (following, last) in itertools.pairwise(spans):
        if start < end and "\n" not in text[end:following] and text[end:following]:
            word = text[following:last].split(" ")[0]
            assert cell_len(text[start:following] + word) > width


@settings(max_examples=100, deadline=None)
@given(TEXTS, WIDTHS)
def test_the_row_of_an_offset_is_the_last_that_starts_before_it(text: str, width: int) -> None:
    rows = _wrapped(text, width)
    for offset in range(len(text)):
        slow = [row for row in range(len(rows)) if rows.starts[row] <= offset]
        assert rows.at(offset) == (slow[-1] if slow else 0)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(min_value=-2, max_value=120))
def test_a_cell_belongs_to_the_grapheme_painted_over_it(text: str, cell: int) -> None:
    line = text.replace("\n", " ")
    found = column_at(f"##{line}##", 2, 2 + len(line), cell) - 2
    painted = 0
    for first, _, width in split_graphemes(line)[0]:
        painted += width
        if painted > max(cell, 0):
            assert found == first
            return
    assert found == len(line)


def test_only_the_stretch_asked_for_is_wrapped() -> None:
    text = "---\ntitle: x\n---\nThe quay is shut."
    start = text.index("The")
    rows = Rows(text, start, len(text) - 1, 8)
    rows.advance(1_000)
    assert [text[a:b] for a, b in _spans(rows)] == ["The quay", "is shut"]


def test_a_very_long_line_is_wrapped_a_portion_at_a_time() -> None:
    text = "x" * 1_000_000
    rows = Rows(text, 0, len(text), 70)
    rows.advance(1_000)
    assert 1_000 // 70 <= len(rows) <= 1_000 // 70 + 2
    assert not rows.complete
