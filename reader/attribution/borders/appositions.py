"""What is said of a source beside its name: an apposition or relative clause belongs to it."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.attribution.proposal import Proposal
from reader.attribution.text.spanset import SpanSet
from reader.language.english import ENGLISH
from reader.span import Span

_TELLS_MORE = (
    r"(?:who|whose|which|an?|the|her|his|its|their|one\s+of|now|then|formerly|former|himself|"
    r"herself|aged?|\d{1,3}(?=,)|"
    + "|".join(sorted(ENGLISH.word_class("participles after nouns")))
    + r"|published|released|aired|broadcast|compiled|carried\s+out|written|dated|due)\b"
)
_REACH = 220
"""How long an apposition may be, in code points."""
_ASIDE = re.compile(
    r",\s+(?:however|though|meanwhile|too|also|again|in\s+turn|by\s+contrast|for\s+(?:his|her|its|their)"
    r"\s+part|speaking\s[^,]*|in\s+an?\s[^,]*)?,?$"
)
_ASIDE_REACH = 120
_BEFORE_CUE = re.compile(
    rf",\s+(?={_TELLS_MORE})[^;:“”\"«»\n]*(?:\n(?!\n)[^;:“”\"«»\n]*)*(?=,\s*$)"
)
_AFTER_CUE = re.compile(
    rf",\s+(?={_TELLS_MORE})(?:[^.;:“”\"«»\n,]|\.(?=\w|\s?[a-z])|\n(?!\n)|"
    r",(?!\s+(?:\w+ing|and|but|while|as|in|on|at|“|\"|‘)\b))*"
)


def with_apposition(text: str, one: Proposal) -> Proposal:
    """The proposal, its source extended over what the text adds to it between commas."""
    if not one.source or not one.cue:
        return one
    one = _without_aside(text, one)
    last = one.source[-1]
    cue = next((span for span in one.cue if span.start >= last.end), None)
    if cue is not None:
        match = _BEFORE_CUE.match(text, last.end, min(cue.start, last.end + _REACH))
        if match is not None and match.end() < cue.start <= match.end() + 2:
            return _extended(one, match.end())
        return one
    end = min([span.start for span in one.content if span.start > last.end] + [last.end + _REACH])
    match = _AFTER_CUE.match(text, last.end, min(end, len(text)))
    if match is None or match.end() == last.end + _REACH:
        return one
    stop = match.end()
    while stop > last.end and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return _extended(one, stop)


def _without_aside(text: str, one: Proposal) -> Proposal:
    """The proposal without a "however" or "for her part" at the end of its source."""
    last = one.source[-1]
    match = _ASIDE.search(text, max(last.start, last.end - _ASIDE_REACH), last.end)
    if match is None or match.start() <= last.start:
        return one
    source = (*one.source[:-1], Span(last.start, match.start()))
    return replace(one, source=source)


def _extended(one: Proposal, end: int) -> Proposal:
    added = Span(one.source[-1].end, end)
    if SpanSet((*one.content, *one.cue)).meet((added,)):
        return one
    source = (*one.source[:-1], Span(one.source[-1].start, end))
    return replace(one, source=source)
