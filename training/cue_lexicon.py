"""Count how often single words are cues, and write the table the finder reads.

usage: python training/cue_lexicon.py GOLD.jsonl [OUT.tsv]

Each line of GOLD is {"text", "attributions": [{"source", "cue", "content", "optional"?}]}. What is
written: a line a word, with each class of a neighbour (">" after it, "<" before it, "*" in all) and
three counts: cue of something said, cue of something held, no cue. No two words of the text stand
together in it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from reader.article import zones
from reader.attribution.grammar.neighbours import AUXILIARIES, next_class, previous_class
from reader.attribution.text.document import read_document
from reader.attribution.text.sentences import Unit

MINIMUM_CUES = 3
"""A word rarer than this as a cue is left out: nothing can be told from it."""
MINIMUM_RATE = 0.02
"""A word that is a cue less often than this is left out."""
DEFAULT_OUT = Path(__file__).parent.parent / "reader" / "language" / "english" / "cues.tsv"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the gold, its neighbours' classes, and the attribution whose cue holds it."""

    word: str
    after: str
    before: str
    owner: int | None
    held: bool


def main(arguments: list[str]) -> int:
    """Read the gold, count, write."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    gold = Path(arguments[0])
    out = Path(arguments[1]) if len(arguments) == 2 else DEFAULT_OUT
    tokens = [token for text, marked in articles(gold) for token in tokens_of(text, marked)]
    rates = cue_rates(tokens)
    out.write_text(table(head_counts(tokens, rates)), encoding="utf-8")
    return 0


def articles(gold: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each article's text and its attributions."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield record["text"], record["attributions"]


def tokens_of(text: str, marked: list[dict[str, Any]]) -> list[Token]:
    """The words outside quotations, each with the attribution whose cue it belongs to."""
    owners: dict[int, int] = {}
    for number, attribution in enumerate(marked):
        for start, end in attribution["cue"]:
            for position in range(start, end):
                owners[position] = number
    found = []
    for unit in all_units(text):
        for index, word in enumerate(unit.low):
            if not word[0].isalpha():
                continue
            owner = owners.get(unit.starts[index])
            found.append(
                Token(
                    word,
                    next_class(unit, index),
                    previous_class(unit, index),
                    owner,
                    owner is not None and bool(marked[owner].get("optional")),
                )
            )
    return found


def all_units(text: str) -> Iterator[Unit]:
    """Every unit of the text, in order."""
    document = read_document(text, zones(text))
    for number, paragraph in enumerate(document.paragraphs):
        quotes = document.quoted_in[number]
        for sentence in document.sentences(paragraph, quotes):
            yield from document.units(sentence, number, quotes)


def cue_rates(tokens: list[Token]) -> dict[str, float]:
    """How often each word is part of a cue."""
    total = Counter(token.word for token in tokens)
    cues = Counter(token.word for token in tokens if token.owner is not None)
    return {word: cues[word] / count for word, count in total.items()}


def head_counts(tokens: list[Token], rates: dict[str, float]) -> dict[str, dict[str, list[int]]]:
    """Count by word and neighbour class; only the head of a cue counts, its likeliest word."""
    heads: set[int] = set()
    run: list[int] = []
    previous: int | None = None
    for place, token in enumerate(tokens):
        if token.owner != previous and run:
            heads.add(head(tokens, run, rates))
            run = []
        if token.owner is not None:
            run.append(place)
        previous = token.owner
    if run:
        heads.add(head(tokens, run, rates))
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for place, token in enumerate(tokens):
        column = 2 if place not in heads else 1 if token.held else 0
        for key in ("*", f">{token.after}", f"<{token.before}"):
            counts[token.word][key][column] += 1
    return counts


def head(tokens: list[Token], run: list[int], rates: dict[str, float]) -> int:
    """The place of a cue's head: the word that is most often in cues, auxiliaries apart."""
    return max(run, key=lambda p: (tokens[p].word not in AUXILIARIES, rates[tokens[p].word]))


def table(counts: dict[str, dict[str, list[int]]]) -> str:
    """The table's text: words in order of the alphabet, rare ones left out."""
    lines = []
    for word in sorted(counts):
        said, held, none = counts[word]["*"]
        if said + held < MINIMUM_CUES or said + held < MINIMUM_RATE * (said + held + none):
            continue
        fields = [(key, *map(str, counts[word][key])) for key in sorted(counts[word])]
        lines.append("\t".join([word, *chain.from_iterable(fields)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
