"""What a terminal sends, read as keys: the bytes that Textual's own reading loses or mistakes.

Textual takes Escape and Enter in one (Alt+Enter, as nearly every terminal sends it) for Enter,
types what follows an Escape within a paste, and ends at bytes that are no UTF-8.
"""

from __future__ import annotations

import codecs
import os
import selectors
import signal
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

_CHUNK = 65_536
_PATIENCE = 0.1
"""Seconds between two looks whether the program ends, or whether an Escape is the key itself."""
_ESCAPE, _SHOWN_ESCAPE = "\x1b", "\N{SYMBOL FOR ESCAPE}"

_ENTERS = {
    "\x1b\r": "alt+enter",
    "\x1b\n": "alt+enter",
    # xterm's modifyOtherKeys.
    "\x1b[27;2;13~": "shift+enter",
    "\x1b[27;3;13~": "alt+enter",
    "\x1b[27;5;13~": "ctrl+enter",
}


class Keyboard(LinuxDriver):
    """Textual's driver for Linux and macOS with a reading of its own."""

    def run_input_thread(self) -> None:
        """Read what is typed until the program ends."""
        parser = _Parser(self._debug)
        pastes = Pastes()
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        # On macOS no other selector works with a terminal.
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_PATIENCE):
                    raw = self._read()
                    if not raw:
                        # Not every system says so by itself.
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    for event in parser.feed(pastes.cleaned(decode(raw))):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What is there to read; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""


class _Parser(XTermParser):
    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        if sequence in _ENTERS:
            return [Key(_ENTERS[sequence], None)]
        return super()._sequence_to_key_events(sequence, alt)


class Pastes:
    """Takes Escape out of what is pasted, so that nothing in a paste can be taken for a key."""

    def __init__(self) -> None:
        self._within = False
        self._before = ""
        self._kept = ""

    def cleaned(self, text: str) -> str:
        """The next piece of what was sent, wherever it was cut.

        A key never waits: only what may be the beginning of a paste's end is kept for the next
        piece.
        """
        clean = ""
        while text:
            piece, text = self._pasted(text) if self._within else self._typed(text)
            clean += piece
        return clean

    def _typed(self, text: str) -> tuple[str, str]:
        """What was typed up to the mark that begins a paste, and the rest."""
        joined = self._before + text
        place = joined.find(BRACKETED_PASTE_START)
        if place < 0:
            self._before = joined[1 - len(BRACKETED_PASTE_START) :]
            return text, ""
        end = place + len(BRACKETED_PASTE_START) - len(self._before)
        self._within, self._before = True, ""
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """What was pasted up to the mark that ends it, and the rest."""
        pasted, mark, rest = (self._kept + text).partition(BRACKETED_PASTE_END)
        self._kept = ""
        if mark:
            self._within = False
        else:
            self._kept = _beginning(BRACKETED_PASTE_END, pasted)
            pasted = pasted.removesuffix(self._kept)
        return pasted.replace(_ESCAPE, _SHOWN_ESCAPE) + mark, rest


def _beginning(mark: str, text: str) -> str:
    """The longest beginning of a mark with which a text ends."""
    lengths = range(min(len(mark) - 1, len(text)), 0, -1)
    return next((mark[:length] for length in lengths if text.endswith(mark[:length])), "")
