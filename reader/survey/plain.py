"""What a survey finds as plain data, to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.likeness.comparison import compare
from reader.span import Span
from reader.survey.article import SurveyedArticle, SurveyedStatement
from reader.survey.survey import TOLD_ALIKE, Contradiction, Counterpart, Told

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A statement of the corpus: where it stands, and what a row about it shows.

    `content` and `source` are spans of the article's text as it was surveyed, whose digest is
    `digest`.
    """

    article: str
    digest: str
    outlet: str
    key: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str
    sure: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement that is like another one, and whether the two seem opposed.

    `alike` and `differs` are stretches of its quote: words of both, and what the other has not.
    """

    place: Place
    likeness: float
    opposed: bool
    alike: tuple[Span, ...] = ()
    differs: tuple[Span, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it is so much alike that it likely tells the same."""
        return self.likeness >= TOLD_ALIKE and not self.opposed


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """What others tell of a claim: against it, how strongly so; how many on its own origin."""

    against: tuple[Elsewhere, ...]
    strength: float
    mentions: int


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements that may contradict each other, and why: names of differences.

    `one_differs` and `other_differs` are the stretches of their quotes that differ.
    """

    one: Place
    other: Place
    why: tuple[str, ...]
    one_differs: tuple[Span, ...] = ()
    other_differs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story's label ("" for one article alone) and its articles' names in the corpus' order."""

    label: str
    articles: tuple[str, ...]


def plain_place(article: SurveyedArticle, statement: SurveyedStatement) -> Plain:
    """Make plain data of a statement."""
    found = statement.statement
    return {
        "article": article.name,
        "digest": article.digest,
        "outlet": article.outlet,
        "key": statement.key,
        "content": found.content,
        "source": found.source,
        "speaker": found.speaker,
        "sure": found.speaker_sure,
        "quote": statement.quote,
    }


def plain_counterpart(one: Counterpart, quote: str) -> Plain:
    """Make plain data of a counterpart of the statement that has a quote."""
    compared = compare(one.statement.quote, quote)
    return {
        "place": plain_place(one.article, one.statement),
        "likeness": one.likeness,
        "opposed": one.opposed,
        "alike": compared.alike,
        "differs": compared.differs,
    }


def plain_contradiction(one: Contradiction) -> Plain:
    """Make plain data of a suggested contradiction."""
    why = [difference.value for difference in one.differences]
    mine, theirs = one.one[1].quote, one.other[1].quote
    return {
        "one": plain_place(*one.one),
        "other": plain_place(*one.other),
        "why": why,
        "one_differs": compare(mine, theirs).differs,
        "other_differs": compare(theirs, mine).differs,
    }


def place_from(plain: Plain) -> Place:
    """Make a place of plain data again."""
    return Place(
        article=plain["article"],
        digest=plain["digest"],
        outlet=plain["outlet"],
        key=plain["key"],
        content=_spans(plain["content"]),
        source=_spans(plain["source"]),
        speaker=plain["speaker"],
        sure=plain["sure"],
        quote=plain["quote"],
    )


def places_from(rows: Sequence[Plain | None]) -> list[Place | None]:
    """Make places of plain data again."""
    return [place_from(row) if row else None for row in rows]


def elsewhere_from(rows: Sequence[Plain]) -> list[Elsewhere]:
    """Make counterparts of plain data again."""
    return [
        Elsewhere(
            place=place_from(row["place"]),
            likeness=row["likeness"],
            opposed=row["opposed"],
            alike=_spans(row["alike"]),
            differs=_spans(row["differs"]),
        )
        for row in rows
    ]


def opposed_from(rows: Sequence[Plain]) -> list[Opposed]:
    """Make contradictions of plain data again."""
    return [
        Opposed(
            one=place_from(row["one"]),
            other=place_from(row["other"]),
            why=tuple(row["why"]),
            one_differs=_spans(row["one_differs"]),
            other_differs=_spans(row["other_differs"]),
        )
        for row in rows
    ]


def plain_told(statement: SurveyedStatement, told: Told) -> Plain:
    """Make plain data of what is known of a statement that others tell too."""
    return {
        "content": statement.statement.content,
        "against": [plain_counterpart(one, statement.quote) for one in told.against],
        "strength": told.strength,
        "mentions": told.mentions,
    }


def told_from(rows: Sequence[Plain]) -> dict[tuple[Span, ...], ToldElsewhere]:
    """Make what is told elsewhere of plain data again, by content."""
    return {
        _spans(row["content"]): ToldElsewhere(
            tuple(elsewhere_from(row["against"])), row["strength"], row["mentions"]
        )
        for row in rows
    }


def stories_from(rows: Sequence[Plain]) -> list[KnownStory]:
    """Make stories of plain data again."""
    return [KnownStory(row["label"], tuple(row["articles"])) for row in rows]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
