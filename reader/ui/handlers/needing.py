"""Going to the unreviewed statement that most needs an eye, and saying why this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from reader.corpus import ArticleError, ArticleFile
from reader.review import needs
from reader.ui.background import in_background
from reader.ui.handlers import opening, stories

if TYPE_CHECKING:
    from reader.review import Need, Reading
    from reader.span import Span
    from reader.survey.plain import ToldElsewhere
    from reader.ui.screens.desk import Desk
    from reader.ui.widgets.column import PaneColumn


def neediest(desk: Desk) -> None:
    """Go to what most needs an eye in this story, else in one of those after it; again: the next.

    What was found before needs no wait; articles that nobody opened yet are read first.
    """
    reading, item = desk.reading, desk.item
    if reading is None:
        return
    desk.passed_over.leave(reading, item)
    opening.begin(desk, desk.column, partial(_seek, desk, desk.column, reading), turning=True)
    desk.column.walking = True


async def _seek(desk: Desk, column: PaneColumn, here: Reading) -> None:
    for files in _by_story(desk, here.file):
        readings = await _studied(desk, files)
        told = {name: _told(desk, name) or {} for name in readings}
        ranked = needs({name: one.items for name, one in readings.items()}, told)
        need = desk.passed_over.choose(ranked)
        if need is not None:
            _show(desk, column, readings[need.article], need, list(readings))
            return
    desk.say("Every statement of every article has been reviewed.")
    desk.settle(column)


def _show(
    desk: Desk, column: PaneColumn, reading: Reading, need: Need, looked_at: list[str]
) -> None:
    if desk.reading is not None and desk.item is not None:
        desk.twins.remember(desk.reading, desk.item.key)
    shown = next(iter(desk.panes.columns_of(reading)), column)
    if shown is not column:
        desk.settle(column)
        desk.activate(shown)
    opening.show_statement(desk, shown, reading, need.item.key)
    words = "Nothing stands out: this is the next unreviewed one."
    if need.reasons:
        words = f"Needs an eye: {', '.join(need.reasons)}."
    is_known = all(_told(desk, name) is not None for name in looked_at)
    desk.say(words if is_known else f"{words} (Not all is compared yet.)")


async def _studied(desk: Desk, files: list[ArticleFile]) -> dict[str, Reading]:
    """The articles that can be read, their statements found."""
    readings: dict[str, Reading] = {}
    for number, file in enumerate(files, 1):
        try:
            reading = await in_background(partial(desk.review.articles.read, file))
        except ArticleError:
            continue  # The list of articles says why; there is nothing to judge in it.
        if not reading.studied:
            place = f"{reading.article.outlet}, article {number} of {len(files)}"
            desk.say(f"Looking for what needs an eye in {place}; Esc stops.")
        await opening.studied(desk, reading)
        readings[file.name] = reading
    return readings


def _by_story(desk: Desk, here: ArticleFile) -> Iterator[list[ArticleFile]]:
    """The articles story by story, beginning with this one's and going around the corpus.

    This article stands before the others of its story.
    """
    groups = stories.groups(desk)
    first = next(at for at, files in enumerate(groups) if here in files)
    place = groups[first].index(here)
    yield [*groups[first][place:], *groups[first][:place]]
    yield from (*groups[first + 1 :], *groups[:first])


def _told(desk: Desk, name: str) -> Mapping[tuple[Span, ...], ToldElsewhere] | None:
    """What is known of an article's statements elsewhere; nothing is compared without a survey."""
    return desk.tellings.told(name) if desk.tellings else {}
