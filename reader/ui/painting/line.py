"""A row of the screen put together from words: what fits is shown, the rest is cut with a sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text import safe_line


class Piece(NamedTuple):
    """Some words and their style."""

    text: str
    style: Style = Style.null()


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
                cut = set_cell_size(text, room - 1).rstrip() + "…"
                left_segments.append(Segment(cut, base + piece.style))
                room -= cell_len(cut)
            break
        left_segments.append(Segment(text, base + piece.style))
        room -= cells
    used = sum(s.cell_length for s in left_segments) + sum(s.cell_length for s in right_segments)
    gap = Segment(" " * max(0, width - used), base)
    return Strip([*left_segments, gap, *right_segments]).crop(0, width)
