"""Which counterpart comes next, where jumps began, and whether the panes move together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.judgement import Link
    from reader.review import Item, Reading

    Telling = tuple[Reading, str]
    """A statement, by its article and key."""

_JUMPS = 50


class Twins:
    """The reviewer's way between tellings."""

    def __init__(self) -> None:
        self.locked = False
        self.waiting = False
        """The panes move together, and where to is not known yet."""
        self.wish: Telling | None = None
        """The statement whose counterpart is to come beside it as soon as it is known."""
        self._asked: tuple[str, str] | None = None
        self._twins: tuple[Telling, Telling] | None = None
        self._fresh: tuple[Telling, Link, Telling | None] | None = None
        self._turn = -1
        self._jumps: list[tuple[Reading, str]] = []

    def turn(self, reading: Reading, item: Item, count: int) -> int:
        """Which of `count` counterparts to show now: the first, and on each repetition the next."""
        asked = reading.file.name, item.key
        self._turn = (self._turn + 1) % count if asked == self._asked else 0
        self._asked = asked
        return self._turn

    def turns_to(self, place: int, reading: Reading, item: Item, count: int) -> int:
        """How often to turn until a counterpart is shown, by its place; 0 where it was the last."""
        if self._asked != (reading.file.name, item.key):
            return place + 1
        return (place - self._turn) % count

    def pair(self, one: Telling, other: Telling) -> None:
        """Two statements stand level: what is said of the one can name the other."""
        self._twins = one, other

    def other(self, here: Telling) -> Telling | None:
        """The statement that was brought level with one, whichever way."""
        if self._twins is None or here not in self._twins:
            return None
        one, other = self._twins
        return other if one == here else one

    def link_made(self, telling: Telling, link: Link, focus: Telling | None) -> None:
        """A statement was linked; `focus` is where the reviewer is after that."""
        self._fresh = telling, link, focus

    def moved(self, focus: Telling | None) -> None:
        """The reviewer is at a statement now: elsewhere than just after a link was made?"""
        if self._fresh is not None and self._fresh[2] != focus:
            self._fresh = None
        if self.wish != focus:
            self.wish = None

    @property
    def fresh_link(self) -> tuple[Telling, Link] | None:
        """The link just made and its statement, while the reviewer has not moved since."""
        return None if self._fresh is None else self._fresh[:2]

    def remember(self, reading: Reading, key: str) -> None:
        """A jump begins at a statement; the same one twice is one place to go back to."""
        if not self._jumps or self._jumps[-1] != (reading, key):
            self._jumps = [*self._jumps[-_JUMPS:], (reading, key)]

    def last_jump(self) -> tuple[Reading, str] | None:
        """Where the last jump began; each place is given once."""
        return self._jumps.pop() if self._jumps else None
