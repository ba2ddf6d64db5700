"""Log-linear models over sparse features, fitted by AdaGrad with a fixed seed."""

from __future__ import annotations

import numba
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@numba.njit(cache=True)
def _choices(flat, begins, labels, count, columns, epochs, rate, decay, seed):  # type: ignore[no-untyped-def]
    np.random.seed(seed)
    weights = np.zeros((count, columns))
    squares = np.full((count, columns), 1e-2)
    samples = len(labels)
    scores = np.zeros(columns + 1)
    for epoch in range(epochs):
        order = np.random.permutation(samples)
        step = rate / (1 + 0.3 * epoch)
        for sample in order:
            scores[:] = 0
            for at in range(begins[sample], begins[sample + 1]):
                for column in range(columns):
                    scores[column + 1] += weights[flat[at], column]
            top = scores.max()
            total = 0.0
            for column in range(columns + 1):
                scores[column] = np.exp(scores[column] - top)
                total += scores[column]
            for column in range(columns):
                error = scores[column + 1] / total - (labels[sample] == column + 1)
                for at in range(begins[sample], begins[sample + 1]):
                    row = flat[at]
                    slope = error + decay * weights[row, column]
                    squares[row, column] += slope * slope
                    weights[row, column] -= step * slope / np.sqrt(squares[row, column])
    return weights


def fit_choices(
    flat: Ints,
    begins: Ints,
    labels: Ints,
    count: int,
    columns: int,
    *,
    epochs: int = 12,
    rate: float = 0.15,
    decay: float = 0.002,
    seed: int = 1,
) -> Floats:
    """Weights (count × columns) of a choice among none (0) and `columns` labels."""
    found: Floats = _choices(flat, begins, labels, count, columns, epochs, rate, decay, seed)
    return found


def probabilities(flat: Ints, begins: Ints, weights: Floats) -> Floats:
    """Probability of none and of each label, by sample."""
    columns = weights.shape[1]
    scores = np.zeros((len(begins) - 1, columns + 1))
    sums = np.vstack([np.zeros((1, columns)), np.cumsum(weights[flat], axis=0)])
    scores[:, 1:] = sums[begins[1:]] - sums[begins[:-1]]
    scores = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = scores / scores.sum(1, keepdims=True)
    return shares
