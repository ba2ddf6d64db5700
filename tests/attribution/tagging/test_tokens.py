"""A line's tokens, its quotation marks and its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.attribution.tagging.tokens import Line, read_line, split_lines, tokens


def line_of(text: str) -> Line:
    return read_line(*tokens(text, 0, len(text)))


def quoted(text: str) -> str:
    line = line_of(text)
    return " ".join(w for w, q in zip(line.words, line.quotations, strict=True) if q)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We wait,” she said. “We hope.”", "“ we wait , ” “ we hope . ”"),
        ('"We wait," she said.', '" we wait , "'),
        ("«On attend», dit-elle.", "« on attend »"),
        ("``We wait,'' she said.", "`` we wait , ''"),
        ("“It goes on without an end", "“ it goes on without an end"),
        ("as it began,” she said.", "as it began , ”"),
        ("The town's mayor isn't one to wait.", ""),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inside: str) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It stopped.", 2),
        ("Mr. Orlan met Dr. Vesk in the U.S. capital.", 1),
        ("J. K. Orlan spoke.", 1),
        ("“Why?” she asked.", 1),
        ("“It ended.” Then came the rain.", 2),
        ("Prices rose 3.5 percent.", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert line_of(text).sentences[-1] + 1 == count


def test_a_stray_mark_spoils_only_its_own_line() -> None:
    text = "A stray “ mark here.\nThe ferry was late."
    lines = [line_of(text[start:end]) for start, end in split_lines(text, 0, len(text))]
    assert any(lines[0].quotations)
    assert not any(lines[1].quotations)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_tokens_lie_in_order_within_the_text(text: str) -> None:
    for start, end in split_lines(text, 0, len(text)):
        line = read_line(*tokens(text, start, end))
        at = start
        for first, last in zip(line.starts, line.ends, strict=True):
            assert at <= first < last <= end
            at = last
