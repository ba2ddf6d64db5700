"""Where a feature's weight stands: tables without keys, in which features share places by chance.

What a feature is made of (a word, a class, a distance) has a number of its own for each template,
and the place is their exclusive or: nothing is kept of the features themselves. (Feature hashing:
Weinberger et al. 2009.)
"""

from __future__ import annotations

from array import array
from typing import Protocol

_GOLDEN = 0x9E3779B97F4A7C15
_FIRST_MIX = 0xBF58476D1CE4E5B9
_SECOND_MIX = 0x94D049BB133111EB
_WHOLE = (1 << 64) - 1


class Table(Protocol):
    """Packed weights by row; or, where a model is fitted, what notes which rows are asked for."""

    def __getitem__(self, row: int, /) -> int:
        """What stands in a row."""


def scattered(count: int, salt: int, bits: int) -> array[int]:
    """As many numbers of `bits` bits, the same in every run, others for each salt (splitmix64)."""
    found = array("I")
    state = salt * _SECOND_MIX & _WHOLE
    for _ in range(count):
        state = state + _GOLDEN & _WHOLE
        mixed = (state ^ state >> 30) * _FIRST_MIX & _WHOLE
        mixed = (mixed ^ mixed >> 27) * _SECOND_MIX & _WHOLE
        found.append((mixed ^ mixed >> 31) >> (64 - bits))
    return found
