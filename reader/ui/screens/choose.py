"""Choosing an article by a few letters of its name, outlet or title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from reader.corpus import ArticleFile
from reader.review import Review
from reader.text import safe_line
from reader.ui.background import in_background
from reader.ui.screens.pick import PickSheet, Row

_PORTION = 40
"""Articles read before their names are shown."""
_SPELT_OUT = 102.0
"""Above every likeness that is not letter for letter."""
_LEAST_LIKENESS = 60.0
"""rapidfuzz's partial ratio below which two words have little in common."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The article chosen, and whether it goes into a pane of its own."""

    entry: ArticleFile
    beside: bool


class ChooseScreen(PickSheet[ArticleFile, Choice]):
    """The articles whose names match; below them those that cannot be read, and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "choose_beside", show=False, priority=True),
    ]
    TITLE_LINE = "Open an article"
    PLACEHOLDER = "part of a name"
    NOTHING = "No article matches."

    def __init__(self, review: Review, *, beside: bool, close_key: str) -> None:
        super().__init__()
        self._review = review
        self._beside = beside
        self._names = self._known()
        tab = "Tab in a new pane beside" if beside else f"for a new pane close one with {close_key}"
        self.FOOT = f"Enter opens it in this pane · {tab} · ↑ ↓ choose · Esc closes"

    def on_mount(self) -> None:
        """List what is known, and read what the other articles call themselves."""
        super().on_mount()
        self.run_worker(self._learn())

    async def _learn(self) -> None:
        waiting = self._review.names.unknown
        for place in range(0, len(waiting), _PORTION):
            portion = waiting[place : place + _PORTION]
            await in_background(partial(self._review.names.learn, portion))
            self._names = self._known()
            self.renew()

    def _known(self) -> list[tuple[ArticleFile, str]]:
        return [(file, self._review.names.describe(file)) for file in self._review.corpus.files]

    def rows(self, typed: str) -> list[Row[ArticleFile]]:
        """The articles that match; what cannot be read only while nothing is typed."""
        rows: list[Row[ArticleFile]]
        rows = [Row(_row(name), file) for file, name in matching(typed, self._names)]
        if not typed:
            for one in self._review.corpus.skipped:
                words = f"{safe_line(one.path.name)} · {safe_line(one.reason)}"
                rows.append(Row(Text(words, "dim"), None))
        return rows

    def give(self, picked: ArticleFile) -> Choice:
        """The article, for the active pane."""
        return Choice(picked, beside=False)

    def action_choose_beside(self) -> None:
        """Give back the article under the bar, for a pane of its own where there is room."""
        picked = self.under_bar()
        if picked is not None and self._beside:
            self.dismiss(Choice(picked, beside=True))


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
