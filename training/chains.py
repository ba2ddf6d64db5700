"""A conditional random field over the eight states of a cue's surroundings, fitted by AdaGrad.

Its states, transitions, columns and rows are those of `reader.attribution.tagging`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.attribution.tagging.decoding import (
    BORDER_COLUMNS,
    END_COLUMNS,
    INSIDE_COLUMNS,
)
from reader.attribution.tagging.span_features import BORDER_ROWS, END_ROWS, INSIDE_ROWS
from training.chain_kernel import EDGES, INSIDE, train
from training.fit import Floats
from training.samples import Chains

_FIRST_SQUARE = 0.05
_COOLING = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """How the chains are fitted."""

    epochs: int = 9
    rate: float = 0.012
    decay: float = 0.002
    seed: int = 1


@dataclass(slots=True)
class ChainModel:
    """Weights by row, a column for each event."""

    borders: Floats
    insides: Floats
    ends: Floats
    transitions: Floats


def fit_chains(data: Chains, plan: Plan) -> ChainModel:
    """Fit the chains; features whose rows are the same share a weight."""
    weights = [
        np.zeros((BORDER_ROWS, BORDER_COLUMNS)),
        np.zeros((INSIDE_ROWS, INSIDE_COLUMNS)),
        np.zeros((END_ROWS, END_COLUMNS)),
        np.zeros((3, len(EDGES))),
    ]
    squares = [np.full_like(table, _FIRST_SQUARE) for table in weights]
    importance = np.ones(len(data.sequences) - 1)
    for epoch in range(plan.epochs):
        train(
            data.sequences, *data.borders, *data.insides, *data.ends, data.sides, data.states,
            plan.seed + epoch, *weights, *squares, EDGES, INSIDE,
            plan.rate / (1 + _COOLING * epoch), plan.decay, importance,
        )  # fmt: skip
    return ChainModel(*weights)
