"""Links of a chain: who is quoted within what somebody says, each a proposal of its own.

Works on proposals whoever made them. A relay ("quoted officials as saying", "citing police") is one
proposal with two sources; everything else is found by searching the content itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.chains.hearings import heard_by_all
from reader.attribution.chains.relays import relayed
from reader.attribution.proposal import Proposal
from reader.attribution.rules.propose import search
from reader.attribution.text.document import Document
from reader.attribution.text.quotations import Quotation
from reader.language.english import ENGLISH
from reader.span import Span

DEPTH = 4
"""The longest chain that is followed; no article passes on more than this."""
_CUES = ENGLISH.word_class("said") | ENGLISH.word_class("held") | ENGLISH.word_class("strong")
_WORD = re.compile(r"[a-z]+")
_GENERIC = ENGLISH.word_class("generic sources")
_DETERMINERS = ENGLISH.word_class("determiners")
_BE = ENGLISH.word_class("be")
_TOLD = ENGLISH.word_class("told")


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal and the place of the one it lies within, in the same list, or None.

    `passed_by` are the parts of its source that only pass on its words, outermost first.
    """

    proposal: Proposal
    within: int | None
    depth: int
    passed_by: tuple[tuple[Span, ...], ...] = ()

    @property
    def speaks(self) -> tuple[Span, ...]:
        """The part of the source that names who speaks."""
        if not self.passed_by:
            return self.proposal.source
        others = [span for source in self.passed_by for span in source]
        return tuple(
            span
            for span in self.proposal.source
            if not any(span.start < other.end and other.start < span.end for other in others)
        )


def nest(document: Document, proposals: Sequence[Proposal]) -> list[Link]:
    """The proposals with the links inside them, every outer one before its inner ones."""
    links: list[Link] = []
    for proposal in _without_citings(document.text, proposals):
        links.append(_link(document.text, proposal, None, 0))
        _search_inside(document, links, len(links) - 1)
    return links


def passes_on(text: str, proposal: Proposal) -> bool:
    """Whether a proposal's source tells by whom it passes on what another said."""
    return bool(_link(text, proposal, None, 0).passed_by)


def _link(text: str, proposal: Proposal, within: int | None, depth: int) -> Link:
    found = relayed(text, heard_by_all(text, proposal))
    return Link(found.proposal, within, depth, found.passed_by)


def _search_inside(document: Document, links: list[Link], at: int) -> None:
    """Add the links inside one link's content, and theirs in turn."""
    text = document.text
    outer = links[at]
    if outer.depth >= DEPTH:
        return
    for span in outer.proposal.content:
        if _CUES.isdisjoint(_WORD.findall(text[span.start : span.end].lower())):
            continue
        for region, inside in _regions(text, span, document.quotations):
            for found in search(document, region, inside):
                if _is_link(text, found, outer.proposal):
                    links.append(_link(text, found, at, outer.depth + 1))
                    _search_inside(document, links, len(links) - 1)


def _regions(
    text: str, span: Span, quotes: Sequence[Quotation]
) -> list[tuple[Span, list[Quotation]]]:
    """The parts of a content to search: its own sentence, and the inside of its quotations."""
    first = bisect_left(quotes, span.start, key=lambda q: q.span.end - 1)
    covering: list[Quotation] = []
    while first < len(quotes) and quotes[first].span.start < span.end:
        covering.append(quotes[first])
        first += 1
    found: list[tuple[Span, list[Quotation]]] = []
    outside = sum(
        max(0, min(q.span.end, span.end) - max(q.span.start, span.start)) for q in covering
    )
    if outside < span.end - span.start - 2:
        found.append((span, covering))
    for quote in covering:
        start, end = max(quote.span.start, span.start), min(quote.span.end, span.end)
        if not quote.bare_start and start == quote.span.start:
            start += 2 if text[start : start + 2] in ("``", "''") else 1
        if not quote.open_end and end == quote.span.end:
            end -= 2 if text[end - 2 : end] == "''" else 1
        if end > start:
            inner = [Quotation(s, quote.paragraph) for s in sorted(set(quote.inner))]
            found.append((Span(start, end), inner))
    return found


def _is_link(text: str, found: Proposal, outer: Proposal) -> bool:
    """Whether a proposal inside another passes something on, rather than echoing its speaker."""
    if not found.cue:
        return False
    if not found.source:
        return _is_told(text, found)
    source = text[found.source[0].start : found.source[-1].end].lower()
    if source in _GENERIC or source in _DETERMINERS:
        return False
    own = {text[s:e].lower() for s, e in outer.source}
    return source not in own and not any(
        s.start < o.end and o.start < s.end for s in found.cue for o in outer.cue
    )


def _is_told(text: str, found: Proposal) -> bool:
    """Whether a cue is a passive that leaves out who told: "was told", "had been warned"."""
    words = " ".join(text[s:e] for s, e in found.cue).lower().split()
    return words[-1] in _TOLD and not _BE.isdisjoint(words)


def _without_citings(text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Leave out "citing officials" as a statement where it only names the source of another."""
    kept: list[Proposal] = []
    for proposal in proposals:
        cue = " ".join(text[s:e] for s, e in proposal.cue).lower()
        content = text[proposal.content[0].start : proposal.content[-1].end]
        if (
            cue in ("citing", "quoting")
            and kept
            and kept[-1].content[-1].end <= proposal.cue[0].start
            and "\n" not in text[kept[-1].content[-1].end : proposal.cue[0].start]
            and not content.startswith(("“", '"', "that "))
            and proposal.cue[0].start - kept[-1].content[-1].end <= 3
        ):
            continue
        kept.append(proposal)
    return kept
