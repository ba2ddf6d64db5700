"""A program in a terminal of its own, with the time at which each of its bytes arrived."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType

_ESCAPE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, colours, the clipboard
    rb"|\x1b[PX^_].*?\x1b\\"  # strings for the terminal
    rb"|\x1b[()*+].|\x1b.",
    re.DOTALL,
)
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
"""Between these a terminal holds the picture back: what is seen changes at the second."""
_ASKS, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_READ = 1 << 16
_LONGEST = 30.0
_PROCESS_CPU = 2
"""The kind of clock that counts a process's CPU time, in Linux's numbering of clocks."""


class Terminal:
    """Runs `command` from the moment it is made; times are seconds since then."""

    def __init__(self, command: Sequence[str], columns: int, rows: int) -> None:
        self._output = bytearray()
        self._answered = 0
        self._begun = time.perf_counter()
        self._fd, self._pid = _start(command, columns, rows)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        os.close(self._fd)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def painted(self, there: Callable[[str], object]) -> float:
        """Wait until the words painted so far satisfy a condition; returns when they did."""
        return self._wait(0, there)

    def press(self, key: str, quiet: float) -> tuple[float, int]:
        """Press a key; returns the seconds to its first picture, and its bytes until `quiet`."""
        before = len(self._output)
        pressed = time.perf_counter() - self._begun
        os.write(self._fd, key.encode())
        seconds = self._wait(before, bool) - pressed
        self.rest(quiet)
        return seconds, len(self._output) - before

    def rest(self, quiet: float) -> None:
        """Wait until nothing has been painted for some seconds."""
        while self._read(quiet):
            pass

    def cpu(self) -> float:
        """Seconds of CPU used so far, or 0 where the system does not tell (it is not Linux)."""
        if not sys.platform.startswith("linux"):
            return 0.0
        return time.clock_gettime((~self._pid << 3) | _PROCESS_CPU)

    def _wait(self, start: int, there: Callable[[str], object]) -> float:
        deadline = time.perf_counter() + _LONGEST
        while time.perf_counter() < deadline:
            arrived = self._read(_LONGEST)
            if arrived is None:
                break
            new = bytes(self._output[start:])
            if new.count(_BEGIN) == new.count(_END) and there(_words(new)):
                return arrived
        shown = _words(bytes(self._output))[-2000:].strip()
        raise SystemExit(f"The program did not paint what was waited for. Its last words: {shown}")

    def _read(self, seconds: float) -> float | None:
        """Take what arrives; returns when it did, or None if nothing came."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return None
        try:
            chunk = os.read(self._fd, _READ)
        except OSError:  # the program has ended
            return None
        arrived = time.perf_counter() - self._begun
        self._output += chunk
        while self._output.count(_ASKS) > self._answered:
            os.write(self._fd, _ANSWER)
            self._answered += 1
        return arrived if chunk else None


def _words(output: bytes) -> str:
    return _ESCAPE.sub(b"", output).decode("utf-8", "replace")


def _start(command: Sequence[str], columns: int, rows: int) -> tuple[int, int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    pid = os.fork()
    if pid == 0:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in (0, 1, 2):
            os.dup2(slave, descriptor)
        os.close(master)
        os.execvpe(command[0], list(command), environment)
    os.close(slave)
    return master, pid
