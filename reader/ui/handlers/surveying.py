"""Having the corpus surveyed by a process of its own, and showing what it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.elsewhere.tellings import Tellings
from reader.ui.handlers import comparing

if TYPE_CHECKING:
    from reader.ui.screens.desk import Desk

_LOOKED_AHEAD = 20
"""Articles of a story of which that is asked without need."""


def begin(desk: Desk) -> None:
    """Start the survey; it reads the active article's story first."""
    first = next((column.entry.name for column in desk.columns if column.entry), "")
    news = partial(_news, desk)
    desk.tellings = Tellings(desk.corpus.bounds, first, desk.app.call_later, news)


def _news(desk: Desk) -> None:
    """More is known of the other articles."""
    desk.update()  # Asks for the statement in focus, before whole articles are asked for.
    desk.name_stories()
    if desk.tellings is not None and (problem := desk.tellings.untold()):
        desk.say(problem)
    _look_ahead(desk)
    comparing.fulfil(desk)
    if desk.twins.waiting:
        comparing.follow(desk)


def _look_ahead(desk: Desk) -> None:
    """Have what is told elsewhere of the whole story known before it is asked for, bit by bit."""
    tellings, entry = desk.tellings, desk.column.entry
    place = tellings.story_of(entry.name) if tellings and entry else None
    if tellings is None or place is None:
        return
    for name in place.story.articles[:_LOOKED_AHEAD]:
        if tellings.told(name) is None:
            return  # Its answer is news, which asks for the next.
