"""Taking up where the reviewer left off: articles, panes, scroll, focus, filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.session import PanePlace, Session
from reader.ui.handlers import opening
from reader.ui.screens.desk import FIRST_PANES

if TYPE_CHECKING:
    from reader.ui.screens.desk import Desk
    from reader.ui.widgets.column import PaneColumn


def session_of(desk: Desk) -> Session:
    """Where the reviewer is now; a pane whose statements are not found yet is where it was."""
    shown = [column for column in desk.columns if column.entry is not None]
    active = shown.index(desk.column) if desk.column in shown else 0
    return Session(tuple(map(_place_in, shown)), active, str(desk.filter))


def take_up(desk: Desk, mine: Session | None, shown: Session | None) -> None:
    """Go on where the reviewer left off, where the first paint may have shown where another did."""
    from reader.review import Filter

    if mine != shown:
        desk.panes.have(min(len(mine.panes) if mine else FIRST_PANES, len(desk.corpus.files)))
        opening.first_articles(desk, mine or Session())
        desk.lay_out()
    if mine is not None and mine.filter in {str(wanted) for wanted in Filter}:
        desk.set_filter(Filter(mine.filter))


def _place_in(column: PaneColumn) -> PanePlace:
    assert column.entry is not None
    reading, index = column.reading, column.pane.index
    if reading is None and column.left_at is not None:
        return column.left_at
    items = reading.items if reading is not None else ()
    key = items[index].key if index is not None and index < len(items) else ""
    return PanePlace(column.entry.name, key, column.pane.top)
