"""Whatever comes in by any door: on the screen it is words, and never what a terminal obeys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Screen, Terminal
from tests.hostile.doors import DOORS, World
from tests.hostile.test_doors import ESCAPES

pytestmark = pytest.mark.terminal

SHEETS = {
    "i": "The statement in full",
    "w": "The other reviewers",
    "c": "Note",
    "e": "Evidence",
    "o": "part of a name",
    "l": "Who says what",
    "?": "Keys",
}
"""Keys that open a sheet, and words of it."""

_POINTER = "\x1b]22;"
"""Textual's own: the shape of the mouse pointer."""
_INVISIBLE = {*map(chr, range(0x2028, 0x202F)), *map(chr, range(0x2066, 0x206A))} | {
    "\u200e",
    "\u200f",
    "\u061c",
    "\U000e0041",
}


def obeyed(screen: Screen) -> list[str]:
    """Whatever reached the terminal that no program of ours writes."""
    strays = [one for one in screen.stray if not one.startswith(_POINTER)]
    styles = [one for one in screen.styles if "53" in one.split(";") and "6;53" in one]
    return (
        strays + styles + sorted({letter for text in screen.texts for letter in text} & _INVISIBLE)
    )


def pasted(text: str) -> str:
    """Text as a terminal sends what is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


@pytest.mark.parametrize(
    ("names", "columns", "rows", "sheets"),
    [
        pytest.param(
            (
                "sidecar: note",
                "speakers: a speaker",
                "another reviewer's name",
                "another reviewer's broken sidecar",
                "article: what is said",
                "front matter: title",
                "front matter: outlet",
                "sidecar: its name, without an article",
                "what is no article: its name",
                "config: an action's name",
                "theme: name",
            ),
            160,
            45,
            "iwceol?",
            id="words and names",
        ),
        pytest.param(
            ("another reviewer's note", "article: its name", "corpus: its name", "config: theme"),
            100,
            30,
            "iwceo?",
            id="names of files",
        ),
        pytest.param(
            ("sidecar: verdict", "front matter: bytes", "config: bytes", "theme: its file's name"),
            100,
            30,
            "iwo?",
            id="what cannot be read",
        ),
        pytest.param(
            ("sidecar: key of a statement", "$READER_REVIEWER", "sidecar: a section's name"),
            60,
            20,
            "iwceo?",
            id="whoever reviews",
        ),
        pytest.param(
            ("sidecar: speaker", "article: headline"), 60, 20, "iwceo?", id="what is gone"
        ),
    ],
)
def test_nothing_reaches_the_terminal_as_a_control(
    tmp_path: Path, names: Sequence[str], columns: int, rows: int, sheets: str
) -> None:
    world = World.at(tmp_path)
    for name in names:
        DOORS[name](world, ESCAPES)
    with Terminal([*world.paths, *world.options], columns, rows, **world.environ) as terminal:
        terminal.shows("reviewed")
        terminal.press("s")
        for key in sheets:
            terminal.press(key)
            terminal.shows(SHEETS[key])
            terminal.shows("Esc")
            terminal.press(pasted(ESCAPES) if key in "eo" else "")
            terminal.press("\r" if key == "e" else "\x1b")  # evidence is kept, and shown
            terminal.shows_no("▊")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()
        assert obeyed(terminal.screen) == []


def test_what_is_told_before_there_is_a_screen_is_no_control_either(tmp_path: Path) -> None:
    world = World.at(tmp_path)
    DOORS["a path that is not there"](world, ESCAPES)
    with Terminal(world.paths, 100, 30, **world.environ) as terminal:
        assert terminal.ends() == 2
        assert "There is no file or folder" in terminal.screen.text
        assert [one for one in terminal.screen.stray if one != "\x1b"] == []
