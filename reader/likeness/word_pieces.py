"""The pieces of four letters that words share: "lifeboat" and "boats" have one in common."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.likeness.field import Vector, rarities, unit_vector

_PIECE = 4
"""Letters of a word piece; a word's two ends count as a letter each."""


class WordPieces:
    """The pieces of each term, and the terms of each piece; `terms` holds "" where there are none.

    A text has the pieces of all its terms, and twice what two of them share.
    """

    def __init__(self, terms: Sequence[str], counts: Iterable[int], total: int) -> None:
        """Take how many of all texts hold each term, for the pieces' rarity."""
        numbers: dict[str, int] = {}
        self._of_term = [
            tuple(numbers.setdefault(piece, len(numbers)) for piece in _cut(term)) for term in terms
        ]
        self._terms = [array("I") for _ in numbers]
        held = array("I", bytes(4 * len(numbers)))
        for term, (pieces, count) in enumerate(zip(self._of_term, counts, strict=True)):
            for piece in pieces:
                self._terms[piece].append(term)
                held[piece] += count
        self._rarity = rarities(held, total)
        square = [rarity * rarity for rarity in self._rarity]
        self.squares = array("d", (sum(square[one] for one in of) for of in self._of_term))
        """For each term, what its pieces add at least to the square of a text's length."""
        self.lengths = array("d", map(math.sqrt, self.squares))

    def vector(self, terms: Iterable[int]) -> Vector:
        """Weigh the pieces of a text's terms, as a vector of length one."""
        counts = self._counts(terms)
        return unit_vector({one: times * self._rarity[one] for one, times in counts.items()})

    def products(self, terms: Iterable[int]) -> dict[int, float]:
        """Multiply a text's vector with each term's pieces, where there is anything in common."""
        vector = self.vector(terms)
        products: dict[int, float] = defaultdict(float)
        for piece, weight in vector.items():
            product = weight * self._rarity[piece]
            for term in self._terms[piece]:
                products[term] += product
        return products

    def _counts(self, terms: Iterable[int]) -> Counter[int]:
        return Counter(piece for term in terms for piece in self._of_term[term])


def _cut(term: str) -> set[str]:
    if not term:
        return set()
    ends = f"_{term}_"
    return {ends[at : at + _PIECE] for at in range(max(1, len(ends) - _PIECE + 1))}
