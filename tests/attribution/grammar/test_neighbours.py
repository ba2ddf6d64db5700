"""The classes of what stands before and behind a word."""

from __future__ import annotations

import pytest

from reader.attribution.grammar.neighbours import next_class, previous_class
from tests.attribution.grammar.marked import marked


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("Vale [said] that it rained.", "word", "that"),
        ("Vale has [said] it.", "have", "who"),
        ("It was [said] in Karsk.", "be", "prep"),
        ("The [report] said so.", "det", "word"),
        ("Vale’s [claim] to it failed.", "det", "to"),
        ("She quickly [said]: “No.”", "who", "quote"),
        ("“No,” she [said].", "who", "end"),
        ("Vale wanted to [say] more.", "to", "word"),
    ],
)
def test_a_word_is_known_by_its_neighbours(sentence: str, before: str, after: str) -> None:
    unit, ranges = marked(sentence)
    place = ranges["["][0]
    assert (previous_class(unit, place), next_class(unit, place)) == (before, after)
