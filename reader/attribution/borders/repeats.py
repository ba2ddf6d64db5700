"""A headline that the first lines repeat word for word makes one statement, not two."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.attribution.chains.nest import Link
from reader.attribution.text.document import Document
from reader.span import Span

_WORD = re.compile(r"[^\W_]+")
_FIRST_LINES = 4
"""How many paragraphs after a headline may repeat it."""


def without_repeats(document: Document, links: Sequence[Link]) -> list[Link]:
    """The links but for those of a headline that is said again below it; the later one stays."""
    if not document.headlines:
        return list(links)
    starts = [paragraph.start for paragraph in document.paragraphs]
    last = max(document.headlines)
    first_lines: dict[str, int] = {}
    for link in links:
        place = bisect_right(starts, link.proposal.content[0].start) - 1
        if place > last + _FIRST_LINES:
            break
        if link.within is None:
            words = _words(document.text, link.proposal.content)
            first_lines[words] = max(place, first_lines.get(words, 0))
    kept: list[Link] = []
    moved: dict[int, int] = {}
    for number, link in enumerate(links):
        place = bisect_right(starts, link.proposal.content[0].start) - 1
        if link.within is None:
            words = _words(document.text, link.proposal.content) if place <= last else ""
            gone = place in document.headlines and first_lines.get(words, place) > place
        else:
            gone = link.within not in moved
        if not gone:
            moved[number] = len(kept)
            within = None if link.within is None else moved[link.within]
            kept.append(replace(link, within=within))
    return kept


def _words(text: str, content: Sequence[Span]) -> str:
    said = " ".join(text[start:end] for start, end in content)
    return " ".join(_WORD.findall(said.casefold())).removeprefix("that ")
