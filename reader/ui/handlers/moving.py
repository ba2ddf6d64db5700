"""Going from statement to statement, through the text, and from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.review import Filter
from reader.ui.handlers import opening, stories

if TYPE_CHECKING:
    from reader.ui.screens.desk import Desk


def next_statement(desk: Desk) -> None:
    """Focus on the article's next statement."""
    _step(desk, 1)


def previous_statement(desk: Desk) -> None:
    """Focus on the article's previous statement."""
    _step(desk, -1)


def next_unreviewed(desk: Desk) -> None:
    """Focus on the next unreviewed statement, in this article or one of those after it."""
    _unreviewed(desk, 1)


def previous_unreviewed(desk: Desk) -> None:
    """Focus on the previous unreviewed statement, in this article or one of those before it."""
    _unreviewed(desk, -1)


def scroll(desk: Desk, rows: int) -> None:
    """Move the text by rows; the focus stays on its statement."""
    desk.pane.scroll_relative(y=rows, animate=False, force=True)


def page(desk: Desk, direction: int) -> None:
    """Move the text by a page, two rows of it kept in view."""
    scroll(desk, direction * max(1, desk.pane.size.height - 2))


def top(desk: Desk) -> None:
    """Show the article's first row."""
    desk.pane.scroll_to(y=0, animate=False, force=True)


def bottom(desk: Desk) -> None:
    """Show the article's last row."""
    desk.pane.scroll_to(y=desk.pane.virtual_size.height, animate=False, force=True)


def other_pane(desk: Desk) -> None:
    """Make the next pane the active one."""
    if len(desk.columns) == 1:
        desk.say("Only one article is open.")
        return
    place = desk.columns.index(desk.column)
    desk.activate(desk.columns[(place + 1) % len(desk.columns)])


def _step(desk: Desk, direction: int) -> None:
    reading, pane = desk.reading, desk.pane
    if reading is None or not reading.items:
        return
    place = -1 if pane.index is None else pane.index
    while 0 <= (place := place + direction) < len(reading.items):
        if desk.filter.admits(reading.items[place]):
            pane.focus_item(place)
            return
    pane.reveal()
    wanted = desk.filter.replace("-", " ")
    if not reading.admitted(desk.filter):
        desk.say(f"No statement here is {wanted}; {desk.key_of('filter')} shows others.")
        return
    which = "statement" if desk.filter is Filter.ALL else f"one that is {wanted}"
    desk.say(f"This is the {'last' if direction > 0 else 'first'} {which}.")


def _unreviewed(desk: Desk, direction: int) -> None:
    reading, pane = desk.reading, desk.pane
    if reading is None:
        return
    here = -1 if pane.index is None else pane.index
    ahead = [i for i in reading.unreviewed() if (i - here) * direction > 0]
    if ahead:
        pane.focus_item(ahead[0] if direction > 0 else ahead[-1])
        return
    # Round the corpus and back to the part of this article that lies behind.
    entries = stories.in_order(desk)
    place = entries.index(reading.file)
    if direction > 0:
        ahead_of_it, round_it = entries[place + 1 :], entries[: place + 1]
    else:
        ahead_of_it, round_it = entries[:place][::-1], entries[place:][::-1]
    opening.walk(desk, desk.column, ahead_of_it, round_it, last=direction < 0)
