"""Suggests which tellings of a story contradict each other; the reviewer's link is the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from rapidfuzz import fuzz

from reader.likeness.aliases import same_speaker
from reader.likeness.evidence import Difference, claims, compare_numbers, has_opposites
from reader.likeness.index import Index
from reader.likeness.telling import Telling

_PASSAGE_WEIGHT = 0.4
_NUMBER, _POLARITY, _OPPOSITES, _CONTRAST = 0.8, 0.3, 1.0, 0.5
_NO_EVIDENCE = 0.3
_NEXT_TO_EACH_OTHER = 0.4
"""Likeness that two statements gain by standing side by side, set against each other."""
_NUMBERS_AGREE = 0.3
_OTHER_TIME = 0.6
_BY_RANK = (1.0, 0.9, 0.8)
"""A pair counts less where the other article holds something more alike; further down, half."""
_LOWER_RANK = 0.5
_TWIN_SHARE = 0.3
"""What a pair gains from each pair of their twins that is opposed as well."""
_TWIN_LIKENESS, _TWIN_LIKENESS_WITH_NUMBER = 0.75, 0.5
_COPY = 85.0
"""The share of letters, in per cent, from which two texts are one copied."""
_SHARE_SUGGESTED = 0.5
"""Suggestions for each statement of a story, at most: those below are seldom right."""
_TAKEN_AGAIN = 0.5
"""How much of its strength a suggestion keeps for each time that one of its two was suggested."""
_FAINTEST = 0.05
"""The least strength of a suggestion: what is fainter is hardly ever right, in any story."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two tellings by their places in the index, how strongly it is suggested, and why."""

    one: int
    other: int
    strength: float
    differences: tuple[Difference, ...]


def find_contradictions(
    index: Index, tellings: Sequence[Telling], story: Sequence[int]
) -> list[Contradiction]:
    """Suggest opposed pairs among the tellings of a story, strongest first.

    `story` holds places in the index, in order. A telling may stand in several suggestions.
    """
    return _Story(index, tellings, story).suggestions()


class _Story:
    """The pairs of one story's tellings, weighed."""

    def __init__(self, index: Index, tellings: Sequence[Telling], story: Sequence[int]) -> None:
        self._tellings = tellings
        self._story = story
        self._claims = {one: claims(tellings[one]) for one in story}
        self._likeness = index.likenesses(story, passage_weight=_PASSAGE_WEIGHT)
        self._ranks = self._ranked()
        self._twins = self._paired()

    def suggestions(self) -> list[Contradiction]:
        """Take the strongest pairs; those of one telling over and over grow fainter."""
        weighed: dict[tuple[int, int], float] = {}
        for pair, likeness in self._likeness.items():
            strength = self._strength(*pair, likeness)
            if strength > 0:
                weighed[pair] = strength
        waiting = [(-self._with_twins(pair, weighed), pair, 0) for pair in weighed]
        heapify(waiting)
        taken: Counter[int] = Counter()
        found: list[Contradiction] = []
        while waiting and len(found) < _SHARE_SUGGESTED * len(self._story):
            negative, (one, other), times = heappop(waiting)
            if -negative < _FAINTEST:
                break
            now = max(taken[one], taken[other])
            if now > times:
                again = negative * _TAKEN_AGAIN ** (now - times)
                heappush(waiting, (again, (one, other), now))
                continue
            differences = self._differences(one, other)
            if self._may_oppose(one, other, differences):
                taken.update((one, other))
                found.append(Contradiction(one, other, -negative, differences))
        return found

    def _may_oppose(self, one: int, other: int, differences: tuple[Difference, ...]) -> bool:
        if not differences or other in self._twins[one]:
            return False
        return Difference.NUMBER in differences or not self._is_copy(one, other)

    def _ranked(self) -> dict[tuple[int, int], int]:
        """Rank, for each telling, those of each other article by likeness, from 0."""
        rows: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (one, other), likeness in self._likeness.items():
            if self._across(one, other):
                rows[one, self._tellings[other].article].append((-likeness, other))
                rows[other, self._tellings[one].article].append((-likeness, one))
        ranks = {}
        for (one, _), row in rows.items():
            for rank, (_, other) in enumerate(sorted(row)):
                ranks[one, other] = rank
        return ranks

    def _paired(self) -> dict[int, set[int]]:
        """Find, for each telling, those of other articles that seem to tell the same."""
        twins: dict[int, set[int]] = {one: set() for one in self._story}
        for (one, other), likeness in self._likeness.items():
            if not self._across(one, other) or self._ranks[one, other] or self._ranks[other, one]:
                continue
            mine, theirs = self._claims[one], self._claims[other]
            numbers = compare_numbers(mine, theirs)
            enough = _TWIN_LIKENESS_WITH_NUMBER if numbers.agrees else _TWIN_LIKENESS
            opposed = numbers.weight > 0 or (mine.negated != theirs.negated and likeness < 1.2)
            if likeness > enough and not opposed:
                twins[one].add(other)
                twins[other].add(one)
        return twins

    def _strength(self, one: int, other: int, likeness: float) -> float:
        mine, theirs = self._claims[one], self._claims[other]
        origin = self._tellings[one].origin
        if same_speaker(origin, self._tellings[other].origin):
            return 0.0
        numbers = compare_numbers(mine, theirs)
        contrast = self._set_against(one, other)
        evidence = (
            _NO_EVIDENCE
            + _NUMBER * numbers.weight
            + _POLARITY * (mine.negated != theirs.negated)
            + _OPPOSITES * has_opposites(mine, theirs)
            + _CONTRAST * contrast
        )
        strength = (likeness + _NEXT_TO_EACH_OTHER * contrast) * evidence
        if numbers.agrees:
            strength *= _NUMBERS_AGREE
        if mine.other_time != theirs.other_time:
            strength *= _OTHER_TIME
        if self._across(one, other):
            strength *= _by_rank(self._ranks[one, other]) * _by_rank(self._ranks[other, one])
        return strength

    def _with_twins(self, pair: tuple[int, int], weighed: dict[tuple[int, int], float]) -> float:
        one, other = pair
        support = sum(
            weighed.get((min(mine, theirs), max(mine, theirs)), 0.0)
            for mine in (one, *self._twins[one])
            for theirs in (other, *self._twins[other])
            if (mine, theirs) != pair
        )
        return weighed[pair] + _TWIN_SHARE * support

    def _differences(self, one: int, other: int) -> tuple[Difference, ...]:
        mine, theirs = self._claims[one], self._claims[other]
        found = (
            (Difference.NUMBER, compare_numbers(mine, theirs).weight > 0),
            (Difference.POLARITY, mine.negated != theirs.negated),
            (Difference.OPPOSITES, has_opposites(mine, theirs)),
            (Difference.CONTRAST, self._set_against(one, other)),
        )
        return tuple(difference for difference, holds in found if holds)

    def _is_copy(self, one: int, other: int) -> bool:
        """Whether one holds nearly the same words as the other, or all of them."""
        return fuzz.partial_ratio(self._tellings[one].text, self._tellings[other].text) >= _COPY

    def _across(self, one: int, other: int) -> bool:
        return self._tellings[one].article != self._tellings[other].article

    def _set_against(self, one: int, other: int) -> bool:
        """Whether the second follows the first in its paragraph with a word of contrast."""
        mine, theirs = self._tellings[one], self._tellings[other]
        neighbours = other == one + 1 and mine.article == theirs.article
        return neighbours and mine.passage == theirs.passage and self._claims[other].contrasts


def _by_rank(rank: int) -> float:
    return _BY_RANK[rank] if rank < len(_BY_RANK) else _LOWER_RANK
