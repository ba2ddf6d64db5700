"""What the card tells of other articles: the same claim there, and what it was linked to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.ui.elsewhere.ends import UNKNOWN_ENDS, Ends

if TYPE_CHECKING:
    from reader.judgement import Verdict
    from reader.review import Item, Reading
    from reader.span import Span
    from reader.survey.plain import Elsewhere
    from reader.ui.elsewhere.other_articles import OtherArticles
    from reader.ui.elsewhere.tellings import Tellings
    from reader.ui.elsewhere.twins import Twins


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A telling elsewhere with one's own verdict on it.

    `judged` is False while that is not known; `keys` bring it beside the statement in focus, or
    say that it is there.
    """

    elsewhere: Elsewhere
    verdict: Verdict | None
    judged: bool
    keys: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known by now; `unknown` says what is not."""

    counterparts: tuple[Counterpart, ...] = ()
    ends: Ends = UNKNOWN_ENDS
    unknown: str = ""

    def opposes(self, content: tuple[Span, ...]) -> bool:
        """Whether the counterpart with some content seems to contradict the one in focus."""
        found = (one.elsewhere for one in self.counterparts)
        return any(one.opposed and one.place.content == content for one in found)


NOTHING = Around()
_SHOWN = 5
"""Counterparts: more have no room on the card."""
_MOST_PRESSES = 3
_BESIDE = "beside"
"""What stands in the place of the keys where the counterpart is there already."""


@dataclass(frozen=True, slots=True)
class View:
    """Gathers what is around a statement.

    `twin` stands beside it; `key` is the one that brings counterparts, "" if there is none.
    """

    tellings: Tellings | None
    others: OtherArticles
    twins: Twins
    twin: tuple[Reading, int] | None
    key: str

    def around(self, reading: Reading, item: Item) -> Around:
        """What is known by now; the rest is asked for."""
        ends = self.others.ends(reading, item)
        if self.tellings is None:
            return Around(ends=ends)
        found = self.tellings.elsewhere(reading, item)
        if found is None:
            return Around(ends=ends, unknown=self.tellings.state)
        counterparts = []
        for at, one in enumerate(found[:_SHOWN]):
            verdict, judged = self.others.verdict(one.place)
            turns = self.twins.turns_to(at, reading, item, len(found))
            keys = " ".join([self.key] * turns) if turns <= _MOST_PRESSES else ""
            if self._is_twin(one):
                keys = _BESIDE
            counterparts.append(Counterpart(one, verdict, judged, keys))
        return Around(tuple(counterparts), ends)

    def _is_twin(self, one: Elsewhere) -> bool:
        if self.twin is None:
            return False
        reading, place = self.twin
        content = reading.items[place].statement.content
        return (one.place.article, one.place.content) == (reading.file.name, content)
