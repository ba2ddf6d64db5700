"""One reviewer's window on a folder of articles, without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.corpus import open_corpus
from reader.judgement import Verdict
from reader.review import Reading, Review
from reader.storage import AnyStore

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
COURIER = "1-courier.txt"


class Disk:
    """Saves at once what is submitted, or holds it while the disk is away."""

    def __init__(self) -> None:
        self.away = False
        self.refused: list[str] = []
        self._held: dict[AnyStore, list[Any]] = {}

    def submit(self, store: AnyStore, edit: Any) -> None:
        self._held.setdefault(store, []).append(edit)
        if not self.away:
            self.back()

    def unsaved(self, store: AnyStore) -> tuple[Any, ...]:
        return tuple(self._held.get(store, ()))

    def back(self) -> None:
        self.away = False
        for store, edits in self._held.items():
            self.refused += [reason for _, reason in store.save(edits).refused]
        self._held.clear()


class Window:
    """What one reviewer has open."""

    def __init__(self, folder: Path, reviewer: str = "alice", reviews: Path | None = None) -> None:
        self.disk = Disk()
        self.review = Review(open_corpus([folder]), reviewer, self.disk, reviews)
        self.folder = folder

    def read(self, name: str = COURIER) -> Reading:
        entry = next(one for one in self.review.corpus.files if one.name == name)
        reading = self.review.articles.read(entry)
        if not reading.studied:
            assert reading.take(self.review.articles.study(reading))
        return reading

    def look(self, reading: Reading) -> bool:
        study = self.review.articles.look_again(reading)
        return study is not None and reading.take(study)


def sidecar(folder: Path, name: str = COURIER, reviewer: str = "alice") -> Path:
    return folder / f"{name}.review.{reviewer}.yaml"


def edit(folder: Path, old: str, new: str, name: str = COURIER) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def judge_first(folder: Path, verdict: Verdict = S) -> bytes:
    """Have the first statement judged in a run of its own; gives the sidecar's bytes."""
    earlier = Window(folder)
    earlier.review.judge(earlier.read(), 0, verdict)
    return sidecar(folder).read_bytes()
