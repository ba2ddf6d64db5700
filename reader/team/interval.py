"""How sure an alpha is: a bootstrap over articles.

Statements of one article stand or fall together (one speaker, one wire), so whole articles are
drawn, not statements: those would give an interval that is too narrow.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from random import Random

from reader.team.coefficients import Tally, alpha_of

DRAWS = 1000
SEED = 1
"""Fixed, so that the same verdicts give the same interval."""
_LEVEL = 95
"""Per cent."""
_TAIL = DRAWS * (100 - _LEVEL) // 200
"""How many of the draws lie beyond either end."""
_FEWEST = 2
"""Articles; drawn from one alone, all draws are alike."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends of a 95 per cent interval."""

    low: Fraction
    high: Fraction


def alpha_interval(tallies: Sequence[Tally[Hashable]]) -> Interval | None:
    """Give the interval of the alpha of some articles, by the percentiles of 1000 draws.

    None with fewer than two articles, or where more than one draw in twenty has one label alone.
    """
    counted = [tally for tally in tallies if any(tally.counts.values())]
    if len(counted) < _FEWEST:
        return None
    labels = list(dict.fromkeys(label for tally in counted for label in tally.counts))
    scale = lcm(*(tally.disagreement.denominator for tally in counted))  # whole numbers add fast
    rows = [
        (int(tally.disagreement * scale), *(tally.counts.get(label, 0) for label in labels))
        for tally in counted
    ]
    random = Random(SEED).random  # of `random`, this alone gives the same in every Python
    found = []
    for _ in range(DRAWS):
        drawn = [rows[int(random() * len(rows))] for _ in rows]
        split, *counts = (sum(column) for column in zip(*drawn, strict=True))
        alpha = alpha_of(counts, Fraction(split, scale))
        if alpha is not None:
            found.append(alpha)
    if (DRAWS - len(found)) * 100 > DRAWS * (100 - _LEVEL):
        return None
    found.sort()
    return Interval(found[_TAIL], found[-_TAIL - 1])
