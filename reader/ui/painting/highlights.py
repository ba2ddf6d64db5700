"""Which statement each stretch of an article's text belongs to, as flat runs for painting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article, Zone
from reader.span import Span
from reader.statement import Statement

if TYPE_CHECKING:
    from reader.review import Item


class Run(NamedTuple):
    """`text[start:end]` belongs to the content of some statements, in quotation marks or not.

    `statements` are those that hold it, each within the one before.
    """

    start: int
    end: int
    statements: tuple[int, ...]
    quoted: bool

    @property
    def innermost(self) -> int:
        """The statement that holds nothing but these words' own surroundings."""
        return self.statements[-1]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text is marked with: zones, runs of content, each statement's first code point."""

    runs: Sequence[Run] = ()
    starts: Sequence[int] = ()
    zones: Sequence[Zone] = ()

    @classmethod
    def of(cls, article: Article, items: Sequence[Item]) -> Marks:
        """Where these statements stand in an article."""
        found = runs([item.statement for item in items])
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


def runs(statements: Sequence[Statement]) -> list[Run]:
    """Runs of content, in text order, none overlapping, each held by the same statements."""
    content = sorted(
        ((span, index) for index, one in enumerate(statements) for span in one.content),
        key=lambda held: (held[0].start, -held[0].end, held[1]),
    )
    # What a quotation passes on stands within its marks too.
    quoted = sorted(span for one in statements for span in one.quoted)
    spans = [*quoted, *(span for span, _ in content)]
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    waiting, marks = iter(content), iter(quoted)
    next_piece, next_mark = next(waiting, None), next(marks, None)
    holding: list[tuple[Span, int]] = []
    quoted_until = 0
    found: list[Run] = []
    for start, end in pairwise(edges):
        while next_piece is not None and next_piece[0].start <= start:
            holding.append(next_piece)
            next_piece = next(waiting, None)
        while next_mark is not None and next_mark.start <= start:
            quoted_until = max(quoted_until, next_mark.end)
            next_mark = next(marks, None)
        holding = [(span, index) for span, index in holding if span.end > start]
        if holding:
            # Of a statement that holds the words twice over only the inner piece counts.
            within = dict.fromkeys(index for _, index in reversed(holding))
            found.append(Run(start, end, (*reversed(within),), start < quoted_until))
    return _joined(found)


def _joined(pieces: Iterable[Run]) -> list[Run]:
    """Runs with those that only touch and are alike made one."""
    found: list[Run] = []
    for run in pieces:
        if found and found[-1][1:] == (run.start, *run[2:]):
            found[-1] = run._replace(start=found[-1].start)
        else:
            found.append(run)
    return found
