"""The list of contradictions at the right edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.text import safe_line
from reader.ui.elsewhere.contradictions import Contradictions
from reader.ui.painting.line import Piece, row
from reader.ui.painting.pair_rows import pair_rows, rows_of_pair
from reader.ui.widgets.column import HEADER_ROWS
from reader.ui.widgets.kept_rows import FewRows

_SPACED_FROM = 30
"""Rows from which on a row is left free between two pairs."""
_BAR = "▌"


class PairList(FewRows):
    """Shows as many pairs as there is room for around the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pairs--title",
        "pairs--note",
        "pairs--why",
        "pairs--linked",
        "pairs--outlet",
        "pairs--differs",
        "pairs--bar",
        "pairs--focus",
    }

    class Chosen(Message):
        """A pair was clicked: `place` is its place in the list."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, listed: Contradictions) -> None:
        super().__init__()
        self._listed = listed
        self._first = 0

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a pair."""
        place = self._first + (event.y - HEADER_ROWS) // self._pitch(self.size)
        if event.y >= HEADER_ROWS and place < len(self._listed.pairs):
            self.post_message(self.Chosen(place))

    def lay_out(self, size: Size) -> Sequence[Strip]:
        """Title, and the pairs around the cursor."""
        width, height, base = size.width, size.height, self.rich_style
        strips = [self._title(width), Strip.blank(width, base)]
        pitch, pairs = self._pitch(size), self._listed.pairs
        room = max(1, (height - HEADER_ROWS) // pitch)
        at = self._listed.at
        self._first = max(0, min(max(self._first, at - room + 1), at, len(pairs) - 1))
        for place in range(self._first, len(pairs)):
            if len(strips) >= height:
                break
            is_here = place == at
            ground = self.get_component_rich_style("pairs--focus") if is_here else base
            bar = Piece(_BAR if is_here else " ", self._look("bar"))
            for pieces in pair_rows(pairs[place], width - 2, self._look):
                strips.append(row([bar, *pieces], (), width, ground))
            strips += [Strip.blank(width, base)] * (pitch - rows_of_pair(width))
        if not pairs:
            words = self._nothing()
            strips.append(row([Piece(f" {words}", self._look("why"))], (), width, base))
        blank = [Strip.blank(width, base)] * max(0, height - len(strips))
        return [*strips, *blank][:height]

    def _title(self, width: int) -> Strip:
        listed = self._listed
        label = safe_line(listed.story.label) if listed.story else ""
        suggested = len(listed.pairs) - listed.linked
        count = f"{listed.linked} linked, {suggested} suggested " if listed.is_known else ""
        left = [Piece(" Contradictions", self._look("title"))]
        if label:
            left.append(Piece(f" · {label}", self._look("why")))
        return row(left, [Piece(count, self._look("note"))], width, self.rich_style)

    def _nothing(self) -> str:
        if not self._listed.is_known:
            return "Looking for contradictions…"
        return "None is suggested any more, and none is linked."

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"pairs--{name}", partial=True)

    def _pitch(self, size: Size) -> int:
        return rows_of_pair(size.width) + (size.height >= _SPACED_FROM)
