"""The last door before the terminal: whatever a widget shows, no control character gets through.

Each text is made safe where it comes in; this holds also where somebody forgets that.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text import safe_line


class NoControls(LineFilter):
    """Replaces control characters in every line of every widget, and takes links away."""

    def apply(self, segments: list[Segment], _: Color) -> list[Segment]:
        """Give the segments as they may be written to a terminal."""
        return [_clean(segment) for segment in segments]


def _clean(segment: Segment) -> Segment:
    text, style, control = segment
    if style is not None and style.link:
        # A link is written as an escape sequence with the address in it, whatever that holds.
        style = style.update_link(None)
    elif text.isprintable():
        return segment
    return Segment(safe_line(text), style, control)
