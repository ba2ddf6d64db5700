"""Some stretches of a text, to ask what lies in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reader.span import Span


class SpanSet:
    """What some spans cover; the spans may overlap and come in any order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def meet(self, spans: Iterable[Span]) -> bool:
        """Whether any of these spans shares a character with those."""
        for start, end in spans:
            place = bisect_right(self._ends, start)
            if place < len(self._starts) and self._starts[place] < end:
                return True
        return False

    def places(self, offsets: Sequence[int]) -> set[int]:
        """Which of some ascending offsets are covered, by their place in the sequence."""
        covered: set[int] = set()
        if not offsets:
            return covered
        place = bisect_right(self._ends, offsets[0])
        while place < len(self._starts) and self._starts[place] <= offsets[-1]:
            first = bisect_left(offsets, self._starts[place])
            covered.update(range(first, bisect_left(offsets, self._ends[place], first)))
            place += 1
        return covered
