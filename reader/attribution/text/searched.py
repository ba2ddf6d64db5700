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
    for zone in zones:
        if zone.kind not in (ZoneKind.HEADLINE, ZoneKind.BODY):
            continue
        stretches.append(zone.span)
        offset = zone.span.start
        for start, end in paragraphs(text[offset : zone.span.end]):
            if zone.kind is ZoneKind.HEADLINE:
                headlines.add(len(spans))
            spans.append(Span(start + offset, end + offset))
    return Searched(tuple(spans), frozenset(headlines), tuple(stretches))
