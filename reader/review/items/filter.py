"""Which statements a reviewer wants to step through."""

from __future__ import annotations

from enum import StrEnum

from reader.anchoring import State
from reader.judgement import Verdict
from reader.review.items.item import Item


class Filter(StrEnum):
    """All statements, or those with one thing in common."""

    ALL = "all"
    UNREVIEWED = "unreviewed"
    SOURCED = "sourced"
    UNSOURCED = "unsourced"
    DISPUTED = "disputed"
    NOT_A_STATEMENT = "not-a-statement"
    CHANGED = "changed"

    def admits(self, item: Item) -> bool:
        """Tell whether a statement is one of those wanted."""
        match self:
            case Filter.ALL:
                return True
            case Filter.UNREVIEWED:
                return item.verdict is None
            case Filter.CHANGED:
                return item.state is State.CHANGED
            case _:
                return item.verdict is Verdict(self.value)
