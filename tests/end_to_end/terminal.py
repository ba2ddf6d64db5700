"""A terminal for tests: a pty with the program in it, and a screen that reads what it writes.

The screen understands what a full-screen program needs (cursor, erasing, modes), and keeps apart
whatever else reaches it, so that a test can tell that nothing did.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from rich.cells import cell_len

_LONGEST = 60.0
"""Seconds after which a condition that does not come true fails a test, on any machine."""
_LOOK = 0.05
_PORTION = 1024

_SEQUENCE = re.compile(
    "\x1b\\[(?P<parameters>[0-9:;<=>?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    "|(?P<string>\x1b[\\]PX^_].*?(?:\x07|\x1b\\\\))"
    "|(?P<escape>\x1b[ -/]*[0-OQ-WYZ\\\\`-~])"
    "|(?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])"
    "|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.DOTALL,
)
_OBEYED = frozenset("HJKmhlupt")
"""Last letters of the sequences that Textual writes."""


class Screen:
    """What a terminal shows after what was written to it."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.row_count = columns, rows
        self.modes: set[str] = set()
        self.stray: list[str] = []
        self.texts: set[str] = set()
        self.styles: set[str] = set()
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._rest = ""
        self._clear()

    @property
    def rows(self) -> list[str]:
        """The rows, without the spaces at their ends."""
        return ["".join(row).rstrip() for row in self._cells]

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(self.rows)

    @property
    def is_alternate(self) -> bool:
        """True while a full-screen program has the screen."""
        return "?1049" in self.modes

    @property
    def has_cursor(self) -> bool:
        """True while the cursor is shown."""
        return "?25" not in self.modes

    def resize(self, columns: int, rows: int) -> None:
        """Be of another size, and empty."""
        self.columns, self.row_count = columns, rows
        self._clear()

    def feed(self, data: bytes) -> None:
        """Take in what was written."""
        self._rest += self._decoder.decode(data)
        position = 0
        while found := _SEQUENCE.match(self._rest, position):
            position = found.end()
            self._obey(found)
        self._rest = self._rest[position:]

    def _obey(self, found: re.Match[str]) -> None:
        if found["text"]:
            self.texts.add(found["text"])
            self._write(found["text"])
        elif found["final"] and not found["between"] and found["final"] in _OBEYED:
            self._control(found["final"], found["parameters"])
        elif found["final"] == "p" and found["between"] == "$":
            pass  # asks which modes there are
        elif found["control"] in ("\n", "\r"):
            self._row += found["control"] == "\n"
            self._column = 0
        else:
            self.stray.append(found[0])

    def _control(self, final: str, parameters: str) -> None:
        numbers = [int(number or 1) for number in re.findall(r"(\d*)(?:;|$)", parameters)]
        if final == "H":
            self._row, self._column = (*numbers, 1, 1)[0] - 1, (*numbers, 1, 1)[1] - 1
            if not parameters:
                self._row = self._column = 0
        elif final == "J":
            self._clear()
        elif final == "m":
            self.styles.add(parameters)
        elif final in "hl":
            prefix = parameters[:1]
            for number in parameters[1:].split(";"):
                # The cursor's mode is noted while it is hidden, all others while they are on.
                on = (final == "h") != (number == "25")
                (self.modes.add if on else self.modes.discard)(prefix + number)
                if number == "1049":
                    self._clear()

    def _write(self, text: str) -> None:
        for letter in text:
            cells = cell_len(letter)
            if not cells:
                continue
            if 0 <= self._row < self.row_count and self._column + cells <= self.columns:
                self._cells[self._row][self._column] = letter
                for extra in range(1, cells):
                    self._cells[self._row][self._column + extra] = ""
            self._column += cells

    def _clear(self) -> None:
        self._row = self._column = 0
        self._cells = [[" "] * self.columns for _ in range(self.row_count)]


class Terminal:
    """A program in a terminal of its own; leaving the `with` ends it."""

    def __init__(
        self,
        arguments: Sequence[str | Path],
        columns: int = 100,
        rows: int = 30,
        program: Sequence[str] = ("-m", "reader"),
        **environ: str,
    ) -> None:
        self.screen = Screen(columns, rows)
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, *program, *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environ},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        self._slave = slave

    def __enter__(self) -> Terminal:
        """Nothing more: the program runs."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, and close its terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close()

    def press(self, keys: str | bytes) -> None:
        """Type keys as a keyboard sends them, all at once."""
        rest = memoryview(keys.encode() if isinstance(keys, str) else keys)
        while rest:
            # A terminal's buffer holds some 4,000 bytes; the program may be writing meanwhile.
            if select.select([], [self._master], [], _LOOK)[1]:
                rest = rest[os.write(self._master, rest[:_PORTION]) :]
            self._take()

    def _take(self) -> None:
        while select.select([self._master], [], [], 0)[0]:
            self.screen.feed(os.read(self._master, 65_536))

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Read until a condition holds; fails the test, showing the screen, if none does."""
        deadline = time.monotonic() + _LONGEST
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain for {what}:\n{self.screen.text}")
            self.read()

    def shows(self, words: str) -> None:
        """Read until words are on the screen."""
        self.until(lambda: words in self.screen.text, repr(words))

    def shows_no(self, words: str) -> None:
        """Read until words are gone from the screen."""
        self.until(lambda: words not in self.screen.text, f"{words!r} to go")

    def read(self) -> None:
        """Read what there is, or wait a moment for it."""
        if select.select([self._master], [], [], _LOOK)[0]:
            self.screen.feed(os.read(self._master, 65_536))

    def ends(self) -> int:
        """Read until the program has ended, and all it wrote; gives its exit code."""
        self.until(lambda: self.process.poll() is not None, "the end")
        self._take()
        return self.process.returncode

    def stops(self) -> None:
        """Read until the program has stopped itself, as for a shell's job control."""

        def stopped() -> bool:
            state = Path(f"/proc/{self.process.pid}/stat")
            if state.exists():
                return state.read_text().rpartition(")")[2].split()[0] == "T"
            asked = ["ps", "-o", "state=", "-p", str(self.process.pid)]
            return subprocess.check_output(asked, text=True).startswith("T")

        self.until(stopped, "the program to stop")
        self._take()

    def goes_on(self) -> None:
        """Let a stopped program go on, as `fg` does."""
        self.process.send_signal(signal.SIGCONT)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(columns, rows)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)
        self.process.send_signal(signal.SIGWINCH)

    def is_restored(self) -> bool:
        """True when the terminal is as the program found it."""
        return (
            not self.screen.is_alternate
            and self.screen.has_cursor
            and not self.screen.modes - {"?7"}
            and termios.tcgetattr(self._slave) == self.settings
        )

    def close(self) -> None:
        """Close the window, whatever runs in it."""
        for descriptor in (self._slave, self._master):
            if descriptor >= 0:
                os.close(descriptor)
        self._slave = self._master = -1


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def opened(folder: Path, columns: int = 100, rows: int = 30) -> Iterator[Terminal]:
    """Open a folder as alice, and wait for the statements."""
    with Terminal([folder, "--reviewer", "alice"], columns, rows) as terminal:
        terminal.shows("· unreviewed")
        yield terminal
