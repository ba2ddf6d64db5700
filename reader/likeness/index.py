"""Finds the statements of a corpus that are most like one of them, without comparing with all.

Likeness is the sum of three cosines: of words weighted by rarity with quantities counted double, of
word pieces of four letters, and of the paragraphs' words. Statements of another story count half.
It is summed up for all statements at once, but for what hardly counts, term by term from the lists
of those that hold a term (Turtle and Flood 1995). Those with the highest sums are then compared.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from reader.likeness.field import Field, Vector, dot, dots
from reader.likeness.groups import Groups
from reader.likeness.sums import Near, Sums
from reader.likeness.telling import Telling
from reader.likeness.vocabulary import TermReader, Vocabulary
from reader.likeness.word_pieces import WordPieces

_PASSAGE_WEIGHT = 0.8
_OTHER_STORY = 0.5
_NEIGHBOUR_SHARE = 0.2
"""How much of a neighbour's likeness to a counterpart is taken off: it may be the neighbour's."""
_RERANKED = 16
_SLACK = 1e-6
"""Likeness that is no difference, but a matter of the order in which numbers were added."""
_VECTORS_KEPT = 1_200


@dataclass(frozen=True, slots=True)
class Alike:
    """A statement, by its place in the index, and how much it is like the one asked about."""

    telling: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Vectors:
    """A statement's weights, each vector of length one."""

    words: Vector
    pieces: Vector
    passage: Vector


