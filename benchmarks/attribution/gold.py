"""Articles annotated by people, as they are read from a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.statement import Span

_TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")


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
