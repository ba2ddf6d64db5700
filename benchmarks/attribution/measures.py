"""How well a finder does on articles annotated by people.

On tokens: overlap = contents share a token, one to one, best first; IoU = the same with a token
Jaccard of at least one half; triple = IoU with source and cue sharing a word (or both empty);
exact = each contiguous span on its own, first and last token.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.attribution.gold import Relation, Tokens
from reader.statement import Span

PARTS = ("source", "cue", "content")
HALF = 0.5
Finder = Callable[[str], list[Relation]]


def measured(gold: Sequence[tuple[str, list[Relation]]], finder: Finder) -> dict[str, str]:
    """All measures of one finder, as they are printed."""
    finder("One call before the clock starts, he said.")
    counts: Counter[str] = Counter()
    spent = 0.0
    for text, relations in gold:
        began = time.process_time()
        predicted = finder(text)
        spent += time.process_time() - began
        count(counts, Tokens(text), relations, predicted)
    rows = {
        name: figures(counts[name], counts["predicted"], counts["gold"])
        for name in ("overlap", "IoU ≥ .5", "triple")
    }
    for part in PARTS:
        rows[f"exact {part} spans"] = figures(
            counts[f"{part} right"], counts[f"{part} predicted"], counts[f"{part} gold"]
        )
    direct = counts["direct found"] / max(1, counts["direct"])
    rows["recall of direct quotations"] = f"{100 * direct:.1f}"
    rows["thousand characters a second"] = f"{sum(len(t) for t, _ in gold) / spent / 1000:.0f}"
    return rows


def figures(right: int, predicted: int, gold: int) -> str:
    """Precision, recall and F1 in per cent."""
    precision, recall = right / max(1, predicted), right / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{100 * precision:.1f} / {100 * recall:.1f} / {100 * f1:.1f}"


def count(
    counts: Counter[str], tokens: Tokens, gold: list[Relation], predicted: list[Relation]
) -> None:
    """Add one article's counts."""
    paired = pairs(tokens, gold, predicted)
    dropped = {p for _, g, p in paired if gold[g].optional}
    predicted = [relation for place, relation in enumerate(predicted) if place not in dropped]
    gold = [relation for relation in gold if not relation.optional]
    counts["gold"] += len(gold)
    counts["predicted"] += len(predicted)
    for part in PARTS:
        wanted = Counter({piece for r in gold for piece in tokens.pieces(r.part(part))})
        given = Counter({piece for r in predicted for piece in tokens.pieces(r.part(part))})
        counts[f"{part} gold"] += sum(wanted.values())
        counts[f"{part} predicted"] += sum(given.values())
        counts[f"{part} right"] += sum((wanted & given).values())
    matched = {}
    for jaccard, g, p in pairs(tokens, gold, predicted):
        matched[g] = jaccard
        counts["overlap"] += 1
        counts["IoU ≥ .5"] += jaccard >= HALF
        counts["triple"] += jaccard >= HALF and all(
            _share(tokens, gold[g].part(part), predicted[p].part(part))
            for part in ("source", "cue")
        )
    for place, relation in enumerate(gold):
        if _direct(tokens.text, relation.content):
            counts["direct"] += 1
            counts["direct found"] += matched.get(place, 0.0) >= HALF


def pairs(
    tokens: Tokens, gold: list[Relation], predicted: list[Relation]
) -> list[tuple[float, int, int]]:
    """Contents that share a token, one to one, the best Jaccard first."""
    wanted = [tokens.touched(r.content) for r in gold]
    given = [tokens.touched(r.content) for r in predicted]
    possible = [
        (len(a & b) / len(a | b), g, p)
        for g, a in enumerate(wanted)
        for p, b in enumerate(given)
        if a & b
    ]
    possible.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    kept = []
    for jaccard, g, p in possible:
        if g not in taken_gold and p not in taken:
            taken_gold.add(g)
            taken.add(p)
            kept.append((jaccard, g, p))
    return kept


def _share(tokens: Tokens, wanted: Sequence[Span], given: Sequence[Span]) -> bool:
    a, b = tokens.words(tokens.touched(wanted)), tokens.words(tokens.touched(given))
    return bool(a & b) or (not a and not b)


_DIRECT_OUTSIDE = 0.02
"""A quotation counts as direct while no more than this share of its letters is outside marks."""


def _direct(text: str, content: Sequence[Span]) -> bool:
    joined = " ".join(text[start:end] for start, end in content)
    inside, letters, outside = False, 0, 0
    for character in joined:
        if character in "“«„":
            inside = True
        elif character in "”»":
            inside = False
        elif character == '"':
            inside = not inside
        elif character.isalnum():
            letters += 1
            outside += not inside
    return letters > 0 and outside / letters < _DIRECT_OUTSIDE
