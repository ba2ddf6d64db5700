"""Links of a chain: who is quoted within what somebody says, each a proposal of its own.

Works on proposals whoever made them. A relay ("quoted officials as saying", "citing police") is one
proposal with two sources; everything else is found by searching the content itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.attribution.chains.hearings import heard_by_all, told_by
from reader.attribution.chains.labelled import LabelledTurns, labelled_turns
from reader.attribution.chains.relays import relayed
from reader.attribution.proposal import Proposal
from reader.attribution.rules.propose import search
from reader.attribution.text.document import Document
from reader.attribution.text.quotations import Quotation
from reader.attribution.text.spanset import SpanSet
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

DEPTH = 4
"""The longest chain that is followed; no article passes on more than this."""
_CUES = (
    ENGLISH.verbs.reporting(Trait.SAID)
    | ENGLISH.verbs.reporting(Trait.HELD)
    | ENGLISH.verbs.forms(Trait.STRONG)
    | ENGLISH.nouns.forms(Trait.CLAUSE)
    | {"according"}
)
_AND_THAT = re.compile(r"[,;]\s+(?:and|but)\s+(?=that\s)")
_AND_ALSO_THAT = re.compile(r"[,;]?\s+(?:and|but)\s+(?=that\s)")
"""Where a content that opens with "that" goes on with another."""
_RUMOURS = ENGLISH.word_class("rumours")
_WORD = re.compile(r"[a-z]+")
_GENERIC = ENGLISH.word_class("generic sources")
_DETERMINERS = ENGLISH.word_class("determiners")
_CITING = ("citing", "quoting", "according to", "with reference to")
_QUOTING = ENGLISH.verbs.forms(Trait.RELAYS)
_SHOWING = ENGLISH.verbs.forms(Trait.SHOWS)
_THINGS = ("it", "this", "that", "which", "these", "those")
_CLAUSES = ("that ", "how ", "why ", "what ", "whether ", "where ", "“", '"', "‘", "'")
_BE = ENGLISH.word_class("be")
_SAID = ENGLISH.verbs.reporting(Trait.SAID)
_TOLD = ENGLISH.verbs.forms(Trait.TELLS)


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal and the place of the one it lies within, in the same list, or None.

    `passed_by` are the parts of its source that only pass on its words, outermost first; `means`
    is where the text names who speaks, where the source is "you" in a labelled turn.
    """

    proposal: Proposal
    within: int | None
    depth: int
    passed_by: tuple[tuple[Span, ...], ...] = ()
    means: tuple[Span, ...] = ()

    @property
    def speaks(self) -> tuple[Span, ...]:
        """The words that name who speaks: part of the source, or elsewhere."""
        if self.means:
            return self.means
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
    turns = labelled_turns(document)
    links = [Link(turn, None, 0) for turn in turns.proposals]
    outermost = [
        _link(document.text, one, None, 0)
        if place is None
        else _in_turn(document, turns, one, place)
        for one, place in ((one, turns.place(one)) for one in proposals)
        if place is None or not turns.is_turn(one)
    ]
    relaying = SpanSet(
        span for link in outermost if link.passed_by for span in link.proposal.source
    )
    for link in outermost:
        if (
            not link.passed_by
            and _only_cites(document.text, link.proposal)
            and relaying.meet(link.proposal.content)
        ):
            continue
        links.append(link)
        _search_inside(document, links, len(links) - 1)
    return links


def _in_turn(document: Document, turns: LabelledTurns, one: Proposal, place: int) -> Link:
    """A proposal within a labelled turn."""
    link = _link(document.text, one, place, 1)
    return replace(link, means=turns.addressee(document.text, one, place)) if one.source else link


def _only_cites(text: str, proposal: Proposal) -> bool:
    """Whether a proposal is nothing but "citing two officials" or "quoted two aides"."""
    words = " ".join(text[s:e] for s, e in proposal.cue).lower()
    return words in _CITING or words.rpartition(" ")[2] in _QUOTING


def passes_on(text: str, proposal: Proposal) -> bool:
    """Whether a proposal's source tells by whom it passes on what another said."""
    return bool(relayed(text, heard_by_all(text, proposal)).passed_by)


def _link(text: str, proposal: Proposal, within: int | None, depth: int) -> Link:
    found = relayed(text, told_by(text, heard_by_all(text, proposal)))
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
        found.extend((clause, covering) for clause in _clauses(text, span, covering))
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


def _clauses(text: str, span: Span, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """A content cut where it goes on for its own speaker: "…, and that the other replied …"."""
    start = span.start
    cut = _AND_ALSO_THAT if text.startswith("that ", start) else _AND_THAT
    for match in cut.finditer(text, span.start, span.end):
        place = bisect_left(quotes, match.start(), key=lambda quote: quote.span.end)
        if place == len(quotes) or quotes[place].span.start > match.start():
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, span.end)


def _is_link(text: str, found: Proposal, outer: Proposal) -> bool:
    """Whether a proposal inside another passes something on, rather than echoing its speaker."""
    if not found.cue:
        return False
    if not found.source:
        return _is_told(text, found) or _is_rumoured(text, found)
    source = text[found.source[0].start : found.source[-1].end].lower()
    cue = text[found.cue[0].start : found.cue[-1].end].lower().split()
    if cue[0] == "will" and _SAID.isdisjoint(cue):
        return False  # what "the company will support" it does, and says nothing
    if source in _THINGS and _only_shows(text, found):
        return False
    if source in _GENERIC or source in _DETERMINERS or source.startswith("no "):
        return False
    own = {text[s:e].lower() for s, e in outer.source}
    return source not in own and not any(
        s.start < o.end and o.start < s.end for s in found.cue for o in outer.cue
    )


def _only_shows(text: str, found: Proposal) -> bool:
    """Whether a thing shows another, and nothing is said: "it shows the cliff"."""
    words = " ".join(text[s:e] for s, e in found.cue).lower().split()
    content = text[found.content[0].start : found.content[-1].end].lower()
    return words[-1] in _SHOWING and not content.startswith(_CLAUSES)


def _is_rumoured(text: str, found: Proposal) -> bool:
    """Whether a cue is a noun for what nobody in particular says: "rumours that …"."""
    return text[found.cue[0].start : found.cue[-1].end].lower() in _RUMOURS


def _is_told(text: str, found: Proposal) -> bool:
    """Whether a cue is a passive that leaves out who told: "was told", "had been warned"."""
    words = " ".join(text[s:e] for s, e in found.cue).lower().split()
    return words[-1] in _TOLD and not _BE.isdisjoint(words)
