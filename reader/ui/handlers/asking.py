"""Looking things up and going elsewhere: sheets over the desk, the palette, the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.handlers import comparing, judging, opening

if TYPE_CHECKING:
    from reader.judgement import Judgement
    from reader.review import Filter
    from reader.survey.plain import Place
    from reader.ui.screens.desk import Desk


def open_article(desk: Desk) -> None:
    """Choose an article by a few letters of its name, outlet or title."""
    from reader.ui.screens.choose import Choice, ChooseScreen

    def chosen(choice: Choice | None) -> None:
        if choice is None:
            return
        for shown in desk.columns:
            if shown.entry == choice.entry:
                desk.activate(shown)
                return
        column = desk.panes.add() if choice.beside else desk.column
        desk.activate(column)
        opening.open_first(desk, column, [choice.entry])

    desk.app.push_screen(
        ChooseScreen(
            desk.review, beside=desk.panes.room_for_more, close_key=desk.key_of("close-pane")
        ),
        chosen,
    )


def choose_filter(desk: Desk) -> None:
    """Choose which statements to step through; the others lose their tint."""
    reading = desk.reading
    if reading is None:
        return
    from reader.ui.screens.filter import FilterScreen

    def chosen(wanted: Filter | None) -> None:
        if wanted is not None:
            desk.set_filter(wanted)

    desk.app.push_screen(FilterScreen(reading, desk.filter, desk.keys), chosen)


def close_pane(desk: Desk) -> None:
    """Close the active pane; its article can be opened again."""
    if len(desk.columns) == 1:
        desk.say("The last pane cannot be closed.")
    else:
        desk.remove_column(desk.column)


def ledger(desk: Desk) -> None:
    """Show who says what, and go to a statement."""
    if desk.tellings is None:
        desk.say("The articles are not compared here.")
        return
    from reader.ui.screens.ledger import LedgerScreen

    def chosen(place: Place | None) -> None:
        if place is not None:
            comparing.show_here(desk, place)

    desk.app.push_screen(LedgerScreen(desk.review, desk.tellings, desk.keys), chosen)


def in_full(desk: Desk) -> None:
    """Show all that is known of the statement in focus."""
    if desk.reading is None or desk.item is None:
        desk.say("There is no statement here.")
        return
    from reader.ui.screens.in_full import InFullScreen

    reading, item = desk.reading, desk.item
    screen = InFullScreen(desk.review, reading, item, desk.ends_of(reading, item))
    if desk.tellings is not None:
        screen.waiting = desk.tellings.mentions(reading, item, screen.take)
    desk.app.push_screen(screen)


def others(desk: Desk) -> None:
    """Show what the other reviewers said of the statement in focus."""
    if desk.reading is None or desk.item is None:
        desk.say("There is no statement here.")
        return
    from reader.ui.screens.others import OthersScreen

    desk.app.push_screen(OthersScreen(desk.review, desk.reading, desk.item))


def lost(desk: Desk) -> None:
    """Show the judgements whose words are gone here, and the sidecars whose article is gone."""
    reading = desk.reading
    if reading is None:
        return
    from reader.ui.screens.lost import LostScreen

    def let_go(judgement: Judgement | None) -> None:
        if judgement is not None:
            judging.let_go_orphan(desk, reading, judgement)

    desk.app.push_screen(LostScreen(desk.review, reading, desk.keys), let_go)


def help_sheet(desk: Desk) -> None:
    """Show every key and what the signs mean."""
    from reader.ui.screens.help import HelpScreen

    desk.app.push_screen(HelpScreen(desk.keys))


def suspend(desk: Desk) -> None:
    """Go back to the shell; `fg` returns."""
    desk.app.action_suspend_process()
