"""Choosing a filter: one key each, the verdicts by their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reader.review import Filter, Reading
from reader.ui.keys.actions import key_of, shown
from reader.ui.screens.sheet import Sheet

_ACTIONS = {
    Filter.ALL: "filter",
    Filter.UNREVIEWED: "take-back",
    Filter.SOURCED: "sourced",
    Filter.UNSOURCED: "unsourced",
    Filter.DISPUTED: "disputed",
    Filter.NOT_A_STATEMENT: "not-a-statement",
}
"""The actions of the table whose keys stand for a filter here."""
_ALL = "a"
_CHANGED = ("c", "~")
"""The first of them that is no verdict's key."""


class FilterScreen(Sheet[Filter]):
    """Gives back the filter chosen; `keys` are those of each action."""

    is_direct = True
    TITLE_LINE = "Step through"

    def __init__(self, reading: Reading, now: Filter, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._reading = reading
        self._now = now
        self._of_key = _keys_of_filters(keys)
        for key, wanted in self._of_key.items():
            self.bind([key], f"choose('{wanted}')")
        self.FOOT = f"{key_of(keys, 'filter')} shows all again · Esc leaves it as it is"

    def contents(self) -> ComposeResult:
        """Each filter with its key and how many statements here it lets through."""
        text = Text()
        labels = {wanted: shown(key) for key, wanted in reversed(self._of_key.items())}
        for wanted in Filter:
            count = len(self._reading.admitted(wanted))
            text.append(f"{labels.get(wanted, ''):<3}", "bold")
            look = "bold" if wanted is self._now else "" if count else "dim"
            text.append(f"{wanted.replace('-', ' '):<18}{count:>4}\n", look)
        with VerticalScroll():
            yield Static(text)

    def action_choose(self, name: str) -> None:
        """Give back a filter."""
        self.dismiss(Filter(name))


def _keys_of_filters(keys: Mapping[str, Sequence[str]]) -> dict[str, Filter]:
    """The filter of each key, the one to be shown first; a reviewer's own come before ours."""
    own = {key: wanted for wanted, name in _ACTIONS.items() for key in keys[name]}
    changed = next(key for key in _CHANGED if key not in own)
    return {_ALL: Filter.ALL, changed: Filter.CHANGED} | own
