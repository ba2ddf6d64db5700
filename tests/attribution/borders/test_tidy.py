"""Clean borders: no part shares a character with another, and nothing else is changed."""

from __future__ import annotations

from reader.attribution.borders.tidy import tidy
from reader.attribution.proposal import Proposal
from reader.statement import Kind, Span

TEXT = "The mill hopes the lock reopens."


def test_what_kind_it_was_proposed_as_is_kept() -> None:
    one = Proposal((Span(0, 8),), (Span(9, 14),), (Span(14, 31),), Kind.HELD)
    assert tidy(one, TEXT) == Proposal((Span(0, 8),), (Span(9, 14),), (Span(15, 31),), Kind.HELD)


def test_the_cue_yields_to_the_source_and_the_content_to_both() -> None:
    one = Proposal((Span(0, 8),), (Span(4, 14),), (Span(0, 31),))
    found = tidy(one, TEXT)
    assert found is not None
    assert (found.source, found.cue, found.content) == (
        (Span(0, 8),),
        (Span(9, 14),),
        (Span(15, 31),),
    )


def test_nothing_is_left_where_the_content_is_all_source() -> None:
    assert tidy(Proposal((Span(0, 8),), (), (Span(0, 8),)), TEXT) is None
