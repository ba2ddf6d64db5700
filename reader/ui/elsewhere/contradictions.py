"""The contradictions of one story as a list with a cursor; it knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.review import Item, Reading
    from reader.review.pairs import End, Linked, Pair
    from reader.survey.plain import KnownStory, Opposed, Place

MOVES = frozenset(
    {
        "contradictions",
        "next-statement",
        "previous-statement",
        "line-down",
        "line-up",
        "page-down",
        "page-up",
        "top",
        "bottom",
    }
)
"""The actions that move about in the list, or close it: they need no article to be there."""


class Contradictions:
    """What is listed, and where the cursor is."""

    def __init__(self) -> None:
        self.reading_of: Callable[[str], Reading | None] = lambda _: None
        """Gives the article of a name where it is open and its statements are found."""
        self.is_open = False
        self.answering = False
        """An answer is on its way to the sidecar: the next key waits."""
        self.article = ""
        """Whose story it is, by its name."""
        self.story: KnownStory | None = None
        self.pairs: tuple[Pair, ...] = ()
        self.is_known = False
        self.at = 0
        self._suggested: Sequence[Opposed] = ()

    @property
    def pair(self) -> Pair | None:
        """The pair under the cursor."""
        return self.pairs[self.at] if self.pairs else None

    @property
    def linked(self) -> int:
        """How many are linked by the reviewer; they come first."""
        return sum(one.linked is not None for one in self.pairs)

    def begin(self, article: str) -> None:
        """Open the list of an article's story; what it holds is still asked for."""
        if self.story is None or article not in self.story.articles:
            self.story, self.pairs, self.at = None, (), 0
            self._suggested = ()
        self.article, self.is_open, self.is_known = article, True, False

    def take(self, suggested: Sequence[Opposed], here: Sequence[End]) -> None:
        """List what is suggested, and the links; the cursor goes to what is suggested of `here`.

        Else it stays on its pair, or goes on to the next where that was answered meanwhile.
        """
        self._suggested, self.is_known = suggested, True
        before, at = self.pair, self.at
        self._list_anew()
        if before is not None:
            self.at = min(at, max(0, len(self.pairs) - 1))
            self.put_on(before)
            if before.linked is None and self.pair is not None and self.pair.linked is not None:
                self.at = min(at + 1, len(self.pairs) - 1)
        for place, one in enumerate(self.pairs):
            if one.linked is None and not one.ends.isdisjoint(here):
                self.at = place
                return

    def renew(self) -> None:
        """List what holds by now: the cursor goes to what came back, else stays on its pair."""
        if not self.is_known:
            return
        before, here, at = {one.ends: one for one in self.pairs}, self.pair, self.at
        self._list_anew()
        self.at = max(0, min(at, len(self.pairs) - 1))
        self.put_on(here)
        for place, one in enumerate(self.pairs):
            if one.ends not in before or before[one.ends].relation is not one.relation:
                self.at = place
                return

    def _list_anew(self) -> None:
        from reader.review.pairs import pairs

        self.pairs = tuple(pairs(self._suggested, self._links(), self._place_of))

    def move(self, rows: int) -> bool:
        """Move the cursor; False where it stays."""
        before = self.at
        self.at = max(0, min(self.at + rows, len(self.pairs) - 1))
        return self.at != before

    def put_on(self, pair: Pair | None) -> None:
        """Put the cursor on a pair, if it is listed still."""
        for at, one in enumerate(self.pairs):
            if pair is not None and one.ends == pair.ends:
                self.at = at

    @property
    def following(self) -> Pair | None:
        """The pair after the one under the cursor."""
        return self.pairs[self.at + 1] if self.at + 1 < len(self.pairs) else None

    @property
    def linked_articles(self) -> list[str]:
        """The articles that links of the story lead to, by name."""
        return list(dict.fromkeys(link.other[0] for link in self._links()))

    def _links(self) -> list[Linked]:
        from reader.review.pairs import links_of

        found: list[Linked] = []
        for name in self.story.articles if self.story else ():
            reading = self.reading_of(name)
            judged = (item.judgement for item in reading.items) if reading else ()
            found += links_of(name, [one for one in judged if one is not None])
        return found

    def _place_of(self, end: End) -> Place | None:
        name, key = end
        reading = self.reading_of(name)
        items = reading.items if reading else ()
        item = next((one for one in items if one.key == key), None)
        return place_of(reading, item) if reading and item else None


def place_of(reading: Reading, item: Item) -> Place:
    """What a row says of a statement of an open article."""
    from reader.survey.plain import Place  # Not before the first paint.

    statement = item.statement
    return Place(
        article=reading.file.name,
        digest=reading.article.digest,
        outlet=reading.article.outlet,
        key=item.key,
        content=statement.content,
        source=statement.source,
        speaker=statement.speaker,
        sure=statement.speaker_sure,
        quote=item.anchor.quote,
    )
