"""Which articles are open: each is read once, studied, and studied anew when its files changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from reader.article import Article
from reader.corpus import ArticleError, ArticleFile, Corpus
from reader.files import UnreadableError, read_regular
from reader.finding import Finder
from reader.review.articles.reading import Reading
from reader.review.articles.study import Seen, Study
from reader.review.items import find, match
from reader.sidecar import Edit, Sidecar, SidecarError, Undo, apply, store_for
from reader.storage import AnyStore


class Saves(Protocol):
    """Whoever brings edits to the disk, without keeping the caller waiting."""

    def submit(self, store: AnyStore, edit: Any) -> None:
        """Have an edit saved."""

    def unsaved(self, store: AnyStore) -> tuple[Any, ...]:
        """The edits of a store that are not on disk yet, in their order."""


class OpenArticles:
    """Opens a corpus' articles for one reviewer; `reviews`, if set, is where the sidecars are."""

    def __init__(
        self, corpus: Corpus, reviewer: str, saves: Saves, reviews: Path | None, finder: Finder
    ) -> None:
        self._corpus = corpus
        self._reviewer = reviewer
        self._saves = saves
        self._finder = finder
        self._reviews = reviews
        self._lasting = None if reviews is None else _existing(reviews)
        self._readings: dict[str, Reading] = {}

    @property
    def all(self) -> tuple[Reading, ...]:
        """Every article opened so far, in the order of opening."""
        return tuple(self._readings.values())

    def read(self, file: ArticleFile) -> Reading:
        """Open an article, its text alone; raises ArticleError where it cannot be read."""
        known = self._readings.get(file.name)
        if known is not None:
            return known
        return self.open(file, file.read())

    def find(self, file: ArticleFile) -> Reading | None:
        """An article that is open already."""
        return self._readings.get(file.name)

    def studied(self, name: str) -> Reading | None:
        """The article of a name in the corpus, where its statements have been looked for."""
        reading = self._readings.get(name)
        return reading if reading is not None and reading.studied else None

    def open(self, file: ArticleFile, article: Article) -> Reading:
        """Take in an article that has been read already."""
        store = store_for(
            self._corpus.root, file.name, self._reviewer, self._reviews, self._lasting
        )
        return self._readings.setdefault(file.name, Reading(file, article, store))

    def study(self, reading: Reading) -> Study:
        """Find an article's statements and the judgements made of them; slow, never raises.

        What it finds counts once the reading takes it.
        """
        seen = reading.look()
        if not _is_on_disk(reading.article):
            seen = replace(seen, article=None)  # changed since it was read: look again soon
        return self._study(reading, reading.article, seen)

    def look_again(self, reading: Reading) -> Study | None:
        """Study anew if article or sidecar changed on disk, else None; slow, never raises.

        An article that cannot be read any more stays as it was, and so do the judgements where
        their file cannot be read.
        """
        if not reading.studied:
            return None
        seen = reading.look()
        if seen == reading.now.seen:
            return None
        absence = ""
        try:
            article = reading.file.read()
        except ArticleError as error:
            absence = f"{error} What you see was read before."
        if absence or article.digest == reading.article.digest:
            article = reading.article
        return self._study(reading, article, seen, absence)

    def _study(self, reading: Reading, article: Article, seen: Seen, absence: str = "") -> Study:
        # First what the reading has, then what waits to be saved, then what is on disk: an edit
        # that comes in between is in one of them, or makes the study out of date.
        base = reading.now
        unsaved = self._saves.unsaved(reading.store)
        findings = base.findings
        if findings is None or findings.text != article.text:
            findings = find(article.text, self._finder.statements(article))
        problem, sidecar = "", base.sidecar
        try:
            sidecar = _with(reading.store.load(), unsaved)
        except SidecarError as error:
            problem = str(error)
        found = replace(
            base,
            article=article,
            findings=findings,
            problem=problem,
            obstacle=seen.obstacle,
            notice=_notice(sidecar) if sidecar and not problem else "",
            absence=absence,
            seen=seen,
        )
        if findings is base.findings and base.sidecar and _bytes(sidecar) == _bytes(base.sidecar):
            return Study(base, found)
        matched = match(findings, sidecar.judgements if sidecar else {})
        judged = replace(found, items=matched.items, orphans=matched.orphans, sidecar=sidecar)
        return Study(base, judged)

    def adopt(self, reading: Reading, sidecar: Sidecar) -> None:
        """Take over what a save left in a sidecar's file, others' changes to it included."""
        if reading.now.sidecar is None:
            return
        if sidecar.raw != reading.now.sidecar.raw:
            reading.judge_by(sidecar)
        reading.replace_with(replace(reading.now, problem="", obstacle="", seen=None))

    def reading_of(self, store: AnyStore) -> Reading | None:
        """The open article whose judgements a store holds."""
        return next((one for one in self._readings.values() if one.store == store), None)


def _with(sidecar: Sidecar, edits: Sequence[Edit | Undo]) -> Sidecar:
    """The sidecar with edits that are still to be saved; one that no longer fits is told then."""
    for edit in edits:
        with suppress(SidecarError):
            sidecar, _ = apply(sidecar, edit)
    return sidecar


def _notice(sidecar: Sidecar) -> str:
    return "  ".join(filter(None, (sidecar.notice, sidecar.unknown)))


def _existing(folder: Path) -> Path:
    """The nearest folder at or above one that is there."""
    return next(one for one in (folder, *folder.parents) if one.is_dir())


def _bytes(sidecar: Sidecar | None) -> bytes | None:
    return None if sidecar is None else sidecar.raw


def _is_on_disk(article: Article) -> bool:
    try:
        raw = read_regular(article.path)
    except UnreadableError:
        return False
    return hashlib.sha256(raw).hexdigest() == article.digest
