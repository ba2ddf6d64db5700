"""Statements are made of proposals alone, whoever proposed them and however roughly."""

from __future__ import annotations

from reader.article import zones
from reader.attribution.chains.nest import nest
from reader.attribution.proposal import Proposal
from reader.attribution.statements.build import build
from reader.attribution.text.document import read_document
from reader.language.english import ENGLISH
from reader.statement import Mode, Span, Stance, Statement

TEXT = (
    "Gen. Osk Maran flew to Karsk. The general denied that the guard had said "
    "\u201cthe bridge is lost.\u201d"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def made(*proposals: Proposal) -> list[Statement]:
    document = read_document(TEXT, zones(TEXT))
    return build(document, nest(document, proposals), ENGLISH.cue_counts)


def test_a_proposal_of_anyones_gets_speaker_stance_mode_and_its_inner_links() -> None:
    content = TEXT[TEXT.index("that the guard") : -1]
    outer, inner = made(Proposal((span("The general"),), (span("denied"),), (span(content),)))
    assert (outer.speaker, outer.stance, outer.mode) == ("Osk Maran", Stance.DENIES, Mode.MIXED)
    assert inner.chain == ("Osk Maran", "the guard")
    assert inner.within == 0


def test_a_proposal_with_overlapping_parts_is_put_in_order() -> None:
    (statement,) = made(
        Proposal((span("Gen. Osk Maran"),), (span("flew"),), (Span(0, 21), Span(10, 29)))
    )
    assert statement.content == (span("to Karsk."),)


def test_a_proposal_without_content_makes_no_statement() -> None:
    assert made(Proposal((span("The general"),), (span("denied"),), (Span(5, 5),))) == []
