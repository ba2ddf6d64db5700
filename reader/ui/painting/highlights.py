"""Which statement each stretch of an article's text belongs to, as flat runs for painting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article, Zone
from reader.span import Span
from reader.statement import Mode, Statement

if TYPE_CHECKING:
    from reader.review import Item

_OPENING = "“«„‟"
_CLOSING = "”»“"
_EITHER = '"'


class Run(NamedTuple):
    """`text[start:end]` belongs to the content of one statement, in quotation marks or not."""

    start: int
    end: int
    statement: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text is marked with: zones, runs of content, each statement's first code point."""

    runs: Sequence[Run] = ()
    starts: Sequence[int] = ()
    zones: Sequence[Zone] = ()

    @classmethod
    def of(cls, article: Article, items: Sequence[Item]) -> Marks:
        """Where these statements stand in an article."""
        found = runs(article.text, [item.statement for item in items])
        return cls(found, [item.start for item in items], article.zones)

    def run_at(self, offset: int) -> Run | None:
        """The run that covers a code point."""
        place = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        if place >= 0 and offset < self.runs[place].end:
            return self.runs[place]
        return None

    def between(self, start: int, end: int) -> Iterator[Run]:
        """The runs that touch `text[start:end]`."""
        place = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        while place < len(self.runs) and self.runs[place].start < end:
            if self.runs[place].end > start:
                yield self.runs[place]
            place += 1

    def zones_between(self, start: int, end: int) -> Iterator[Zone]:
        """The zones that touch `text[start:end]`."""
        place = max(0, bisect_right(self.zones, start, key=lambda zone: zone.span.start) - 1)
        while place < len(self.zones) and self.zones[place].span.start < end:
            yield self.zones[place]
            place += 1


def runs(text: str, statements: Sequence[Statement]) -> list[Run]:
    """Runs of content, in text order, none overlapping; an inner statement covers its outer one."""
    pieces = sorted(
        (
            (span, index, quoted)
            for index, statement in enumerate(statements)
            for span, quoted in _parts(text, statement)
        ),
        key=lambda piece: (piece[0].start, -piece[0].end, piece[1]),
    )
    found: list[Run] = []
    open_pieces: list[tuple[Span, int, bool]] = []
    position = 0

    def paint(until: int) -> None:
        nonlocal position
        while open_pieces and position < until:
            span, index, quoted = open_pieces[-1]
            end = min(span.end, until)
            if end > position:
                found.append(Run(position, end, index, quoted))
                position = end
            if span.end <= position:
                open_pieces.pop()
        position = max(position, until)

    for span, index, quoted in pieces:
        paint(span.start)
        # What a quotation passes on stands within its marks too.
        open_pieces.append((span, index, quoted or (bool(open_pieces) and open_pieces[-1][2])))
    if pieces:
        paint(max(span.end for span, _, _ in pieces))
    return found


def _parts(text: str, statement: Statement) -> list[tuple[Span, bool]]:
    """A statement's content, cut where quotation marks open and close."""
    if statement.mode is not Mode.MIXED:
        return [(span, statement.mode is Mode.DIRECT) for span in statement.content]
    parts = []
    for span in statement.content:
        start, quoted = span.start, False
        for offset in range(span.start, span.end):
            mark = text[offset]
            if not quoted and (mark in _OPENING or mark in _EITHER):
                parts.append((Span(start, offset), False))
                start, quoted = offset, True
            elif quoted and (mark in _CLOSING or mark in _EITHER):
                parts.append((Span(start, offset + 1), True))
                start, quoted = offset + 1, False
        parts.append((Span(start, span.end), quoted))
    return [(part, quoted) for part, quoted in parts if part.end > part.start]
