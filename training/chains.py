"""A conditional random field over the eight states of a cue's surroundings, fitted by AdaGrad.

Its states, transitions and columns are those of `reader.attribution.tagging.decoding`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.attribution.tagging.decoding import (
    BORDER_COLUMNS,
    END_COLUMNS,
    INSIDE_COLUMNS,
)
from training.chain_kernel import EDGES, INSIDE, train
from training.fit import Floats, Ints
from training.samples import Chains

_FIRST_SQUARE = 0.05
_COOLING = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """How the chains are fitted: `most` are the features kept of borders, insides and ends."""

    most: tuple[int, int, int] = (75_000, 14_000, 7_000)
    least: int = 2
    epochs: int = 9
    rate: float = 0.012
    decay: float = 0.002
    seed: int = 1


@dataclass(slots=True)
class Learned:
    """Weights by key: the keys, sorted, and a row of columns for each."""

    keys: Ints
    weights: Floats


@dataclass(slots=True)
class ChainModel:
    borders: Learned
    insides: Learned
    ends: Learned
    transitions: Floats


_Rows = tuple[Ints, Ints]


def _rows(keys: Ints, found: _Rows) -> _Rows:
    """The rows of the features that are among `keys`, and where each place's begin."""
    flat, begins = found
    places = np.searchsorted(keys, flat)
    places[places == len(keys)] = 0
    known = keys[places] == flat
    counts = np.concatenate([[0], np.cumsum(known)])
    return places[known].astype(np.int64), counts[begins]


def _seen_often(found: _Rows, least: int) -> Ints:
    keys, counts = np.unique(found[0], return_counts=True)
    kept: Ints = keys[counts >= least]
    return kept


def _fit(data: Chains, keys: tuple[Ints, Ints, Ints], plan: Plan) -> ChainModel:
    borders, insides, ends = (
        _rows(kept, found)
        for kept, found in zip(keys, (data.borders, data.insides, data.ends), strict=True)
    )
    weights = [
        np.zeros((len(kept), columns))
        for kept, columns in zip(keys, (BORDER_COLUMNS, INSIDE_COLUMNS, END_COLUMNS), strict=True)
    ]
    weights.append(np.zeros((3, len(EDGES))))
    squares = [np.full_like(table, _FIRST_SQUARE) for table in weights]
    importance = np.ones(len(data.sequences) - 1)
    for epoch in range(plan.epochs):
        train(
            data.sequences, *borders, *insides, *ends, data.sides, data.states,
            plan.seed + epoch, *weights, *squares, EDGES, INSIDE,
            plan.rate / (1 + _COOLING * epoch), plan.decay, importance,
        )  # fmt: skip
    learned = [Learned(kept, table) for kept, table in zip(keys, weights[:3], strict=True)]
    borders_, insides_, ends_ = learned
    return ChainModel(borders_, insides_, ends_, weights[3])


def _weightiest(learned: Learned, most: int) -> Ints:
    order = np.argsort(-np.abs(learned.weights).max(1), kind="stable")[:most]
    kept: Ints = np.sort(learned.keys[order])
    return kept


def fit_chains(data: Chains, plan: Plan) -> ChainModel:
    """Fit with every feature seen often enough, keep the weightiest, and fit once more."""
    model = _fit(
        data,
        (
            _seen_often(data.borders, plan.least),
            _seen_often(data.insides, plan.least),
            _seen_often(data.ends, plan.least),
        ),
        plan,
    )
    most_borders, most_insides, most_ends = plan.most
    keys = (
        _weightiest(model.borders, most_borders),
        _weightiest(model.insides, most_insides),
        _weightiest(model.ends, most_ends),
    )
    return _fit(data, keys, plan)
