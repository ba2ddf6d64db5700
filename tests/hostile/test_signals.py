"""Whenever somebody ends the program: the terminal comes back, what was judged is saved."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal, opened

pytestmark = pytest.mark.terminal

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
SIDECAR = "1-courier.txt.review.alice.yaml"
SIZES = ((1, 1), (2, 40), (400, 3), (3, 200), (30, 5), (99, 24), (100, 24), (250, 80), (80, 24))


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "harbour")


def check_quiet(terminal: Terminal) -> None:
    """See that the terminal is as it was, and that nothing was said about it."""
    assert terminal.is_restored()
    for words in ("Traceback", "Error", "nobody foresaw"):
        assert not any(words in text for text in terminal.screen.texts)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda one: one.name)
@pytest.mark.parametrize(
    "started",
    [
        pytest.param(lambda terminal: True, id="at once"),
        pytest.param(lambda terminal: terminal.screen.modes, id="with the first bytes"),
        pytest.param(lambda terminal: "Halvik" in terminal.screen.text, id="with the first text"),
    ],
)
def test_an_end_while_it_starts_leaves_the_terminal_as_it_was(
    harbour: Path, number: signal.Signals, started: Callable[[Terminal], object]
) -> None:
    with Terminal([harbour, "--reviewer", "alice"]) as terminal:
        terminal.until(lambda: started(terminal), "the moment")
        terminal.process.send_signal(number)
        # Python itself drops an interrupt that comes as it ends an import; people press twice.
        terminal.until(
            lambda: terminal.process.poll() is not None or "0 of 4" in terminal.screen.text,
            "the end, or all that the start brings",
        )
        if terminal.process.poll() is None:
            terminal.process.send_signal(number)
        assert terminal.ends() in (0, 130, -number)
        check_quiet(terminal)


@pytest.mark.parametrize(
    ("number", "keys", "words"),
    [
        pytest.param(signal.SIGTERM, "", "· ✓1", id="between two verdicts"),
        pytest.param(signal.SIGTERM, "cunfinished", "unfinished", id="in a note"),
        pytest.param(signal.SIGHUP, "cunfinished", "unfinished", id="in a note, hung up"),
        pytest.param(signal.SIGINT, "cunfinished", "unfinished", id="in a note, interrupted"),
        pytest.param(signal.SIGTERM, "o", "part of a name", id="in the list of articles"),
        pytest.param(signal.SIGINT, ":", "What to do", id="in the palette"),
    ],
)
def test_an_end_at_any_moment_keeps_what_was_judged(
    harbour: Path, number: signal.Signals, keys: str, words: str
) -> None:
    with opened(harbour) as terminal:
        terminal.press(f"s{keys}")
        terminal.shows(words)
        terminal.process.send_signal(number)
        assert terminal.ends() == 0
        check_quiet(terminal)
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_a_burst_of_signals_is_one_end(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("· ✓1")
        for number in (*SIGNALS, *SIGNALS):
            if terminal.process.poll() is None:
                terminal.process.send_signal(number)
        assert terminal.ends() in (0, 130, *(-number for number in SIGNALS))
        check_quiet(terminal)
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_any_size_of_the_window_is_survived(harbour: Path) -> None:
    with opened(harbour) as terminal:
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.press("j")
        terminal.shows("· unreviewed")
        terminal.press("?")
        terminal.shows("Keys")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
        terminal.shows("Esc closes")
        terminal.press("\x1b")
        terminal.shows_no("▊")
        terminal.press("ks")
        terminal.shows("· ✓1")
        terminal.press("q")
        assert terminal.ends() == 0
        check_quiet(terminal)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a running program are Linux's")
def test_a_full_disk_is_told_and_the_verdict_saved_once_there_is_room(harbour: Path) -> None:
    with opened(harbour) as terminal:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (0, hard))
        terminal.press("s")
        terminal.shows("NOT SAVED: the file is too large")
        assert not (harbour / SIDECAR).exists()
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        terminal.shows("✓1 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()
    assert not [name for name in harbour.iterdir() if name.suffix == ".tmp"]
