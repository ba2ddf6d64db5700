"""Choosing a filter: one key each, the verdicts by their own."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from reader.review import Filter, Reading
from reader.ui.screens.sheet import Sheet

_KEYS = {
    Filter.ALL: "a",
    Filter.UNREVIEWED: "0",
    Filter.SOURCED: "s",
    Filter.UNSOURCED: "u",
    Filter.DISPUTED: "d",
    Filter.NOT_A_STATEMENT: "x",
    Filter.CHANGED: "c",
}


class FilterScreen(Sheet[Filter]):
    """Gives back the filter chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"choose('{wanted}')", show=False) for wanted, key in _KEYS.items()),
        Binding("f", "choose('all')", show=False),
    ]
    TITLE_LINE = "Step through"
    FOOT = "f shows all again · Esc leaves it as it is"

    def __init__(self, reading: Reading, now: Filter) -> None:
        super().__init__()
        self._reading = reading
        self._now = now

    def contents(self) -> ComposeResult:
        """Each filter with its key and how many statements here it lets through."""
        text = Text()
        for wanted, key in _KEYS.items():
            count = len(self._reading.admitted(wanted))
            text.append(f"{key}  ", "bold")
            look = "bold" if wanted is self._now else "" if count else "dim"
            text.append(f"{wanted.replace('-', ' '):<18}{count:>4}\n", look)
        with VerticalScroll():
            yield Static(text)

    def action_choose(self, name: str) -> None:
        """Give back a filter."""
        self.dismiss(Filter(name))
