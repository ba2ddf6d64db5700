"""The articles side by side: which are open, which are in view, which one is active."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from reader.ui.widgets.column import HEADER_ROWS, PaneColumn
from reader.ui.widgets.kept_rows import KeptRows

if TYPE_CHECKING:
    from reader.review import Reading
    from reader.ui.elsewhere.contradictions import Contradictions
    from reader.ui.widgets.pair_list import PairList

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
        self._list: PairList | None = None
        self._is_list_shown = False
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

    def have(self, count: int) -> None:
        """Open or close panes on the right until there are so many."""
        while len(self.columns) < count:
            self.add()
        while len(self.columns) > count:
            self.remove_column(self.columns[-1])

    def remove_column(self, column: PaneColumn) -> None:
        """Close a pane; the one to its left becomes the active one."""
        self.columns.remove(column)
        column.remove()
        self._active = max(0, min(self._active, len(self.columns)) - 1)

    def show_list(self, listed: Contradictions | None) -> None:
        """Show a list in the place of all panes but the active one; None: no more."""
        self._is_list_shown = listed is not None
        if listed is not None and self._list is None:
            from reader.ui.widgets.pair_list import PairList  # Not before the first paint.

            self._list = PairList(listed)
            self.mount(self._list)
        if self._list is not None:
            self._list.display = self._is_list_shown

    def show_pairs(self) -> None:
        """What the list holds may be something else."""
        if self._list is not None and self._is_list_shown:
            self._list.show_changes()

    def lay_out(self, width: int) -> None:
        """Show what there is room for in a window of some cells."""
        room = _MOST_PANES if width >= THREE_PANES_FROM else 2 if width >= TWO_PANES_FROM else 1
        if self._list is not None and self._is_list_shown:
            shares = max(2, min(room, len(self.columns))) - 1
            self._list.styles.width = f"{shares}fr"
            self._list.set_class(room > 1, "beside")
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
