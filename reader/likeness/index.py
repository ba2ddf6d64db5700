"""Finds the statements of a corpus that are most like one of them, without looking at all.

Likeness is the sum of three cosines: of words weighted by rarity (inverse document frequency,
Spärck Jones 1972) with quantities counted double, of word pieces of four letters, and of the
paragraphs' words. Statements of another story count half.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from reader.likeness.telling import Telling
from reader.likeness.vocabulary import Vocabulary

_QUANTITY_WEIGHT = math.sqrt(2)
"""Of each of a quantity's two terms: as vectors add, together twice a word's."""
_PASSAGE_WEIGHT = 0.8
_OTHER_STORY = 0.5
_NEIGHBOUR_SHARE = 0.2
"""How much of a neighbour's likeness to a counterpart is taken off: it may be the neighbour's."""
_RERANKED = 16
_CANDIDATES = 400
_MOST_POSTINGS = 60_000
"""Places of terms that one query looks at, rarest terms first, beyond its own story."""
_FEW = 1_500
"""So many tellings are looked at one by one faster than anybody waits."""
_MOST_OF_STORY = 1_500
_VECTORS_KEPT = 1_200


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement, by its place in the index, and how much it is like the one asked about."""

    telling: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Vectors:
    """A statement's weights, each vector of length one."""

    words: dict[int, float]
    pieces: dict[int, float]
    passage: dict[int, float]


class Index:
    """The tellings of a corpus, by their words; made once, then only asked.

    Tellings of one article must follow one another.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._vocabulary = Vocabulary()
        self._terms, self._term_starts = array("I"), array("I", [0])
        self._passages, self._passage_starts = array("I"), array("I", [0])
        self._passage_of, self._article_of, self._story_of = array("I"), array("I"), array("I")
        self._articles = _Groups()
        self._stories = _Groups()
        self._take_in(tellings)
        count = len(self._article_of)
        size = len(self._vocabulary)
        self._places = _places(self._terms, self._term_starts, size)
        in_tellings = array("I", (len(places) for places in self._places))
        in_passages = _counts(self._passages, size)
        doubled = self._vocabulary.quantities
        self._rarity = _rarity(in_tellings, count, doubled)
        self._passage_rarity = _rarity(in_passages, len(self._passage_starts) - 1, doubled)
        self._piece_rarity = _rarity(self._vocabulary.piece_counts(in_tellings), count)
        self._vectors: OrderedDict[int, _Vectors] = OrderedDict()

    def __len__(self) -> int:
        return len(self._article_of)

    def likeness(self, one: int, other: int, *, passage_weight: float = _PASSAGE_WEIGHT) -> float:
        """Say how much two tellings are alike, from 0 to 2.8; paragraphs count across articles."""
        mine, theirs = self._vectors_of(one), self._vectors_of(other)
        score = _dot(mine.words, theirs.words) + _dot(mine.pieces, theirs.pieces)
        if self._article_of[one] != self._article_of[other]:
            score += passage_weight * _dot(mine.passage, theirs.passage)
        same_story = self._story_of[one] == self._story_of[other]
        return score if same_story else score * _OTHER_STORY

    def most_alike(self, one: int, count: int = 10) -> list[Alike]:
        """Find the tellings of other articles most like one of them, best first."""
        return self._best(one, self._candidates(one), count)

    def most_alike_of_all(self, one: int, count: int = 10) -> list[Alike]:
        """Do the same by looking at every telling: the slow, obvious twin of `most_alike`."""
        return self._best(one, range(len(self)), count)

    def most_like(self, text: str, count: int = 10) -> list[Alike]:
        """Find the tellings most like words of one's own, best first; new words do not count."""
        terms = self._vocabulary.known(text)
        mine = self._vectors_from(terms)
        scored = (
            (_dot(mine.words, theirs.words) + _dot(mine.pieces, theirs.pieces), -other)
            for other in self._sharing(terms)
            for theirs in (self._vectors_of(other),)
        )
        best = heapq.nlargest(count, scored)
        return [Alike(-other, score) for score, other in best if score > 0]

    def _take_in(self, tellings: Iterable[Telling]) -> None:
        passage, at = None, 0
        for at, telling in enumerate(tellings):
            self._article_of.append(self._articles.add(telling.article, at))
            self._story_of.append(self._stories.add(telling.story or telling.article, at))
            self._terms.extend(sorted(self._vocabulary.read(telling.text)))
            self._term_starts.append(len(self._terms))
            if telling.passage != passage:
                passage = telling.passage
                self._passages.extend(sorted(self._vocabulary.read(passage)))
                self._passage_starts.append(len(self._passages))
            self._passage_of.append(len(self._passage_starts) - 2)

    def _best(self, one: int, candidates: Iterable[int], count: int) -> list[Alike]:
        article = self._article_of[one]
        scored = (
            (self.likeness(one, other), -other)
            for other in candidates
            if self._article_of[other] != article
        )
        best = heapq.nlargest(max(_RERANKED, count), scored)
        found = [
            Alike(-other, self._less_neighbours(one, -other, score))
            for score, other in best
            if score > 0
        ]
        found.sort(key=lambda alike: (-alike.likeness, alike.telling))
        return found[:count]

    def _less_neighbours(self, one: int, other: int, score: float) -> float:
        """Take off what another statement of the same article has in common with the other."""
        neighbours = self._articles.members(self._article_of[one])
        nearest = max((self.likeness(near, other) for near in neighbours if near != one), default=0)
        return score - _NEIGHBOUR_SHARE * nearest

    def _candidates(self, one: int) -> Iterable[int]:
        """Gather what shares rare words with a telling, and all of its own story."""
        if len(self) <= _FEW:
            return range(len(self))
        story = self._stories.members(self._story_of[one])
        return self._sharing(self._terms_of(one)).union(story[:_MOST_OF_STORY])

    def _sharing(self, terms: Iterable[int]) -> set[int]:
        """Gather the tellings that share most of some terms, the rarest ones counting most."""
        weights: dict[int, float] = {}
        looked_at = 0
        for term in sorted(terms, key=lambda term: len(self._places[term])):
            places = self._places[term]
            if looked_at and looked_at + len(places) > _MOST_POSTINGS:
                break
            looked_at += len(places)
            weight = self._rarity[term] ** 2
            for place in places:
                weights[place] = weights.get(place, 0.0) + weight
        return set(heapq.nlargest(_CANDIDATES, weights, key=weights.__getitem__))

    def _terms_of(self, one: int) -> array[int]:
        return self._terms[self._term_starts[one] : self._term_starts[one + 1]]

    def _passage_terms_of(self, one: int) -> array[int]:
        passage = self._passage_of[one]
        return self._passages[self._passage_starts[passage] : self._passage_starts[passage + 1]]

    def _vectors_from(self, terms: Iterable[int], passage: Iterable[int] = ()) -> _Vectors:
        return _Vectors(
            _unit_vector(terms, self._rarity),
            _unit_vector(self._vocabulary.pieces(terms), self._piece_rarity),
            _unit_vector(passage, self._passage_rarity),
        )

    def _vectors_of(self, one: int) -> _Vectors:
        known = self._vectors.get(one)
        if known is not None:
            self._vectors.move_to_end(one)
            return known
        made = self._vectors_from(self._terms_of(one), self._passage_terms_of(one))
        self._vectors[one] = made
        if len(self._vectors) > _VECTORS_KEPT:
            self._vectors.popitem(last=False)
        return made


