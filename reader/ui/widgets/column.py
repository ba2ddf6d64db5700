"""A pane with its header: outlet and title above the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip

from reader.text import safe_line
from reader.ui.painting.line import Piece, row
from reader.ui.widgets.kept_rows import KeptRows
from reader.ui.widgets.pane import ArticlePane

if TYPE_CHECKING:
    from reader.article import Article
    from reader.corpus import ArticleFile
    from reader.review import Reading
    from reader.session import PanePlace
    from reader.ui.elsewhere.tellings import StoryPlace

HEADER_ROWS = 2
"""Above each article: its name, and a space."""


class PaneHeader(KeptRows):
    """Story and outlet; how far it is reviewed, or what is odd about it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--outlet", "header--story", "header--note"}

    def __init__(self) -> None:
        super().__init__()
        self._outlet = ""
        self._note = ""
        self._story = ""
        self._progress = ""

    def show(self, outlet: str, note: str) -> None:
        """Name another article."""
        if (outlet, note) != (self._outlet, self._note):
            self._outlet, self._note = outlet, note
            self.refresh()

    def place(self, story: str, progress: str) -> None:
        """Say which story the article tells of, and how far it is reviewed."""
        if (story, progress) != (self._story, self._progress):
            self._story, self._progress = story, progress
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Story, outlet, progress; the row below stays empty."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        looks = [
            self.get_component_rich_style(f"header--{name}", partial=True)
            for name in ("outlet", "story", "note")
        ]
        left = [Piece(" "), Piece(self._story, looks[1]), Piece(self._outlet, looks[0])]
        said = self._note or self._progress
        right = [Piece(f"{said} ", looks[2])] if said else []
        return row(left, right, self.size.width, self.rich_style)


class PaneColumn(Vertical, KeptRows):
    """One article among those side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.header = PaneHeader()
        self.pane = ArticlePane()
        self.entry: ArticleFile | None = None
        self.article: Article | None = None
        self.reading: Reading | None = None
        self.busy = False
        self.turning = False
        self.walking = False
        self.refusal = ""
        self.left_at: PanePlace | None = None
        """Where the reviewer left the article in an earlier run, until its statements are there."""

    def compose(self) -> ComposeResult:
        """Header above, article below."""
        yield self.header
        yield self.pane

    def show(self, entry: ArticleFile, article: Article) -> None:
        """Show an article from its top; its statements are still to be found."""
        self.entry = entry
        self.article = article
        self.reading = None
        self.left_at = None
        self.busy = True
        self.turning = False
        self.refusal = ""
        self.header.show(article.file_name, article.encoding_note)
        self.header.place("", "")  # What stood there was about the article before.
        self.pane.show(article)

    def mark(self, reading: Reading) -> None:
        """Show the statements found in the article, and what it calls itself."""
        self.reading = reading
        self.name_article()
        self.pane.mark(reading.items)

    def place(self, story: StoryPlace | None, hidden: str, locked: bool) -> None:
        """Say where the article stands in its story, how far it is, whether panes are locked.

        `hidden` is what there is to say of panes that have no room.
        """
        if self.reading is None:
            return
        label = ""
        if story is not None and len(story.story.articles) > 1:
            of = f"{story.place}/{len(story.story.articles)}"
            label = f"{safe_line(story.story.label)} {of} · ".lstrip()
        said = [hidden, self.reading.progress.bar(), "⇄" if locked else ""]
        self.header.place(label, "  ".join(filter(None, said)))

    def renew(self, reading: Reading, place: int | None) -> None:
        """Show an article that was changed on disk, the focus on the statement at a place."""
        self.article = reading.article
        self.pane.renew(reading.article, reading.items, place)

    def name_article(self) -> None:
        """Show what the article calls itself, and what is odd about its file."""
        assert self.reading is not None
        article = self.reading.article
        self.header.show(article.outlet, _note(self.reading))

    def refuse(self, reason: str) -> None:
        """Say why there is no article here."""
        self.refusal = reason


def _note(reading: Reading) -> str:
    article = reading.article
    if reading.now.absence:
        return "no longer on disk"
    return article.front_matter.error or article.encoding_note
