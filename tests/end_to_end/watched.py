"""The program with somebody looking over its shoulder: writes down judgements on what is not seen.

Run as a script, in a terminal, with the program's arguments; the file is named by $WATCHED. While
the file $STAY is there, whatever leads out of the program leads nowhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.__main__ import main
from reader.review import Reading, Review
from reader.ui.app import ReaderApp
from reader.ui.widgets.pane import ArticlePane

_BAR = "▌"
"""Stands in the gutter beside every row of the statement in focus, and nowhere else."""

_apps: list[ReaderApp] = []


def _why_unseen(reading: Reading, index: int) -> str:
    """Say why the reviewer cannot have seen which statement is judged, or nothing."""
    desk = _apps[0].desk
    if desk.reading is not reading or desk.pane.index != index:
        return "it is not in focus"
    if not desk.panes.has_room:
        return "the window has no room for it"
    if desk.pane.size.height and not _shows_bar(desk.pane):
        return "it is out of view"
    return ""  # A pane of no height is still to be laid out, and will show it.


def _shows_bar(pane: ArticlePane) -> bool:
    return any(_BAR in pane.render_line(y).text for y in range(pane.size.height))


def _watched(change: Callable[..., None]) -> Callable[..., None]:
    def watch(self: Review, reading: Reading, index: int, *rest: Any) -> None:
        why = _why_unseen(reading, index)
        if why:
            with Path(os.environ["WATCHED"]).open("a") as log:
                log.write(f"{change.__name__} of {reading.items[index].anchor.quote}: {why}\n")
        change(self, reading, index, *rest)

    return watch


def _unless_staying(leave: Callable[..., None]) -> Callable[..., None]:
    def left(*given: Any, **named: Any) -> None:
        if not Path(os.environ["STAY"]).exists():
            leave(*given, **named)

    return left


def _remember(app: ReaderApp, *given: Any, **named: Any) -> None:
    _apps.append(app)
    _start(app, *given, **named)


_start = ReaderApp.__init__
setattr(ReaderApp, "__init__", _remember)  # noqa: B010 - so that types do not mind
for _name in ("exit", "action_suspend_process"):
    setattr(ReaderApp, _name, _unless_staying(getattr(ReaderApp, _name)))
for _name in ("judge", "let_go", "confirm"):
    setattr(Review, _name, _watched(getattr(Review, _name)))

if __name__ == "__main__":
    sys.exit(main())
