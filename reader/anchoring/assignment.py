"""Which place is whose, where several anchors may stand on the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.anchoring.document import Ranges, Sought, overlap, size
from reader.anchoring.options import Option

_SURE = 0.4
"""More than one side of the surroundings is worth: copies are told apart by no less."""
_NEARLY_ALL = 0.8
_BUCKET = 32


class Assignment:
    """Gives each anchor the best place that no other has a better right to."""

    def __init__(self, soughts: Sequence[Sought], options: Sequence[Sequence[Option]]) -> None:
        self._soughts = soughts
        self._options = options
        self.chosen: list[Option | None] = [None] * len(options)
        self._taken: dict[int, list[int]] = defaultdict(list)
        ranked = sorted(
            (-option.score, anchor, number)
            for anchor, alternatives in enumerate(options)
            for number, option in enumerate(alternatives)
        )
        for _, anchor, number in ranked:
            if self.chosen[anchor] is None:
                self._claim(anchor, options[anchor][number])

    def _claim(self, anchor: int, option: Option) -> None:
        buckets = _buckets(option.place.ranges)
        rivals = {rival for bucket in buckets for rival in self._taken.get(bucket, ())}
        for rival in rivals:
            other = self.chosen[rival]
            if other is None or self._were_one(anchor, option, rival, other):
                continue
            if _clash(option, other):
                return
        self.chosen[anchor] = option
        for bucket in buckets:
            self._taken[bucket].append(anchor)

    def _were_one(self, anchor: int, option: Option, rival: int, other: Option) -> bool:
        """Tell whether two sources said the same words in one breath, as they still do."""
        return (
            option.undisturbed
            and other.undisturbed
            and option.place.is_exact
            and other.place.is_exact
            and self._soughts[anchor].source != self._soughts[rival].source
        )

    def unclear(self) -> set[int]:
        """Tell whose place another copy of the same words is nearly as good for."""
        holders = {
            option.place.ranges: anchor
            for anchor, option in enumerate(self.chosen)
            if option is not None
        }
        unclear: set[int] = set()
        for anchor, chosen in enumerate(self.chosen):
            for option in self._options[anchor]:
                if chosen is None:
                    self._contest(anchor, option, holders, unclear)
                elif self._is_as_good(anchor, chosen, option, holders):
                    unclear.add(anchor)
                    break
        return unclear

    def _contest(
        self, loser: int, option: Option, holders: dict[Ranges, int], unclear: set[int]
    ) -> None:
        """Doubt the holder of a place for which an anchor without one had as good reasons."""
        holder = holders.get(option.place.ranges)
        if holder is None or self._soughts[holder].coded != self._soughts[loser].coded:
            return
        held = self.chosen[holder]
        if held is None or (held.undisturbed and not option.undisturbed):
            return
        if held.evidence - option.evidence < _SURE:
            unclear.add(holder)

    def _is_as_good(
        self, anchor: int, chosen: Option, option: Option, holders: dict[Ranges, int]
    ) -> bool:
        place = option.place.ranges
        if overlap(place, chosen.place.ranges):
            return False
        if chosen.undisturbed and (
            chosen.numbered or not option.undisturbed or option.fit < chosen.fit == 1
        ):
            return False  # nothing moved: nor did the copies
        better = chosen.evidence - option.evidence
        holder = holders.get(place)
        held = None if holder is None else self.chosen[holder]
        if holder is None or held is None:
            return better < _SURE
        if self._soughts[holder].coded != self._soughts[anchor].coded:
            return False
        swapped = [
            other.evidence
            for other in self._options[holder]
            if other.place.ranges == chosen.place.ranges
        ]
        return bool(swapped) and better + held.evidence - max(swapped) < _SURE


def _buckets(ranges: Ranges) -> list[int]:
    return [
        bucket
        for first, last in ranges
        for bucket in range(first // _BUCKET, (last - 1) // _BUCKET + 1)
    ]


def _clash(one: Option, other: Option) -> bool:
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
