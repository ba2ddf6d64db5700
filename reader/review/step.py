"""A command that was carried out, as undo and redo know it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.review.item import Item
from reader.review.items import Findings
from reader.review.reading import Reading
from reader.sidecar import Undo


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
