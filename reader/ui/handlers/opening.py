"""Bringing articles onto the desk: text first, statements when they are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.corpus import ArticleError, ArticleFile
from reader.ui.background import in_background

if TYPE_CHECKING:
    from textual.worker import WorkType

    from reader.review import Reading
    from reader.session import Session
    from reader.span import Span
    from reader.survey.plain import Place
    from reader.ui.screens.desk import Desk
    from reader.ui.widgets.column import PaneColumn


@dataclass(frozen=True, slots=True)
class Level:
    """The row of a pane on which a statement begins, and which one that is, if any is in focus.

    Where another cannot be brought to that row, `moves_both` lets this one come to the other's.
    """

    row: int
    telling: tuple[Reading, str] | None
    moves_both: bool


def first_articles(desk: Desk, session: Session | None = None) -> None:
    """Show the text of the first articles that can be read, one in each pane.

    Those of a session come first, each where it was left.
    """
    left = {pane.article: pane for pane in session.panes} if session else {}
    known = desk.corpus.by_name
    resumed = [known[name] for name in left if name in known]
    entries = iter([*resumed, *(one for one in desk.corpus.files if one.name not in left)])
    refused = []
    for column in desk.columns:
        for entry in entries:
            try:
                column.show(entry, entry.read())
            except ArticleError as error:
                refused.append(str(error))
                continue
            column.left_at = left.get(entry.name)
            break
        else:
            column.refuse(refused[-1] if refused else "There is no other article to show.")
    if session is not None:
        desk.panes.activate(desk.columns[min(session.active, len(desk.columns) - 1)])
    left_out = len(refused) + len(desk.corpus.skipped)
    if left_out:
        files = "file" if left_out == 1 else "files"
        desk.say(f"{left_out} {files} skipped; the list of articles says why")


def study_first_articles(desk: Desk) -> list[Reading]:
    """Find the statements of the articles shown first, the active one's before the others'."""
    readings = []
    for column in sorted(desk.columns, key=lambda column: column is not desk.column):
        if column.entry is not None and column.article is not None:
            reading = desk.review.articles.open(column.entry, column.article)
            begin(desk, column, partial(_study, desk, column, reading, ""))
            readings.append(reading)
    return readings


def open_first(desk: Desk, column: PaneColumn, entries: Sequence[ArticleFile]) -> None:
    """Show the first of some articles that can be read; the pane keeps its own where none can."""
    begin(desk, column, partial(_open, desk, column, entries), turning=True)


def show_statement(desk: Desk, column: PaneColumn, reading: Reading, key: str) -> None:
    """Bring an article and one of its statements into a pane."""
    if column.reading is reading:
        index = reading.index_of(key)
        if index is not None:
            column.pane.focus_item(index)
        desk.settle(column)
    else:
        begin(desk, column, partial(_show, desk, column, reading, key))


def show_place(desk: Desk, column: PaneColumn, entry: ArticleFile, place: Place) -> None:
    """Bring a statement of the survey into a pane: by where it stands, else by its key."""
    reading = column.reading
    if reading is not None and column.entry == entry and not column.busy:
        _focus_place(desk, column, reading, place)
    else:
        begin(desk, column, partial(_show_place, desk, column, entry, place))


def open_at(
    desk: Desk,
    column: PaneColumn,
    entry: ArticleFile,
    content: Sequence[Span],
    level: Level,
) -> None:
    """Show the statement with some content level with another."""
    reading = column.reading
    if reading is not None and column.entry == entry and not column.busy:
        _level(desk, column, reading, content, level)
    else:
        begin(desk, column, partial(_open_at, desk, column, entry, content, level))


def walk(
    desk: Desk,
    column: PaneColumn,
    ahead: list[ArticleFile],
    around: list[ArticleFile],
    *,
    last: bool,
) -> None:
    """Open the first article that has an unreviewed statement, at its first or last one.

    Those `ahead` come first; that the way went `around` the end of the corpus is said.
    """
    begin(desk, column, partial(_walk, desk, column, ahead, around, last), turning=True)
    column.walking = True


def stop_walk(desk: Desk) -> bool:
    """Stop looking for an unreviewed statement, and stay; False where nothing is looked for."""
    column = desk.column
    if not column.walking:
        return False
    begin(desk, column, partial(_stay, desk, column))
    desk.say("Stopped looking.")
    return True


def begin(
    desk: Desk,
    column: PaneColumn,
    work: WorkType[None],
    *,
    turning: bool = False,
) -> None:
    """Start filling a pane; whatever was under way for it stops, and keys wait their turn.

    While a pane is `turning`, it is not known yet which article it will show.
    """
    column.busy = True
    column.turning = turning
    column.walking = False
    desk.run_worker(work, group=f"column-{id(column)}", exclusive=True)


async def _open(desk: Desk, column: PaneColumn, entries: Sequence[ArticleFile]) -> None:
    refused = []
    for entry in entries:
        try:
            reading = await in_background(partial(desk.review.articles.read, entry))
        except ArticleError as error:
            refused.append(str(error))
            continue
        if refused:
            desk.say(_skipped(refused))
        await _show(desk, column, reading, "")
        return
    desk.say(_skipped(refused))
    await _stay(desk, column)


def _skipped(refused: list[str]) -> str:
    if len(refused) == 1:
        return refused[0]
    return f"{len(refused)} articles skipped; the first: {refused[0]}"


async def _stay(desk: Desk, column: PaneColumn) -> None:
    """Keep the article that a pane shows; its statements may still have to be found."""
    if column.reading is None and column.entry is not None and column.article is not None:
        reading = desk.review.articles.open(column.entry, column.article)
        column.turning = False
        await _study(desk, column, reading, "")
    else:
        desk.settle(column)


async def _show_place(desk: Desk, column: PaneColumn, entry: ArticleFile, place: Place) -> None:
    try:
        reading = await in_background(partial(desk.review.articles.read, entry))
    except ArticleError as error:
        desk.say(str(error), wrong=True)
        desk.settle(column)
        return
    await _show(desk, column, reading, place.key)
    _focus_place(desk, column, reading, place)


def index_at(reading: Reading, place: Place) -> int | None:
    """Find a statement of the survey in an article: by where it stands, else by its key."""
    contents = [item.statement.content for item in reading.items]
    if place.content in contents:
        return contents.index(place.content)
    return reading.index_of(place.key)


def _focus_place(desk: Desk, column: PaneColumn, reading: Reading, place: Place) -> None:
    index = index_at(reading, place)
    if index is None:
        desk.say("Those words are no longer there.")
    else:
        column.pane.focus_item(index)


async def _open_at(
    desk: Desk, column: PaneColumn, entry: ArticleFile, content: Sequence[Span], level: Level
) -> None:
    try:
        reading = await in_background(partial(desk.review.articles.read, entry))
    except ArticleError as error:
        desk.say(str(error), wrong=True)
        desk.settle(column)
        return
    await _show(desk, column, reading, "")
    _level(desk, column, reading, content, level)


def _level(
    desk: Desk, column: PaneColumn, reading: Reading, content: Sequence[Span], level: Level
) -> None:
    contents = (item.statement.content for item in reading.items)
    place = next((at for at, one in enumerate(contents) if one == tuple(content)), None)
    if place is None:
        desk.say("Those words are no longer there.")
    else:
        row = column.pane.show_level(place, level.row)
        if level.moves_both and desk.here == level.telling and column is not desk.column:
            desk.pane.keep_level(row)
        if level.telling is not None:
            desk.twins.pair(level.telling, (reading, reading.items[place].key))
            desk.update()


async def _show(desk: Desk, column: PaneColumn, reading: Reading, key: str) -> None:
    desk.show_text(column, reading)
    await _study(desk, column, reading, key)


async def _study(desk: Desk, column: PaneColumn, reading: Reading, key: str) -> None:
    """Find the statements; focus on the one named by its key, else on the first unreviewed."""
    await studied(desk, reading)
    if column.article is not reading.article:  # It was read again meanwhile.
        column.show(reading.file, reading.article)
    left_at, column.left_at = column.left_at, None
    column.mark(reading)
    index = reading.index_of(key or (left_at.key if left_at else ""))
    column.pane.focus_item(reading.first_unreviewed() if index is None else index)
    if left_at is not None and index is not None:
        column.pane.show_from(left_at.top)
    if notice := reading.untold():
        desk.say(notice)
    desk.settle(column)


async def _walk(
    desk: Desk,
    column: PaneColumn,
    ahead: list[ArticleFile],
    around: list[ArticleFile],
    last: bool,
) -> None:
    entries = [*ahead, *around]
    for number, entry in enumerate(entries, 1):
        try:
            reading = await in_background(partial(desk.review.articles.read, entry))
        except ArticleError:
            continue  # The list of articles says why; there is nothing to judge in it.
        if not reading.studied:
            place = f"{reading.article.outlet}, article {number} of {len(entries)}"
            desk.say(f"Looking for an unreviewed statement in {place}; Esc stops.")
        await studied(desk, reading)
        unreviewed = reading.unreviewed()
        if unreviewed:
            key = reading.items[unreviewed[-1 if last else 0]].key
            desk.hush()
            if number > len(ahead):
                desk.say(_around(entry == around[-1], last))
            shown = next(iter(desk.panes.columns_of(reading)), column)
            if shown is not column:
                desk.settle(column)
                desk.activate(shown)
            show_statement(desk, shown, reading, key)
            return
    desk.say("Every statement of every article has been reviewed.")
    desk.settle(column)


def _around(back_here: bool, last: bool) -> str:
    """Say that the way to a statement went around the end of the corpus."""
    nothing = "Nothing unreviewed before this" if last else "Nothing unreviewed after this"
    if back_here:
        return f"{nothing}: gone on at this article's {'end' if last else 'beginning'}."
    return f"{nothing}: gone on at the corpus' {'end' if last else 'beginning'}."


async def studied(desk: Desk, reading: Reading) -> None:
    """Find an article's statements; where they were found before, see what changed on disk."""
    if reading.studied:
        again = await in_background(partial(desk.review.articles.look_again, reading))
        if again is not None and not desk.panes.columns_of(reading):
            reading.take(again)
        return
    study = await in_background(partial(desk.review.articles.study, reading))
    if not reading.studied:  # Another pane may have been quicker.
        reading.take(study)
