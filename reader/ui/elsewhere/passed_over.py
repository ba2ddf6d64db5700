"""Statements that needed an eye and were left as they are: the others have their turn first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.review import Item, Need, Reading


class PassedOver:
    """Remembers, for this run, what was shown and left without a verdict."""

    def __init__(self) -> None:
        self._passed: set[tuple[str, str]] = set()
        self._shown: tuple[str, str] | None = None

    def leave(self, reading: Reading | None, item: Item | None) -> None:
        """The reviewer wants another: the one in focus has had its turn, if it was shown last."""
        if reading is not None and item is not None:
            here = reading.file.name, item.key
            if here == self._shown and item.verdict is None:
                self._passed.add(here)

    def choose(self, ranked: Sequence[Need]) -> Need | None:
        """The neediest that had no turn yet; once all had theirs they begin anew."""
        if not ranked:
            return None
        waiting = [need for need in ranked if (need.article, need.item.key) not in self._passed]
        if not waiting:
            self._passed.difference_update((need.article, need.item.key) for need in ranked)
        chosen = (waiting or ranked)[0]
        self._shown = chosen.article, chosen.item.key
        return chosen
