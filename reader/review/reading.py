"""An article that is open: its text at once, its statements and judgements once it is studied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.anchoring import reanchor
from reader.article import Article
from reader.corpus import ArticleFile
from reader.judgement import Judgement
from reader.review.filter import Filter
from reader.review.item import Item
from reader.review.items import Findings, Matched, in_text_order, match
from reader.review.progress import Progress
from reader.sidecar import Sidecar, Store


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells that an article's file or its sidecar is another by now, or can(not) be saved."""

    article: tuple[int, int, int] | None
    sidecar: tuple[int, int, int] | None
    obstacle: str


@dataclass(frozen=True, slots=True)
class Study:
    """What was found in an article and its sidecar, worked out beside the screen.

    `edition` is the reading's when the study began: if it has another by the time the study is
    done, a verdict or a save came in between and the study is out of date. `matched` is None where
    statements and judgements are what they were.
    """

    edition: int
    article: Article
    findings: Findings
    matched: Matched | None
    sidecar: Sidecar | None
    problem: str
    obstacle: str
    notice: str
    absence: str
    seen: Seen

    def places_of(self, items: Sequence[Item]) -> dict[str, int]:
        """Where some statements are in the article as it has become, by their keys; slow."""
        now = () if self.matched is None else self.matched.items
        places = {item.key: index for index, item in enumerate(now)}
        moved = [item for item in items if item.key not in places]
        anchors = [item.anchor for item in moved]
        placed = reanchor(self.article.text, [one.statement for one in now], anchors)
        for item, placement in zip(moved, placed, strict=True):
            if placement.statement is not None:
                places.setdefault(item.key, placement.statement)
        return places


class Reading:
    """One article in review; shared by every pane that shows it.

    `problem` is a sentence where the sidecar takes no verdicts, `obstacle` one where they could
    not be saved, `notice` one where it is only odd. `seen` is what article and sidecar looked like
    when they were read last, None where the reading has changed since.
    """

    def __init__(self, file: ArticleFile, article: Article, store: Store) -> None:
        self.file = file
        self.article = article
        self.store = store
        self.sidecar: Sidecar | None = None
        self.problem = ""
        self.obstacle = ""
        self.notice = ""
        self._told = ""
        self.absence = ""
        self.seen: Seen | None = None
        self.edition = 0
        self.findings: Findings | None = None
        self.items: tuple[Item, ...] = ()
        self._counted: tuple[tuple[Item, ...], Progress] = ((), Progress.of(()))
        self.orphans: tuple[Judgement, ...] = ()

    @property
    def studied(self) -> bool:
        """True once the statements have been looked for."""
        return self.findings is not None

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
        notice = self.notice if self.notice != self._told else ""
        self._told = self.notice
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
        if study.edition != self.edition:
            return False
        self.article, self.findings, self.seen = study.article, study.findings, study.seen
        self.problem, self.obstacle = study.problem, study.obstacle
        self.notice, self.absence = study.notice, study.absence
        if study.matched is not None:
            self.items, self.orphans = study.matched.items, study.matched.orphans
            self.sidecar = study.sidecar
        return True

    def renew_edition(self) -> None:
        """Note that what the reading holds is not what was seen on disk any more."""
        self.edition += 1
        self.seen = None

    def take_judgements(self, matched: Matched, sidecar: Sidecar) -> None:
        """Take over another sidecar of the same article."""
        self.items, self.orphans = matched.items, matched.orphans
        self.sidecar = sidecar

    def put(self, sidecar: Sidecar, item: Item, findings: Findings) -> None:
        """Take over a sidecar in which one statement's judgement is another.

        `findings` is what the item was found with: where the article was read again since, the same
        place may hold other words.
        """
        assert self.findings is not None
        self.renew_edition()
        self.sidecar = sidecar
        known = any(one.key == item.key and one.statement == item.statement for one in self.items)
        if known and findings is self.findings:
            judgement = sidecar.judgements.get(item.key)
            self.items = in_text_order(self._items_with(item, judgement))
        else:
            self.take_judgements(match(self.findings, sidecar.judgements), sidecar)

    def _items_with(self, item: Item, judgement: Judgement | None) -> Iterator[Item]:
        """All items, one of them with another judgement; words only pinned go with theirs."""
        assert self.findings is not None
        for one in self.items:
            if one.statement != item.statement:
                yield one
        if judgement is not None:
            yield replace(item, judgement=judgement)
        else:
            yield from (bare for bare in self.findings.bare if bare.statement == item.statement)
