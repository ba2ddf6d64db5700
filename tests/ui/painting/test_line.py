from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text import safe_line
from reader.ui.painting.line import shortened, wrapped


@pytest.mark.parametrize(
    ("words", "cells", "shown"),
    [
        ("The quay is shut", 20, "The quay is shut"),
        ("The quay is shut", 10, "The quay…"),
        ("At noon: nobody came, said the mayor", 20, "At noon: nobody cam…"),
    ],
)
def test_words_are_cut_at_the_end(words: str, cells: int, shown: str) -> None:
    assert shortened(words, cells) == shown


@given(st.text(), st.integers(1, 60))
def test_what_is_cut_fits_and_says_so(words: str, cells: int) -> None:
    cut = shortened(words, cells)
    assert cell_len(cut) <= cells
    assert cut == shortened(words, 10_000) or "…" in cut


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.integers(1, 60))
def test_wrapped_words_fit_their_rows_and_none_is_lost(words: str, cells: int) -> None:
    lines = wrapped(words, max(2, cells), 10_000)
    assert all(cell_len(line) <= max(2, cells) for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe_line(words).split())


def test_the_last_row_is_cut() -> None:
    assert wrapped("one two three four", 8, 2) == ["one two", "three f…"]
    assert wrapped("", 8, 2) == []
    assert wrapped("eight888 ", 8, 2) == ["eight888"]
