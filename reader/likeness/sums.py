"""About how much the tellings of a corpus are like some words, summed up for all at once.

The sums go term by term, through the lists of those that hold a term (Turtle and Flood 1995), so
that what has nothing in common costs nothing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import mul
from typing import Protocol

from reader.likeness.field import Field, Vector
from reader.likeness.word_pieces import WordPieces

_MOST_PLACES = 50_000
"""If the terms of a passage stand in more places than these, passages are looked at singly."""
_HARDLY_NEARER = 0.5
"""The cosine that passages hardly ever have where all their words are common ones."""
_FAINT = 0.1
"""Words whose pieces have a cosine below this with all that is asked are left out."""


class Sums:
    """Knows the length of every vector of an index."""

    def __init__(
        self, words: Field, pieces: WordPieces, passages: Field, passage_of: Sequence[int]
    ) -> None:
        self._words, self._pieces, self._passages = words, pieces, passages
        self._passage_of = passage_of
        self._per_words = words.inverse_lengths(_squares(words.rarity))
        # A piece that two words of one text share counts double in its length, but not here.
        self._per_pieces = words.inverse_lengths(pieces.squares)
        self._per_passage = passages.inverse_lengths(_squares(passages.rarity))

    def by_words(self, terms: Iterable[int]) -> list[float]:
        """Sum up, for every telling, the cosines of words and of word pieces."""
        sums = [0.0] * len(self._words)
        per_words, per_pieces = self._per_words, self._per_pieces
        words, rarity = self._words.vector(terms), self._words.rarity
        products = self._pieces.products(terms)
        for term, weight in words.items():
            in_words, in_pieces = weight * rarity[term], products.pop(term, 0.0)
            for holder in self._words.holders[term]:
                sums[holder] += in_words * per_words[holder] + in_pieces * per_pieces[holder]
        for term, in_pieces in products.items():
            if in_pieces > _FAINT * self._pieces.lengths[term]:
                for holder in self._words.holders[term]:
                    sums[holder] += in_pieces * per_pieces[holder]
        return sums

    def near(self, telling: int, article: Sequence[int]) -> Near:
        """Make ready for comparing a telling's passage with those of other articles."""
        field = self._passages
        terms = field.terms(self._passage_of[telling])
        weights = {
            term: weight * field.rarity[term] for term, weight in field.vector(terms).items()
        }
        if sum(len(field.holders[term]) for term in weights) > _MOST_PLACES:
            return _NearSingly(field, self._per_passage, weights)
        sums = [0.0] * len(field)
        for term, weight in weights.items():
            for holder in field.holders[term]:
                sums[holder] += weight
        for other in article:
            sums[self._passage_of[other]] = 0.0
        return _NearAll(list(map(mul, sums, self._per_passage)))


class Near(Protocol):
    """The cosines of passages with one of them."""

    most: float
    """None is above this, or hardly any."""

    def cosines(self, passages: Iterable[int]) -> Iterable[float]:
        """Give the cosines of some passages."""

    def above(self, cosine: float) -> list[int]:
        """Give the passages with a higher cosine, as far as that is known."""


class _NearAll:
    def __init__(self, cosines: Sequence[float]) -> None:
        self.most = max(cosines)
        self._cosines = cosines

    def cosines(self, passages: Iterable[int]) -> Iterable[float]:
        return map(self._cosines.__getitem__, passages)

    def above(self, cosine: float) -> list[int]:
        return [passage for passage, one in enumerate(self._cosines) if one > cosine]


class _NearSingly:
    most = _HARDLY_NEARER

    def __init__(self, field: Field, per_length: Sequence[float], weights: Vector) -> None:
        self._field, self._per_length, self._weights = field, per_length, weights

    def cosines(self, passages: Iterable[int]) -> Iterable[float]:
        get, terms = self._weights.get, self._field.terms
        return (sum(map(get, terms(one), repeat(0.0))) * self._per_length[one] for one in passages)

    def above(self, cosine: float) -> list[int]:  # noqa: ARG002 - the other kind needs it
        return []


def _squares(rarity: array[float]) -> list[float]:
    return [one * one for one in rarity]
