"""A quote cut to what it shares with another, and what differs in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from reader.span import Span
from reader.text import safe_line

_WORD = re.compile(r"\S+")
_OPENING = re.compile(r"[“\"‘'«„]*")
_AROUND = (8, 5, 3, 2, 1, 0)
"""How many words are kept on either side of those that count: as many as there is room for."""
_MOST_PIECES = 2
"""Single words from more places than this are no longer read as a sentence."""
_GAP = " … "


class Run(NamedTuple):
    """Some words of a quote, and whether they are what differs."""

    words: str
    differs: bool


@lru_cache(maxsize=256)
def excerpt(
    quote: str, alike: tuple[Span, ...], differs: tuple[Span, ...], cells: int
) -> tuple[Run, ...]:
    """Cut a quote to so many cells where it is longer; made safe for one line.

    `alike` and `differs` are stretches of the quote (code points): the words near them stay, "…"
    stands for those left out. Where even they are too many, the end is the caller's to cut.
    """
    quote = safe_line(quote)
    if cell_len(quote) <= cells:
        return tuple(_runs(quote, [Span(0, len(quote))], differs))
    words = [Span(match.start(), match.end()) for match in _WORD.finditer(quote)]
    counts = [at for at, word in enumerate(words) if _touches(word, (*alike, *differs))]
    for around in _AROUND:
        kept = _stretches(words, counts, around) or [Span(0, len(quote))]
        runs = tuple(_runs(quote, kept, differs))
        fits = sum(cell_len(run.words) for run in runs) <= cells
        if fits and (around or len(kept) <= _MOST_PIECES):
            return runs
    telling = [word for word in words if _touches(word, differs or alike)]
    start = telling[0].start if telling else 0
    return tuple(_runs(quote, [Span(start, len(quote))], differs))


def _stretches(words: Sequence[Span], counts: Sequence[int], around: int) -> list[Span]:
    """The words that count with those around them, joined where hardly anything is between."""
    found: list[tuple[int, int]] = []
    for at in counts:
        first, last = max(0, at - around), min(len(words) - 1, at + around)
        if found and first - found[-1][1] <= 2:  # "…" would save nothing
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return [Span(words[first].start, words[last].end) for first, last in found]


def _runs(quote: str, kept: Sequence[Span], differs: Sequence[Span]) -> Iterator[Run]:
    if kept and kept[0].start > 0:
        opening = _OPENING.match(quote)
        yield Run(f"{opening[0] if opening else ''}… ", False)
    for place, (start, end) in enumerate(kept):
        if place:
            yield Run(_GAP, False)
        at = start
        for span in differs:
            first, last = max(at, span.start), min(end, span.end)
            if first < last:
                if at < first:
                    yield Run(quote[at:first], False)
                yield Run(quote[first:last], True)
                at = last
        if at < end:
            yield Run(quote[at:end], False)
    if kept and kept[-1].end < len(quote):
        yield Run(" …", False)


def _touches(word: Span, spans: Sequence[Span]) -> bool:
    return any(word.start < span.end and span.start < word.end for span in spans)
