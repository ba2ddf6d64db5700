"""Annotated articles as lines of tokens, each with the attributions whose cue it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.attribution.tagging.tokens import Line, read_line, split_lines, tokens


@dataclass(slots=True)
class Relation:
    """One attribution within a line, in places of its tokens, ends exclusive."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: list[tuple[int, int]]
    held: bool


@dataclass(slots=True)
class GoldLine:
    line: Line
    relations: list[Relation] = field(default_factory=list)


@dataclass(slots=True)
class GoldArticle:
    name: str
    text: str
    lines: list[GoldLine]


def _places(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that `start`..`end` touches."""
    inside = [
        place for place in range(len(line)) if line.starts[place] < end and line.ends[place] > start
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _relation(line: Line, found: dict[str, list[list[int]]], held: bool) -> Relation | None:
    cue = _places(line, *found["cue"][0])
    if cue is None:
        return None
    sources = [place for span in found["source"] if (place := _places(line, *span))]
    content = [place for span in found["content"] if (place := _places(line, *span))]
    return Relation(cue, sources[0] if sources else None, content, held)


def read_articles(path: Path) -> Iterator[GoldArticle]:
    """The articles of a gold file: one JSON object a line with `id`, `text`, `attributions`."""
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        text = record["text"]
        lines = []
        for start, end in split_lines(text, 0, len(text)):
            gold = GoldLine(read_line(*tokens(text, start, end)))
            for found in record["attributions"]:
                if found["cue"] and start <= found["cue"][0][0] < end:
                    relation = _relation(gold.line, found, bool(found.get("optional")))
                    if relation is not None:
                        gold.relations.append(relation)
            lines.append(gold)
        yield GoldArticle(record["id"], text, lines)
