"""Noticing what others change on disk: git, an editor, a second window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.background import in_background

if TYPE_CHECKING:
    from reader.review import Reading, Study
    from reader.ui.screens.desk import Desk

PERIOD = 1.0
"""Seconds between two looks: cheaper than a watcher, and it works on every file system."""


async def look(desk: Desk) -> None:
    """Look at every article on the desk and its sidecar, and show what is different."""
    readings = {column.reading for column in desk.columns if column.reading is not None}
    for reading in readings:
        await _look_at(desk, reading)


async def _look_at(desk: Desk, reading: Reading) -> None:
    study = await in_background(partial(desk.review.look_again, reading))
    if study is None:
        return
    renewed = study.article is not reading.article
    places = await _places(desk, reading, study) if renewed else {}
    if desk.is_written_on:
        return  # What somebody is writing about stays; it is looked at again.
    news = _news(reading, study)
    focused = {
        column: reading.items[column.pane.index].key
        for column in desk.columns_of(reading)
        if column.pane.index is not None
    }
    if not reading.take(study):
        return
    for column in desk.columns_of(reading):
        if renewed:
            column.renew(reading, places.get(focused.get(column, "")))
        column.name_article()
    desk.show_verdicts(reading)
    if news:
        desk.say(news)


async def _places(desk: Desk, reading: Reading, study: Study) -> dict[str, int]:
    """Where the statements in focus are in the article as it has become, by their keys."""
    indices = {column.pane.index for column in desk.columns_of(reading)} - {None}
    items = [item for index, item in enumerate(reading.items) if index in indices]
    return await in_background(partial(study.places_of, items))


def _news(reading: Reading, study: Study) -> str:
    """What to tell the reviewer; the status line itself tells of what cannot be saved."""
    if study.absence:
        return study.absence if study.absence != reading.absence else ""
    if study.article is not reading.article:
        return f"{study.article.outlet} was changed on disk and has been read again."
    if reading.problem and not study.problem:
        return f"{reading.store.path.name} can be read again."
    if study.notice and study.notice != reading.notice:
        return study.notice
    if study.matched is not None and not study.problem:
        return "Your judgements were changed on disk and have been read again."
    if reading.absence:
        return f"{study.article.outlet} is there again."
    return ""