class _Groups:
    """Names of articles or stories as numbers, each with the tellings that belong to it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._members: list[array[int]] = []

    def add(self, name: str, member: int) -> int:
        number = self._numbers.setdefault(name, len(self._numbers))
        if number == len(self._members):
            self._members.append(array("I"))
        self._members[number].append(member)
        return number

    def members(self, number: int) -> array[int]:
        return self._members[number]


def _counts(terms: array[int], size: int) -> array[int]:
    found = array("I", bytes(4 * size))
    for term in terms:
        found[term] += 1
    return found


def _places(terms: array[int], starts: array[int], size: int) -> list[array[int]]:
    """Turn the terms of each telling into the tellings of each term."""
    found = [array("I") for _ in range(size)]
    for at in range(len(starts) - 1):
        for term in terms[starts[at] : starts[at + 1]]:
            found[term].append(at)
    return found


def _rarity(counts: array[int], total: int, doubled: Iterable[int] = ()) -> array[float]:
    rarity = array("f", (math.log((total + 1) / (count + 0.5)) for count in counts))
    for at, double in enumerate(doubled):
        if double:
            rarity[at] *= _QUANTITY_WEIGHT
    return rarity


def _unit_vector(terms: Iterable[int], rarity: array[float]) -> dict[int, float]:
    weights = {term: rarity[term] for term in terms}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _dot(one: dict[int, float], other: dict[int, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum(weight * get(term, 0.0) for term, weight in one.items())
