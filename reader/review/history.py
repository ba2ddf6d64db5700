"""Commands carried out, taken back and carried out again, across the articles in review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from reader.review.articles import Reading, Saves
from reader.review.items import Findings, Item
from reader.sidecar import Edit, RefusedError, SidecarError, Undo, apply


class CannotJudge(Exception):  # noqa: N818 - reads as what it says
    """A change that cannot be made; the message is one sentence for the reviewer."""


class Changeable(Protocol):
    """What is changed besides statements, and keeps what it holds itself."""

    def applied(self, change: Any) -> Any | None:
        """Make a change; gives what takes it back, None where it changed nothing. CannotJudge."""


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
    def done(self) -> str:
        """What was done, without what was there before."""
        return self.words.rpartition(" → ")[2]

    @property
    def key(self) -> str:
        """The statement's key."""
        return self.item.key


@dataclass(frozen=True, slots=True)
class OtherStep:
    """One command on what is no statement: on what, in words, and what takes it back."""

    on: Changeable
    words: str
    undo: Any


AnyStep = Step | OtherStep


class History:
    """What was done in this run, and what was undone of it."""

    def __init__(self, saves: Saves) -> None:
        self._saves = saves
        self._done: list[AnyStep] = []
        self._undone: list[AnyStep] = []

    def carry_out(self, reading: Reading, before: Item, item: Item, edit: Edit, words: str) -> None:
        """Change what is known of a statement, `item` from now on; raises CannotJudge."""
        findings = reading.now.findings
        assert findings is not None
        undo = self._applied(reading, findings, item, edit)
        if undo is not None:
            self._add(Step(reading, findings, before, words, undo))

    def do(self, on: Changeable, change: Any, words: str) -> None:
        """Change something else; raises CannotJudge."""
        undo = on.applied(change)
        if undo is not None:
            self._add(OtherStep(on, words, undo))

    def undo(self) -> AnyStep | None:
        """Take back the last command, in whichever article; None where there is none."""
        return self._travel(self._done, self._undone)

    def redo(self) -> AnyStep | None:
        """Carry out again what was undone last; None where there is nothing."""
        return self._travel(self._undone, self._done)

    def comes_next(self, on: Changeable, *, again: bool = False) -> bool:
        """Whether undo (`again`: redo) would change this next."""
        steps = self._undone if again else self._done
        last = steps[-1] if steps else None
        return isinstance(last, OtherStep) and last.on is on

    def of(self, reading: Reading, key: str) -> list[str]:
        """What was done to a statement, oldest first, in words."""
        steps = (step for step in self._done if isinstance(step, Step))
        return [step.words for step in steps if step.reading is reading and step.key == key]

    def _add(self, step: AnyStep) -> None:
        self._done.append(step)
        self._undone.clear()

    def _travel(self, source: list[AnyStep], target: list[AnyStep]) -> AnyStep | None:
        if not source:
            return None
        step = source[-1]
        try:
            back = self._taken_back(step)
        except CannotJudge as refusal:
            if isinstance(refusal.__cause__, RefusedError):
                source.pop()  # said why; the steps before it can still be taken
            raise
        source.pop()
        if back is not None:
            target.append(back)
        return step

    def _taken_back(self, step: AnyStep) -> AnyStep | None:
        """Take a step back; gives the one that makes it again, None where nothing changed."""
        if isinstance(step, OtherStep):
            undo = step.on.applied(step.undo)
            return None if undo is None else replace(step, undo=undo)
        reading, findings, now = step.reading, step.findings, step.item
        index = reading.index_of(step.key)
        if index is not None and reading.now.findings is not None:
            findings, now = reading.now.findings, reading.items[index]
        undo = self._applied(reading, step.findings, step.item, step.undo)
        return None if undo is None else Step(reading, findings, now, step.words, undo)

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
