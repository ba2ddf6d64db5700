"""How well counterparts and contradictions are found, against pairs that people wrote down.

Pairs are a JSON object: {"statements": {"S1": {"file", "start", "end", "quote", "origin", "story",
"claim"}, …}, "same": [[A, B], …], "contradicts": [[A, B, KIND], …], "lookalikes": [[A, B], …]}. The
same claims and lookalikes are of different files; contradictions all pairs of two opposed claims.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).with_name("sample_pairs.json")
"""Pairs of the sample corpus."""
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of all there are; `precision` of what was suggested."""

    recall: float
    """Of counterparts among the first three."""
    hit: float
    """Of statements with a counterpart that find one among their first three."""
    lookalike: float
    """Of lookalikes, from either side, that stand before the best counterpart."""
    claims: float
    """Of pairs of opposed claims of which at least one pair of statements is suggested."""
    precision: float
    """Of suggested contradictions that are some."""

    def __str__(self) -> str:
        return (
            f"recall@3 {self.recall:.2f}  hit@3 {self.hit:.2f}  lookalike {self.lookalike:.2f}"
            f"  claims opposed {self.claims:.2f} at {self.precision:.2f}"
        )


def read_pairs(path: Path) -> dict[str, Any]:
    """Read pairs from a file."""
    pairs: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return pairs


def score(pairs: dict[str, Any], answer: dict[str, Any]) -> Score:
    """Compare an answer of `likeness_server` with pairs."""
    counterparts: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs["same"]:
        counterparts[one].add(other)
        counterparts[other].add(one)
    ranks = {
        one: {name: rank for rank, (name, _) in enumerate(answer.get(one, []))}
        for one in counterparts
    }
    near = [
        [ranks[one].get(other, _LOOKED_AT) < _LOOKED_AT for other in others]
        for one, others in counterparts.items()
    ]
    trials = [
        (ranks[one].get(other), min(ranks[one].get(true, 99) for true in counterparts[one]))
        for pair in pairs["lookalikes"]
        for one, other in (pair, pair[::-1])
        if counterparts.get(one)
    ]
    claim_of = {name: one["claim"] for name, one in pairs["statements"].items()}
    opposed = {frozenset(pair[:2]) for pair in pairs["contradicts"]}
    suggested = [frozenset(pair) for pair in answer["contradictions"]]
    right = [pair for pair in suggested if pair in opposed]
    claims, found = (
        {frozenset(claim_of[name] for name in pair) for pair in some} for some in (opposed, right)
    )
    return Score(
        recall=sum(map(sum, near)) / sum(map(len, near)),
        hit=sum(map(any, near)) / len(near),
        lookalike=sum(rank is not None and rank < best for rank, best in trials) / len(trials),
        claims=len(found) / len(claims),
        precision=len(right) / max(len(suggested), 1),
    )
