"""Commands carried out, taken back and carried out again, across the articles in review."""

from __future__ import annotations

from dataclasses import dataclass

from reader.review.articles import Reading, Saves
from reader.review.items import Findings, Item
from reader.sidecar import Edit, RefusedError, SidecarError, Undo, apply


class CannotJudge(Exception):  # noqa: N818 - reads as what it says
    """A change that cannot be made; the message is one sentence for the reviewer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One command carried out: on which statement, in words, and what takes it back.

    `item` is the statement before the command, among those `findings` then.
    """

    reading: Reading
    findings: Findings
    item: Item
    words: str
    undo: Undo

    @property
    def key(self) -> str:
        """The statement's key."""
        return self.item.key


class History:
    """What was done in this run, and what was undone of it."""

    def __init__(self, saves: Saves) -> None:
        self._saves = saves
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def carry_out(self, reading: Reading, before: Item, item: Item, edit: Edit, words: str) -> None:
        """Change what is known of a statement, `item` from now on; raises CannotJudge."""
        findings = reading.now.findings
        assert findings is not None
        undo = self._applied(reading, findings, item, edit)
        if undo is not None:
            self._done.append(Step(reading, findings, before, words, undo))
            self._undone.clear()

    def undo(self) -> Step | None:
        """Take back the last command, in whichever article; None where there is none."""
        return self._travel(self._done, self._undone)

    def redo(self) -> Step | None:
        """Carry out again what was undone last; None where there is nothing."""
        return self._travel(self._undone, self._done)

    def of(self, reading: Reading, key: str) -> list[str]:
        """What was done to a statement, oldest first, in words."""
        return [step.words for step in self._done if step.reading is reading and step.key == key]

    def _travel(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source[-1]
        reading, findings, now = step.reading, step.findings, step.item
        index = reading.index_of(step.key)
        if index is not None and reading.now.findings is not None:
            findings, now = reading.now.findings, reading.items[index]
        try:
            undo = self._applied(reading, step.findings, step.item, step.undo)
        except CannotJudge as refusal:
            if isinstance(refusal.__cause__, RefusedError):
                source.pop()  # said why; the steps before it can still be taken
            raise
        source.pop()
        if undo is not None:
            target.append(Step(reading, findings, now, step.words, undo))
        return step

    def _applied(
        self, reading: Reading, findings: Findings, item: Item, edit: Edit | Undo
    ) -> Undo | None:
        """Make a change here and send it to be saved; None where it changed nothing."""
        if reading.now.problem or reading.now.sidecar is None:
            raise CannotJudge(
                reading.now.problem or "The article is still being searched for statements."
            )
        try:
            sidecar, undo = apply(reading.now.sidecar, edit)
        except SidecarError as error:
            raise CannotJudge(str(error)) from error
        if sidecar.raw == reading.now.sidecar.raw:
            return None
        # In this order: whoever studies the article in between misses neither.
        self._saves.submit(reading.store, edit)
        reading.put(sidecar, item, findings)
        return undo
