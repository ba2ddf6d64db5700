"""A field to type in above a list of rows that match: what articles, commands, themes share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.ui.screens.sheet import Sheet

_MOST = 200
"""Rows listed at once; whoever looks for one of more types another letter."""

Picked = TypeVar("Picked")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Row(Generic[Picked]):
    """A row of the list, and what is picked with it; a remark, which cannot be, has None."""

    text: Text
    picked: Picked | None


class PickSheet(Sheet[Result], Generic[Picked, Result]):
    """Lists what matches the letters typed, best first; the arrows choose, Enter takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("pagedown", "step(10)", show=False, priority=True),
        Binding("pageup", "step(-10)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
    ]
    PLACEHOLDER = ""
    NOTHING = ""
    """Said where nothing matches."""
    starts_chosen: ClassVar[bool] = True
    """True where Enter takes the first row although nothing was typed or chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row[Picked]] = ()

    def contents(self) -> ComposeResult:
        """The field and the list."""
        yield Input(placeholder=self.PLACEHOLDER)
        yield OptionList(markup=False)

    def rows(self, typed: str) -> Sequence[Row[Picked]]:
        """The rows that match what was typed, best first, remarks last."""
        raise NotImplementedError

    def give(self, picked: Picked) -> Result:
        """What the sheet gives back for what was picked."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """List everything to begin with."""
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_choose()

    def renew(self) -> None:
        """List again what is known by now; the bar stays on what it is on."""
        picked = self.under_bar()
        self._list(self.query_one(Input).value)
        places = [place for place, row in enumerate(self._rows) if row.picked == picked]
        if picked is not None and places:
            self.query_one(OptionList).highlighted = places[0]

    def action_step(self, rows: int) -> None:
        """Move up or down the list while typing."""
        options = self.query_one(OptionList)
        last = sum(row.picked is not None for row in self._rows) - 1
        if last < 0:
            return
        here = options.highlighted
        place = rows - 1 if here is None and rows > 0 else (here or 0) + rows
        options.highlighted = max(0, min(place, last))

    def action_choose(self) -> None:
        """Give back what is under the bar."""
        picked = self.under_bar()
        if picked is not None:
            self.dismiss(self.give(picked))

    def under_bar(self) -> Picked | None:
        """What the bar is on, if it is on anything."""
        place = self.query_one(OptionList).highlighted
        return None if place is None or place >= len(self._rows) else self._rows[place].picked

    def _list(self, typed: str) -> None:
        options = self.query_one(OptionList)
        self._rows = self.rows(typed)[:_MOST] or [Row(Text(self.NOTHING, "dim"), None)]
        options.clear_options()
        options.add_options(Option(row.text, disabled=row.picked is None) for row in self._rows)
        chosen = self._rows[0].picked is not None and (self.starts_chosen or typed.strip())
        options.highlighted = 0 if chosen else None
