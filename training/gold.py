"""Annotated articles as paragraphs of tokens, each with the attributions whose cue it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.article import zones
from reader.attribution.proposal import Proposal
from reader.attribution.rules.propose import propose
from reader.attribution.tagging.line import Line, read_line
from reader.attribution.tagging.propose import by_paragraph
from reader.attribution.tagging.vocabulary import Vocabulary
from reader.attribution.text.document import Document, read_document


@dataclass(slots=True)
class Relation:
    """One attribution within a line, in places of its tokens, ends exclusive."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    held: bool


@dataclass(slots=True)
class GoldLine:
    """One paragraph: its words as the finder reads them, what rules propose, and the truth."""

    document: Document
    number: int
    words: list[str]
    shapes: list[int]
    proposals: list[Proposal]
    relations: list[Relation] = field(default_factory=list)

    def encoded(self, vocabulary: Vocabulary) -> Line:
        """The paragraph in numbers."""
        return read_line(self.document, self.number, vocabulary, self.proposals)


@dataclass(slots=True)
class GoldArticle:
    """An article's paragraphs."""

    lines: list[GoldLine]


def _places(document: Document, number: int, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a paragraph that `start`..`end` touches."""
    tokens = document.tokens
    first, last = tokens.first_of[number], tokens.first_of[number + 1]
    inside = [
        place
        for place in range(first, last)
        if tokens.starts[place] < end and tokens.ends[place] > start
    ]
    return (inside[0] - first, inside[-1] + 1 - first) if inside else None


def _relation(
    document: Document, number: int, found: dict[str, list[list[int]]], held: bool
) -> Relation | None:
    def placed(part: str) -> list[tuple[int, int]]:
        places = (_places(document, number, start, end) for start, end in found[part])
        return [place for place in places if place is not None]

    cue, source = placed("cue"), placed("source")
    return Relation(cue[0], source[0] if source else None, placed("content"), held) if cue else None


def read_articles(path: Path) -> Iterator[GoldArticle]:
    """The articles of a gold file: one JSON object a line with `id`, `text`, `attributions`."""
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        document = read_document(record["text"], zones(record["text"]))
        tokens = document.tokens
        proposals = by_paragraph(document, propose(document))
        lines = []
        for number, (start, end) in enumerate(document.paragraphs):
            own = slice(tokens.first_of[number], tokens.first_of[number + 1])
            gold = GoldLine(
                document, number, tokens.words[own], tokens.shapes[own], proposals.get(number, [])
            )
            for found in record["attributions"]:
                if found["cue"] and start <= found["cue"][0][0] < end:
                    relation = _relation(document, number, found, bool(found.get("optional")))
                    if relation is not None:
                        gold.relations.append(relation)
            lines.append(gold)
        yield GoldArticle(lines)
