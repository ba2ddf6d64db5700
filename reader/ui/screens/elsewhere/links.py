"""The links of one statement: where they lead, their notes; one is noted, shown or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.judgement import Link
from reader.text import safe_line
from reader.ui.elsewhere.ends import Ends
from reader.ui.screens.sheet import Sheet, plain


class Wish(Enum):
    """What is to be done with a link."""

    NOTE = auto()
    SHOW = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A link, and what is to be done with it."""

    link: Link
    wish: Wish


class LinksScreen(Sheet[LinkChoice]):
    """Chooses a link of a statement, and what to do with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "choose('SHOW')", show=False),
        Binding("0", "choose('REMOVE')", show=False),
    ]
    TITLE_LINE = "Links"
    FOOT = "Enter writes a note · m shows it · 0 takes it away · Esc closes"

    def __init__(self, quote: str, links: Sequence[Link], ends: Ends) -> None:
        super().__init__()
        self._quote = quote
        self._links = links
        self._ends = ends

    def contents(self) -> ComposeResult:
        """The statement's words, then a line for each link."""
        yield plain(safe_line(self._quote))
        yield OptionList(*(Option(self._line(link)) for link in self._links))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Write its note."""
        self.dismiss(LinkChoice(self._links[event.option_index], Wish.NOTE))

    def action_choose(self, wish: str) -> None:
        """Do something else with the link under the bar."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(LinkChoice(self._links[place], Wish[wish]))

    def _line(self, link: Link) -> Text:
        text = Text(f"{link.relation} ", "bold")
        text.append(safe_line(f"{self._ends.outlet(link)}  {link.quote}"), "not bold")
        if why := self._ends.why(link):
            text.append(safe_line(f" ({why})"), "not bold italic")
        if link.note:
            text.append(safe_line(f" — {link.note}"), "not bold")
        return text
