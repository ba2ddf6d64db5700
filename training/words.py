"""Counts over single words: which to number, what class each is of, how often each is a cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from reader.attribution.tagging.vocabulary import FIRST_WORD, Vocabulary, unknown
from reader.attribution.text.tokens import LOWER
from reader.language.english import ENGLISH
from training.gold import GoldArticle, GoldLine, Relation
from training.reporting import reporting_words

_CLASSES = 200
_CONTEXTS = 600
_DIMENSIONS = 60
_LEAST_COUNT = 3
_LEAST_ARTICLES = 2
_AUXILIARIES = frozenset(
    """
be is are was were been being am 's has have had having do does did done to in of for on at by with
from as the a an not n't will would could should may might must can also it that and or out up about
over against into but his her their its so very more only still just then
""".split()  # noqa: SIM905 (a list of words is easier to read and to mend as text)
)


def head_of(words: Sequence[str], relation: Relation, shares: dict[str, float]) -> int:
    """The place of the cue's head: its word that most often stands in cues."""
    first, last = relation.cue
    content = [p for p in range(first, last) if words[p] not in _AUXILIARIES] or range(first, last)
    return max(content, key=lambda place: (shares.get(words[place], 0.0), -place))


@dataclass(slots=True)
class Counts:
    """How often a word was seen, and as the head of a cue of each kind."""

    seen: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)


_SHARE_STEPS = (0.02, 0.06, 0.12, 0.25, 0.4, 0.6, 0.8)
_LEAST_SHARE = 0.006


def cue_class(seen: int, said: int, held: int) -> int:
    """A word's cue class from its counts: 0 never, else share of heads by share of held ones."""
    heads = said + held
    if heads <= 0 or heads < _LEAST_SHARE * seen:
        return 0
    share = (heads + 0.1) / (seen + 1)
    step = sum(share > limit for limit in _SHARE_STEPS)
    third = min(2, int(3 * (held + 0.5) / (heads + 1)))
    return 1 + step * 3 + third


def shares_of_cues(articles: Iterable[GoldArticle]) -> dict[str, float]:
    """How large a share of each word's occurrences stands in a cue."""
    seen: Counter[str] = Counter()
    cue: Counter[str] = Counter()
    for article in articles:
        for gold in article.lines:
            seen.update(gold.words)
            for relation in gold.relations:
                cue.update(gold.words[slice(*relation.cue)])
    return {word: cue[word] / (seen[word] + 2) for word in cue}


def count(lines: Iterable[GoldLine], shares: dict[str, float]) -> Counts:
    counts = Counts()
    for gold in lines:
        words = gold.words
        counts.seen.update(words)
        for relation in gold.relations:
            head = words[head_of(words, relation, shares)]
            (counts.held if relation.held else counts.said)[head] += 1
    return counts


def _word_classes(numbers: dict[str, int], articles: Sequence[GoldArticle], seed: int) -> list[int]:
    """Classes of words that stand between the same neighbours: k-means on reduced counts."""
    order = sorted(numbers, key=lambda word: numbers[word])
    total = FIRST_WORD + len(order)
    context: dict[int, int] = {}
    flat: list[list[int]] = []
    seen: Counter[int] = Counter()
    for article in articles:
        for gold in article.lines:
            ids = [
                numbers.get(word) or unknown(word, shape)
                for word, shape in zip(gold.words, gold.shapes, strict=True)
            ]
            seen.update(ids)
            flat.append([0, *ids, 0])
    seen[0] = 10**9
    for place, (number, _) in enumerate(seen.most_common(_CONTEXTS)):
        context[number] = place
    table = np.zeros((total, 2 * _CONTEXTS), dtype=np.float64)
    for ids in flat:
        for left, right in pairwise(ids):
            if right in context:
                table[left, _CONTEXTS + context[right]] += 1
            if left in context:
                table[right, context[left]] += 1
    table = table[FIRST_WORD:]
    rows = table.sum(1, keepdims=True) + 1
    columns = table.sum(0, keepdims=True) + 1
    weight = np.log1p(table * table.sum() / (rows * columns) * 1.0)
    weight *= table > 0
    _, vectors = np.linalg.eigh(weight.T @ weight)
    points = weight @ vectors[:, -_DIMENSIONS:]
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-6
    mass = np.sqrt(table.sum(1) + 1)
    generator = np.random.default_rng(seed)
    chosen = np.argsort(-mass)[: _CLASSES * 2]
    centres = points[generator.choice(chosen, _CLASSES, replace=False)]
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(30):
        labels = (points @ centres.T).argmax(1)
        for place in range(_CLASSES):
            inside = labels == place
            if inside.any():
                centre = (points[inside] * mass[inside, None]).sum(0)
                centres[place] = centre / (np.linalg.norm(centre) + 1e-6)
    return [*range(FIRST_WORD), *(FIRST_WORD + int(label) for label in labels)]


@dataclass(frozen=True, slots=True)
class WordList:
    """The words that have numbers, the class of each number, and the list of reporting words."""

    numbers: dict[str, int]
    classes: bytes
    listed: dict[str, int]

    def vocabulary(self, cues: dict[str, int]) -> Vocabulary:
        """The vocabulary where these are the cue classes."""
        return Vocabulary.of(self.numbers, self.classes, cues, self.listed)


def build_words(articles: Sequence[GoldArticle], cues: Iterable[str], seed: int) -> WordList:
    """The words of these articles that have numbers: those seen often enough, and all cues."""
    seen: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for article in articles:
        seen.update(word for gold in article.lines for word in gold.words)
        inside.update({word for gold in article.lines for word in gold.words})
    kept = sorted(
        word
        for word, times in seen.items()
        if times >= _LEAST_COUNT and inside[word] >= _LEAST_ARTICLES
    )
    counted = {word: FIRST_WORD + place for place, word in enumerate(kept)}
    classes = _word_classes(counted, articles, seed)
    listed = reporting_words(ENGLISH)
    rest = sorted((set(cues) | set(listed)) - set(kept))
    numbers = {word: FIRST_WORD + place for place, word in enumerate([*kept, *rest])}
    return WordList(numbers, bytes([*classes, *(unknown(word, LOWER) for word in rest)]), listed)


def cue_classes(counts: Counts, without: Counts | None) -> dict[str, int]:
    """Cue class by word; `without` is left out of the counts (an article scores itself not)."""
    words = set(counts.said) | set(counts.held)
    classes = {}
    for word in words:
        seen, said, held = counts.seen[word], counts.said[word], counts.held[word]
        if without is not None:
            seen -= without.seen[word]
            said -= without.said[word]
            held -= without.held[word]
        found = cue_class(seen, said, held)
        if found:
            classes[word] = found
    return classes
