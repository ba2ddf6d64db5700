"""An article's text on the screen: wrapped to the width, painted row by row, selected and copied.

Painted line by line (Textual's Line API), so a long article costs no more than the rows in view.
"""

from __future__ import annotations

from functools import partial

from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

from reader.article import Article
from reader.ui.painting.wrap import Rows
from reader.ui.widgets.kept_rows import KeptRows, KeptScrollBar

GUTTER_CELLS = 4
_TEXT_CELLS = 76
"""The widest column of text that is read without losing the line."""
_RIGHT_CELLS = 2
"""A space, and the scrollbar."""
_PORTION = 500_000
"""Code points wrapped between two keys: about ten milliseconds."""
_BREATH = 0.001
"""Seconds in which keys come first."""


class WrappedText(ScrollView, KeptRows):
    """Wraps one article and keeps its painted rows; what they look like its heirs say."""

    DEFAULT_CSS = """
    WrappedText { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.article: Article | None = None
        self._rows = Rows("", 0, 0, 1)
        self._below = 0
        """Blank rows below the last, so that a row near the end can stand level with another's."""
        self._strips: dict[int, Strip] = {}

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = KeptScrollBar(vertical=True, name="vertical", thickness=1)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def paint(self, row: int, selected: Selection | None) -> Strip:
        """One row of the article as it looks now."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Bring into view what the reader is at: there is room for it, or another height."""
        raise NotImplementedError

    def show_text(self, article: Article) -> None:
        """Show another article from its top."""
        self.article = article
        self._strips.clear()
        self._rows = Rows("", 0, 0, 1)
        self._below = 0
        if self.size.width:
            self._wrap()
            self.scroll_to(y=0, animate=False, force=True)
            self.refresh()

    @property
    def top(self) -> int:
        """The code point at which the first row in view begins; 0 at the top of the article."""
        row = self.scroll_offset.y
        return self._rows.starts[row] if 0 < row < len(self._rows) else 0

    def show_from(self, offset: int) -> None:
        """Scroll until the row of a code point is the first in view."""
        self._rows.reach(offset)
        self._resized()
        self.scroll_to(y=self._rows.at(offset), animate=False, force=True)

    def put_row(self, row: int, level: int) -> int:
        """Scroll until a row of the article is at a row of the pane; gives where it is then.

        There may be blank rows below the article for that, but none above it.
        """
        top = max(0, row - level)
        self._below = max(0, top + self.size.height - len(self._rows))
        self._resized()
        self.scroll_to(y=top, animate=False, force=True)
        return row - top

    # Wrapping

    @property
    def _text_cells(self) -> int:
        return max(10, min(_TEXT_CELLS, self.size.width - GUTTER_CELLS - _RIGHT_CELLS))

    def _margin(self, width: int) -> int:
        """Cells left of the gutter: the column stands in the middle of a wide pane."""
        return max(0, (width - GUTTER_CELLS - _RIGHT_CELLS - self._rows.width) // 2)

    def on_resize(self) -> None:
        """Wrap again when the width has changed, keeping the top character at the top."""
        if self.article is None:
            return
        rows = self._rows
        if self._text_cells == rows.width and len(rows):
            self._resized()
            self.reveal()  # A pane that was hidden has a height only now.
            return
        first = self.scroll_offset.y
        top = rows.starts[first] if first < len(rows) else 0
        self._wrap(through=top)
        self._repaint()
        if first:
            self.scroll_to(y=self._rows.at(top), animate=False, force=True)
        self.reveal()

    def _wrap(self, through: int = 0) -> None:
        """Wrap the article at least as far as a code point, and the rest between two keys."""
        self._rows = self._new_rows(through)
        self._resized()

    def _new_rows(self, through: int = 0) -> Rows:
        assert self.article is not None
        text, start = self.article.text, self.article.start
        rows = Rows(text, start, len(text), self._text_cells)
        rows.reach(max(through, start))
        return rows

    def _resized(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._rows) + self._below)
        if not self._rows.complete:
            self.set_timer(_BREATH, partial(self._wrap_more, self._rows))

    def _wrap_more(self, rows: Rows) -> None:
        if rows is not self._rows or rows.complete:
            return
        rows.advance(_PORTION)
        self._resized()
        if rows.complete:
            self.reveal()

    # Painting

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        if self.article is not None and not len(self._rows):
            self._rows = self._new_rows()  # The first paint comes before the first resize event.
        row = y + self.scroll_offset.y
        if self.article is None or row >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style).apply_offsets(0, row)
        selected = self.text_selection
        if selected is None and (strip := self._strips.get(row)) is not None:
            return strip
        strip = self.paint(row, selected)
        if selected is None:
            self._strips[row] = strip
        return strip

    def notify_style_update(self) -> None:
        """Paint anew: the theme or the pane's focus has changed."""
        super().notify_style_update()
        self._strips.clear()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _repaint_rows(self, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._strips.pop(row, None)
        self.refresh_lines(first, last - first + 1)

    # Selecting

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaint what the mouse has selected."""
        self._repaint()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands in the article, without the breaks of wrapping."""
        if self.article is None:
            return None
        start = self._offset_of(selection.start, 0)
        end = self._offset_of(selection.end, len(self.article.text))
        return self.article.text[start:end], "\n"

    def _offset_of(self, place: Offset | None, otherwise: int) -> int:
        """The code point that a selection's end (column, row) stands for."""
        if place is None or not len(self._rows):
            return otherwise
        if place.y >= len(self._rows):
            return self._rows.ends[-1]
        start, end = self._rows.starts[place.y], self._rows.ends[place.y]
        return min(start + max(0, place.x), end)
