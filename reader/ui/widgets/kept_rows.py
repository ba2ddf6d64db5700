"""Widgets that keep their rows as painted, so that a key costs no more than what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Self

from rich.style import Style
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget


class KeptRows(Widget):
    """Keeps each row until it is refreshed.

    Textual asks every widget around two changes, however far apart, for all its rows, and finds
    out each time what lies behind them and which filters they go through. Among the bases of a
    widget this one stands last: Textual takes styles from the first alone.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._kept: dict[int, Strip] = {}
        self._kept_size = Size(0, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget, painted where they are not kept."""
        size = self.outer_size
        if crop.column_span != (0, size.width):
            return super().render_lines(crop)
        kept = self._kept
        if size != self._kept_size:
            kept.clear()
            self._kept_size = size
        for first, count in _runs([y for y in crop.line_range if y not in kept]):
            painted = super().render_lines(Region(0, first, size.width, count))
            kept.update(zip(range(first, first + count), painted, strict=True))
        return [kept[y] for y in crop.line_range]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have regions of the content painted anew, or all of the widget."""
        if regions:
            below = self.gutter.top
            for region in regions:
                for y in region.line_range:
                    self._kept.pop(y + below, None)
        elif repaint:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Forget all rows: they look different now."""
        super().notify_style_update()
        self._kept.clear()


class KeptScrollBar(ScrollBar, KeptRows):
    """A scroll bar that is painted when it moves, and not at each key."""


class FewRows(KeptRows):
    """Puts its rows together all at once, and paints anew only what differs in them."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: Sequence[Strip] = ()
        self._laid_out: Size | None = None
        """The outer size for which the rows were put together."""
        self._looks: dict[str, Style] = {}

    def look(self, name: str) -> Style:
        """What a component class adds to the style of the rows."""
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = self.get_component_rich_style(name, partial=True)
        return style

    def lay_out(self, size: Size) -> Sequence[Strip]:
        """All rows as they look now."""
        raise NotImplementedError

    def show_changes(self) -> None:
        """What is shown may be something else: paint what looks different."""
        if self._laid_out != self.outer_size or not self.size:  # put away, it keeps its outer size
            self._laid_out = None
            self.refresh()
            return
        before, self._strips = self._strips, self.lay_out(self.size)
        pairs = enumerate(zip(before, self._strips, strict=True))
        ends = [(y, end_of_change(old, new)) for y, (old, new) in pairs]
        if changed := [Region(0, y, end, 1) for y, end in ends if end]:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One of the rows."""
        if self._laid_out != self.outer_size:
            self._laid_out = self.outer_size
            self._strips = self.lay_out(self.size)
        return self._strips[y]

    def notify_style_update(self) -> None:
        """Put the rows together anew: they look different now."""
        super().notify_style_update()
        self._laid_out = None
        self._looks.clear()


def end_of_change(old: Strip, new: Strip) -> int:
    """The cell behind the last one in which two rows of one length differ; 0 where none does."""
    left, right = [*old], [*new]
    end = old.cell_length
    while left and right:
        one, other = left.pop(), right.pop()
        if one.style != other.style:
            break
        if one.text != other.text:
            blank = not one.text.strip() and not other.text.strip()
            return end - min(len(one.text), len(other.text)) if blank else end
        end -= one.cell_length
    return end


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Rows that follow one another as first row and count."""
    for _, run in groupby(enumerate(rows), key=lambda numbered: numbered[1] - numbered[0]):
        first, *rest = (row for _, row in run)
        yield first, 1 + len(rest)
