"""What is told of all that: on the card, in the status line, in headers and gutters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.ui.elsewhere.around import NOTHING, Around, View
from reader.ui.elsewhere.ends import Ends
from reader.ui.keys.actions import Hint, hints, key_of, list_hints, shown
from reader.ui.said import Said
from reader.ui.screens.desk.in_front import FIRST_PANES, InFront
from reader.ui.widgets.card import Card
from reader.ui.widgets.status import Status, StatusLine

if TYPE_CHECKING:
    from reader.corpus import Corpus
    from reader.review import Item, Reading, Review
    from reader.ui.saving import Saving
    from reader.ui.widgets.column import PaneColumn


class Telling(InFront):
    """Keeps what is told up to date with what is in front of the reviewer."""

    review: Review
    """There from `begin` on, which comes after the first paint."""

    def __init__(
        self, corpus: Corpus, keys: Mapping[str, Sequence[str]], panes: int = FIRST_PANES
    ) -> None:
        super().__init__(corpus, keys, panes)
        self._saving: Saving | None = None
        self._said = Said()
        self._card = Card(key_of(keys, "confirm"))
        self._status = StatusLine()

    def key_of(self, action: str) -> str:
        """How messages name an action's key."""
        return key_of(self.keys, action)

    def say(self, *forms: str, wrong: bool = False) -> None:
        """Say something in the status line: some seconds at least, and until the next key.

        Of several forms, the longest first, the one is shown that there is room for.
        """
        self._said.say(*forms, wrong=wrong)
        self.update()

    def update(self) -> None:
        """Bring card and status line up to date with the active pane."""
        reading = self.reading
        text = reading.article.text if reading else ""
        around = self._around()
        self._card.show(self.item, text, self._absence(), around)
        if self._saving is None:
            return
        status = Status.of(reading, self._filter, self._saving.state)
        self._status.show(
            replace(
                status,
                reviewer=self.review.reviewer,
                said=self._said.forms,
                compared=self.tellings.state if self.tellings else "",
                hints=self._hints(around),
            )
        )

    def _hints(self, around: Around) -> tuple[Hint, ...]:
        """What the status line says of keys."""
        open_list = self.listed.is_open
        return list_hints(self.keys) if open_list else hints(self.keys, self._useless(around))

    def _useless(self, around: Around) -> set[str]:
        """The keys that are of no use now: links without a twin, a plain verdict beside one."""
        useless = set() if around.counterparts else {"same-claim"}
        if self.twin is None:
            return useless | {"link-same", "link-contradicts", "disputed-against"}
        reading, place = self.twin
        if around.opposes(reading.items[place].statement.content):
            useless.add("disputed")
        return useless

    def _around(self) -> Around:
        """What the card tells of other articles, as far as it is known."""
        if self.reading is None or self.item is None or self.others is None:
            return NOTHING
        bound = self.keys["same-claim"]
        key = shown(bound[0]) if bound else ""
        view = View(self.tellings, self.others, self.twins, self.twin, key)
        return view.around(self.reading, self.item)

    def name_stories(self) -> None:
        """Bring headers and gutters up to date with progress and what others tell."""
        for column in self.panes.in_view:
            if column.reading is None:
                continue
            story = None
            if self.tellings is not None:
                story = self.tellings.story_of(column.reading.file.name)
                column.pane.tell(self.tellings.signs(column.reading))
            column.place(story, self._hidden(column), self.twins.locked)

    def _hidden(self, column: PaneColumn) -> str:
        """Which of the panes one is, and the key to the others, where some have no room."""
        count = len(self.columns)
        if count == len(self.panes.in_view):
            return ""
        return f"{self.columns.index(column) + 1}/{count} {self.key_of('other-pane')}"

    def ends_of(self, reading: Reading, item: Item) -> Ends:
        """Where a statement's links lead, as far as it is known."""
        return self.others.ends(reading, item) if self.others else Ends(None)

    def _absence(self) -> str:
        reading = self.reading
        if reading is None:
            return self.column.refusal or "Looking for statements…"
        return "No statements in this article."

    def hush(self) -> None:
        """A key was pressed: what was said goes, once it has stood for long enough."""
        left = self._said.key()
        if left:
            self.set_timer(left, self._unsay)
        elif left is not None:
            self._unsay()

    def _unsay(self) -> None:
        if self._said.is_over:
            self.say()
