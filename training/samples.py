"""From annotated lines to what the models are fitted on."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from reader.attribution.tagging.cue_features import head_score, reach_score
from reader.attribution.tagging.cues import Head, candidates, frames
from reader.attribution.tagging.decoding import (
    BOTH_SEEN,
    CONTENT,
    CONTENT_AFTER,
    CONTENT_SEEN,
    NOTHING,
    SOURCE,
    SOURCE_AFTER,
    SOURCE_SEEN,
)
from reader.attribution.tagging.frame import Frame
from reader.attribution.tagging.line import PAD, Line
from reader.attribution.tagging.span_features import (
    View,
    end_scores,
    place_border_score,
    place_inside_scores,
)
from reader.attribution.tagging.vocabulary import CLASSES
from training.fit import Floats, Ints
from training.gold import GoldArticle, Relation
from training.words import Counts, WordList, count, cue_classes, head_of

FOLDS = 4
"""Each quarter of the articles is seen by later models as models of the other three see it."""
_MOST_STEPS = 8
_LEAST_SURE = (0.12, 0.04, 0.01)
"""Less sure than the finder asks for: the chains learn most from cues that come to nothing."""


class Asked:
    """A table that notes which of its rows are asked for, instead of giving weights."""

    def __init__(self) -> None:
        self._rows: list[int] = []

    def __getitem__(self, row: int, /) -> int:
        self._rows.append(row)
        return 0

    def rows(self) -> tuple[int, ...]:
        """The rows asked for since the last time, in order."""
        rows = tuple(self._rows)
        self._rows.clear()
        return rows


@dataclass(slots=True)
class Sample:
    """A line of an article in numbers, with its gold heads and, later, its found frames."""

    fold: int
    encoded: Line
    relations: list[Relation]
    gold_heads: dict[int, Relation]
    candidates: list[int]
    frames: list[tuple[Frame, Head]] = field(default_factory=list)


def read_samples(
    articles: Sequence[GoldArticle],
    words: WordList,
    counts: Counts,
    shares: dict[str, float],
) -> list[Sample]:
    """The lines of `articles`; each article's words are classed by counts without itself."""
    samples = []
    for number, article in enumerate(articles):
        others = words.vocabulary(cue_classes(counts, count(article.lines, shares)))
        for gold in article.lines:
            if not gold.words:
                continue
            encoded = gold.encoded(others)
            heads = {head_of(gold.words, found, shares): found for found in gold.relations}
            samples.append(
                Sample(number % FOLDS, encoded, gold.relations, heads, candidates(encoded))
            )
    return samples


def head_samples(sample: Sample) -> Iterator[tuple[tuple[int, ...], int]]:
    """Features and label (0 no head, 1 said, 2 held) of a line's candidates."""
    asked = Asked()
    for place in sample.candidates:
        relation = sample.gold_heads.get(place)
        head_score(sample.encoded, place, asked)
        yield asked.rows(), 0 if relation is None else 1 + relation.held


def reach_samples(sample: Sample) -> Iterator[tuple[tuple[int, ...], int]]:
    """Features and label (1 the cue goes on) of every step from the gold heads outwards."""
    asked = Asked()
    for head, relation in sample.gold_heads.items():
        for right in (True, False):
            at = head
            for step in range(1, _MOST_STEPS + 1):
                at += 1 if right else -1
                if not 0 <= at < len(sample.encoded):
                    break
                goes_on = relation.cue[0] <= at < relation.cue[1]
                reach_score(sample.encoded, head, at, step, right, asked)
                yield asked.rows(), int(goes_on)
                if not goes_on:
                    break


def find_frames(sample: Sample, likelihoods: Floats, reaches: Sequence[int]) -> None:
    """Give the sample the frames that a finder with these numbers would look into."""
    found = [
        Head(place, float(said), float(held))
        for place, (_, said, held) in zip(sample.candidates, likelihoods, strict=True)
    ]
    sample.frames = frames(sample.encoded, found, reaches, _LEAST_SURE)


def _relation_of(sample: Sample, frame: Frame) -> Relation | None:
    exact = sample.gold_heads.get(frame.head)
    if exact is not None:
        return exact
    for relation in sample.relations:
        if relation.cue[0] <= frame.head < relation.cue[1]:
            return relation
    return None


