"""Links of a chain: who is quoted within what somebody says, each a proposal of its own.

Works on proposals whoever made them. A relay ("quoted officials as saying", "citing police") gives
the same content two sources; everything else is found by searching the content itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.proposal import Proposal
from reader.attribution.rules.propose import search
from reader.attribution.text.quotations import Quotation
from reader.language.word_classes import word_class
from reader.span import Span

DEPTH = 4
"""The longest chain that is followed; no article passes on more than this."""
_AS_SAYING = re.compile(
    r"(?P<who>[^;:\n]{2,200}?)\s+"
    r"(?P<cue>as (?:saying|telling|having \w+|writing|stating|claiming))"
    r"\b[,:]?\s*(?:(?:at|on|in|during|after|before)\s[^,;:\n“”\"]{2,60}?\s(?=that\b))?"
)
_AS = re.compile(
    r"(as (?:saying|claiming|finding|stating|having said|writing|telling [^,;:\n“”\"]{2,40}?"
    r"(?=\s(?:that\b|[“\"]))))[,:]?\s*"
)
_SAID_BEFORE = re.compile(r"\s+(?P<who>[^,;:.\n]{2,160}?)\s+(?P<cue>as saying)\b")
_RELAYED_BY = re.compile(
    r",?\s+(?P<cue>quoting|citing|which quoted|which cited)\s+(?P<who>[^,;:\n]{2,120})"
)
_TRAILING = re.compile(
    r"\s*,?\s*(?P<cue>quoting|citing)\s+(?P<who>[^;:\n\"“]{2,160}?)(?=[.,;]?\s*$|,\s|\.\s|\n)"
)
_CUES = word_class("said") | word_class("held") | word_class("strong")
_WORD = re.compile(r"[a-z]+")
_GENERIC = word_class("generic sources")
_RELAYS = word_class("relays")
_FINAL = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal and the place of the one it lies within, in the same list, or None."""

    proposal: Proposal
    within: int | None
    depth: int


def nest(text: str, proposals: Sequence[Proposal], quotes: Sequence[Quotation]) -> list[Link]:
    """The proposals with the links inside them, every outer one before its inner ones."""
    links: list[Link] = []
    for proposal in _without_citings(text, proposals):
        outer, inner = relay(text, proposal)
        links.append(Link(outer, None, 0))
        top = len(links) - 1
        for number, passed_on in enumerate(inner):
            links.append(Link(passed_on, top + number, number + 1))
        _search_inside(text, links, len(links) - 1, quotes)
    return links


def _search_inside(text: str, links: list[Link], at: int, quotes: Sequence[Quotation]) -> None:
    """Add the links inside one link's content, and theirs in turn."""
    outer = links[at]
    if outer.depth >= DEPTH:
        return
    for span in outer.proposal.content:
        if _CUES.isdisjoint(_WORD.findall(text[span.start : span.end].lower())):
            continue
        for region, inside in _regions(text, span, quotes):
            for found in search(text, region, inside):
                if _is_link(text, found, outer.proposal):
                    passed, relayed = relay(text, found)
                    links.append(Link(passed, at, outer.depth + 1))
                    place = len(links) - 1
                    for number, inner in enumerate(relayed):
                        links.append(Link(inner, place + number, outer.depth + 2 + number))
                    _search_inside(text, links, len(links) - 1, quotes)


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
    if not found.cue or not found.source:
        return False
    source = text[found.source[0].start : found.source[-1].end].lower()
    if source in _GENERIC:
        return False
    own = {text[s:e].lower() for s, e in outer.source}
    return source not in own and not any(
        s.start < o.end and o.start < s.end for s in found.cue for o in outer.cue
    )


def relay(text: str, proposal: Proposal) -> tuple[Proposal, list[Proposal]]:
    """Take a relay apart: the outer proposal, and those it passes on, outermost first."""
    cue = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
    first = proposal.content[0]
    inner: list[Proposal] = []
    outer = proposal
    if any(word in _RELAYS for word in cue):
        match = _AS_SAYING.match(text, first.start, first.end)
        if match is not None and match.end() < first.end:
            rest = (Span(match.end(), first.end), *proposal.content[1:])
            outer = Proposal(proposal.source, proposal.cue, rest)
            inner.append(_passed_on(text, match, rest))
        elif "by" in cue and len(proposal.content) > 1:
            subject, said = proposal.content[0], proposal.content[1]
            after = _AS.match(text, said.start, said.end)
            if after is not None and after.end() < said.end:
                rest = (Span(after.end(), said.end), *proposal.content[2:])
                outer = Proposal(proposal.source, proposal.cue, rest)
                inner.append(Proposal((subject,), (Span(*after.span(1)),), rest))
        if not inner and proposal.content[-1].end <= proposal.cue[0].start:
            after = _SAID_BEFORE.match(text, proposal.cue[-1].end)
            if after is not None:
                inner.append(
                    Proposal(
                        (Span(*after.span("who")),), (Span(*after.span("cue")),), outer.content
                    )
                )
    if outer.source:
        span = outer.source[-1]
        within = _RELAYED_BY.search(text, span.start, span.end)
        if within is not None and within.start() > span.start:
            kept = (*outer.source[:-1], Span(span.start, within.start()))
            outer = Proposal(kept, outer.cue, outer.content)
            inner.insert(0, _passed_on(text, within, outer.content))
    trailing = _TRAILING.match(text, outer.content[-1].end)
    if trailing is not None and not inner and cue and cue[0] not in _RELAYS:
        inner.append(_passed_on(text, trailing, outer.content))
    aside = _aside(text, outer)
    if aside is not None and not inner:
        inner.append(aside)
    return outer, inner


def _aside(text: str, outer: Proposal) -> Proposal | None:
    """The citing between cue and content: "reported, citing police, that …"."""
    if not outer.cue:
        return None
    between = Span(outer.cue[-1].end, outer.content[0].start)
    if between.start < between.end:
        match = _RELAYED_BY.search(text, between.start, between.end)
        if match is not None:
            return _passed_on(text, match, outer.content)
    return None


def _passed_on(text: str, match: re.Match[str], content: tuple[Span, ...]) -> Proposal:
    start, end = match.span("who")
    while end > start and (text[end - 1] in _FINAL or text[end - 1].isspace()):
        end -= 1
    return Proposal((Span(start, end),), (Span(*match.span("cue")),), content)


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
