"""Which place is whose, where several anchors may stand on the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.anchoring.candidates import Candidate
from reader.anchoring.document import Ranges, Target, overlap, size

_SURE = 0.4
"""More than one side of the surroundings is worth: copies are told apart by no less."""
_NEARLY_ALL = 0.8
_BUCKET = 32


class Assignment:
    """Gives each anchor the best place that no other has a better right to."""

    def __init__(
        self, targets: Sequence[Target], candidates: Sequence[Sequence[Candidate]]
    ) -> None:
        self._targets = targets
        self._candidates = candidates
        self.chosen: list[Candidate | None] = [None] * len(candidates)
        self._taken: dict[int, list[int]] = defaultdict(list)
        ranked = sorted(
            (-candidate.score, anchor, number)
            for anchor, alternatives in enumerate(candidates)
            for number, candidate in enumerate(alternatives)
        )
        for _, anchor, number in ranked:
            if self.chosen[anchor] is None:
                self._claim(anchor, candidates[anchor][number])

    def _claim(self, anchor: int, candidate: Candidate) -> None:
        buckets = _buckets(candidate.place.ranges)
        rivals = {rival for bucket in buckets for rival in self._taken.get(bucket, ())}
        for rival in rivals:
            other = self.chosen[rival]
            if other is None or self._were_one(anchor, candidate, rival, other):
                continue
            if _clash(candidate, other):
                return
        self.chosen[anchor] = candidate
        for bucket in buckets:
            self._taken[bucket].append(anchor)

    def _were_one(self, anchor: int, candidate: Candidate, rival: int, other: Candidate) -> bool:
        """Tell whether two sources said the same words in one breath, as they still do."""
        return (
            candidate.undisturbed
            and other.undisturbed
            and candidate.place.is_exact
            and other.place.is_exact
            and self._targets[anchor].source != self._targets[rival].source
        )

    def unclear(self) -> set[int]:
        """Tell whose place another copy of the same words is nearly as good for."""
        holders = {
            candidate.place.ranges: anchor
            for anchor, candidate in enumerate(self.chosen)
            if candidate is not None
        }
        unclear: set[int] = set()
        for anchor, chosen in enumerate(self.chosen):
            for candidate in self._candidates[anchor]:
                if chosen is None:
                    self._contest(anchor, candidate, holders, unclear)
                elif self._is_as_good(anchor, chosen, candidate, holders):
                    unclear.add(anchor)
                    break
        return unclear

    def _contest(
        self, loser: int, candidate: Candidate, holders: dict[Ranges, int], unclear: set[int]
    ) -> None:
        """Doubt the holder of a place for which an anchor without one had as good reasons."""
        holder = holders.get(candidate.place.ranges)
        if holder is None or self._targets[holder].coded != self._targets[loser].coded:
            return
        held = self.chosen[holder]
        if held is None or (held.undisturbed and not candidate.undisturbed):
            return
        if held.evidence - candidate.evidence < _SURE:
            unclear.add(holder)

    def _is_as_good(
        self, anchor: int, chosen: Candidate, candidate: Candidate, holders: dict[Ranges, int]
    ) -> bool:
        place = candidate.place.ranges
        if overlap(place, chosen.place.ranges):
            return False
        if chosen.undisturbed and (
            chosen.numbered or not candidate.undisturbed or candidate.fit < chosen.fit == 1
        ):
            return False  # nothing moved: nor did the copies
        better = chosen.evidence - candidate.evidence
        holder = holders.get(place)
        held = None if holder is None else self.chosen[holder]
        if holder is None or held is None:
            return better < _SURE
        if self._targets[holder].coded != self._targets[anchor].coded:
            return False
        swapped = [
            other.evidence
            for other in self._candidates[holder]
            if other.place.ranges == chosen.place.ranges
        ]
        return bool(swapped) and better + held.evidence - max(swapped) < _SURE


def _buckets(ranges: Ranges) -> list[int]:
    return [
        bucket
        for first, last in ranges
        for bucket in range(first // _BUCKET, (last - 1) // _BUCKET + 1)
    ]


def _clash(one: Candidate, other: Candidate) -> bool:
    """Tell whether two places cannot both be: one may lie within another, but not be it."""
    common = overlap(one.place.ranges, other.place.ranges)
    if not common:
        return False
    sizes = size(one.place.ranges), size(other.place.ranges)
    if one.place.is_exact and other.place.is_exact:
        if one.statement != other.statement and None not in (one.statement, other.statement):
            return False
        return common >= _NEARLY_ALL * max(sizes)
    return common * 2 >= min(sizes)
