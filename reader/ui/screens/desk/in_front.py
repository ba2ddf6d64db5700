"""What is in front of the reviewer: panes, the article, the statement, what others tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from reader.ui.elsewhere.contradictions import Contradictions
from reader.ui.elsewhere.passed_over import PassedOver
from reader.ui.elsewhere.twins import Twins
from reader.ui.widgets.kept_rows import KeptRows
from reader.ui.widgets.pane import ArticlePane
from reader.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from reader.corpus import Corpus
    from reader.review import Filter, Item, Reading
    from reader.ui.elsewhere.other_articles import OtherArticles
    from reader.ui.elsewhere.tellings import Tellings
    from reader.ui.widgets.column import PaneColumn

FIRST_PANES = 2


class InFront(Screen[None], KeptRows):
    """A screen with articles side by side; `keys` are those of each action.

    So many `panes` are open at first, where there are articles for them.
    """

    def __init__(
        self, corpus: Corpus, keys: Mapping[str, Sequence[str]], panes: int = FIRST_PANES
    ) -> None:
        super().__init__()
        self.corpus = corpus
        self.keys = keys
        self.panes = Panes(min(len(corpus.files), panes))
        self.tellings: Tellings | None = None
        self.others: OtherArticles | None = None
        self.twins = Twins()
        self.listed = Contradictions()
        self.passed_over = PassedOver()
        self._filter: Filter | None = None

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
