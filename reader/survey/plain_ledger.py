"""The ledger as plain data, to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.judgement import Verdict
from reader.speakers import Alias
from reader.survey.plain import Place, Plain, place_from


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker's row: names, how many statements, how many more at a guess, where, through whom.

    `verdicts` counts the statements judged, `opposed` those linked as contradicted.
    """

    known_as: tuple[Alias, ...]
    names: tuple[str, ...]
    statements: int
    guessed: int
    articles: int
    first_hand: int
    through: tuple[str, ...]
    verdicts: Mapping[Verdict, int]
    opposed: int


@dataclass(frozen=True, slots=True)
class KnownOrigin:
    """A mouth of a story: its name, how many statements rest on it, in how many outlets."""

    name: str
    statements: int
    outlets: int


@dataclass(frozen=True, slots=True)
class StoryOrigins:
    """How many statements a story has, and the origins they rest on."""

    label: str
    articles: tuple[str, ...]
    statements: int
    origins: tuple[KnownOrigin, ...]


@dataclass(frozen=True, slots=True)
class KnownLedger:
    """All stories and speakers of a corpus."""

    stories: tuple[StoryOrigins, ...]
    speakers: tuple[KnownSpeaker, ...]


@dataclass(frozen=True, slots=True)
class KnownSaid:
    """A statement of a speaker: under which name, through whom, and how it was judged."""

    place: Place
    known_as: Alias
    through: tuple[str, ...]
    verdict: Verdict | None


def ledger_from(rows: Sequence[Plain]) -> KnownLedger:
    """Make a ledger of plain data again."""
    if not rows:
        return KnownLedger((), ())
    (plain,) = rows
    return KnownLedger(
        tuple(
            StoryOrigins(
                one["label"],
                tuple(one["articles"]),
                one["statements"],
                tuple(
                    KnownOrigin(mouth["name"], mouth["statements"], mouth["outlets"])
                    for mouth in one["origins"]
                ),
            )
            for one in plain["stories"]
        ),
        tuple(_speaker_from(one) for one in plain["speakers"]),
    )


def said_from(rows: Sequence[Plain]) -> list[KnownSaid]:
    """Make a speaker's statements of plain data again."""
    return [
        KnownSaid(
            place_from(row["place"]),
            Alias(*row["known_as"]),
            tuple(row["through"]),
            Verdict(row["verdict"]) if row["verdict"] else None,
        )
        for row in rows
    ]


def _speaker_from(plain: Plain) -> KnownSpeaker:
    return KnownSpeaker(
        known_as=tuple(Alias(*one) for one in plain["known_as"]),
        names=tuple(plain["names"]),
        statements=plain["statements"],
        guessed=plain["guessed"],
        articles=plain["articles"],
        first_hand=plain["first_hand"],
        through=tuple(plain["through"]),
        verdicts={Verdict(verdict): count for verdict, count in plain["verdicts"].items()},
        opposed=plain["opposed"],
    )
