"""Takes the picture in the README from the running program: python docs/screenshot.py.

The program runs without a terminal on a copy of the sample corpus, is given a few keys, and its
screen is written to docs/screenshot.svg. The picture fetches nothing: it names the reader's own
fixed-width fonts where Textual's would load one from the network.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from reader.config import Config
from reader.corpus import open_corpus
from reader.ui.app import ReaderApp

PICTURE = Path(__file__).with_name("screenshot.svg")
CORPUS = Path(__file__).parents[1] / "sample_corpus"
SIZE = (132, 37)
REVIEWER = "ines"
VERDICTS = (
    ("The cranes were due on the thirtieth", "s"),
    ("the crane passed on 2 September", "d"),
    ("Two sailors from the feeder ship", "u"),
    ("I signed for four", "u"),
)
"""Words of a statement, and the key pressed on it; the last stays in focus."""
NOTE = "One voice without a name; ask the hospital for its register."

_FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


async def picture(corpus: Path) -> str:
    """Review a little, and return the screen as SVG."""
    app = ReaderApp(open_corpus([corpus]), REVIEWER, "dark", Config())
    async with app.run_test(size=SIZE) as pilot:
        await _until(pilot, lambda: app.has_review and not any(c.busy for c in app.desk.columns))
        for words, key in VERDICTS:
            await _go_to(pilot, app, words)
            await pilot.press(key)
        await _go_to(pilot, app, VERDICTS[-1][0])
        await pilot.press("c")
        await _until(pilot, lambda: app.screen is not app.desk and app.screen.focused is not None)
        for character in NOTE:
            await pilot.press(character)
        await pilot.press("enter")
        await _until(pilot, lambda: app.screen is app.desk and app.saving.state[0] == "saved")
        await _until(pilot, lambda: True)
        return _offline(app.export_screenshot(title="reader sample_corpus/"))


async def _go_to(pilot: Pilot[int], app: ReaderApp, words: str) -> None:
    """Put the focus on a statement, wherever it is now."""
    reading = app.desk.reading
    assert reading is not None
    for index, item in enumerate(reading.items):
        if words in item.anchor.quote:
            way = "j" if index > (app.desk.pane.index or 0) else "k"
            while app.desk.pane.index != index:
                await pilot.press(way)
            return
    raise SystemExit(f"No statement says {words!r}: the picture needs other words.")


async def _until(pilot: Pilot[int], there: Callable[[], bool]) -> None:
    while not there():
        await pilot.pause(0.01)
    await pilot.pause()


def _offline(svg: str) -> str:
    """The picture without the fonts and the maker's mark that name other hosts."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE).rstrip() + "\n"


def main() -> int:
    """Write the picture."""
    with TemporaryDirectory() as folder:
        corpus = Path(folder, CORPUS.name)
        shutil.copytree(CORPUS, corpus)
        PICTURE.write_text(asyncio.run(picture(corpus)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
