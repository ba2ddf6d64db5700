"""Texts as sets of terms, both ways: the terms of each text, and the texts of each term."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

Vector = dict[int, float]


class Field:
    """Takes in texts, each as a set of terms; once all are in, it is weighed, then only asked."""

    def __init__(self) -> None:
        self._terms, self._starts = array("I"), array("I", [0])
        self.holders: list[array[int]] = []
        """For each term, the texts that hold it, in order."""
        self.rarity = array("d")
        """For each term, its inverse document frequency (Spärck Jones 1972)."""

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, terms: Iterable[int]) -> None:
        """Take in the next text."""
        self._terms.extend(terms)
        self._starts.append(len(self._terms))

    def weigh(self, factors: Sequence[float]) -> None:
        """Find the texts of each term, and how rare it is, times its factor."""
        self.holders = [array("I") for _ in factors]
        hold = [texts.append for texts in self.holders]
        for text, (start, end) in enumerate(pairwise(self._starts)):
            for term in self._terms[start:end]:
                hold[term](text)
        rarity = rarities(map(len, self.holders), len(self))
        self.rarity = array("d", map(float.__mul__, rarity, factors))

    def terms(self, text: int) -> array[int]:
        """Give the terms of a text."""
        return self._terms[self._starts[text] : self._starts[text + 1]]

    def vector(self, terms: Iterable[int]) -> Vector:
        """Weigh terms, as a vector of length one."""
        return unit_vector({term: self.rarity[term] for term in terms})

    def inverse_lengths(self, squares: Sequence[float]) -> array[float]:
        """Give 1 ÷ length for each text, to whose square each term adds its own; 0 for none."""
        sums = array("d", [0.0])
        sums.extend(accumulate(map(squares.__getitem__, self._terms)))
        ends = map(sums.__getitem__, self._starts)
        return array(
            "d",
            (1 / math.sqrt(end - start) if end > start else 0.0 for start, end in pairwise(ends)),
        )


def rarities(counts: Iterable[int], total: int) -> array[float]:
    """Say how rare terms are, from how many of all texts hold each."""
    log = math.log
    return array("d", (log((total + 1) / (min(count, total) + 0.5)) for count in counts))


def unit_vector(weights: Vector) -> Vector:
    """Make a vector's length one; that of nothing stays nothing."""
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def dot(one: Vector, other: Vector) -> float:
    """Multiply two vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def dots(vectors: Sequence[Vector]) -> list[dict[int, float]]:
    """Multiply each vector with all before it; by their places, where that is not 0."""
    holders: dict[int, list[tuple[int, float]]] = defaultdict(list)
    rows = []
    for place, vector in enumerate(vectors):
        row: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for other, theirs in holders[term]:
                row[other] += weight * theirs
            holders[term].append((place, weight))
        rows.append(row)
    return rows
