"""Having the corpus surveyed by a process of its own, and showing what it answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.elsewhere.tellings import Tellings
from reader.ui.handlers import comparing

if TYPE_CHECKING:
    from reader.ui.screens.desk import Desk


def begin(desk: Desk) -> None:
    """Start the survey; it reads the active article's story first."""
    first = next((column.entry.name for column in desk.columns if column.entry), "")
    news = partial(_news, desk)
    desk.tellings = Tellings(desk.corpus.bounds, first, desk.app.call_later, news)


def _news(desk: Desk) -> None:
    """More is known of the other articles."""
    desk.name_stories()
    desk.update()
    if desk.twins.waiting:
        comparing.follow(desk)
