"""The desk: articles side by side, the card and the status line below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from reader.ui.elsewhere.around import NOTHING, Around, View
from reader.ui.elsewhere.contradictions import MOVES, Contradictions
from reader.ui.elsewhere.ends import Ends
from reader.ui.elsewhere.other_articles import OtherArticles
from reader.ui.elsewhere.passed_over import PassedOver
from reader.ui.elsewhere.twins import Twins
from reader.ui.keys.actions import ARTICLES, BY_NAME, Hint, hints, key_of, list_hints, shown
from reader.ui.said import Said
from reader.ui.widgets.card import Card
from reader.ui.widgets.kept_rows import KeptRows
from reader.ui.widgets.pane import ArticlePane
from reader.ui.widgets.panes import Panes
from reader.ui.widgets.status import Status, StatusLine

if TYPE_CHECKING:
    from reader.corpus import Corpus
    from reader.review import Draft, Filter, Item, Reading, Review
    from reader.ui.elsewhere.tellings import Tellings
    from reader.ui.saving import Saving
    from reader.ui.screens.write import WriteScreen
    from reader.ui.widgets.column import PaneColumn


FIRST_PANES = 2
_HEIGHTS = [(0, "-low"), (40, "-tall")]
"""Rows of a window from which on it has a style class."""


def height_class(size: Size) -> str:
    """The style class of a window's height: with it the first paint is the right one."""
    return [name for rows, name in _HEIGHTS if size.height >= rows][-1]


