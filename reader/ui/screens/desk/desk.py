"""The desk: what can be done with articles side by side, and what happens to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message

from reader.ui.elsewhere.contradictions import MOVES
from reader.ui.elsewhere.other_articles import OtherArticles
from reader.ui.keys.actions import ARTICLES, BY_NAME
from reader.ui.screens.desk.in_front import FIRST_PANES
from reader.ui.screens.desk.telling import Telling
from reader.ui.widgets.pane import ArticlePane

if TYPE_CHECKING:
    from reader.corpus import Corpus
    from reader.review import Draft, Filter, Reading, Review
    from reader.ui.saving import Saving
    from reader.ui.screens.write import WriteScreen
    from reader.ui.widgets.column import PaneColumn


_HEIGHTS = [(0, "-low"), (40, "-tall")]
"""Rows of a window from which on it has a style class."""


def height_class(size: Size) -> str:
    """The style class of a window's height: with it the first paint is the right one."""
    return [name for rows, name in _HEIGHTS if size.height >= rows][-1]


class Desk(Telling):
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

    def __init__(
        self,
        corpus: Corpus,
        keys: Mapping[str, Sequence[str]],
        on_settled: Callable[[], None],
        panes: int = FIRST_PANES,
    ) -> None:
        super().__init__(corpus, keys, panes)
        self._on_settled = on_settled

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

    def compare_again(self, reading: Reading) -> None:
        """An article changed on disk: what was known of it and of links to it may be wrong."""
        if self.tellings is not None:
            self.tellings.read_again(reading.file.name)
        self.look_again()

    def look_again(self) -> None:
        """Others may have changed files: look again where links lead."""
        if self.others is not None:
            self.others.look_again()

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
