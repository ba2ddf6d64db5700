"""What two tellings' words have in common, and what differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.likeness.comparison import compare
from reader.likeness.evidence import claims
from reader.likeness.telling import Telling
from reader.span import Span


def marked(text: str, other: str) -> tuple[list[str], list[str]]:
    found = compare(text, other)
    return [text[s:e] for s, e in found.alike], [text[s:e] for s, e in found.differs]


@pytest.mark.parametrize(
    ("text", "other", "alike", "differs"),
    [
        pytest.param(
            "fourteen residents drowned",
            "Thirty-one fishermen drowned",
            ["drowned"],
            ["fourteen"],
            id="another number",
        ),
        pytest.param(
            "31 dead in Vessin",
            "thirty-one dead in Vessin",
            ["31", "dead", "Vessin"],
            [],
            id="same",
        ),
        pytest.param(
            "the boats of the Alda", "the boats of the Brig", ["boats"], ["Alda"], id="name"
        ),
        pytest.param("Boats lay there. They moved", "the ferry", [], [], id="a sentence begins"),
        pytest.param("“Hadrik lied”", "somebody lied", ["lied"], ["Hadrik"], id="name in front"),
        pytest.param(
            "no boat was locked", "every boat was locked", ["boat", "locked"], ["no"], id="denial"
        ),
        pytest.param("no boat came", "no ship came", ["came"], [], id="both deny"),
        pytest.param(
            "crane No. 3 fell", "the crane fell", ["crane", "fell"], ["3"], id="a number's label"
        ),
    ],
)
def test_numbers_names_and_nots_differ(
    text: str, other: str, alike: list[str], differs: list[str]
) -> None:
    assert marked(text, other) == (alike, differs)


def test_a_label_before_a_number_denies_nothing() -> None:
    telling = Telling("a.md", "", "crane No. 3 had passed its test", "")
    assert not claims(telling).negated


@given(st.text(max_size=80), st.text(max_size=80))
def test_stretches_are_in_order_within_the_text_and_apart(text: str, other: str) -> None:
    found = compare(text, other)
    spans: list[Span] = sorted([*found.alike, *found.differs])
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert found.alike == tuple(sorted(found.alike))
