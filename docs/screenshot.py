"""Takes the pictures in the README from the running program: python docs/screenshot.py.

The program runs without a terminal on a copy of the sample corpus, is given a few keys, and its
screen is written to docs/*.svg. The pictures fetch nothing: they name the reader's own fixed-width
fonts where Textual's would load one from the network.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from textual.pilot import Pilot

from reader.config import Config
from reader.corpus import open_corpus
from reader.ui.app import ReaderApp

FOLDER = Path(__file__).parent
CORPUS = Path(__file__).parents[1] / "sample_corpus"
SIZE = (104, 40)

_LONGEST = 60.0
"""Seconds that anything is waited for."""

_FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


@dataclass(frozen=True, slots=True)
class Picture:
    """Who reviews the corpus, and keys pressed on statements with these words.

    A step without words presses its keys where the focus is. `awaits` is on the screen at the end.
    """

    name: str
    reviewer: str
    steps: tuple[tuple[str, Sequence[str]], ...]
    awaits: str


PICTURES = (
    Picture(
        "screenshot",
        "ines",
        (
            ("", ["o", *"open-shore", "enter"]),
            ("the missiles had left the Dubrava depot", ["m", "m"]),
        ),
        "told elsewhere",
    ),
    Picture(
        "disagreement",
        "alice",
        (("", ["tab"]), ("No inspection was cancelled", ["w"])),
        "tomasz",
    ),
)


async def taken(picture: Picture, corpus: Path) -> str:
    """Review a little, and return the screen as SVG."""
    opened = open_corpus([corpus])
    app = ReaderApp(opened, picture.reviewer, "dark", Config(), compares=True)
    async with app.run_test(size=SIZE) as pilot:
        await _until(pilot, lambda: _is_still(app) and _is_compared(app))
        for words, keys in picture.steps:
            if words:
                await _go_to(pilot, app, words)
                await _until(pilot, lambda: "elsewhere" in _words(app))
            for key in keys:
                await pilot.press(key)
                await _until(pilot, lambda: _is_still(app))
        await _until(pilot, lambda: picture.awaits in _words(app))
        await _settle(pilot, app)
        return _offline(app.export_screenshot(title=f"reader {CORPUS.name}/"))


def _is_still(app: ReaderApp) -> bool:
    """Whether every key has been carried out and every article searched."""
    if not app.has_review or not app.queue.idle:
        return False
    return app.screen is not app.desk or not any(column.busy for column in app.desk.columns)


def _is_compared(app: ReaderApp) -> bool:
    """Whether all articles have been compared with each other."""
    return app.desk.tellings is not None and app.desk.tellings.complete


def _words(app: ReaderApp) -> str:
    """The words on the screen."""
    words = "".join(ElementTree.fromstring(app.export_screenshot()).itertext())
    return words.replace("\xa0", " ")


async def _go_to(pilot: Pilot[int], app: ReaderApp, words: str) -> None:
    """Put the focus on the innermost statement that has these words."""
    reading = app.desk.reading
    assert reading is not None
    hits = [index for index, item in enumerate(reading.items) if words in item.anchor.quote]
    if not hits:
        raise SystemExit(f"No statement says {words!r}: the picture needs other words.")
    wanted = min(hits, key=lambda index: len(reading.items[index].anchor.quote))
    while (now := app.desk.pane.index or 0) != wanted:
        await pilot.press("j" if wanted > now else "k")


async def _until(pilot: Pilot[int], there: Callable[[], bool]) -> None:
    async with asyncio.timeout(_LONGEST):
        while not there():
            await pilot.pause(0.05)
    await pilot.pause()


async def _settle(pilot: Pilot[int], app: ReaderApp) -> None:
    """Wait until nothing comes to the screen any more, as answers of the comparison do."""
    before = ""
    while before != (now := _words(app)):
        before = now
        await pilot.pause(1.0)


def _offline(svg: str) -> str:
    """The picture without the fonts and the maker's mark that name other hosts."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE).rstrip() + "\n"


def main() -> int:
    """Write the pictures, in all colours wherever this runs."""
    os.environ.pop("NO_COLOR", None)
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    for picture in PICTURES:
        with TemporaryDirectory() as folder:
            corpus = Path(folder, CORPUS.name)
            shutil.copytree(CORPUS, corpus)
            svg = asyncio.run(taken(picture, corpus))
            (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
