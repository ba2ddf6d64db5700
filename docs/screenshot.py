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

from textual.pilot import Pilot

from reader.config import Config
from reader.corpus import open_corpus
from reader.ui.app import ReaderApp

FOLDER = Path(__file__).parent
CORPUS = Path(__file__).parents[1] / "sample_corpus"
SIZE = (104, 34)

_FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


@dataclass(frozen=True, slots=True)
class Picture:
    """What to show: articles of the corpus, who reviews, and keys on statements with these words.

    An empty text presses its keys where the focus is.
    """

    name: str
    title: str
    paths: tuple[str, ...]
    reviewer: str
    steps: tuple[tuple[str, Sequence[str]], ...]


PICTURES = (
    Picture(
        "screenshot",
        "reader sample_corpus/2-pelm-call/",
        ("2-pelm-call/meridian-press.md", "2-pelm-call/open-shore.md"),
        "ines",
        (
            ("the general did not say", ["s"]),
            ("that questions had to be submitted", ["u"]),
            ("that Lt. Gen. Ostoja Brank told him", ["tab"]),
            ("the missiles had left the Dubrava depot", []),
        ),
    ),
    Picture(
        "disagreement",
        "reader sample_corpus/",
        ("1-quay-crane",),
        "alice",
        (("", ["tab"]), ("No inspection was cancelled", ["w"])),
    ),
)


async def taken(picture: Picture, corpus: Path) -> str:
    """Review a little, and return the screen as SVG."""
    paths = [corpus / path for path in picture.paths]
    app = ReaderApp(open_corpus(paths), picture.reviewer, "dark", Config())
    async with app.run_test(size=SIZE) as pilot:
        await _until(pilot, lambda: app.has_review and not any(c.busy for c in app.desk.columns))
        for words, keys in picture.steps:
            if words:
                await _go_to(pilot, app, words)
            await pilot.press(*keys)
        await _until(pilot, lambda: app.saving.state[0] != "saving…")
        await _until(pilot, lambda: "Reading…" not in app.export_screenshot())
        return _offline(app.export_screenshot(title=picture.title))


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
