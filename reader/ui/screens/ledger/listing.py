"""A sheet with a list that keys act on, and a field that narrows it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.text import safe_line
from reader.ui.screens.sheet import Result, Sheet

_MOST = 300
"""Rows listed at once; a letter or two of what is looked for brings the others."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class ListRow(Generic[Listed]):
    """A row: how it is painted, what it stands for, and the words it is found by."""

    text: Text
    stands_for: Listed
    words: str


class ListSheet(Sheet[Result], Generic[Listed, Result]):
    """Letters are keys here; `/` opens a field, and what is typed there narrows the list down."""

    DEFAULT_CLASSES = "dialog listing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False),
        Binding("enter", "choose", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
    ]

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.keys = keys
        self.bind(keys["next-statement"], "step(1)")
        self.bind(keys["previous-statement"], "step(-1)")
        self._rows: Sequence[ListRow[Listed]] = ()

    def contents(self) -> ComposeResult:
        """A line that tells what this is, the field, the list, and what just happened."""
        yield Static(classes="listing-head", markup=False)
        field = Input(placeholder="part of a name")
        field.display = field.can_focus = False
        yield field
        yield OptionList(markup=False)
        yield Static(classes="listing-said", markup=False)

    def rows(self) -> Sequence[ListRow[Listed]]:
        """All rows, in their order."""
        raise NotImplementedError

    def head(self) -> str:
        """What stands above the list."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What stands in the list's place where it is empty."""
        raise NotImplementedError

    def choose(self, chosen: Listed) -> None:
        """Enter, or a click, on a row."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """Cells of a row."""
        return max(20, self.query_one(OptionList).scrollable_content_region.width - 2)

    @property
    def chosen(self) -> Listed | None:
        """What the bar is on."""
        place = self.query_one(OptionList).highlighted
        return None if place is None or place >= len(self._rows) else self._rows[place].stands_for

    @property
    def is_narrowed(self) -> bool:
        """Whether the field is open."""
        return bool(self.query_one(Input).display)

    @property
    def is_up(self) -> bool:
        """Whether there is a list: answers may come when the sheet is being put away."""
        return bool(self.query(OptionList))

    def say(self, words: str) -> None:
        """Say something below the list, until the next key."""
        if self.is_up:
            self.query_one(".listing-said", Static).update(Text(safe_line(words)))

    def on_resize(self) -> None:
        """Rows are as wide as the list."""
        self.call_after_refresh(self.renew)

    def renew(self) -> None:
        """List anew what is known by now; the bar stays on what it is on."""
        if not self.is_up:
            return
        chosen = self.chosen
        typed = self.query_one(Input).value.casefold().split()
        rows = [row for row in self.rows() if all(word in row.words for word in typed)]
        left_out = len(rows) - _MOST
        self._rows = rows[:_MOST]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(row.text) for row in self._rows)
        if left_out > 0:
            more = f"… and {left_out:,} more: press / and type part of a name"
            options.add_option(Option(Text(more, "dim"), disabled=True))
        if not rows:
            words = "Nothing has these letters." if typed else self.nothing()
            options.add_option(Option(Text(words, "dim"), disabled=True))
        self.query_one(".listing-head", Static).update(Text(self.head()))
        places = [at for at, row in enumerate(self._rows) if row.stands_for == chosen]
        options.highlighted = (places[0] if places else 0) if self._rows else None

    def put_bar_on(self, wanted: Listed) -> None:
        """Have the bar on a row, if it is listed."""
        for place, row in enumerate(self._rows):
            if row.stands_for == wanted:
                self.query_one(OptionList).highlighted = place

    def action_step(self, rows: int) -> None:
        """Move the bar."""
        options = self.query_one(OptionList)
        self.say("")
        if self._rows:
            place = (options.highlighted or 0) + rows
            options.highlighted = max(0, min(place, len(self._rows) - 1))

    def action_search(self) -> None:
        """Open the field."""
        field = self.query_one(Input)
        field.value = ""
        field.display = field.can_focus = True
        self.set_focus(field)  # at once: the next key is for it

    def action_choose(self) -> None:
        """Leave the field for the list, else open what the bar is on."""
        if self.query_one(Input).has_focus:
            self.set_focus(self.query_one(OptionList))
            return
        chosen = self.chosen
        if chosen is not None:
            self.choose(chosen)

    def action_put_away(self) -> None:
        """Empty and close the field, else the sheet."""
        if not self.is_narrowed:
            self.dismiss(None)
            return
        field = self.query_one(Input)
        field.value = ""
        field.display = field.can_focus = False
        self.set_focus(self.query_one(OptionList))

    @on(Input.Changed)
    def _typed(self) -> None:
        self.renew()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_choose()
