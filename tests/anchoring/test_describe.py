"""What an anchor keeps of a statement."""

from __future__ import annotations

import pytest

from reader.anchoring import describe
from reader.judgement import Anchor
from reader.statement import Span, Statement

TEXT = (
    "The quay was closed on Tuesday.\n\n“Nobody was told,” a port\nofficial said, “until the "
    "inspectors had left.” The company gave no figures."
)


def spans(*parts: str) -> tuple[Span, ...]:
    """Where the parts stand in TEXT."""
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


def test_an_anchor_has_the_words_the_source_and_five_words_on_either_side() -> None:
    parts = spans("“Nobody was told,”", "“until the inspectors had left.”")
    (anchor,) = describe(TEXT, [Statement(spans("a port\nofficial"), (), parts)])
    assert anchor == Anchor(
        quote="“Nobody was told,” … “until the inspectors had left.”",
        source="a port official",
        before="quay was closed on Tuesday.",
        after="The company gave no figures.",
    )


def test_words_are_taken_whole_and_white_space_is_collapsed() -> None:
    (anchor,) = describe(TEXT, [Statement((), (), spans("ort\noffic"))])
    assert anchor.quote == "port official"


@pytest.mark.parametrize(
    ("start", "end", "before", "after"),
    [(0, 3, "", "quay was closed on Tuesday."), (-5, 3, "", "quay was closed on Tuesday.")],
)
def test_at_the_edge_of_a_text_there_is_less_beside_it(
    start: int, end: int, before: str, after: str
) -> None:
    (anchor,) = describe(TEXT, [Statement((), (), (Span(start, end),))])
    assert (anchor.quote, anchor.before, anchor.after) == ("The", before, after)


def test_a_span_beyond_the_text_is_cut() -> None:
    (anchor,) = describe(TEXT, [Statement((), (), (Span(len(TEXT) - 8, len(TEXT) + 9),))])
    assert anchor.quote == "figures."


def test_statements_with_the_same_words_and_source_are_numbered_in_text_order() -> None:
    text = "“No,” she said. “Yes.” Then “no,” she said, and “No,” he said."
    places = [(text.rindex("“No"), "he"), (text.index("“no"), "she"), (0, "she")]
    statements = [
        Statement(
            (Span(text.index(source, place), text.index(source, place) + len(source)),),
            (),
            (Span(place, place + 5),),
        )
        for place, source in places
    ]
    assert [anchor.copy for anchor in describe(text, statements)] == [None, (2, 2), (1, 2)]


def test_a_statement_without_content_is_described_by_nothing() -> None:
    assert describe(TEXT, [Statement((), (), ())]) == [Anchor(quote="")]