def gold_states(sample: Sample, frame: Frame) -> list[int]:
    """The states of the gold path, the place beyond the stretch included."""
    states = [NOTHING] * (frame.high - frame.low + 1)
    relation = _relation_of(sample, frame)
    if relation is None or not relation.content:
        return states
    labels = [""] * len(states)
    parts = [("s", relation.source)] if relation.source else []
    for letter, place in [*parts, *(("c", piece) for piece in relation.content)]:
        assert place is not None
        for at in range(max(place[0], frame.low), min(place[1], frame.high)):
            if not frame.first <= at < frame.last:
                labels[at - frame.low] = letter
    content = source = False
    before = ""
    for at, label in enumerate(labels):
        kept = "" if label == "s" and source and before != "s" else label
        source |= before == "s" and kept != "s"
        content |= before == "c" and kept != "c"
        if kept == "s":
            states[at] = SOURCE_AFTER if content else SOURCE
        elif kept == "c":
            states[at] = CONTENT_AFTER if source else CONTENT
        else:
            outside = ((NOTHING, SOURCE_SEEN), (CONTENT_SEEN, BOTH_SEEN))
            states[at] = outside[content][source]
        before = kept
    return states


@dataclass(slots=True)
class Chains:
    """Features of all frames, flat: keys and where each place's begin."""

    borders: tuple[Ints, Ints]
    insides: tuple[Ints, Ints]
    ends: tuple[Ints, Ints]
    sequences: Ints
    sides: Ints
    states: Ints


class _Flat:
    def __init__(self) -> None:
        self.keys = array("q")
        self.begins = array("q", [0])

    def close(self) -> None:
        self.begins.append(len(self.keys))

    def arrays(self) -> tuple[Ints, Ints]:
        return np.frombuffer(self.keys, np.int64), np.frombuffer(self.begins, np.int64)


def chains(samples: Sequence[Sample]) -> Chains:
    """What the chain model is fitted on: one sequence a frame, the place beyond it included."""
    borders, insides, ends = _Flat(), _Flat(), _Flat()
    sides, states, sequences = array("q"), array("q"), array("q", [0])
    asked = Asked()
    for sample in samples:
        encoded = sample.encoded
        place_inside_scores(encoded, asked)
        pairs = iter(asked.rows())
        alone = list(zip(pairs, pairs, strict=True))
        for frame, _ in sample.frames:
            view = View(encoded, frame)
            standings = view.standings()
            for place in range(frame.low, frame.high + 1):
                cue = frame.first <= place < frame.last
                if not frame.first < place < frame.last:
                    place_border_score(encoded, place, asked)
                    view.border_scores((place,), asked)
                    borders.keys.extend(asked.rows())
                if not cue and place < frame.high:
                    view.inside_score(standings[place - frame.low], asked)
                    insides.keys.extend(alone[place])
                    insides.keys.extend(asked.rows())
                borders.close()
                insides.close()
                sides.append(1 if cue else 0 if place < frame.first else 2)
            states.extend(gold_states(sample, frame))
            sequences.append(len(sides))
            end_scores(encoded, frame, asked)
            ends.keys.extend(asked.rows())
            ends.close()
    return Chains(
        borders.arrays(), insides.arrays(), ends.arrays(),
        np.array(sequences), np.array(sides), np.array(states),
    )  # fmt: skip


_BARRED_SEEN = 30
_BARRED_SHARE = 0.02


def barred_pairs(samples: Sequence[Sample]) -> bytes:
    """A bit for each pair of word classes between which hardly anything begins or ends."""
    seen: Counter[int] = Counter()
    borders: Counter[int] = Counter()
    for sample in samples:
        classes = sample.encoded.classes
        for frame, _ in sample.frames:
            states = gold_states(sample, frame)
            for place in range(frame.low + 1, frame.high):
                if frame.first <= place <= frame.last:
                    continue
                pair = classes[place + PAD - 1] * CLASSES + classes[place + PAD]
                seen[pair] += 1
                borders[pair] += _part_of(states[place - frame.low - 1]) != _part_of(
                    states[place - frame.low]
                )
    barred = bytearray(CLASSES * CLASSES // 8)
    for pair, times in seen.items():
        if times >= _BARRED_SEEN and borders[pair] <= _BARRED_SHARE * times:
            barred[pair >> 3] |= 1 << (pair & 7)
    return bytes(barred)


def _part_of(state: int) -> int:
    """Outside, source or content."""
    return 1 if state in (SOURCE, SOURCE_AFTER) else 2 if state in (CONTENT, CONTENT_AFTER) else 0