class Desk(Screen[None], KeptRows):
    """Where the reviewer works; the handlers of the action table act on it.

    `keys` are those of each action; `on_settled` is called when a pane has all it waited for;
    so many `panes` are open at first, where there are articles for them.
    """

    AUTO_FOCUS: ClassVar[str | None] = None
    VERTICAL_BREAKPOINTS = _HEIGHTS

    class Mounted(Message):
        """The panes are there."""

    class FollowDue(Message):
        """The panes move together, and one of them moved."""

    review: Review
    """There from `begin` on, which comes after the first paint."""

    def __init__(
        self,
        corpus: Corpus,
        keys: Mapping[str, Sequence[str]],
        on_settled: Callable[[], None],
        panes: int = FIRST_PANES,
    ) -> None:
        super().__init__()
        self.corpus = corpus
        self.keys = keys
        self._on_settled = on_settled
        self._saving: Saving | None = None
        self._filter: Filter | None = None
        self._said = Said()
        self.panes = Panes(min(len(corpus.files), panes))
        self._card = Card(key_of(keys, "confirm"))
        self._status = StatusLine()
        self.tellings: Tellings | None = None
        self.others: OtherArticles | None = None
        self.twins = Twins()
        self.listed = Contradictions()
        self.passed_over = PassedOver()

    def compose(self) -> ComposeResult:
        """Panes, card, status line."""
        yield self.panes
        yield self._card
        yield self._status

    def on_mount(self) -> None:
        """Take the places there is room for."""
        self.lay_out()
        self.post_message(self.Mounted())

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as the width has room for."""
        self.lay_out(event.size.width)

    def begin(self, review: Review, saving: Saving) -> None:
        """From now on there is a review, and something to say of saving."""
        self.review = review
        self._saving = saving
        self.listed.reading_of = review.articles.studied
        self.others = OtherArticles(review, self.run_worker, self.update)
        self.update()

    # What is in front of the reviewer

    @property
    def filter(self) -> Filter:
        """Which statements are stepped through."""
        from reader.review import Filter  # Not before the first paint.

        return self._filter or Filter.ALL

    @property
    def columns(self) -> Sequence[PaneColumn]:
        """All that are open, in view or not."""
        return self.panes.columns

    @property
    def column(self) -> PaneColumn:
        """The active pane with its header."""
        return self.panes.column

    @property
    def pane(self) -> ArticlePane:
        """The active pane."""
        return self.column.pane

    @property
    def reading(self) -> Reading | None:
        """The article in the active pane."""
        return self.column.reading

    @property
    def item(self) -> Item | None:
        """The statement in focus in the active pane."""
        reading, index = self.reading, self.pane.index
        if reading is None or index is None or index >= len(reading.items):
            return None
        return reading.items[index]

    @property
    def here(self) -> tuple[Reading, str] | None:
        """The article and the key of the statement in focus."""
        reading, item = self.reading, self.item
        return None if reading is None or item is None else (reading, item.key)

    def can(self, action: str | None) -> bool:
        """Tell whether the active pane has what an action, or a key that has none, works on."""
        if action is None:
            return True
        if self.listed.is_open:
            if self.listed.answering:
                return False
            if action in MOVES:
                return True
        if BY_NAME[action].needs_twin and any(column.busy for column in self.panes.in_view):
            return False
        if BY_NAME[action].needs_statements:
            return not self.column.busy
        # It must be certain from which article to go on.
        return not self.column.turning or BY_NAME[action].group != ARTICLES

    def settle(self, column: PaneColumn) -> None:
        """A pane has what it waited for."""
        column.busy = column.turning = column.walking = False
        self.name_stories()
        self.update()
        self._on_settled()

    def show_text(self, column: PaneColumn, reading: Reading) -> None:
        """Show an article whose statements are still to be found; it can be left already."""
        column.show(reading.file, reading.article)
        self._on_settled()

    @property
    def is_written_on(self) -> bool:
        """True while a note is written: what it is about must not change under the pen."""
        return self._paper is not None

    def drafts(self) -> list[Draft]:
        """What would be lost by leaving now: drafts put away, and the one being written."""
        written = self._paper.draft if self._paper is not None else None
        kept = self.review.drafts.all() if self._saving is not None else []
        return [*kept, *([written] if written else [])]

    @property
    def _paper(self) -> WriteScreen | None:
        sheets = self.app.screen_stack[1:]
        if not sheets:
            return None
        from reader.ui.screens.write import WriteScreen  # Not before the first paint.

        return next((sheet for sheet in sheets if isinstance(sheet, WriteScreen)), None)

    def activate(self, column: PaneColumn) -> None:
        """Make a pane the active one."""
        self.panes.activate(column)
        self.lay_out()
        self.update()

    def lay_out(self, width: int | None = None) -> None:
        """Show as many panes as there is room for, and what is known of their stories."""
        self.panes.lay_out(self.size.width if width is None else width)
        self.name_stories()

    def remove_column(self, column: PaneColumn) -> None:
        """Close a pane."""
        self.panes.remove_column(column)
        self.lay_out()
        self.update()

    def set_filter(self, wanted: Filter) -> None:
        """Step through some statements only, and show only those."""
        self._filter = wanted
        for column in self.columns:
            column.pane.admit(wanted)
        reading, index = self.reading, self.pane.index
        if reading is not None and (index is None or not wanted.admits(reading.items[index])):
            admitted = reading.admitted(wanted)
            after = [i for i in admitted if index is None or i > index]
            if admitted:
                self.pane.focus_item((after or admitted)[0])
            else:
                words = wanted.replace("-", " ")
                self.say(f"No statement here is {words}; {self.key_of('filter')} shows others.")
        self.update()

    # Saying things

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

    @property
    def twin(self) -> tuple[Reading, int] | None:
        """The statement that was brought level with the one in focus, while it is in view.

        Where there is room for one pane alone, it is the one that was last put in its place.
        """
        other = self.twins.other(self.here) if self.here else None
        if other is None:
            return None
        reading, key = other
        place = reading.index_of(key)
        shown = [column for column in self.panes.in_view if column is not self.column]
        if place is None or (
            shown and not any(one.reading is reading and one.pane.index == place for one in shown)
        ):
            return None
        return reading, place

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

    def compare_again(self, reading: Reading) -> None:
        """An article changed on disk: what was known of it and of links to it may be wrong."""
        if self.tellings is not None:
            self.tellings.read_again(reading.file.name)
        self.look_again()

    def look_again(self) -> None:
        """Others may have changed files: look again where links lead."""
        if self.others is not None:
            self.others.forget()

    def show_list(self, shown: bool) -> None:
        """Show the list of contradictions beside the active pane, or put it away."""
        self.panes.show_list(self.listed if shown else None)
        self.lay_out()
        self.show_pairs()

    def show_pairs(self) -> None:
        """What the list of contradictions holds may be something else."""
        self.panes.show_pairs()
        self.update()

    def show_verdicts(self, reading: Reading) -> None:
        """Repaint an article's verdicts wherever it is shown."""
        if self.listed.is_open:
            self.listed.renew()
            self.show_pairs()
        for column in self.panes.columns_of(reading):
            column.pane.refresh_items(reading.items)
        self.name_stories()
        self.update()

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

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        for column in self.columns:
            if column.pane is event.pane:
                self.activate(column)
                if event.index is not None:
                    column.pane.focus_item(event.index, reveal=False)

    @on(ArticlePane.FocusMoved)
    def _focus_moved(self, event: ArticlePane.FocusMoved) -> None:
        event.stop()
        self.twins.moved(self.here)
        self.update()
        if self.twins.locked:
            self.post_message(self.FollowDue())

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        """A pane that gets the keyboard by whatever way is the active one."""
        if event.widget is not self.focused:
            return  # Told late: meanwhile another has it.
        for column in self.columns:
            if column.pane is event.widget and column is not self.column:
                self.activate(column)
