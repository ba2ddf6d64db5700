"""Writing a note or evidence."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import TextArea

from reader.text import safe, safe_line
from reader.ui.screens.sheet import Sheet, plain

_SHOWN_QUOTE = 140


class _Paper(TextArea):
    """Enter ends writing; Alt+Enter (or Ctrl+J, or Shift+Enter where sent) begins a new line."""

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.screen.dismiss(safe(self.text))
        elif event.key in ("alt+enter", "shift+enter", "ctrl+j"):
            event.prevent_default()
            event.stop()
            self.insert("\n")
        else:
            await super()._on_key(event)


class WriteScreen(Sheet[str]):
    """Gives back the words written, or None where the reviewer thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "put_away", "Leave", show=False)]
    FOOT = "Enter keeps it · Alt+Enter begins a new line · Esc leaves it as it was"

    def __init__(self, title: str, quote: str, words: str) -> None:
        super().__init__()
        self.TITLE_LINE = title
        self._quote = safe_line(quote)
        self._words = words

    def contents(self) -> ComposeResult:
        """The statement's words, and paper."""
        shown = self._quote
        if len(shown) > _SHOWN_QUOTE:
            shown = shown[: _SHOWN_QUOTE - 1].rstrip() + "…"
        yield plain(shown, "sheet-quote")
        paper = _Paper(self._words, soft_wrap=True, show_line_numbers=False)
        paper.cursor_location = paper.document.end
        yield paper
