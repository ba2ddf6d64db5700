"""How well and how fast statements are found, against articles that are given as paths.

usage: python -m benchmarks.attribution GOLD.jsonl
       python -m benchmarks.attribution GOLD.jsonl --against CHECKOUT
       python -m benchmarks.attribution --fine GOLD.jsonl --scorer SCORER.py
       python -m benchmarks.attribution --hard

Each line of GOLD is {"id", "text", "attributions": [{"source", "cue", "content", "optional"?}]},
each part a list of [start, end] in code points. Statements of kind said that lie within no other
count; where the gold flags nothing optional, those of kind held count too. A finding whose best
partner is optional is left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.attribution.against import compare
from benchmarks.attribution.baseline import baseline
from benchmarks.attribution.fine import Part, score
from benchmarks.attribution.gold import Relation, read
from benchmarks.attribution.hard import hard
from benchmarks.attribution.measures import measured
from reader.attribution import attribute
from reader.statement import Kind


def main(arguments: list[str]) -> int:
    """Print what was asked for; 2 where the arguments make no sense."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.hard:
        hard()
    elif chosen.fine is not None:
        if chosen.scorer is None:
            parser.error("--fine needs --scorer SCORER.py")
        return score(
            chosen.fine, chosen.scorer, chosen.part, chosen.predictions, verbose=chosen.verbose
        )
    elif chosen.gold is None:
        parser.error("a GOLD.jsonl is needed, or --fine, or --hard")
    elif chosen.against is not None:
        compare(chosen.gold, chosen.against, chosen.rounds)
    else:
        _measure(chosen.gold)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution",
        description="How well and how fast statements are found.",
    )
    parser.add_argument("gold", type=Path, nargs="?", metavar="GOLD.jsonl")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="CHECKOUT",
        help="speed and memory as ratios to another checkout's, in one run",
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each article is timed")
    parser.add_argument(
        "--fine",
        type=Path,
        metavar="GOLD.jsonl",
        help="articles with speakers, chains and signals, judged by SCORER",
    )
    parser.add_argument("--scorer", type=Path, metavar="SCORER.py")
    parser.add_argument(
        "--part",
        type=Part,
        choices=list(Part),
        default=Part.REST,
        help="which articles of --fine: those whose second number divides by three are kept apart",
    )
    parser.add_argument(
        "--predictions", type=Path, metavar="OUT.jsonl", help="keep what --fine predicts"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="the scorer tells each fault")
    parser.add_argument("--hard", action="store_true", help="time texts made to be slow")
    return parser


def _measure(path: Path) -> None:
    gold = list(read(path))
    flagged = any(relation.optional for _, relations in gold for relation in relations)
    rows = {
        "this finder": measured(gold, lambda text: _found(text, held=not flagged)),
        "quotes and verbs by regex": measured(gold, baseline),
    }
    print(f"{len(gold)} articles, {sum(len(text) for text, _ in gold):,} characters")
    names = list(next(iter(rows.values())))
    width = max(map(len, names))
    print(" " * width, *(f"{title:>26}" for title in rows))
    for name in names:
        print(f"{name:<{width}}", *(f"{row[name]:>26}" for row in rows.values()))


def _found(text: str, *, held: bool) -> list[Relation]:
    """What this finder finds, statements within others left out."""
    return [
        Relation(s.source, s.cue, s.content)
        for s in attribute(text)
        if s.within is None and (held or s.kind is Kind.SAID)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
