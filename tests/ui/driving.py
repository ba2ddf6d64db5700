"""Driving the program on the screen in tests: keys in, words out, waiting on conditions only."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from reader.config import Config
from reader.corpus import open_corpus
from reader.review import Item, Reading
from reader.ui.app import ReaderApp
from reader.ui.screens.desk import Desk
from reader.ui.widgets.card import Card
from reader.ui.widgets.pane import ArticlePane
from reader.ui.widgets.status import StatusLine

_LONGEST = 90.0
"""Seconds after which a condition that does not come true fails a test, on any machine."""
_BETWEEN = 0.005

WIDE, MEDIUM, NARROW = (160, 45), (100, 30), (60, 20)


async def until(condition: Callable[[], object], what: str = "") -> None:
    """Wait until a condition holds; fails the test, saying what was waited for, if none does."""
    deadline = time.monotonic() + _LONGEST
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for: {what or condition}"
        await asyncio.sleep(_BETWEEN)


@dataclass(frozen=True)
class Reviewer:
    """Somebody at the keyboard of a running program."""

    app: ReaderApp
    pilot: Pilot[int]

    @property
    def desk(self) -> Desk:
        """What the reviewer sits at."""
        return self.app.desk

    @property
    def pane(self) -> ArticlePane:
        """The active pane."""
        return self.desk.pane

    @property
    def reading(self) -> Reading:
        """The article in the active pane."""
        assert self.desk.reading is not None
        return self.desk.reading

    @property
    def item(self) -> Item:
        """The statement in focus."""
        assert self.desk.item is not None
        return self.desk.item

    @property
    def names(self) -> list[str]:
        """The articles on the desk, from left to right."""
        return [column.entry.name if column.entry else "" for column in self.desk.columns]

    @property
    def visible(self) -> list[str]:
        """The articles in view, from left to right."""
        columns = [column for column in self.desk.columns if column.display]
        return [column.entry.name if column.entry else "" for column in columns]

    @property
    def verdicts(self) -> list[str]:
        """The verdicts of the active article, `-` for a statement not reviewed."""
        return [str(item.verdict or "-") for item in self.reading.items]

    @property
    def card(self) -> str:
        """The words on the card."""
        return painted(self.desk.query_one(Card))

    @property
    def status(self) -> str:
        """The words of the status line."""
        return painted(self.desk.query_one(StatusLine))

    @property
    def screen(self) -> str:
        """All that is painted, sheets included."""
        compositor = self.app.screen._compositor
        lines = [strip.text for strip in compositor.render_strips(self.app.size)]
        if self.app.screen is not self.desk:
            below = self.desk._compositor.render_strips(self.app.size)
            lines += [strip.text for strip in below]
        return "\n".join(lines)

    @property
    def sheet(self) -> str:
        """What stands on the sheet over the desk, its lines joined."""
        assert self.app.screen is not self.desk, "there is no sheet over the desk"
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text for strip in strips)

    @property
    def idle(self) -> bool:
        """True when every key pressed has been carried out."""
        return (
            self.app.has_review
            and self.app.queue.idle
            and (self.app.screen is not self.desk or not self.desk.column.busy)
        )

    def send(self, *keys: str) -> None:
        """Press keys, as fast as a keyboard's buffer gives them, and wait for nothing."""
        for key in keys:
            name = key if key.isalnum() or len(key) > 1 else _character_to_key(key)
            character = key if len(key) == 1 else " " if key == "space" else None
            self.app.post_message(Key(name, character))

    def paste(self, text: str) -> None:
        """Paste text as a terminal does, and wait for nothing."""
        self.app.post_message(Paste(text))

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until they have been carried out."""
        self.send(*keys)
        await self.done()

    async def done(self) -> None:
        """Wait until every key pressed has been carried out, and what it does is painted."""
        # From the program to the sheet, from the sheet to its field, and what that tells the sheet;
        # and once more for what is done after the next paint.
        for _ in range(4):
            await until(lambda: self.idle, "the keys to be carried out")
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()

    async def type(self, text: str) -> None:
        """Type text into a sheet."""
        await self.press(*text)

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for something to come true on the screen."""
        await until(condition, what)
        await self.pilot.pause()

    async def saved(self) -> None:
        """Wait until all verdicts are on disk and the status line says so."""
        await until(lambda: not self.app.saver.pending, "all to be saved")
        await until(lambda: self.app.saving.state[0] == "saved", "the word saved")
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await until(lambda: self.desk.size.width == width, f"{width} columns")
        await self.pilot.pause()


@asynccontextmanager
async def started(
    folder: Path,
    size: tuple[int, int] = WIDE,
    *,
    reviewer: str = "alice",
    theme: str | None = None,
    config: Config | None = None,
    reviews: Path | None = None,
    compares: bool = False,
) -> AsyncIterator[Reviewer]:
    """Open a folder on the screen; what comes after the first paint is not waited for."""
    corpus, config = open_corpus([folder]), config or Config()
    app = ReaderApp(corpus, reviewer, theme, config, reviews, compares=compares)
    try:
        async with app.run_test(size=size) as pilot:
            yield Reviewer(app, pilot)
    finally:
        if app.has_review:
            app.saver.close(_LONGEST)


@asynccontextmanager
async def opened(
    folder: Path,
    size: tuple[int, int] = WIDE,
    *,
    reviewer: str = "alice",
    theme: str | None = None,
    config: Config | None = None,
    reviews: Path | None = None,
    compares: bool = False,
) -> AsyncIterator[Reviewer]:
    """Open a folder on the screen and wait until the statements of all panes are there."""
    async with started(
        folder,
        size,
        reviewer=reviewer,
        theme=theme,
        config=config,
        reviews=reviews,
        compares=compares,
    ) as someone:
        desk = someone.desk
        await until(
            lambda: (
                someone.app.has_review
                and all(not c.busy and (c.reading or c.refusal) for c in desk.columns)
            ),
            "the statements",
        )
        await someone.pilot.pause()
        yield someone


def painted(widget: Widget) -> str:
    """What a widget paints by lines, without the spaces at their ends."""
    lines = (widget.render_line(y).text.rstrip() for y in range(widget.size.height))
    return "\n".join(lines)


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder with what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
