"""Noticing what others change on disk: git, an editor, a second window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.background import in_background

if TYPE_CHECKING:
    from reader.review import Reading
    from reader.ui.screens.desk import Desk

PERIOD = 1.0
"""Seconds between two looks: cheaper than a watcher, and it works on every file system."""


async def look(desk: Desk) -> None:
    """Look at every article on the desk and its sidecar, and show what is different."""
    readings = {column.reading for column in desk.columns if column.reading is not None}
    for reading in readings:
        await _look_at(desk, reading)


async def _look_at(desk: Desk, reading: Reading) -> None:
    text, raw = reading.article.text, reading.sidecar.raw if reading.sidecar else b""
    study = await in_background(partial(desk.review.look_again, reading))
    if study is None or desk.app.saving.holds(reading.store) or not reading.take(study):
        return
    for column in desk.columns_of(reading):
        if reading.article.text == text:
            column.pane.refresh_items(reading.items)
        else:
            column.renew(reading)
    if reading.article.text != text:
        desk.say(f"{reading.article.outlet} was changed on disk and has been read again.")
    elif (reading.sidecar.raw if reading.sidecar else b"") != raw:
        desk.say("Your judgements were changed on disk and have been read again.")
    desk.update()
