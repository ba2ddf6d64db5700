"""Contradictions to look at: those a reviewer linked, then what is suggested and not dismissed."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.judgement import OPPOSING, Judgement, Link, Relation
from reader.likeness.comparison import compare
from reader.span import Span
from reader.survey.plain import Opposed, Place

End = tuple[str, str]
"""A statement: its article's name in the corpus, and its key."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of a judgement, with both its ends."""

    one: End
    other: End
    judgement: Judgement
    link: Link


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that contradict each other, or may.

    `linked` is the reviewer's link from the one to the other, None for a suggestion; `why` names
    the differences it is suggested for. `one_differs` and `other_differs` are the stretches of the
    quotes that differ.
    """

    one: Place
    other: Place
    linked: Linked | None
    why: tuple[str, ...]
    one_differs: tuple[Span, ...]
    other_differs: tuple[Span, ...]

    @property
    def relation(self) -> Relation | None:
        """What the reviewer says that the two have to do with each other."""
        return self.linked.link.relation if self.linked else None

    @property
    def note(self) -> str:
        """The reviewer's words on the link's scope."""
        return self.linked.link.note if self.linked else ""

    @property
    def turned(self) -> Pair:
        """The same two the other way round."""
        return replace(
            self,
            one=self.other,
            other=self.one,
            one_differs=self.other_differs,
            other_differs=self.one_differs,
        )

    @property
    def ends(self) -> frozenset[End]:
        """Which two statements they are."""
        return frozenset({end_of(self.one), end_of(self.other)})


def end_of(place: Place) -> End:
    """Name a place's statement."""
    return place.article, place.key


def links_of(article: str, judgements: Iterable[Judgement]) -> list[Linked]:
    """List the links of an article's judgements; `article` is its name in the corpus."""
    folder = posixpath.dirname(article)
    return [
        Linked(
            (article, judgement.key),
            (posixpath.normpath(posixpath.join(folder, link.file)), link.key),
            judgement,
            link,
        )
        for judgement in judgements
        for link in judgement.links
    ]


def pairs(
    suggested: Sequence[Opposed], links: Sequence[Linked], place_of: Callable[[End], Place | None]
) -> list[Pair]:
    """List contradictions, linked ones first, then the suggestions that no link answers.

    `place_of` gives what is known of a statement; where that is nothing the link's words stand in.
    """
    why = {frozenset({end_of(one.one), end_of(one.other)}): one for one in suggested}
    linked: dict[frozenset[End], Pair] = {}
    answered: set[frozenset[End]] = set()
    for one in links:
        ends = frozenset({one.one, one.other})
        answered.add(ends)
        if one.link.relation in OPPOSING and ends not in linked:
            linked[ends] = _linked(one, place_of, why.get(ends))
    return [
        *linked.values(),
        *(
            Pair(one.one, one.other, None, one.why, one.one_differs, one.other_differs)
            for ends, one in why.items()
            if ends not in answered
        ),
    ]


def _linked(
    one: Linked, place_of: Callable[[End], Place | None], suggested: Opposed | None
) -> Pair:
    judgement, link = one.judgement, one.link
    mine = place_of(one.one) or _bare(one.one, judgement.anchor.quote, judgement.speaker)
    theirs = place_of(one.other) or _bare(one.other, link.quote, "")
    return Pair(
        mine,
        theirs,
        one,
        suggested.why if suggested else (),
        compare(mine.quote, theirs.quote).differs,
        compare(theirs.quote, mine.quote).differs,
    )


def _bare(end: End, quote: str, speaker: str) -> Place:
    """A statement of which a sidecar's words alone are known."""
    article, key = end
    outlet = posixpath.basename(article)
    return Place(article, "", outlet, key, (), (), speaker, bool(speaker), quote)
