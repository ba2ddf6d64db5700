"""A conditional random field over the eight states of a cue's surroundings, fitted by AdaGrad.

Its states, transitions and columns are those of `reader.attribution.tagging.decoding`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np

from reader.attribution.tagging.decoding import (
    BORDER_COLUMNS,
    END_COLUMNS,
    INSIDE_COLUMNS,
    TRANSITIONS,
)
from training.fit import Floats, Ints
from training.samples import Chains

_FIRST_SQUARE = 0.05
_COOLING = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """How the chains are fitted: `most` are the features kept of borders, insides and ends."""

    most: tuple[int, int, int] = (110_000, 22_000, 8_000)
    least: int = 2
    epochs: int = 9
    rate: float = 0.012
    decay: float = 0.002
    seed: int = 1


_EDGES = np.array(TRANSITIONS, np.int64)
# what a state adds of the inside columns: 0 source, 1 content, -1 nothing
_INSIDE = np.array([-1, -1, -1, -1, 0, 0, 1, 1], np.int64)


@numba.njit(cache=True)
def _logadd(a, b):  # type: ignore[no-untyped-def]
    if a < b:
        a, b = b, a
    if b < -1e29:
        return a
    return a + np.log1p(np.exp(b - a))


@numba.njit(cache=True)
def _scores(seq, seq_begin, bflat, bbegin, iflat, ibegin, fflat, fbegin, side, wb, wi, wf, wt, edges, eb, ei, ef):  # type: ignore[no-untyped-def]  # noqa: E501
    """Border scores by edge into `eb`, inside scores into `ei`, final scores into `ef`."""
    start = seq_begin[seq]
    n = seq_begin[seq + 1] - start
    nb = wb.shape[1]
    cols = np.zeros(nb)
    for t in range(n):
        cols[:] = 0
        for at in range(bbegin[start + t], bbegin[start + t + 1]):
            for k in range(nb):
                cols[k] += wb[bflat[at], k]
        for e in range(len(edges)):
            v = wt[side[start + t], e]
            if edges[e, 2] >= 0:
                v += cols[edges[e, 2]]
            if edges[e, 3] >= 0:
                v += cols[edges[e, 3]]
            eb[t, e] = v
        ei[t, 0] = 0
        ei[t, 1] = 0
        for at in range(ibegin[start + t], ibegin[start + t + 1]):
            ei[t, 0] += wi[iflat[at], 0]
            ei[t, 1] += wi[iflat[at], 1]
    ef[:] = 0
    for at in range(fbegin[seq], fbegin[seq + 1]):
        for k in range(3):
            ef[k + 1] += wf[fflat[at], k]
    return n


@numba.njit(cache=True)
def train(seq_begin, bflat, bbegin, iflat, ibegin, fflat, fbegin, side, gold, order_seed, wb, wi, wf, wt, sb, si, sf, st, edges, inside, rate, decay, importance):  # type: ignore[no-untyped-def]  # noqa: E501
    """One epoch. `gold[t]` is the state at t; the last position of a sequence is beyond its end,
    where only the O states (0..3) are allowed; `side` is 1 for the cue's own tokens (O only)."""
    np.random.seed(order_seed)
    count = len(seq_begin) - 1
    longest = 0
    for s in range(count):
        longest = max(longest, seq_begin[s + 1] - seq_begin[s])
    ne = len(edges)
    eb = np.zeros((longest, ne))
    ei = np.zeros((longest, 2))
    ef = np.zeros(4)
    fw = np.zeros((longest, 8))
    bw = np.zeros((longest, 8))
    nb = wb.shape[1]
    gcol = np.zeros(nb)
    gedge = np.zeros(ne)
    loss = 0.0
    for seq in np.random.permutation(count):
        start = seq_begin[seq]
        n = _scores(seq, seq_begin, bflat, bbegin, iflat, ibegin, fflat, fbegin, side, wb, wi, wf, wt, edges, eb, ei, ef)  # noqa: E501
        fw[:n] = -1e30
        bw[:n] = -1e30
        # the state before the first position is O00
        for t in range(n):
            only = side[start + t] == 1 or t == n - 1
            for e in range(ne):
                a, b = edges[e, 0], edges[e, 1]
                if only and b > 3:
                    continue
                if t == 0:
                    if a != 0:
                        continue
                    prev = 0.0
                else:
                    prev = fw[t - 1, a]
                    if prev < -1e29:
                        continue
                v = prev + eb[t, e]
                if inside[b] >= 0:
                    v += ei[t, inside[b]]
                fw[t, b] = _logadd(fw[t, b], v)
        z = -1e30
        for a in range(4):
            bw[n - 1, a] = ef[a]
            z = _logadd(z, fw[n - 1, a] + ef[a])
        for t in range(n - 1, 0, -1):
            only = side[start + t] == 1 or t == n - 1
            for e in range(ne):
                a, b = edges[e, 0], edges[e, 1]
                if (only and b > 3) or bw[t, b] < -1e29:
                    continue
                v = bw[t, b] + eb[t, e]
                if inside[b] >= 0:
                    v += ei[t, inside[b]]
                bw[t - 1, a] = _logadd(bw[t - 1, a], v)
        # gradients
        imp = importance[seq]
        goldscore = 0.0
        for t in range(n):
            only = side[start + t] == 1 or t == n - 1
            gedge[:] = 0
            ins0 = 0.0
            ins1 = 0.0
            ga = 0 if t == 0 else gold[start + t - 1]
            gb = gold[start + t]
            for e in range(ne):
                a, b = edges[e, 0], edges[e, 1]
                if not (only and b > 3) and bw[t, b] > -1e29:
                    prev = -1e30
                    if t == 0:
                        if a == 0:
                            prev = 0.0
                    else:
                        prev = fw[t - 1, a]
                    if prev > -1e29:
                        v = prev + eb[t, e] + bw[t, b]
                        if inside[b] >= 0:
                            v += ei[t, inside[b]]
                        p = np.exp(v - z)
                        gedge[e] += p
                        if inside[b] == 0:
                            ins0 += p
                        elif inside[b] == 1:
                            ins1 += p
                if a == ga and b == gb:
                    gedge[e] -= 1
                    goldscore += eb[t, e]
                    if inside[b] == 0:
                        ins0 -= 1
                        goldscore += ei[t, 0]
                    elif inside[b] == 1:
                        ins1 -= 1
                        goldscore += ei[t, 1]
            gcol[:] = 0
            for e in range(ne):
                g = gedge[e] * imp
                if g != 0:
                    if edges[e, 2] >= 0:
                        gcol[edges[e, 2]] += g
                    if edges[e, 3] >= 0:
                        gcol[edges[e, 3]] += g
                    if abs(g) > 1e-4:
                        st[side[start + t], e] += g * g
                        wt[side[start + t], e] -= rate * g / np.sqrt(st[side[start + t], e])
            for k in range(nb):
                g = gcol[k]
                if abs(g) > 1e-3:
                    for at in range(bbegin[start + t], bbegin[start + t + 1]):
                        row = bflat[at]
                        s = g + decay * wb[row, k]
                        sb[row, k] += s * s
                        wb[row, k] -= rate * s / np.sqrt(sb[row, k])
            ins0 *= imp
            ins1 *= imp
            if abs(ins0) > 1e-3 or abs(ins1) > 1e-3:
                for at in range(ibegin[start + t], ibegin[start + t + 1]):
                    row = iflat[at]
                    s = ins0 + decay * wi[row, 0]
                    si[row, 0] += s * s
                    wi[row, 0] -= rate * s / np.sqrt(si[row, 0])
                    s = ins1 + decay * wi[row, 1]
                    si[row, 1] += s * s
                    wi[row, 1] -= rate * s / np.sqrt(si[row, 1])
        last = gold[start + n - 1]
        for k in range(1, 4):
            g = (np.exp(fw[n - 1, k] + ef[k] - z) - (last == k)) * imp
            if abs(g) > 1e-4:
                for at in range(fbegin[seq], fbegin[seq + 1]):
                    row = fflat[at]
                    s = g + decay * wf[row, k - 1]
                    sf[row, k - 1] += s * s
                    wf[row, k - 1] -= rate * s / np.sqrt(sf[row, k - 1])
        goldscore += ef[last]
        loss += (z - goldscore) * imp
    return loss / count



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
    weights.append(np.zeros((3, len(_EDGES))))
    squares = [np.full_like(table, _FIRST_SQUARE) for table in weights]
    importance = np.ones(len(data.sequences) - 1)
    for epoch in range(plan.epochs):
        loss = train(
            data.sequences, *borders, *insides, *ends, data.sides, data.states,
            plan.seed + epoch, *weights, *squares, _EDGES, _INSIDE,
            plan.rate / (1 + _COOLING * epoch), plan.decay, importance,
        )  # fmt: skip
    print(f"  chains: {[len(kept) for kept in keys]} features, loss {loss:.3f}", flush=True)
    learned = [
        Learned(kept, table) for kept, table in zip(keys, weights[:3], strict=True)
    ]
    return ChainModel(*learned, weights[3])


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
