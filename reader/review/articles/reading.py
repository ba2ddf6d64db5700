"""An article that is open: its text at once, its statements and judgements once it is studied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.article import Article
from reader.corpus import ArticleFile
from reader.judgement import Judgement
from reader.review.articles.study import Seen, Snapshot, Study
from reader.review.items import Filter, Findings, Item, Progress, in_text_order, match
from reader.sidecar import Sidecar, Store


class Reading:
    """One article in review; shared by every pane that shows it.

    All that changes while it is open is one `Snapshot`, and changes as one.
    """

    def __init__(self, file: ArticleFile, article: Article, store: Store) -> None:
        self.file = file
        self.store = store
        self.now = Snapshot(article)
        self._told = ""
        self._counted: tuple[tuple[Item, ...], Progress] = ((), Progress.of(()))

    def replace_with(self, snapshot: Snapshot) -> None:
        """Hold something else from now on; studies begun before are out of date."""
        self.now = snapshot

    @property
    def article(self) -> Article:
        """The text as it was read last."""
        return self.now.article

    @property
    def items(self) -> tuple[Item, ...]:
        """The statements with their judgements, in text order."""
        return self.now.items

    @property
    def studied(self) -> bool:
        """True once the statements have been looked for."""
        return self.now.findings is not None

    @property
    def progress(self) -> Progress:
        """How many statements are judged, and how; counted once for each change."""
        items, progress = self._counted
        if items is not self.items:
            progress = Progress.of(item.verdict for item in self.items)
            self._counted = self.items, progress
        return progress

    def unreviewed(self) -> list[int]:
        """The statements without a verdict, in text order."""
        return self.admitted(Filter.UNREVIEWED)

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

    def admitted(self, wanted: Filter) -> list[int]:
        """The statements that a filter lets through, in text order."""
        return [index for index, item in enumerate(self.items) if wanted.admits(item)]

    def changed(self) -> list[int]:
        """The judged statements that need the reviewer's eye, in text order."""
        return self.admitted(Filter.CHANGED)

    def untold(self) -> str:
        """The notice where it was not told yet, empty from then on."""
        notice = self.now.notice if self.now.notice != self._told else ""
        self._told = self.now.notice
        return notice

    def look(self) -> Seen:
        """What article and sidecar look like now."""
        try:
            status = self.article.path.stat()
        except OSError:
            article = None
        else:
            article = (status.st_ino, status.st_mtime_ns, status.st_size)
        return Seen(article, self.store.stamp(), self.store.obstacle())

    def take(self, study: Study) -> bool:
        """Take over a study; False, and nothing changed, where it is out of date."""
        if study.base is not self.now:
            return False
        self.replace_with(study.found)
        return True

    def put(self, sidecar: Sidecar, item: Item, findings: Findings) -> None:
        """Take over a sidecar in which one statement's judgement is another.

        `findings` is what the item was found with: where the article was read again since, the same
        place may hold other words.
        """
        known = any(one.key == item.key and one.statement == item.statement for one in self.items)
        if known and findings is self.now.findings:
            items = in_text_order(self._items_with(item, sidecar.judgements.get(item.key)))
            self.replace_with(replace(self.now, items=items, sidecar=sidecar, seen=None))
        else:
            self.judge_by(sidecar)

    def judge_by(self, sidecar: Sidecar) -> None:
        """Take over another sidecar of the same article."""
        assert self.now.findings is not None
        matched = match(self.now.findings, sidecar.judgements)
        self.replace_with(
            replace(
                self.now,
                items=matched.items,
                orphans=matched.orphans,
                sidecar=sidecar,
                seen=None,
            )
        )

    def _items_with(self, item: Item, judgement: Judgement | None) -> Iterator[Item]:
        """All items, one of them with another judgement; words only pinned go with theirs."""
        assert self.now.findings is not None
        for one in self.items:
            if one.statement != item.statement:
                yield one
        if judgement is not None:
            yield replace(item, judgement=judgement)
        else:
            yield from (bare for bare in self.now.findings.bare if bare.statement == item.statement)
