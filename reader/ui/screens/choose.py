"""Choosing an article by a few letters of its name, outlet or title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reader.corpus import ArticleFile
from reader.review import Review
from reader.text import safe_line
from reader.ui.screens.sheet import Sheet

_MOST = 200
"""Rows listed at once; whoever looks for one of more types another letter."""
_SPELT_OUT = 102.0
"""Above every likeness that is not letter for letter."""
_LEAST_LIKENESS = 60.0
"""rapidfuzz's partial ratio below which two words have little in common."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The article chosen, and whether it goes into a pane of its own."""

    entry: ArticleFile
    beside: bool


class ChooseScreen(Sheet[Choice]):
    """A field to type in above the articles that match, best first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("tab", "choose(True)", show=False, priority=True),
    ]
    TITLE_LINE = "Open an article"

    def __init__(self, review: Review, *, beside: bool) -> None:
        super().__init__()
        self._review = review
        self._beside = beside
        self._names = [(entry, review.describe(entry)) for entry in review.corpus.files]
        self._matching: list[ArticleFile] = []
        tab = " · Tab in a new pane beside" if beside else ""
        self.FOOT = f"Enter opens it in this pane{tab} · ↑ ↓ choose · Esc closes"

    def contents(self) -> ComposeResult:
        """The field and the list."""
        yield Input(placeholder="part of a name")
        yield OptionList(markup=False)

    def on_mount(self) -> None:
        """List everything to begin with."""
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_choose(False)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_choose(False)

    def action_step(self, rows: int) -> None:
        """Move up or down the list while typing."""
        options = self.query_one(OptionList)
        if self._matching:
            place = (options.highlighted or 0) + rows
            options.highlighted = max(0, min(place, len(self._matching) - 1))

    def action_choose(self, beside: bool) -> None:
        """Give back the article under the bar."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._matching):
            self.dismiss(Choice(self._matching[place], beside and self._beside))

    def _list(self, typed: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        found = matching(typed, self._names)[:_MOST]
        self._matching = [entry for entry, _ in found]
        options.add_options([Option(_row(name)) for _, name in found])
        if not typed:
            options.add_options(
                Option(
                    Text(f"{safe_line(one.path.name)} · {safe_line(one.reason)}", "dim"),
                    disabled=True,
                )
                for one in self._review.corpus.skipped
            )
        if not options.option_count:
            options.add_option(Option(Text("No article matches.", "dim"), disabled=True))
        options.highlighted = 0 if found else None


def matching(typed: str, names: list[tuple[ArticleFile, str]]) -> list[tuple[ArticleFile, str]]:
    """The articles whose names have what was typed, those that spell it out first."""
    wanted = typed.casefold().split()
    if not wanted:
        return names
    scored = []
    for place, (entry, name) in enumerate(names):
        likeness = [_likeness(word, name.casefold()) for word in wanted]
        if min(likeness) >= _LEAST_LIKENESS:
            scored.append((-sum(likeness), place, entry, name))
    return [(entry, name) for _, _, entry, name in sorted(scored, key=lambda one: one[:2])]


def _likeness(word: str, name: str) -> float:
    """How well a word names an article: as it stands, by letters of the file's name, or nearly."""
    from rapidfuzz import fuzz

    path, _, _ = name.partition(" · ")
    if word in name:
        return _SPELT_OUT + (word in path.split("/")[-1])
    rest = iter(path.split("/")[-1])
    if all(letter in rest for letter in word):
        return _SPELT_OUT - 1
    return fuzz.partial_ratio(word, name)


def _row(name: str) -> Text:
    path, _, title = name.partition(" · ")
    text = Text(path)
    if title:
        text.append(f" · {title}", "dim")
    return text
