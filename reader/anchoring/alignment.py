"""Where words stand that are more or less those of an anchor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reader.anchoring.document import Document, Ranges

_RARE = 32
"""A word standing in more places than these has no say in where an anchor belongs."""
_FIRST_VOTERS = 2
_NOT_TOO_COMMON = 500
"""The rarest two words vote even so, or a long article would hold nothing but common words."""
_DRIFT = 6
"""Votes whose diagonals differ by at most so many words are for one place: words come and go."""
_WIDEST = 24
_MOST_VOTERS = 20
_BEST_DIAGONALS = 3
_WORTH_A_LOOK = 0.3
"""Share of the best diagonal's votes."""
_SLACK = 3
"""Words looked at beyond the expected borders."""
_MOST_SLIPS = 0.67
"""Where more of the words are missing they were not misprinted: it is another passage."""
_LONGEST = 2000
"""Words; beyond, only what stands word for word is found."""
_LONGEST_ALONE = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Words that may be an anchor's; `likeness` is the share of its words that are the same."""

    ranges: Ranges
    likeness: float
    has_whole_part: bool = False
    """Whether a part of an interrupted statement, of some length, is all there."""

    @property
    def is_exact(self) -> bool:
        """Whether they are its words, but for slips."""
        return self.likeness == 1.0


class Aligner:
    """Finds likenesses in one document; made for all anchors at once, since it keeps an index."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._positions: dict[str, list[int]] | None = None

    def near(self, coded: str, before: str, after: str) -> list[Place]:
        """Align the words, with those beside them, along the diagonals most rare words vote for."""
        places: list[Place] = []
        if len(coded) > _LONGEST:
            return places
        for low, high in self._diagonals(before + coded + after):
            place = self._aligned(coded, before, after, low, high)
            if place:
                places.append(place)
        return places

    def _diagonals(self, whole: str) -> list[tuple[int, int]]:
        positions = self._index()
        standing = [
            (len(positions[code]), offset, code)
            for offset, code in enumerate(whole)
            if code in positions
        ]
        votes: dict[int, float] = defaultdict(float)
        for rank, (many, offset, code) in enumerate(sorted(standing)[:_MOST_VOTERS]):
            if many <= (_RARE if rank >= _FIRST_VOTERS else _NOT_TOO_COMMON):
                for position in positions[code]:
                    votes[position - offset] += 1 / many
        clusters: list[tuple[float, int, int]] = []
        weight, low, high = 0.0, 0, -_WIDEST
        for diagonal in sorted(votes):
            if diagonal - high > _DRIFT or diagonal - low > _WIDEST:
                clusters.append((weight, low, high))
                weight, low = 0.0, diagonal
            weight, high = weight + votes[diagonal], diagonal
        clusters.append((weight, low, high))
        clusters.sort(reverse=True)
        enough = clusters[0][0] * _WORTH_A_LOOK
        return [(low, high) for weight, low, high in clusters[:_BEST_DIAGONALS] if weight > enough]

    def _index(self) -> dict[str, list[int]]:
        if self._positions is None:
            positions: dict[str, list[int]] = defaultdict(list)
            for position, code in enumerate(self._document.coded):
                positions[code].append(position)
            self._positions = dict(positions)
        return self._positions

    def _aligned(self, coded: str, before: str, after: str, low: int, high: int) -> Place | None:
        from rapidfuzz import fuzz
        from rapidfuzz.distance import Levenshtein

        start = max(0, low - _SLACK)
        whole = before + coded + after
        window = self._document.coded[start : max(0, high + len(whole) + _SLACK)]
        own = set(coded)
        if len(own.difference(window)) <= _MOST_SLIPS * len(own):
            window = self._document.forgiven(whole, window)
        first, last = len(before), len(before) + len(coded)
        begin = end = -1
        same = 0
        for step in Levenshtein.opcodes(whole, window):
            here, there = max(step.src_start, first), min(step.src_end, last)
            if here >= there or step.tag == "delete":
                continue
            drift = step.dest_start - step.src_start
            begin = here + drift if begin < 0 else begin
            end = there + drift
            if step.tag == "equal":
                same += there - here
        if not same:
            return None
        likeness = same / max(len(coded), end - begin)
        if likeness < 1 and len(coded) <= min(len(window), _LONGEST_ALONE):
            # Other surroundings draw the borders away: the words alone may lie better.
            alone = fuzz.partial_ratio_alignment(coded, window)
            if alone and alone.score > likeness * 100:
                begin, end, likeness = alone.dest_start, alone.dest_end, alone.score / 100
        return Place(((start + begin, start + end),), likeness)
