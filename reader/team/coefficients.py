"""Agreement between people who labelled the same units, some of them not all: exact fractions.

Krippendorff's alpha for nominal labels (Content Analysis, chapter 12) and Cohen's kappa (1960).
Where all labels are one and the same there is nothing to agree on: both are None then, never 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

LabelT = TypeVar("LabelT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tally(Generic[LabelT]):
    """What alpha is worked out from: how often each label was given, and how far units are split.

    `disagreement` is the number of ordered pairs of different labels in a unit, each unit's divided
    by its labels less one. Units with fewer than two labels are left out.
    """

    counts: Mapping[LabelT, int]
    disagreement: Fraction

    @classmethod
    def of(cls, units: Iterable[Sequence[LabelT]]) -> Tally[LabelT]:
        """Count some units, each the labels it was given."""
        counts: Counter[LabelT] = Counter()
        disagreement = Fraction(0)
        for labels in units:
            if len(labels) > 1:
                counts.update(labels)
                disagreement += split(labels)
        return cls(counts, disagreement)

    def without(self, labels: Sequence[LabelT]) -> Tally[LabelT]:
        """The same without one of its units."""
        left = Counter(self.counts)
        left.subtract(labels)
        return Tally(left, self.disagreement - split(labels))

    @property
    def alpha(self) -> Fraction | None:
        """Krippendorff's alpha; None where fewer than two labels occur."""
        return alpha_of(self.counts.values(), self.disagreement)


def split(labels: Sequence[Hashable]) -> Fraction:
    """How far a unit of at least two labels is split: its ordered pairs that differ, by person."""
    many = len(labels)
    same = sum(count * count for count in Counter(labels).values())
    return Fraction(many * many - same, many - 1)


def alpha_of(counts: Iterable[int], disagreement: Fraction) -> Fraction | None:
    """Krippendorff's alpha of label counts and a disagreement as in `Tally`."""
    given = list(counts)
    total = sum(given)
    expected = total * total - sum(count * count for count in given)
    return 1 - disagreement * (total - 1) / expected if expected else None


def kappa(table: Mapping[tuple[LabelT, LabelT], int]) -> Fraction | None:
    """Cohen's kappa of how often two people gave which pair of labels; None where undefined."""
    total = sum(table.values())
    one: Counter[LabelT] = Counter()
    other: Counter[LabelT] = Counter()
    for (mine, theirs), count in table.items():
        one[mine] += count
        other[theirs] += count
    by_chance = sum(count * other[label] for label, count in one.items())
    beyond = total * total - by_chance
    if not beyond:
        return None
    same = sum(count for (mine, theirs), count in table.items() if mine == theirs)
    return Fraction(same * total - by_chance, beyond)
