"""The program in a real terminal, as a reviewer meets it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal, opened

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
        terminal.press("?")
        terminal.shows("Esc closes")
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
