"""A set of words kept as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.language.word_set import WordSet

WORDS = st.text("abé’", min_size=1, max_size=5)


@given(st.sets(WORDS), WORDS)
def test_it_holds_what_a_set_holds(words: set[str], other: str) -> None:
    kept = WordSet(iter(sorted(words)))
    assert set(kept) == words
    assert len(kept) == len(words)
    assert (other in kept) == (other in words)


def test_what_is_no_word_is_not_in_it() -> None:
    kept = WordSet(iter(["ab", "ac"]))
    assert "ab ac" not in kept
    assert "" not in kept
    assert None not in kept
