"""The articles side by side: which are open, which are in view, which one is active."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from reader.ui.widgets.column import HEADER_ROWS, PaneColumn
from reader.ui.widgets.kept_rows import KeptRows

if TYPE_CHECKING:
    from reader.review import Reading

TWO_PANES_FROM = 100
THREE_PANES_FROM = 160
"""Cells of a window from which on so many articles stand side by side."""
_MOST_PANES = 3


class Panes(Horizontal, KeptRows):
    """Shows the active pane and as many neighbours as the width has room for, in their order."""

    def __init__(self, count: int) -> None:
        super().__init__(id="panes")
        self.columns = [PaneColumn() for _ in range(count)]
        self.in_view: Sequence[PaneColumn] = self.columns[:1]
        self._active = 0
        self._beside: Widget | None = None
        self._mark_places(self.columns)

    def compose(self) -> ComposeResult:
        """The columns of the first articles."""
        yield from self.columns

    @property
    def column(self) -> PaneColumn:
        """The active pane with its header."""
        return self.columns[self._active]

    @property
    def has_room(self) -> bool:
        """True where the window is high enough to show a row of an article."""
        return self.size.height > HEADER_ROWS

    @property
    def room_for_more(self) -> bool:
        """True while another article can be put beside those that are open."""
        return len(self.columns) < _MOST_PANES

    def columns_of(self, reading: Reading) -> list[PaneColumn]:
        """The panes that show an article: it may stand in more than one."""
        return [column for column in self.columns if column.reading is reading]

    def activate(self, column: PaneColumn) -> None:
        """Make a pane the active one; it is laid out next."""
        self._active = self.columns.index(column)

    def add(self) -> PaneColumn:
        """Make room for another article, on the right."""
        column = PaneColumn()
        self.columns.append(column)
        self.mount(column)
        return column

    def remove_column(self, column: PaneColumn) -> None:
        """Close a pane; the one to its left becomes the active one."""
        self.columns.remove(column)
        column.remove()
        self._active = max(0, min(self._active, len(self.columns)) - 1)

    def show_beside(self, widget: Widget | None) -> None:
        """Show something else in the place of all panes but the active one; None: no more."""
        if self._beside is not None:
            self._beside.display = False
        self._beside = widget
        if widget is not None:
            widget.display = True
            if not widget.is_attached:
                self.mount(widget)

    def lay_out(self, width: int) -> None:
        """Show what there is room for in a window of some cells."""
        room = _MOST_PANES if width >= THREE_PANES_FROM else 2 if width >= TWO_PANES_FROM else 1
        if self._beside is not None:
            shares = max(2, min(room, len(self.columns))) - 1
            self._beside.styles.width = f"{shares}fr"
            self._beside.set_class(room > 1, "beside")
            self._mark_places([self.column])
            self.column.set_class(room == 1, "hidden")
            return
        first = max(0, min(self._active, len(self.columns) - room))
        if self._active - first >= room:
            first = self._active - room + 1
        self._mark_places(self.columns[first : first + room])
        self.column.pane.focus(scroll_visible=False)

    def _mark_places(self, in_view: Sequence[PaneColumn]) -> None:
        """Tell each pane whether it is in view, beside another, active."""
        self.in_view = in_view
        for column in self.columns:
            column.set_class(column not in in_view, "hidden")
            column.set_class(column is not in_view[0], "beside")
            column.set_class(column is self.column, "active")
            column.pane.active = column is self.column
