"""Reviewing in tests: a Review whose edits are recorded, or on disk when the call returns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.corpus import open_corpus
from reader.review import Item, Reading, Review
from reader.storage import AnyStore


class Recorded:
    """Records edits and saves none."""

    def __init__(self) -> None:
        self.edits: list[tuple[AnyStore, Any]] = []

    def submit(self, store: AnyStore, edit: Any) -> None:
        """Record an edit."""
        self.edits.append((store, edit))

    def unsaved(self, store: AnyStore) -> tuple[Any, ...]:
        """All edits of a store: none is ever saved."""
        return tuple(edit for owner, edit in self.edits if owner == store)


class OnDisk:
    """Saves each edit before the call returns."""

    def submit(self, store: AnyStore, edit: Any) -> None:
        """Save an edit, which must fit."""
        saved = store.save([edit])
        assert saved.refused == ()

    def unsaved(self, store: AnyStore) -> tuple[Any, ...]:
        """Nothing waits."""
        return ()


def review_of(folder: Path, reviewer: str = "alice", saves: Recorded | None = None) -> Review:
    """Open a folder for review; edits are on disk at once unless they are to be recorded."""
    return Review(open_corpus([folder]), reviewer, saves or OnDisk())


def study(review: Review, place: int = 0) -> Reading:
    """Read the article at a place of the corpus and find its statements."""
    reading = review.articles.read(review.corpus.files[place])
    if not reading.studied:
        assert reading.take(review.articles.study(reading))
    return reading


def verdicts(reading: Reading) -> list[str]:
    """The verdicts in text order, `-` for a statement not reviewed."""
    return [str(item.verdict or "-") for item in reading.items]


def told(item: Item) -> tuple[object, ...]:
    """What a reviewer sees of an item."""
    judgement = item.judgement
    note = judgement.note if judgement else ""
    evidence = judgement.evidence if judgement else ()
    return item.key, item.verdict, note, evidence, item.state


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder with what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
