"""Where in an article an anchor's words may stand now."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.anchoring.document import Document, Ranges, Sought, size

_MOST_PLACES = 32
"""Places weighed for one anchor; of more copies, those with its neighbours or its number."""
_MOST_OCCURRENCES = 20_000
_AROUND = 4
"""Copies weighed on either side of the one with the anchor's number."""
_RARE = 32
"""A word standing in more places than these has no say in where an anchor belongs."""
_FIRST_VOTERS = 2
_NOT_TOO_COMMON = 500
"""The rarest two words vote even so, or a long article would hold nothing but common words."""
_DRIFT = 6
"""Votes whose diagonals differ by at most so many words are for one place: words come and go."""
_WIDEST = 24
_MOST_VOTERS = 20
_BEST_DIAGONALS = 4
_WORTH_A_LOOK = 0.15
"""Share of the best diagonal's votes."""
_SLACK = 3
"""Words looked at beyond the expected borders."""
_MOST_PARTS = 50
_LONGEST = 2000
"""Words; beyond, only what stands word for word is found."""
_LONGEST_ALONE = 300
_INTERRUPTION = 120
"""Words that may stand between two parts of one statement: a paragraph."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words that may be an anchor's; `likeness` is the share of its words that are the same."""

    ranges: Ranges
    likeness: float

    @property
    def is_exact(self) -> bool:
        """Whether they are its words, but for slips."""
        return self.likeness == 1.0


class Search:
    """Finds anchors in one document; made for all of them at once, since it indexes for them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._exact: dict[str, list[int]] = {}
        self._positions: dict[str, list[int]] | None = None
        self._copies: dict[tuple[str, str], list[Ranges]] = {}
        self._statements: dict[str, list[int]] = defaultdict(list)
        for index, listed in enumerate(document.listed):
            self._statements[document.text_of(listed.content)].append(index)
        for alike in self._statements.values():
            alike.sort(key=lambda index: document.listed[index].content)

    def exact(self, sought: Sought) -> list[Place]:
        """Find where the words stand as they were, the interrupted ones part by part."""
        coded = sought.coded
        if not coded:
            return []
        found = self._stated(sought)
        occurrences = self._occurrences(coded)
        if len(occurrences) > _MOST_PLACES:
            occurrences = self._beside(sought)
        found.update({((at, at + len(coded)),): None for at in occurrences})
        if not found and 1 < len(sought.parts) <= _MOST_PARTS:
            return self._chained(sought, exactly=True)
        return [Place(ranges, 1.0) for ranges in found]

    def numbered(self, sought: Sought) -> Ranges | None:
        """Give the place with the anchor's copy number, where there are as many as there were."""
        if sought.copy is None:
            return None
        alike = self._copies_of(sought)
        number, many = sought.copy
        return alike[number - 1] if many == len(alike) and 0 < number <= many else None

    def _copies_of(self, sought: Sought) -> list[Ranges]:
        """Give the contents of the statements with the same words and source, in text order."""
        key = (sought.coded, sought.source)
        alike = self._copies.get(key)
        if alike is None:
            listed, text_of = self._document.listed, self._document.text_of
            alike = self._copies[key] = [
                listed[index].content
                for index in self._statements.get(sought.coded, ())
                if text_of(listed[index].source) == sought.source
            ]
        return alike

    def _stated(self, sought: Sought) -> dict[Ranges, None]:
        """Give the contents of the statements that say the same; of many, by source and number."""
        listed = self._document.listed
        alike = self._statements.get(sought.coded, [])
        if len(alike) <= _MOST_PLACES:
            return {listed[index].content: None for index in alike}
        number = sought.copy[0] - 1 if sought.copy else 0
        same_source = self._copies_of(sought) or [listed[index].content for index in alike]
        return dict.fromkeys(same_source[max(0, number - _AROUND) : number + _AROUND + 1])

    def _beside(self, sought: Sought) -> list[int]:
        """Find the words with some of their neighbours, and those about as far down the text."""
        found: list[int] = []
        for before, after in ((1, 1), (1, 0), (0, 1)):
            left = sought.before * before
            whole = left + sought.coded + sought.after * after
            found += [at + len(left) for at in self._occurrences(whole)[: _AROUND * 2]]
        if sought.copy:
            number = sought.copy[0] - 1
            found += self._occurrences(sought.coded)[max(0, number - _AROUND) : number + _AROUND]
        return found

    def similar(self, sought: Sought) -> list[Place]:
        """Find where words stand that are more or less the anchor's."""
        places = self._near(sought.coded, sought.before, sought.after)
        if 1 < len(sought.parts) <= _MOST_PARTS:
            places += self._chained(sought, exactly=False)
        return places

    def _occurrences(self, coded: str) -> list[int]:
        found = self._exact.get(coded)
        if found is None:
            found = self._exact[coded] = []
            at = self._document.coded.find(coded)
            while at >= 0 and len(found) < _MOST_OCCURRENCES:
                found.append(at)
                at = self._document.coded.find(coded, at + 1)
        return found

    def _near(self, coded: str, before: str, after: str) -> list[Place]:
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

    def _chained(self, sought: Sought, *, exactly: bool) -> list[Place]:
        """Find the parts of an interrupted statement, in order, outwards from the longest."""
        parts = sought.parts
        found = [self._part(sought, number, exactly=exactly) for number in range(len(parts))]
        pivot = max(range(len(parts)), key=lambda number: (bool(found[number]), len(parts[number])))
        chains = []
        for place in found[pivot][:_MOST_PLACES]:
            left = _leftwards(place, reversed(found[:pivot]))
            right = _rightwards(place, found[pivot + 1 :])
            chain = [*reversed(left), place, *right]
            if exactly and len(chain) < len(parts):
                continue
            same = sum(piece.likeness * size(piece.ranges) for piece in chain)
            ranges = tuple(piece.ranges[0] for piece in chain)
            chains.append(Place(ranges, min(1.0, same / max(len(sought.coded), size(ranges)))))
        return chains

    def _part(self, sought: Sought, number: int, *, exactly: bool) -> list[Place]:
        part = sought.parts[number]
        found = [Place(((at, at + len(part)),), 1.0) for at in self._occurrences(part)]
        if not found and not exactly:
            before = sought.before if number == 0 else ""
            after = sought.after if number == len(sought.parts) - 1 else ""
            found = sorted(self._near(part, before, after), key=lambda place: place.ranges)
        return found


def _rightwards(place: Place, candidates: Iterable[Sequence[Place]]) -> list[Place]:
    chain: list[Place] = []
    end = place.ranges[0][1]
    for places in candidates:
        at = bisect_left(places, end, key=lambda other: other.ranges[0][0])
        if at < len(places) and places[at].ranges[0][0] - end <= _INTERRUPTION:
            chain.append(places[at])
            end = places[at].ranges[0][1]
    return chain


def _leftwards(place: Place, candidates: Iterable[Sequence[Place]]) -> list[Place]:
    chain: list[Place] = []
    start = place.ranges[0][0]
    for places in candidates:
        at = bisect_left(places, start, key=lambda other: other.ranges[0][0]) - 1
        while at >= 0 and places[at].ranges[0][1] > start:
            at -= 1
        if at >= 0 and start - places[at].ranges[0][1] <= _INTERRUPTION:
            chain.append(places[at])
            start = places[at].ranges[0][0]
    return chain
