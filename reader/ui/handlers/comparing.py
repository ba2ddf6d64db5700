"""Going from a statement to the same claim elsewhere, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.handlers import opening

if TYPE_CHECKING:
    from reader.corpus import ArticleFile
    from reader.review import Item, Reading
    from reader.span import Span
    from reader.survey.plain import Elsewhere, Place
    from reader.ui.screens.desk import Desk
    from reader.ui.widgets.column import PaneColumn


def same_claim(desk: Desk) -> None:
    """Bring the same claim elsewhere level with the statement in focus; again: the next one."""
    here = _counterparts(desk)
    desk.twins.wish = desk.here if here is None and not _is_known(desk) else None
    if here is None:
        return
    reading, item, found = here
    turn = desk.twins.turn(reading, item, len(found))
    show_level(desk, found[turn].place.article, found[turn].place.content)
    desk.say(f"{turn + 1} of {len(found)} told elsewhere")


def fulfil(desk: Desk) -> None:
    """More is known: bring the counterpart that was asked for before it was, if this is it."""
    if desk.twins.wish is not None and desk.twins.wish == desk.here and _is_known(desk):
        same_claim(desk)


def every_telling(desk: Desk) -> None:
    """List the tellings of the claim in focus, and go to one of them."""
    here = _counterparts(desk)
    others = desk.others
    if here is None or others is None:
        return
    _, item, found = here
    from reader.ui.screens.elsewhere.tellings import TellingsScreen

    sheet = TellingsScreen(item.anchor.quote, found, others.verdict)

    def chosen(one: Elsewhere | None) -> None:
        others.unwatch(sheet.renew)
        if one is not None:
            show_level(desk, one.place.article, one.place.content)

    desk.app.push_screen(sheet, chosen)
    others.watch(sheet.renew)


def back(desk: Desk) -> None:
    """Go back to where the last jump began."""
    jump = desk.twins.last_jump()
    if jump is None:
        desk.say("There is nowhere to go back to.")
        return
    reading, key = jump
    column = next(iter(desk.panes.columns_of(reading)), desk.column)
    desk.activate(column)
    opening.show_statement(desk, column, reading, key)


def next_told(desk: Desk) -> None:
    """Focus on the next statement that others tell too."""
    _step(desk, 1)


def previous_told(desk: Desk) -> None:
    """Focus on the previous statement that others tell too."""
    _step(desk, -1)


def lock(desk: Desk) -> None:
    """Have the other pane follow: to the counterpart, not to the same line."""
    desk.twins.locked = not desk.twins.locked
    desk.say("The panes move together." if desk.twins.locked else "The panes move separately.")
    desk.name_stories()
    follow(desk)


def follow(desk: Desk) -> None:
    """Bring the best counterpart level where the panes are locked and another is in view."""
    if not desk.twins.locked or desk.tellings is None or len(desk.panes.in_view) < 2:
        return
    reading, item = desk.reading, desk.item
    if reading is None or item is None:
        return
    shown = {column.entry.name for column in desk.panes.in_view if column.entry}
    found = desk.tellings.elsewhere(reading, item)
    desk.twins.waiting = found is None
    here = next((one for one in found or () if one.place.article in shown), None)
    if here is not None:
        show_level(desk, here.place.article, here.place.content, jump=False)


def show_level(desk: Desk, article: str, content: tuple[Span, ...], *, jump: bool = True) -> None:
    """Show a statement, by its content, in the other pane, in the row of the one in focus.

    Where one pane alone is in view its article takes the place of what stands there.
    """
    entry = desk.corpus.by_name.get(article)
    if entry is None:
        desk.say("That article is no longer there.")
        return
    level = opening.Level(desk.pane.row_in_view, desk.here, moves_both=jump)
    if jump and desk.reading is not None and desk.item is not None:
        desk.twins.remember(desk.reading, desk.item.key)
    column = _column_for(desk, entry)
    if column not in desk.panes.in_view:
        desk.activate(column)
    opening.open_at(desk, column, entry, content, level)


def show_here(desk: Desk, place: Place) -> None:
    """Go to a statement: in the pane that shows its article, else in the active one."""
    entry = desk.corpus.by_name.get(place.article)
    if entry is None:
        desk.say("That article is no longer there.")
        return
    if desk.reading is not None and desk.item is not None:
        desk.twins.remember(desk.reading, desk.item.key)
    showing = [column for column in desk.columns if column.entry == entry]
    column = desk.column if desk.column in showing else next(iter(showing), desk.column)
    desk.activate(column)
    opening.show_place(desk, column, entry, place)


def _column_for(desk: Desk, entry: ArticleFile) -> PaneColumn:
    """The pane that shows an article, else the other pane in view, else the only one."""
    in_view = [column for column in desk.panes.in_view if column is not desk.column]
    others = in_view or [column for column in desk.columns if column is not desk.column]
    showing = next((column for column in others if column.entry == entry), None)
    return showing or next(iter(in_view), desk.column)


def _counterparts(desk: Desk) -> tuple[Reading, Item, tuple[Elsewhere, ...]] | None:
    """The statement in focus with its counterparts; None, said, where there are none."""
    reading, item = desk.reading, desk.item
    if reading is None or item is None:
        desk.say("There is no statement here.")
        return None
    found = desk.tellings.elsewhere(reading, item) if desk.tellings else None
    if found is None:
        problem = desk.tellings.problem if desk.tellings else ""
        desk.say(problem or "The other articles are still being read.")
        return None
    if not found:
        desk.say("No other article makes this claim.")
        return None
    return reading, item, found


def _is_known(desk: Desk) -> bool:
    """Whether what is told elsewhere is known by now, or will not be."""
    if desk.reading is None or desk.item is None or desk.tellings is None or desk.tellings.problem:
        return True
    return desk.tellings.elsewhere(desk.reading, desk.item) is not None


def _step(desk: Desk, direction: int) -> None:
    reading, pane = desk.reading, desk.pane
    if reading is None or desk.tellings is None:
        return
    told = desk.tellings.signs(reading)
    place = -1 if pane.index is None else pane.index
    while 0 <= (place := place + direction) < len(reading.items):
        if reading.items[place].statement.content in told:
            pane.focus_item(place)
            return
    which = "last" if direction > 0 else "first"
    desk.say(f"This is the {which} statement told elsewhere.")
