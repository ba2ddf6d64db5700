"""The links that are statements, each with its borders put in order, in document order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.attribution.borders.appositions import with_apposition
from reader.attribution.borders.no_comment import says_nothing
from reader.attribution.borders.not_said import is_not_said, without_titles
from reader.attribution.borders.repeats import without_repeats
from reader.attribution.borders.tidy import tidy
from reader.attribution.borders.trimming import trimmed
from reader.attribution.chains.nest import Link
from reader.attribution.text.document import Document
from reader.span import Span


def bordered(document: Document, links: Sequence[Link]) -> list[Link]:
    """The links that are statements, with clean borders; outer before inner, in document order."""
    return _in_order(_tidied(document.text, without_repeats(document, links)))


def _tidied(text: str, links: Sequence[Link]) -> list[Link]:
    """Links with clean borders; one without content goes, and what lay within it moves out."""
    kept: list[Link] = []
    moved: dict[int, int | None] = {}
    places: dict[tuple[int | None, tuple[Span, ...], tuple[Span, ...]], int] = {}
    for place, link in enumerate(links):
        within = None if link.within is None else moved[link.within]
        proposal = tidy(link.proposal, text)
        if proposal is not None:
            proposal = trimmed(text, without_titles(text, proposal))
        if proposal is None or says_nothing(text, proposal) or is_not_said(text, proposal):
            moved[place] = within
            continue
        first = places.setdefault((within, proposal.cue, proposal.content), len(kept))
        moved[place] = first  # found twice, by two readings of a content, it is one
        if first == len(kept):
            depth = 0 if within is None else kept[within].depth + 1
            proposal = with_apposition(text, proposal)
            same = proposal is link.proposal and (within, depth) == (link.within, link.depth)
            if not same:
                link = replace(link, proposal=proposal, within=within, depth=depth)
            kept.append(link)
    return kept


def _in_order(links: Sequence[Link]) -> list[Link]:
    """Links in document order, outer before inner, their places renumbered."""
    order = sorted(
        range(len(links)),
        key=lambda n: (
            links[n].proposal.content[0].start if links[n].within is None else _top(links, n),
            links[n].depth,
            links[n].proposal.content[0].start,
            n,
        ),
    )
    new = {old: place for place, old in enumerate(order)}
    return [
        link if link.within is None else replace(link, within=new[link.within])
        for link in (links[old] for old in order)
    ]


def _top(links: Sequence[Link], place: int) -> int:
    within = links[place].within
    while within is not None:
        place, within = within, links[within].within
    return links[place].proposal.content[0].start
