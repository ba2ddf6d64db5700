"""An article that is open: its text at once, its statements and judgements once it is studied."""

from __future__ import annotations

from dataclasses import replace

from reader.article import Article
from reader.corpus import Entry
from reader.judgement import Judgement
from reader.review.item import Item
from reader.review.items import Found, Matched
from reader.review.progress import Progress
from reader.sidecar import Sidecar, Store


class Reading:
    """One article in review; shared by every pane that shows it.

    `problem` is a sentence where the sidecar takes no verdicts, `notice` one where it is only odd.
    `changed` is the file's Stamp when it was read last.
    """

    def __init__(self, entry: Entry, article: Article, store: Store) -> None:
        self.entry = entry
        self.article = article
        self.store = store
        self.sidecar: Sidecar | None = None
        self.problem = ""
        self.notice = ""
        self.found: Found | None = None
        self.items: tuple[Item, ...] = ()
        self.orphans: tuple[Judgement, ...] = ()

    @property
    def studied(self) -> bool:
        """True once the statements have been looked for."""
        return self.found is not None

    @property
    def progress(self) -> Progress:
        """How many statements are judged, and how."""
        return Progress.of(item.verdict for item in self.items)

    def unreviewed(self) -> list[int]:
        """The statements without a verdict, in text order."""
        return [index for index, item in enumerate(self.items) if item.verdict is None]

    def first_unreviewed(self) -> int | None:
        """Where work goes on: the first statement without a verdict, else the first of all."""
        unreviewed = self.unreviewed()
        return unreviewed[0] if unreviewed else 0 if self.items else None

    def index_of(self, key: str) -> int | None:
        """The place of the statement that goes by a key."""
        return next((i for i, item in enumerate(self.items) if item.key == key), None)

    def following(self, index: int) -> tuple[str, ...]:
        """The keys of the statements after one, nearest first."""
        return tuple(item.key for item in self.items[index + 1 :])

    def take(self, found: Found, matched: Matched, sidecar: Sidecar | None) -> None:
        """Take over what was found in the article and in its sidecar."""
        self.found = found
        self.items, self.orphans = matched.items, matched.orphans
        self.sidecar = sidecar

    def put(self, sidecar: Sidecar, item: Item) -> None:
        """Take over a sidecar in which one statement's judgement is another."""
        self.sidecar = sidecar
        judgement = sidecar.judgements.get(item.key)
        new = replace(item, judgement=judgement)
        self.items = tuple(new if one.key == item.key else one for one in self.items)
