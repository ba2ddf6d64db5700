"""How well and how fast statements are found, against a gold that is given as a path.

usage: python -m benchmarks.attribution GOLD.jsonl [--hard]

Each line of GOLD is {"id", "text", "attributions": [{"source", "cue", "content", "optional"?}]},
each part a list of [start, end] in code points. Statements of kind said that lie within no other
count; where the gold flags nothing optional, those of kind held count too. A finding whose best
partner is optional is left out. Rules, on tokens: overlap = contents share a token, one to one,
best first; IoU = the same with a token Jaccard of at least one half; triple = IoU with source and
cue sharing a word (or both empty); exact = each contiguous span on its own, first and last token.
--hard times texts that are large or made to be slow instead.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.attribution import attribute
from reader.statement import Kind, Span

PARTS = ("source", "cue", "content")
HALF = 0.5
_TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
_BASELINE = re.compile(
    r"(?P<content>[“\"][^“”\"\n]{3,2000}[”\"])[,\s]*(?:(?P<cue>said|says|told|added|wrote|asked)\s+"
    r"(?P<source>[A-Z]\w+(?:\s[A-Z]\w+)*)|(?P<source2>[A-Z]\w+(?:\s[A-Z]\w+)*|he|she|they)\s+"
    r"(?P<cue2>said|says|told|added|wrote|asked))"
    r"|(?P<source3>[A-Z]\w+(?:\s[A-Z]\w+)*|[Hh]e|[Ss]he|[Tt]hey)\s+(?P<cue3>said|says|added|wrote)"
    r"\s+(?P<content3>[^.\n]{3,600})"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution of the gold or of a finder."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    optional: bool = False

    def part(self, name: str) -> tuple[Span, ...]:
        """The spans of a part by its name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


Finder = Callable[[str], list[Relation]]


class Tokens:
    """A text's tokens, and which of them spans touch."""

    def __init__(self, text: str) -> None:
        """Cut the text into words and single marks."""
        self.text = text
        self.spans = [Span(m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self._at: list[int] = []
        place = 0
        for position in range(len(text) + 1):
            while place < len(self.spans) and self.spans[place].end <= position:
                place += 1
            self._at.append(place)

    def touched(self, spans: Iterable[Span]) -> frozenset[int]:
        """The tokens that spans overlap."""
        found = set()
        for start, end in spans:
            place = self._at[min(start, len(self.text))]
            while place < len(self.spans) and self.spans[place].start < end:
                found.add(place)
                place += 1
        return frozenset(found)

    def words(self, tokens: frozenset[int]) -> frozenset[int]:
        """Those tokens that hold a letter or digit."""
        return frozenset(t for t in tokens if self.text[self.spans[t].start].isalnum())

    def pieces(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """First and last token of each contiguous span, parted at line breaks."""
        for span in spans:
            run: list[int] = []
            for token in sorted(self.touched((span,))):
                if run and "\n" in self.text[self.spans[run[-1]].end : self.spans[token].start]:
                    yield run[0], run[-1]
                    run = []
                run.append(token)
            if run:
                yield run[0], run[-1]


def main(arguments: list[str]) -> int:
    """Print the table, or with --hard the times of hard texts."""
    if arguments == ["--hard"]:
        hard()
        return 0
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    gold = list(read(Path(arguments[0])))
    flagged = any(relation.optional for _, relations in gold for relation in relations)
    rows = {
        "this finder": measured(gold, lambda text: found(text, held=not flagged)),
        "quotes and verbs by regex": measured(gold, baseline),
    }
    print(f"{len(gold)} articles, {sum(len(text) for text, _ in gold):,} characters")
    names = list(next(iter(rows.values())))
    width = max(map(len, names))
    print(" " * width, *(f"{title:>26}" for title in rows))
    for name in names:
        print(f"{name:<{width}}", *(f"{row[name]:>26}" for row in rows.values()))
    return 0


def read(path: Path) -> Iterator[tuple[str, list[Relation]]]:
    """Read the gold."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                relations = [
                    Relation(
                        spans(each["source"]),
                        spans(each["cue"]),
                        spans(each["content"]),
                        bool(each.get("optional")),
                    )
                    for each in record["attributions"]
                    if each["content"]
                ]
                yield record["text"], relations


def spans(ends: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans in text order of pairs as JSON holds them."""
    return tuple(Span(start, end) for start, end in sorted(ends))


def found(text: str, *, held: bool) -> list[Relation]:
    """What this finder finds, statements within others left out."""
    return [
        Relation(s.source, s.cue, s.content)
        for s in attribute(text)
        if s.within is None and (held or s.kind is Kind.SAID)
    ]


def baseline(text: str) -> list[Relation]:
    """Quotations with the nearest verb of speech, and names that "said" something."""
    relations = []
    for match in _BASELINE.finditer(text):
        parts = {
            part: next(
                Span(*match.span(name))
                for name in (part, f"{part}2", f"{part}3")
                if name in match.groupdict() and match.group(name)
            )
            for part in PARTS
        }
        relations.append(Relation((parts["source"],), (parts["cue"],), (parts["content"],)))
    return relations


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


def hard() -> None:
    """Time texts that are large or made to be slow."""
    sentence = 'The mayor said that the quay was "quite safe" and would stay open. '
    texts = {
        "5 MB in one line": sentence * (5_000_000 // len(sentence)),
        "5 MB without a full stop": "the mayor went on and on " * 200_000,
        "100,000 quotation marks": 'he said "go" and ' * 50_000,
        "100,000 stray marks": '"' * 100_000,
        "100,000 times said": "said " * 100_000,
        "100,000 paragraphs": "It rained, she said.\n\n" * 100_000,
        "100,000 open quotations": "“It rained\n\n" * 100_000,
        "one word of 5 MB": "x" * 5_000_000,
    }
    for name, text in texts.items():
        began = time.process_time()
        statements = attribute(text)
        spent = time.process_time() - began
        print(
            f"{name:<26} {len(text) / 1e6:5.1f} M characters {spent:7.2f} s "
            f"{len(statements):7,} statements {len(text) / spent / 1000:8.0f} k/s"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
