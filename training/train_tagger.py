"""Make the tagger's weights again: `python -m training.train_tagger GOLD.jsonl [OUT]`.

Needs numpy and numba beside the package. Same gold, same numpy, same weights: every seed is fixed.
GOLD has one JSON object a line: `id`, `text`, `attributions` of `source`, `cue`, `content` (lists
of [start, end] in code points) and `optional` (true: kind held). Only numbers of single words,
classes, shapes and distances are kept of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from reader.attribution.tagging.decoding import FIELD_BITS, WIDE_BITS
from reader.attribution.tagging.weights import SCALE, Weights, dump
from training.chains import ChainModel, Learned, Plan, fit_chains
from training.fit import Floats, Ints, fit_choices, probabilities, rows_of, table
from training.gold import GoldArticle, read_articles
from training.samples import (
    FOLDS,
    Sample,
    barred_pairs,
    chains,
    find_frames,
    head_samples,
    reach_samples,
    read_samples,
)
from training.words import build_vocabulary, count, shares_of_cues

OUT = Path(__file__).parent.parent / "reader/language/english/weights.bin"
_SEED = 1
_LARGEST = 127
"""A weight is kept in a signed byte, in steps of 1/SCALE."""
_MOST_HEADS = 30_000
_MOST_REACHES = 12_000


@dataclass(slots=True)
class Choices:
    """A choice model fitted on everything, and what models of the other folds make of each fold."""

    rows: dict[int, int]
    weights: Floats
    by_fold: list[Floats]
    likelihoods: Floats


def _part(flat: Ints, begins: Ints, kept: Ints) -> tuple[Ints, Ints]:
    pieces = [flat[begins[at] : begins[at + 1]] for at in kept]
    lengths = [len(piece) for piece in pieces]
    return np.concatenate(pieces), np.concatenate([[0], np.cumsum(lengths)])


def _choices(
    samples: Sequence[tuple[int, ...]], labels: Ints, folds: Ints, columns: int, most: int
) -> Choices:
    rows = rows_of(samples, 2)
    flat, begins = table(samples, rows)

    def fit(kept: Ints) -> Floats:
        return fit_choices(
            *_part(flat, begins, kept), labels[kept], len(rows), columns, epochs=8, rate=0.05,
            decay=0.003, seed=_SEED,
        )  # fmt: skip

    likelihoods = np.zeros((len(labels), columns + 1))
    by_fold = []
    for fold in range(FOLDS):
        weights = fit(np.flatnonzero(folds != fold))
        by_fold.append(weights)
        inside = np.flatnonzero(folds == fold)
        likelihoods[inside] = probabilities(*_part(flat, begins, inside), weights)
    everything = fit(np.arange(len(labels)))
    order = np.argsort(-np.abs(everything).max(1), kind="stable")[:most]
    lost = np.ones(len(rows), bool)
    lost[order] = False
    everything[lost] = 0
    return Choices(rows, everything, by_fold, likelihoods)


def _scorer(choices: Choices, weights: Floats) -> Callable[[tuple[int, ...]], float]:
    rows = choices.rows

    def score(features: tuple[int, ...]) -> float:
        return float(sum(weights[rows[key], 0] for key in features if key in rows))

    return score


def _packed(keys: Sequence[int], weights: Floats, bits: int = FIELD_BITS) -> dict[int, int]:
    """Weights as packed integers by key, those that round to nothing left out."""
    whole = np.clip(np.rint(weights * SCALE), -_LARGEST, _LARGEST).astype(np.int64)
    found = {}
    for key, row in zip(keys, whole.tolist(), strict=True):
        packed = sum(score << (bits * column) for column, score in enumerate(row))
        if packed:
            found[int(key)] = packed
    return found


def _learned(learned: Learned, bits: int = FIELD_BITS) -> dict[int, int]:
    return _packed(learned.keys.tolist(), learned.weights, bits)


def train(articles: Sequence[GoldArticle], plan: Plan) -> Weights:
    """All the weights, from the first count to the last fit."""
    shares = shares_of_cues(articles)
    counts = count((gold for article in articles for gold in article.lines), shares)
    vocabulary = build_vocabulary(articles, counts, _SEED)
    samples = read_samples(articles, vocabulary, counts, shares)
    heads = _fit_heads(samples)
    reaches = _fit_reaches(samples)
    at = 0
    for sample in samples:
        ahead = at + len(sample.candidates)
        score = _scorer(reaches, reaches.by_fold[sample.fold])
        find_frames(sample, heads.likelihoods[at:ahead], score)
        at = ahead
    model: ChainModel = fit_chains(chains(samples), plan)
    sides = np.rint(model.transitions * SCALE).astype(int).tolist()
    return Weights(
        vocabulary=replace(vocabulary, barred=barred_pairs(samples)),
        heads=_packed(list(heads.rows), heads.weights),
        reaches=_packed(list(reaches.rows), reaches.weights),
        borders=_learned(model.borders),
        insides=_learned(model.insides, WIDE_BITS),
        ends=_learned(model.ends),
        transitions=tuple(tuple(side) for side in sides),
    )


def _fit_heads(samples: Sequence[Sample]) -> Choices:
    found = [(*pair, sample.fold) for sample in samples for pair in head_samples(sample)]
    return _choices(
        [features for features, _, _ in found],
        np.array([label for _, label, _ in found]),
        np.array([fold for _, _, fold in found]),
        2,
        _MOST_HEADS,
    )


def _fit_reaches(samples: Sequence[Sample]) -> Choices:
    found = [(*pair, sample.fold) for sample in samples for pair in reach_samples(sample)]
    return _choices(
        [features for features, _, _ in found],
        np.array([label for _, label, _ in found]),
        np.array([fold for _, _, fold in found]),
        1,
        _MOST_REACHES,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the tagger's weights from annotated news.")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    parser.add_argument("--without", type=int, metavar="FOLD", help="leave one quarter out")
    chosen = parser.parse_args()
    articles = list(read_articles(chosen.gold))
    if chosen.without is not None:
        articles = [a for place, a in enumerate(articles) if place % FOLDS != chosen.without]
    packed = dump(train(articles, Plan()))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(packed)
    sys.stdout.write(f"{len(packed) / 1e6:.2f} MB in {chosen.out}\n")


if __name__ == "__main__":
    main()
