"""The program in a real terminal, as a reviewer meets it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from reader.judgement import Verdict
from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal, opened
from tests.review.reviewing import review_of, study

pytestmark = pytest.mark.terminal

SIDECAR = "1-courier.txt.review.alice.yaml"
SIZES = [(160, 45), (100, 30), (60, 20)]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_folder_is_opened_judged_saved_and_undone_to_the_byte(
    harbour: Path, columns: int, rows: int
) -> None:
    before = _bytes_of(harbour)
    with opened(harbour, columns, rows) as terminal:
        assert "Halvik Courier" in terminal.screen.rows[0]
        assert ("Tarn Herald" in terminal.screen.rows[0]) is (columns >= 100)
        terminal.until(lambda: "0 of 4" in terminal.screen.rows[-1], "the status line")
        terminal.press("su")
        terminal.shows("2 of 4 · ✓1 ?1 · saved")
        written = (harbour / SIDECAR).read_text()
        assert written.index("verdict: sourced") < written.index("verdict: unsourced")
        assert list(_bytes_of(harbour)) != list(before)
        terminal.press("zz")
        terminal.shows("0 of 4")
        terminal.press("k")
        terminal.shows("0 of 4 · saved")
        assert _bytes_of(harbour) == before
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert _bytes_of(harbour) == before


def test_keys_typed_before_anything_is_painted_are_carried_out(harbour: Path) -> None:
    with Terminal([harbour, "--reviewer", "alice"]) as terminal:
        terminal.until(lambda: terminal.screen.is_alternate, "the program to take the screen")
        terminal.press("sxd\tu")
        terminal.shows("1 of 3 · ?1")
        terminal.press("q")
        assert terminal.ends() == 0
    verdicts = [line for line in (harbour / SIDECAR).read_text().split() if line in _VERDICTS]
    assert verdicts == ["sourced", "not-a-statement", "disputed"]
    assert "unsourced" in (harbour / "2-herald.txt.review.alice.yaml").read_text()


_VERDICTS = {"sourced", "unsourced", "disputed", "not-a-statement"}


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_leaving_restores_the_terminal(harbour: Path, key: str) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4")
        terminal.press(key)
        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_ctrl_c_leaves_while_a_sheet_is_open(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("c")
        terminal.shows("Enter keeps it")
        terminal.press("\x03")
        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_ctrl_z_gives_the_shell_its_screen_and_fg_brings_the_review_back(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4")
        terminal.press("\x1a")
        terminal.stops()
        assert terminal.is_restored()
        terminal.goes_on()
        terminal.shows("1 of 4")
        assert terminal.screen.is_alternate
        terminal.press("u")
        terminal.shows("2 of 4")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert (harbour / SIDECAR).read_text().count("verdict:") == 2


@pytest.mark.parametrize("columns", [100, 60])
def test_another_window_size_is_taken_up(harbour: Path, columns: int) -> None:
    with opened(harbour, 160, 45) as terminal:
        terminal.press("j")
        terminal.resize(columns, 24)
        terminal.until(lambda: "0 of 4" in terminal.screen.rows[-1], "the status line")
        terminal.shows("▌“Two crews have refused to sail,”")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_terminal_closed_in_mid_work_loses_nothing(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("sud")
        terminal.shows("3 of 4")
        terminal.close()
        terminal.process.wait(timeout=60)
    assert (harbour / SIDECAR).read_text().count("verdict:") == 3
    assert not [path for path in harbour.iterdir() if path.suffix not in (".txt", ".yaml")]


def test_being_told_to_end_saves_and_restores_the_terminal(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_a_verdict_said_to_be_saved_outlives_kill_9(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1 · saved")
        terminal.process.kill()
        assert terminal.ends() == -signal.SIGKILL
    with opened(harbour) as terminal:
        terminal.shows("1 of 4 · ✓1")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_terminal_that_can_show_nothing_is_told_apart(harbour: Path) -> None:
    with Terminal([harbour], TERM="dumb") as terminal:
        assert terminal.ends() == 2
        assert "There is no terminal" in terminal.screen.text
        assert "reader statements" in terminal.screen.text
        assert not terminal.screen.is_alternate


ESCAPES = (
    "\x1b]52;c;c3RvbGVu\x07 \x1b]0;owned\x1b\\ \x1b[31mred\x1b[0m \x1b[2J \x1b[?1049l "
    "\x1bP1;2|\x1b\\ \x9b31m \x9d0;owned\x9c \x07\x08\x0b\x0c\x0e\x00\x7f \x1bc \x1b[5n "
    "\u202egnorw\u202c \u2066isolated\u2069 \u200eleft \U000e0041tag"
)


def _pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def _hostile(folder: Path) -> Path:
    quoted = ESCAPES.replace("\x00", "").encode("unicode_escape").decode()
    text = (
        f'---\ntitle: "Ramp {quoted}"\noutlet: "Sea {quoted}"\n---\n'
        f"“The ramp {ESCAPES} is cracked,” said Ilse {ESCAPES} Brandt, who runs the port.\n\n"
        f"“It [/nope] was [b]welded[/b],” said Tomas Reyle. {ESCAPES}\n"
    )
    name = "1-\x1b]0;owned\x07\u202e[/nope].txt"
    write_articles(folder, {name: text, "2-" + "\x9b31m.txt": b"\0\1\2binary", "3.txt": text})
    for reviewer in ("ben", "\x1b]0;cara\x07"):
        review = review_of(folder, reviewer)
        reading = study(review)
        review.judge(reading, 0, Verdict.DISPUTED)
        review.note(reading, 0, ESCAPES)
        review.evidence(reading, 0, (ESCAPES, "https://harbour.example/\x1b[2J"))
    return folder


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_nothing_from_outside_reaches_the_terminal_as_a_control(
    tmp_path: Path, columns: int, rows: int
) -> None:
    folder = _hostile(tmp_path / "hostile")
    os.mkfifo(folder / "4-\x1b[31m.txt")
    with opened(folder, columns, rows) as terminal:
        terminal.shows("␛]52;c;c3RvbGVu␇")
        terminal.press("s")
        terminal.shows("· ✓1 · saved")
        for keys, words in (
            ("ki", "The statement in full"),
            ("w", "cara"),
            ("c", "Note"),
            (f"e{_pasted(ESCAPES)}", "Evidence"),
            ("o", "part of a name"),
            (f"o{_pasted(ESCAPES)}", "No article matches."),
            ("?", "Keys"),
        ):
            terminal.press(keys)
            terminal.shows(words)
            terminal.shows("Esc")
            terminal.press("\x1b")
            terminal.shows_no("▊")
        terminal.press("o2-")
        terminal.shows("2-�31m.txt")
        terminal.press("\r")
        terminal.shows("cannot be read")
        terminal.press(":")
        terminal.shows("What to do")
        terminal.press("\x1b")
        terminal.shows_no("What to do")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()
        strays = [stray for stray in terminal.screen.stray if not stray.startswith(_POINTER)]
        assert strays == []
        hidden = {letter for text in terminal.screen.texts for letter in text} & _INVISIBLE
        assert hidden == set()


_POINTER = "\x1b]22;"
"""Textual's own: the shape of the mouse pointer."""
_INVISIBLE = {*map(chr, range(0x2028, 0x202F)), *map(chr, range(0x2066, 0x206A))} | {
    "\u200e",
    "\u200f",
    "\u061c",
    "\U000e0041",
}