class Index:
    """The tellings of a corpus, by their words; made once, then only asked.

    Tellings of one article must follow one another.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._vocabulary = Vocabulary()
        self._words, self._passages = Field(), Field()
        self._passage_of = array("I")
        self._articles, self._stories = Groups(), Groups()
        self._take_in(tellings)
        factors = self._vocabulary.factors()
        self._words.weigh(factors)
        self._passages.weigh(factors)
        held = map(len, self._words.holders)
        self._pieces = WordPieces(self._vocabulary.words, held, len(self))
        self._sums = Sums(self._words, self._pieces, self._passages, self._passage_of)
        self._vectors: OrderedDict[int, _Vectors] = OrderedDict()

    def __len__(self) -> int:
        return len(self._passage_of)

    def likeness(self, one: int, other: int, *, passage_weight: float = _PASSAGE_WEIGHT) -> float:
        """Say how much two tellings are alike, from 0 to 2.8; paragraphs count across articles."""
        mine, theirs = self._vectors_of(one), self._vectors_of(other)
        score = dot(mine.words, theirs.words) + dot(mine.pieces, theirs.pieces)
        if self._article_differs(one, other):
            score += passage_weight * dot(mine.passage, theirs.passage)
        same_story = self._stories.of[one] == self._stories.of[other]
        return score if same_story else score * _OTHER_STORY

    def likenesses(
        self, tellings: Sequence[int], *, passage_weight: float = _PASSAGE_WEIGHT
    ) -> dict[tuple[int, int], float]:
        """Say it of all pairs of some tellings at once, as they follow one another."""
        vectors = [self._vectors_of(one) for one in tellings]
        words = dots([vector.words for vector in vectors])
        pieces = dots([vector.pieces for vector in vectors])
        passages = dots([vector.passage for vector in vectors])
        found = {}
        for (at, one), (after, other) in combinations(enumerate(tellings), 2):
            score = words[after].get(at, 0.0) + pieces[after].get(at, 0.0)
            if self._article_differs(one, other):
                score += passage_weight * passages[after].get(at, 0.0)
            same_story = self._stories.of[one] == self._stories.of[other]
            found[one, other] = score if same_story else score * _OTHER_STORY
        return found

    def most_alike(self, one: int, count: int = 10) -> list[Alike]:
        """Find the tellings of other articles most like one of them, best first."""
        best = _Best(max(_RERANKED, count))
        sums = self._sums.by_words(self._words.terms(one))
        article = self._articles.around(one)
        near = self._sums.near(one, article)
        own = [other for other in self._stories.around(one) if self._article_differs(one, other)]
        self._compare(one, best, sums, near, own)
        for other in (*own, *article):
            sums[other] = 0.0
        # What is highest by words alone tells, but for very little, what others must have.
        highest = heapq.nlargest(best.size, sums)[-1]
        floor = max(0.0, highest - _PASSAGE_WEIGHT * near.most)
        others = [other for other, by_words in enumerate(sums) if by_words > floor]
        if not floor:
            others += self._of_passages(near.above(highest / _PASSAGE_WEIGHT))
        self._compare(one, best, sums, near, others, _OTHER_STORY)
        return self._ranked(one, best.found, count)

    def most_alike_of_all(self, one: int, count: int = 10) -> list[Alike]:
        """Do the same by looking at every telling: the slow, obvious twin of `most_alike`."""
        scored = (
            (self.likeness(one, other), -other)
            for other in range(len(self))
            if self._article_differs(one, other)
        )
        return self._ranked(one, heapq.nlargest(max(_RERANKED, count), scored), count)

    def most_like(self, text: str, count: int = 10) -> list[Alike]:
        """Find the tellings most like words of one's own, best first; new words do not count."""
        terms = self._vocabulary.known(text)
        words, pieces = self._words.vector(terms), self._pieces.vector(terms)
        best = _Best(count)
        for other in _highest(self._sums.by_words(terms), max(_RERANKED, count)):
            theirs = self._vectors_of(other)
            best.add(dot(words, theirs.words) + dot(pieces, theirs.pieces), other)
        return [Alike(-other, score) for score, other in sorted(best.found, reverse=True)]

    def _take_in(self, tellings: Iterable[Telling]) -> None:
        read = TermReader(self._vocabulary).read
        passage = None
        for telling in tellings:
            self._articles.add(telling.article)
            self._stories.add(telling.story or telling.article)
            self._words.add(read(telling.text))
            if telling.passage != passage:
                passage = telling.passage
                self._passages.add(read(passage))
            self._passage_of.append(len(self._passages) - 1)

    def _article_differs(self, one: int, other: int) -> bool:
        return self._articles.of[one] != self._articles.of[other]

    def _compare(
        self,
        one: int,
        best: _Best,
        sums: Sequence[float],
        near: Near,
        others: Sequence[int],
        share: float = 1.0,
    ) -> None:
        """Compare one telling with others, by the sums of their words, while any may be better."""
        cosines = near.cosines(map(self._passage_of.__getitem__, others))
        least = best.least / share + _SLACK
        likely = [
            (total, other)
            for other, cosine in zip(others, cosines, strict=True)
            if (total := sums[other] + _PASSAGE_WEIGHT * cosine) > least
        ]
        for total, other in sorted(likely, key=itemgetter(0), reverse=True):
            if total * share <= best.least + _SLACK:
                break
            best.add(self.likeness(one, other), other)

    def _of_passages(self, passages: Iterable[int]) -> Iterable[int]:
        for passage in passages:
            yield from range(
                bisect_left(self._passage_of, passage), bisect_right(self._passage_of, passage)
            )

    def _ranked(self, one: int, best: Iterable[tuple[float, int]], count: int) -> list[Alike]:
        found = [
            Alike(-other, self._less_neighbours(one, -other, score))
            for score, other in best
            if score > 0
        ]
        found.sort(key=lambda alike: (-alike.likeness, alike.telling))
        return found[:count]

    def _less_neighbours(self, one: int, other: int, score: float) -> float:
        """Take off what another statement of the same article has in common with the other."""
        nearest = max(
            (self.likeness(near, other) for near in self._articles.around(one) if near != one),
            default=0,
        )
        return score - _NEIGHBOUR_SHARE * nearest

    def _vectors_of(self, one: int) -> _Vectors:
        known = self._vectors.get(one)
        if known is not None:
            self._vectors.move_to_end(one)
            return known
        terms = self._words.terms(one)
        made = _Vectors(
            self._words.vector(terms),
            self._pieces.vector(terms),
            self._passages.vector(self._passages.terms(self._passage_of[one])),
        )
        self._vectors[one] = made
        if len(self._vectors) > _VECTORS_KEPT:
            self._vectors.popitem(last=False)
        return made


class _Best:
    """Keeps the tellings that are most alike, and each of them once."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.found: list[tuple[float, int]] = []
        """How much alike, and the place below zero, as of two that are equal the first counts."""
        self._seen: set[int] = set()

    @property
    def least(self) -> float:
        """The likeness that another must have more of to be kept."""
        return self.found[0][0] if len(self.found) == self.size else 0.0

    def add(self, likeness: float, telling: int) -> None:
        """Keep a telling, if it is among the best."""
        if telling in self._seen:
            return
        self._seen.add(telling)
        if len(self.found) < self.size:
            heapq.heappush(self.found, (likeness, -telling))
        else:
            heapq.heappushpop(self.found, (likeness, -telling))


def _highest(sums: Sequence[float], count: int) -> list[int]:
    """Give the places of the highest sums above 0; of equal ones all."""
    lowest = heapq.nlargest(count, sums)[-1:]
    return [place for place, total in enumerate(sums) if total > 0 and total >= lowest[0]]
