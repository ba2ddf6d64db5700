"""Where an article is searched for statements: the paragraphs of its headline and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.article.paragraphs import paragraphs
from reader.article.zone import Zone, ZoneKind
from reader.span import Span


@dataclass(frozen=True, slots=True)
class Searched:
    """The paragraphs to be searched, in order, and which of them are headlines (by place).

    `stretches` are the zones they stand in.
    """

    paragraphs: tuple[Span, ...]
    headlines: frozenset[int]
    stretches: tuple[Span, ...] = ()


def searched(text: str, zones: Sequence[Zone]) -> Searched:
    """What is searched of a text laid out in these zones, cut where one of another kind begins."""
    spans: list[Span] = []
    stretches: list[Span] = []
    headlines: set[int] = set()
    whole = paragraphs(text)
    place = 0
    for zone in zones:
        if zone.kind not in (ZoneKind.HEADLINE, ZoneKind.BODY):
            continue
        stretches.append(zone.span)
        while place < len(whole) and whole[place].end <= zone.span.start:
            place += 1
        at = place
        while at < len(whole) and whole[at].start < zone.span.end:
            start, end = max(whole[at].start, zone.span.start), min(whole[at].end, zone.span.end)
            at += 1
            if not text[start:end].strip():
                continue
            if zone.kind is ZoneKind.HEADLINE:
                headlines.add(len(spans))
            spans.append(_stripped(text, start, end))
    return Searched(tuple(spans), frozenset(headlines), tuple(stretches))


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))
