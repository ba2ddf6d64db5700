"""Relays by "citing": who reports, and whom they cite, wherever it stands."""

from __future__ import annotations

import re

from reader.attribution.chains.relay import GAP, PASSED, PASSING, REACH, SIGNS, Relayed, said_by
from reader.attribution.proposal import Proposal
from reader.span import Span

_WHO = rf"(?P<who>{GAP}{{2,140}}|[“\"][^“”\"\n]{{2,80}}[”\"])"
_CITES = rf"(?P<cue>{PASSING}|which\s+(?:{PASSED}))"
_WITHIN = re.compile(rf",?\s+(?P<cue>{PASSING}|according\s+to|which\s+(?:{PASSED}))\s+{_WHO}")
_AT_THE_END = re.compile(rf",\s+{_CITES}\s+(?P<who>{GAP}{{2,140}})$")
_LEADING = re.compile(rf"{_CITES}\s+(?P<who>{GAP}{{2,140}}?),\s+")
_TRAILING = re.compile(
    rf"(?:\s+(?:on|in|at|late|early)\s{GAP}{{2,40}}?)?\s*,?\s*{_CITES}\s+"
    rf"(?P<who>{GAP}{{2,160}}?)(?=[.,;]?\s*$|,\s|\.\s|;|\n\n|\s+as\s+evidence\b)"
)
_OPENING = re.compile(rf"(?:^|[.!?]\s+|\n)(?P<cue>(?i:{PASSING}))\s+(?P<who>{GAP}{{2,140}}?),\s+$")


def citing(text: str, one: Proposal) -> Relayed | None:
    """The relay of a "citing" beside or within the parts of a proposal."""
    parts = [part for part in (one.source, one.cue, one.content) if part]
    start = max(0, min(part[0].start for part in parts) - REACH)
    near = text[start : max(part[-1].end for part in parts) + REACH].lower()
    if not any(sign in near for sign in SIGNS):
        return None
    return (
        _within(text, one)
        or _between(text, one)
        or _first(text, one)
        or _last(text, one)
        or _opening(text, one)
    )


def _within(text: str, one: Proposal) -> Relayed | None:
    """ "The paper, citing two officials, reported …": the citing is part of the source."""
    if not one.source:
        return None
    last = one.source[-1]
    match = _WITHIN.search(text, last.start, last.end)
    if match is not None and match.start() > last.start:
        source = (*one.source[:-1], Span(last.start, match.start()))
        return said_by(text, Proposal(source, one.cue, one.content), match, one.content)
    if one.cue and last.end < one.cue[0].start:
        match = _WITHIN.match(text, last.end, one.cue[0].start)
        return None if match is None else said_by(text, one, match, one.content)
    return None


def _between(text: str, one: Proposal) -> Relayed | None:
    """ "… reported, citing police, that …": the citing stands between cue and content."""
    if not one.cue or not one.source or one.content[0].start <= one.cue[-1].end:
        return None
    match = _WITHIN.search(text, one.cue[-1].end, one.content[0].start)
    return None if match is None else said_by(text, one, match, one.content)


def _first(text: str, one: Proposal) -> Relayed | None:
    """ "According to the paper, citing police, …": the citing opens the content."""
    first = one.content[0]
    match = _LEADING.match(text, first.start, first.end)
    if match is None or not one.source or match.end() >= first.end:
        return None
    return said_by(text, one, match, (Span(match.end(), first.end), *one.content[1:]))


def _last(text: str, one: Proposal) -> Relayed | None:
    """ "… , the paper reported on Monday, citing police.": the citing ends the sentence."""
    if not one.source or not one.cue:
        return None
    last = one.content[-1]
    match = _AT_THE_END.search(text, max(last.start, last.end - REACH), last.end)
    if match is not None:
        content = (*one.content[:-1], Span(last.start, match.start()))
        return said_by(text, one, match, content)
    end = max(one.source[-1].end, one.cue[-1].end, one.content[-1].end)
    match = _TRAILING.match(text, end)
    return None if match is None else said_by(text, one, match, one.content)


def _opening(text: str, one: Proposal) -> Relayed | None:
    """ "Citing two officials, the paper reported …": the citing opens the sentence."""
    if not one.source or not one.cue or one.content[0].start < one.source[0].start:
        return None
    start = one.source[0].start
    match = _OPENING.search(text, max(0, start - REACH), start)
    return None if match is None else said_by(text, one, match, one.content)
