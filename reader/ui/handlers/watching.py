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
    study = await in_background(partial(desk.review.articles.look_again, reading))
    if study is None:
        return
    renewed = study.is_of_another_text
    places = await _places(desk, reading, study) if renewed else {}
    if desk.is_written_on:
        return  # What somebody is writing about stays; it is looked at again.
    news = _news(reading, study)
    focused = {
        column: reading.items[column.pane.index].key
        for column in desk.panes.columns_of(reading)
        if column.pane.index is not None
    }
    if not reading.take(study):
        return
    for column in desk.panes.columns_of(reading):
        if renewed:
            column.renew(reading, places.get(focused.get(column, "")))
        column.name_article()
    if renewed:
        desk.compare_again(reading)
    desk.show_verdicts(reading)
    if news:
        desk.say(news)


async def _places(desk: Desk, reading: Reading, study: Study) -> dict[str, int]:
    """Where the statements in focus are in the article as it has become, by their keys."""
    indices = {column.pane.index for column in desk.panes.columns_of(reading)} - {None}
    items = [item for index, item in enumerate(reading.items) if index in indices]
    return await in_background(partial(study.places_of, items))


def _news(reading: Reading, study: Study) -> str:
    """What to tell the reviewer; the status line itself tells of what cannot be saved."""
    before, now = study.base, study.found
    if now.absence:
        return now.absence if now.absence != before.absence else ""
    if study.is_of_another_text:
        return f"{now.article.outlet} was changed on disk and has been read again."
    if before.problem and not now.problem:
        return f"{reading.store.path.name} can be read again."
    if now.notice and now.notice != before.notice:
        return now.notice
    if study.is_judged_otherwise and not now.problem:
        return "Your judgements were changed on disk and have been read again."
    if before.absence:
        return f"{now.article.outlet} is back on disk."
    return ""
