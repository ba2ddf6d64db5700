"""The compiled heart of the chain model: forward, backward, and one step of AdaGrad a sequence."""

# mypy: allow-untyped-defs, allow-untyped-decorators, allow-untyped-calls

from __future__ import annotations

import numba
import numpy as np

from reader.attribution.tagging.decoding import TRANSITIONS

EDGES = np.array(TRANSITIONS, np.int64)
# what a state adds of the inside columns: 0 source, 1 content, -1 nothing
INSIDE = np.array([-1, -1, -1, -1, 0, 0, 1, 1], np.int64)


@numba.njit(cache=True)
def _logadd(a, b):
    if a < b:
        a, b = b, a
    if b < -1e29:
        return a
    return a + np.log1p(np.exp(b - a))


@numba.njit(cache=True)
def _scores(
    seq,
    seq_begin,
    bflat,
    bbegin,
    iflat,
    ibegin,
    fflat,
    fbegin,
    side,
    wb,
    wi,
    wf,
    wt,
    edges,
    eb,
    ei,
    ef,
):
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
def train(
    seq_begin,
    bflat,
    bbegin,
    iflat,
    ibegin,
    fflat,
    fbegin,
    side,
    gold,
    order_seed,
    wb,
    wi,
    wf,
    wt,
    sb,
    si,
    sf,
    st,
    edges,
    inside,
    rate,
    decay,
    importance,
):
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
        n = _scores(
            seq,
            seq_begin,
            bflat,
            bbegin,
            iflat,
            ibegin,
            fflat,
            fbegin,
            side,
            wb,
            wi,
            wf,
            wt,
            edges,
            eb,
            ei,
            ef,
        )
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
