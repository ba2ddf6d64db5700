"""One article under review: highlighted statements, a gutter of verdicts, the reviewer's place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from reader.article import Article
from reader.ui.painting.highlights import Marks
from reader.ui.painting.ink import InkPot
from reader.ui.painting.row import RowPainter
from reader.ui.painting.wrap import column_at
from reader.ui.widgets.wrapped_text import GUTTER_CELLS, WrappedText

if TYPE_CHECKING:
    from reader.review import Filter, Item
    from reader.span import Span
    from reader.statement import Statement

_NEAR = 400
"""Code points before a statement's content within which its source belongs to the same view."""


class ArticlePane(WrappedText, can_focus=True):
    """Shows one article and the reviewer's place in it."""

    FOCUS_ON_CLICK = False
    """A press of the button may begin a selection; the click that is none tells the desk."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(InkPot.COMPONENTS)
    active: var[bool] = var(False)

    @dataclass
    class Clicked(Message):
        """The pane was clicked: on a statement, or beside them all (None)."""

        pane: ArticlePane
        index: int | None

    class FocusMoved(Message):
        """Another statement is in focus, or none."""

        def can_replace(self, message: Message) -> bool:
            """One is enough, however often the focus moved meanwhile."""
            return isinstance(message, ArticlePane.FocusMoved)

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Item] = ()
        self.index: int | None = None
        self.has_moved = True
        """False where a verdict was given and the focus stayed: the next would overwrite it."""
        self._ink = InkPot(self)
        self._marks = Marks()
        self._filter: Filter | None = None
        self._told: Mapping[tuple[Span, ...], bool] = {}

    # What is shown

    def show(self, article: Article) -> None:
        """Show another article from its top, its statements not known yet."""
        self.items = ()
        self.index = None
        self._tell_focus()
        self._marks = Marks()
        self.show_text(article)

    def mark(self, items: Sequence[Item]) -> None:
        """Highlight the article's statements."""
        assert self.article is not None
        focused = None if self.index is None else self.items[self.index].statement
        self.items = items
        self._marks = Marks.of(self.article, items)
        if self.index is not None:
            self.index = _place_of(focused, items, self.index)
        self._tell_focus()
        self._repaint()

    def refresh_items(self, items: Sequence[Item]) -> None:
        """Show verdicts that have changed, and the statements themselves where those have."""
        if [item.statement for item in items] != [item.statement for item in self.items]:
            self.mark(items)
            return
        changed = [i for i, (a, b) in enumerate(zip(self.items, items, strict=True)) if a != b]
        self.items = items
        for index in changed:
            self._repaint_item(index)

    def admit(self, wanted: Filter) -> None:
        """Mark only the statements that a filter lets through."""
        self._filter = wanted
        self._repaint()

    def renew(self, article: Article, items: Sequence[Item], place: int | None) -> None:
        """Show the article as it has become, the focus where the statement it was on is now.

        Where that is gone (None), it goes to what stands in its place. The row in focus stays
        where it is on the screen.
        """
        before, index, row = self._extent(self.index), self.index, self.scroll_offset.y
        moved_before = self.has_moved
        self.show(article)
        self.mark(items)
        if items:
            self.index = min(index or 0, len(items) - 1) if place is None else place
            self._wrap(through=items[self.index].start)
        after = self._extent(self.index)
        moved = after[0] - before[0] if before and after else 0
        self.scroll_to(y=row + moved, animate=False, force=True)
        self.focus_item(self.index)
        self.has_moved = moved_before

    def focus_item(self, index: int | None, *, reveal: bool = True) -> None:
        """Put the reviewer's place on a statement and bring it into view."""
        previous, self.index = self.index, index
        self.has_moved = True
        if index is not None and not self._rows.complete:
            self._rows.reach(self.items[index].start)
            self._resized()
        self._tell_focus()
        for changed in {previous, index} - {None}:
            assert changed is not None
            self._repaint_item(changed)
        if reveal:
            self.reveal()

    def _tell_focus(self) -> None:
        # Straight to the screen: bubbling would wake every widget on the way, at every key.
        if self.is_attached:
            self.screen.post_message(self.FocusMoved())

    @property
    def in_view(self) -> bool:
        """True while the content in focus can be read on the screen, or as much of it as fits.

        A pane that is still to be laid out will bring it into view then.
        """
        extent = self._extent(self.index, content_only=True)
        if extent is None or not self.size.height:
            return extent is not None
        return self._shows(*extent)

    def reveal(self) -> None:
        """Scroll only if the statement in focus is not wholly in view, its content before all."""
        height = self.size.height
        extent = self._extent(self.index)
        if extent is not None and extent[1] - extent[0] >= height:
            extent = self._extent(self.index, content_only=True)
        if extent is None or not height or self._shows(*extent):
            return
        first, last = extent
        target = first - min(height // 3, max(0, height - 1 - (last - first)))
        self.scroll_to(y=target, animate=False, force=True)

    def _shows(self, first: int, last: int) -> bool:
        """Tell whether rows are in view: all of them, or nothing but them."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
        return (top <= first and last <= bottom) or (first <= top and bottom <= last)

    @property
    def row_in_view(self) -> int:
        """The row of the pane on which the statement in focus begins; 0 where it is not in view."""
        extent = self._extent(self.index)
        row = extent[0] - self.scroll_offset.y if extent else 0
        return row if 0 <= row < self.size.height else 0

    def show_level(self, index: int, row: int) -> int:
        """Put the place on a statement, and its first row on a row of the pane.

        Gives the row on which it is then: less far down where it stands near the article's top.
        """
        self.focus_item(index, reveal=False)
        self._wrap(through=self.items[index].start)
        row = self.keep_level(row)
        self.reveal()
        return row

    def keep_level(self, row: int) -> int:
        """Scroll until the statement in focus begins on a row of the pane; gives where it does."""
        extent = self._extent(self.index)
        return row if extent is None or not self.size.height else self.put_row(extent[0], row)

    def tell(self, told: Mapping[tuple[Span, ...], bool]) -> None:
        """Mark the statements, by content, that others tell too; True is for the opposite."""
        if told != self._told:
            self._told = told
            self._repaint()

    # Painting

    def notify_style_update(self) -> None:
        """Mix the styles anew: the theme or the pane's focus has changed."""
        super().notify_style_update()
        self._ink.clear()

    def watch_active(self) -> None:
        """Repaint the place in focus, bright in the active pane alone."""
        if self.index is not None:
            self._repaint_item(self.index)

    def paint(self, row: int, selected: Selection | None) -> Strip:
        """The gutter and the text of one row."""
        assert self.article is not None
        start, end = self._rows.starts[row], self._rows.ends[row]
        painter = RowPainter(
            self.article.text,
            self.items,
            self._marks,
            self.index,
            self.active,
            self._ink,
            self._filter,
            self._told,
        )
        chosen = selected.get_span(row) if selected is not None else None
        next_start = self._rows.starts[row + 1] if row + 1 < len(self._rows) else end + 1
        gutter = painter.gutter(start, next_start)
        base = self._ink.base
        width = self.size.width
        margin = self._margin(width)
        beside = [Segment(" " * margin, base), *gutter]
        # Where a selection begins or ends is read off these; beside the text it is below zero.
        strip = Strip([*beside, *painter.text(start, end, chosen)])
        strip = strip.apply_offsets(-margin - GUTTER_CELLS, row)
        return strip.extend_cell_length(width, base).crop(0, width)

    def _repaint_item(self, index: int) -> None:
        extent = self._extent(index)
        if extent is not None:
            self._repaint_rows(*extent)

    def _extent(self, index: int | None, *, content_only: bool = False) -> tuple[int, int] | None:
        """The first and last row that a statement's parts stand on."""
        if index is None or index >= len(self.items) or not len(self._rows):
            return None
        statement = self.items[index].statement
        content = statement.content or (*statement.source, *statement.cue)
        if not content:
            return None
        # A source named paragraphs before is painted, but does not stretch what must be in view.
        parts = () if content_only else (*statement.source, *statement.cue)
        near = [span for span in parts if span.end >= content[0].start - _NEAR]
        spans = (*near, *content)
        return (
            self._rows.at(min(span.start for span in spans)),
            self._rows.at(max(span.end - 1 for span in spans)),
        )

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the statement under the pointer, unless it was dragged."""
        if self.article is None or self.text_selection is not None:
            return
        row = event.y + self.scroll_offset.y
        index = None
        if row < len(self._rows):
            start, end = self._rows.starts[row], self._rows.ends[row]
            cell = event.x - self._margin(self.size.width) - GUTTER_CELLS
            offset = column_at(self.article.text, start, end, cell)
            run = self._marks.run_at(offset)
            index = None if run is None else run.innermost
        self.post_message(self.Clicked(self, index))


def _place_of(statement: Statement | None, items: Sequence[Item], index: int) -> int | None:
    """Where a statement stands now; where it is gone, whatever is in its place."""
    for place, item in enumerate(items):
        if item.statement == statement:
            return place
    return min(index, len(items) - 1) if items else None
