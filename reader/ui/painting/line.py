"""A row of the screen put together from words: what fits is shown, the rest is cut with a sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text import safe_line
from reader.ui.painting.wrap import Rows


class Piece(NamedTuple):
    """Some words and their style."""

    text: str
    style: Style = Style.null()


def shortened(words: str, cells: int) -> str:
    """Words made safe and cut to so many cells, with a sign where something is missing."""
    words = safe_line(words)
    if cell_len(words) <= cells:
        return words
    return set_cell_size(words, max(0, cells - 1)).rstrip() + "…"


def wrapped(words: str, cells: int, most: int) -> list[str]:
    """Words made safe and broken into rows; the last of `most` rows is cut."""
    words = safe_line(words)
    rows = Rows(words, 0, len(words), cells)
    rows.advance(len(words))
    if not rows:
        return []
    whole = range(min(most, len(rows)) - 1)
    lines = [words[rows.starts[place] : rows.ends[place]] for place in whole]
    return [*lines, shortened(words[rows.starts[len(whole)] :].rstrip(), cells)]


def row(left: Sequence[Piece], right: Sequence[Piece], width: int, base: Style) -> Strip:
    """One row, `left` and `right` at its edges; the left gives way, cut with an ellipsis."""
    right_segments = [Segment(safe_line(p.text), base + p.style) for p in right if p.text]
    room = width - sum(segment.cell_length for segment in right_segments) - bool(right_segments)
    left_segments: list[Segment] = []
    for piece in left:
        text = safe_line(piece.text)
        cells = cell_len(text)
        if cells > room:
            if room > 1:
                cut = shortened(text, room)
                left_segments.append(Segment(cut, base + piece.style))
                room -= cell_len(cut)
            break
        left_segments.append(Segment(text, base + piece.style))
        room -= cells
    used = sum(s.cell_length for s in left_segments) + sum(s.cell_length for s in right_segments)
    gap = Segment(" " * max(0, width - used), base)
    return Strip([*left_segments, gap, *right_segments]).crop(0, width)
