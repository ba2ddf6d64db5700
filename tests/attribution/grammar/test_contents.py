"""Where what is said begins behind its cue, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.attribution.grammar.contents import clause_end, content_end, content_start, strip
from tests.attribution.grammar.marked import marked, unit_of, words


@pytest.mark.parametrize(
    "sentence",
    [
        "Vale {said} [the gate was shut].",
        "Vale {said} on Monday [that the gate was shut].",
        "Vale {told} reporters [that the gate was shut].",
        "Vale {told} the Courier in a letter [that the gate was shut].",
        "Vale {told} them [the gate was shut].",
        "Vale {said} in a statement [that the gate was shut].",
        "Vale {reported}, citing police, [that the gate was shut].",
        "Vale {said} to reporters on Friday [that the gate was shut].",
    ],
)
def test_a_content_begins_behind_hearers_times_and_occasions(sentence: str) -> None:
    unit, ranges = marked(sentence)
    first, last = ranges["["]
    assert content_start(unit, ranges["{"][1]) == first
    assert words(unit, strip(unit, first, content_end(unit, first))) == words(unit, (first, last))


@pytest.mark.parametrize(
    "sentence",
    [
        "Vale said [the gate was shut], adding that it would stay so.",
        "Vale said [the gate was shut], but Piet Maas denied it.",
        "Vale said [the gate was shut] and that nobody knew why.",
    ],
)
def test_a_content_ends_where_another_cue_takes_over(sentence: str) -> None:
    unit, ranges = marked(sentence)
    first, last = ranges["["]
    end = content_end(unit, first)
    assert end >= last
    if "adding" in sentence or "denied" in sentence:
        assert words(unit, strip(unit, first, end)) == words(unit, (first, last))


def test_marks_are_cut_off_both_ends_and_quotations_are_not() -> None:
    unit = unit_of("— “No,” he said —.")
    first, last = strip(unit, 0, len(unit) - 1)
    assert words(unit, (first, last)) == "“No,” he said"


_WORDS = "Vale said told the gate that was shut , adding citing police on Monday in a letter he — ;"


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=25))
def test_borders_stay_within_the_sentence(tokens: list[str]) -> None:
    unit = unit_of("So " + " ".join(tokens))
    for place in range(len(unit)):
        assert place < content_start(unit, place) <= len(unit)
        assert place <= content_end(unit, place) < len(unit)
        assert clause_end(unit, place) < len(unit)
