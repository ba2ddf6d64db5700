"""Make the tagger's weights again: `python -m training.train_tagger GOLD.jsonl [OUT]`.

Needs numpy and numba beside the package. Same gold, same numpy, same weights: every seed is fixed.
GOLD has one JSON object a line: `id`, `text`, `attributions` of `source`, `cue`, `content` (lists
of [start, end] in code points) and `optional` (true: kind held). Only numbers of single words,
classes, shapes and distances are kept of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reader.attribution.tagging.cue_features import HEAD_ROWS, REACH_ROWS
from reader.attribution.tagging.decoding import FIELD_BITS, WIDE_BITS
from reader.attribution.tagging.weights import SCALE, Weights, dump
from training.chains import ChainModel, Plan, fit_chains
from training.fit import Floats, Ints, fit_choices, probabilities
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
from training.words import build_words, count, cue_classes, shares_of_cues

OUT = Path(__file__).parent.parent / "reader/language/english/weights.bin"
_SEED = 1
_LARGEST = 127
"""A weight is kept in a signed byte, in steps of 1/SCALE."""


@dataclass(slots=True)
class Choices:
    """A choice model fitted on everything, and what models of the other folds make of each fold."""

    weights: Floats
    by_fold: list[Floats]
    likelihoods: Floats


def _choices(
    samples: Sequence[tuple[int, ...]], labels: Ints, folds: Ints, count: int, columns: int
) -> Choices:
    """Fit a choice among none and `columns` labels; `count` is the number of rows."""
    rows = np.array(samples, np.int64)

    def flat(chosen: Ints) -> tuple[Ints, Ints]:
        picked = rows[chosen]
        return picked.reshape(-1), np.arange(0, picked.size + 1, rows.shape[1])

    def fit(chosen: Ints) -> Floats:
        return fit_choices(
            *flat(chosen), labels[chosen], count, columns, epochs=8, rate=0.05, decay=0.003,
            seed=_SEED,
        )  # fmt: skip

    likelihoods = np.zeros((len(labels), columns + 1))
    by_fold = []
    for fold in range(FOLDS):
        weights = fit(np.flatnonzero(folds != fold))
        by_fold.append(weights)
        inside = np.flatnonzero(folds == fold)
        likelihoods[inside] = probabilities(*flat(inside), weights)
    return Choices(fit(np.arange(len(labels))), by_fold, likelihoods)


def _packed(weights: Floats, bits: int = FIELD_BITS) -> list[int]:
    """Weights as packed integers by row."""
    whole = np.clip(np.rint(weights * SCALE), -_LARGEST, _LARGEST).astype(np.int64)
    packed: list[int] = (whole << bits * np.arange(whole.shape[1])).sum(1).tolist()
    return packed


def train(articles: Sequence[GoldArticle], plan: Plan) -> Weights:
    """All the weights, from the first count to the last fit."""
    shares = shares_of_cues(articles)
    counts = count((gold for article in articles for gold in article.lines), shares)
    cues = cue_classes(counts, None)
    words = build_words(articles, cues, _SEED)
    samples = read_samples(articles, words, counts, shares)
    heads = _fit_heads(samples)
    reaches = _fit_reaches(samples)
    packed = [_packed(weights) for weights in reaches.by_fold]
    at = 0
    for sample in samples:
        ahead = at + len(sample.candidates)
        find_frames(sample, heads.likelihoods[at:ahead], packed[sample.fold])
        at = ahead
    model: ChainModel = fit_chains(chains(samples), plan)
    sides = np.rint(model.transitions * SCALE).astype(int).tolist()
    return Weights(
        vocabulary=words.vocabulary(cues),
        barred=barred_pairs(samples),
        heads=_packed(heads.weights),
        reaches=_packed(reaches.weights),
        borders=_packed(model.borders),
        insides=_packed(model.insides, WIDE_BITS),
        ends=_packed(model.ends),
        transitions=tuple(tuple(side) for side in sides),
    )


def _fit_heads(samples: Sequence[Sample]) -> Choices:
    found = [(*pair, sample.fold) for sample in samples for pair in head_samples(sample)]
    return _choices(
        [rows for rows, _, _ in found],
        np.array([label for _, label, _ in found]),
        np.array([fold for _, _, fold in found]),
        HEAD_ROWS,
        2,
    )


def _fit_reaches(samples: Sequence[Sample]) -> Choices:
    found = [(*pair, sample.fold) for sample in samples for pair in reach_samples(sample)]
    return _choices(
        [rows for rows, _, _ in found],
        np.array([label for _, label, _ in found]),
        np.array([fold for _, _, fold in found]),
        REACH_ROWS,
        1,
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
