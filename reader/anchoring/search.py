"""Where in an article an anchor's words may stand now."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.anchoring.alignment import Aligner, Place
from reader.anchoring.document import Document, Ranges, Target, size

_MOST_PLACES = 32
"""Places weighed for one anchor; of more copies, those with its neighbours or its number."""
_MOST_OCCURRENCES = 20_000
_AROUND = 4
"""Copies weighed on either side of the one with the anchor's number."""
_MOST_PARTS = 50
_TELLING_PART = 7
"""Words of a part that stand nowhere else by chance."""
_LIKE_ENOUGH = 0.5
"""A part that is less like what was found counts as missing."""
_INTERRUPTION = 120
"""Words that may stand between two parts of one statement: a paragraph."""


class Search:
    """Finds anchors in one document; made for all of them at once, since it remembers."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._exact: dict[str, list[int]] = {}
        self._aligner = Aligner(document)
        self._copies: dict[tuple[str, str], list[Ranges]] = {}
        self._statements: dict[str, list[int]] = defaultdict(list)
        for index, listed in enumerate(document.listed):
            self._statements[document.text_of(listed.content)].append(index)
        for alike in self._statements.values():
            alike.sort(key=lambda index: document.listed[index].content)

    def exact(self, target: Target) -> list[Place]:
        """Find where the words stand as they were, the interrupted ones part by part."""
        coded = target.coded
        if not coded:
            return []
        found = self._stated(target)
        occurrences = self._occurrences(coded)
        if len(occurrences) > _MOST_PLACES:
            occurrences = self._beside(target)
        found.update({((at, at + len(coded)),): None for at in occurrences})
        if not found and 1 < len(target.parts) <= _MOST_PARTS:
            return self._chained(target, exactly=True)
        return [Place(ranges, 1.0) for ranges in found]

    def numbered(self, target: Target) -> Ranges | None:
        """Give the place with the anchor's copy number, where there are as many as there were."""
        if target.copy is None:
            return None
        alike = self._copies_of(target)
        number, many = target.copy
        return alike[number - 1] if many == len(alike) and 0 < number <= many else None

    def _copies_of(self, target: Target) -> list[Ranges]:
        """Give the contents of the statements with the same words and source, in text order."""
        key = (target.coded, target.source)
        alike = self._copies.get(key)
        if alike is None:
            listed, text_of = self._document.listed, self._document.text_of
            alike = self._copies[key] = [
                listed[index].content
                for index in self._statements.get(target.coded, ())
                if text_of(listed[index].source) == target.source
            ]
        return alike

    def _stated(self, target: Target) -> dict[Ranges, None]:
        """Give the contents of the statements that say the same; of many, by source and number."""
        listed = self._document.listed
        alike = self._statements.get(target.coded, [])
        if len(alike) <= _MOST_PLACES:
            return {listed[index].content: None for index in alike}
        number = target.copy[0] - 1 if target.copy else 0
        same_source = self._copies_of(target) or [listed[index].content for index in alike]
        return dict.fromkeys(same_source[max(0, number - _AROUND) : number + _AROUND + 1])

    def _beside(self, target: Target) -> list[int]:
        """Find the words with some of their neighbours, and those about as far down the text."""
        found: list[int] = []
        for before, after in ((1, 1), (1, 0), (0, 1)):
            left = target.before * before
            whole = left + target.coded + target.after * after
            found += [at + len(left) for at in self._occurrences(whole)[: _AROUND * 2]]
        if target.copy:
            number = target.copy[0] - 1
            found += self._occurrences(target.coded)[max(0, number - _AROUND) : number + _AROUND]
        return found

    def similar(self, target: Target) -> list[Place]:
        """Find where words stand that are more or less the anchor's."""
        places = self._aligner.near(target.coded, target.before, target.after)
        if 1 < len(target.parts) <= _MOST_PARTS:
            places += self._chained(target, exactly=False)
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

    def _chained(self, target: Target, *, exactly: bool) -> list[Place]:
        """Find the parts of an interrupted statement, in order, outwards from the longest there."""
        parts = target.parts
        found = [self._part(target, number, exactly=exactly) for number in range(len(parts))]
        best = [max((place.likeness for place in places), default=0.0) for places in found]
        pivot = max(
            range(len(parts)),
            key=lambda number: (best[number] == 1, best[number] > 0, len(parts[number])),
        )
        chains = []
        for place in found[pivot][:_MOST_PLACES]:
            left = _leftwards(place, reversed(found[:pivot]))
            right = _rightwards(place, found[pivot + 1 :])
            chain = [*reversed(left), place, *right]
            if exactly and len(chain) < len(parts):
                continue
            same = sum(piece.likeness * size(piece.ranges) for piece in chain)
            ranges = tuple(piece.ranges[0] for piece in chain)
            likeness = min(1.0, same / max(len(target.coded), size(ranges)))
            whole = any(piece.is_exact and size(piece.ranges) >= _TELLING_PART for piece in chain)
            chains.append(Place(ranges, likeness, whole))
        return chains

    def _part(self, target: Target, number: int, *, exactly: bool) -> list[Place]:
        part = target.parts[number]
        found = [Place(((at, at + len(part)),), 1.0) for at in self._occurrences(part)]
        if not found and not exactly:
            before = target.before if number == 0 else ""
            after = target.after if number == len(target.parts) - 1 else ""
            near = self._aligner.near(part, before, after)
            found = [place for place in near if place.likeness >= _LIKE_ENOUGH]
            found.sort(key=lambda place: place.ranges)
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
