"""Where a noun phrase begins and ends: borders by closed word classes, without a parser."""

from __future__ import annotations

from reader.attribution.context import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from reader.attribution.word_classes import word_class
from reader.attribution.words import QUOTE, Unit

SUBORDINATORS = word_class("subordinators")
BREAKS = frozenset((";", ":", "—", "–", "--", "(", ")", "[", "]", "?", "!", "…", "-", QUOTE))
DAYS = word_class("days")
TIMES = DAYS | frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "earlier",
        "later",
        "last",
        "next",
        "this",
        "ago",
        "recently",
        "now",
        "meanwhile",
        "however",
        "also",
        "still",
        "then",
        "again",
        "separately",
        "instead",
        "nonetheless",
        "nevertheless",
    ]
)
_FINITE = word_class("finite")
_NOT_FINITE = word_class("not finite")
_SUBJECT_ONLY = word_class("subject only")
MAX_WORDS = 45
"""A source longer than this is none."""


def finite(word: str) -> bool:
    """Whether a lower-cased word looks like a verb that a clause turns on."""
    return (
        word in AUXILIARIES
        or word in _FINITE
        or (len(word) > 4 and word.endswith("ed") and word not in _NOT_FINITE)
        or word.endswith(("n't", "n’t"))
    )


def phrase_start(unit: Unit, last: int, floor: int = 0) -> int | None:
    """The first token of the noun phrase that ends with token `last`, or None if there is none."""
    low = unit.low
    if low[last] in _SUBJECT_ONLY or low[last] in ("this", "that", "these", "those"):
        return last
    if not (low[last][0].isalnum()):
        return None
    lowest = max(floor, last - MAX_WORDS)
    first = last + 1
    place = last
    while place >= lowest:
        word = low[place]
        if word in BREAKS or word in SUBORDINATORS or word in RELATIVES:
            break
        if word == ",":
            if not _list_goes_on(unit, place, last, lowest):
                break
        elif word in ("and", "or"):
            if place == lowest or not _joins(unit, place, lowest):
                break
        elif (finite(word) and not unit.capital(place)) or word in _SUBJECT_ONLY:
            break
        first = place
        place -= 1
    return _without_adverbial(unit, first, last)


def _joins(unit: Unit, place: int, floor: int) -> bool:
    """Whether an "and" joins two parts of one source rather than two clauses."""
    before, after = unit.low[place - 1], unit.low[place + 1] if place + 1 < len(unit) else ""
    if not before or not before[0].isalnum() or before in OBJECTS or after in _SUBJECT_ONLY:
        return before == ","
    start = place - 1
    while start >= floor and unit.low[start] not in BREAKS:
        word = unit.low[start]
        if word in SUBORDINATORS or word in RELATIVES:
            return False
        if finite(word) and not unit.capital(start):
            return False
        start -= 1
    return start < floor or unit.low[start] not in BREAKS or unit.low[start] in (QUOTE, "-", "—")


def _list_goes_on(unit: Unit, comma: int, last: int, floor: int) -> bool:
    """Whether a comma stands in a list of sources ("A, B and C")."""
    for place in range(comma + 1, min(last, comma + 12)):
        if unit.low[place] in ("and", "or"):
            return _joins(unit, place, floor)
        if unit.low[place] == ",":
            return _list_goes_on(unit, place, last, floor) if place - comma < 12 else False
    return False


def _without_adverbial(unit: Unit, first: int, last: int) -> int | None:
    """Drop what stands before the phrase proper: "On Tuesday", "In an interview", "Later"."""
    low = unit.low
    while first <= last and (
        low[first] in ("and", "or", ",", "but", "both", "so")
        or (low[first] in TIMES and first < last)
        or low[first] == "."
    ):
        first += 1
    if first > last:
        return None
    if low[first] not in PREPOSITIONS:
        return first
    place = first + 1
    # A leading prepositional phrase ends where the next phrase can only be the subject.
    while place <= last:
        word = low[place]
        if word in TIMES and place < last:
            place += 1
            while place < last and (
                low[place] in TIMES or low[place].isdigit() or low[place] == ","
            ):
                place += 1
            return place
        if place > first + 1 and (
            (word in DETERMINERS and low[place - 1] not in PREPOSITIONS)
            or (
                unit.capital(place)
                and low[place - 1] not in PREPOSITIONS
                and low[place - 1] not in DETERMINERS
                and not unit.capital(place - 1)
            )
        ):
            return place
        place += 1
    return None


def phrase_end(unit: Unit, first: int, ceiling: int | None = None) -> int | None:
    """The last token of the noun phrase that begins with token `first`, apposition included."""
    low = unit.low
    limit = min(len(unit) if ceiling is None else ceiling, first + MAX_WORDS)
    if first >= limit or not low[first][0].isalnum():
        return None
    if low[first] in PRONOUNS or low[first] in OBJECTS:
        return first
    place = first
    while place < limit:
        word = low[place]
        if word in BREAKS or word == "." or (word in SUBORDINATORS and word != "as"):
            break
        if word == ",":
            closing = _apposition_end(unit, place, limit)
            if closing is None:
                break
            place = closing
            continue
        if finite(word) and place > first and not unit.capital(place):
            break
        if word in RELATIVES:
            break
        if word in DAYS:
            break
        if (
            word in ("in", "on", "at", "during", "after", "before")
            and place + 1 < limit
            and (
                low[place + 1] in DAYS
                or low[place + 1] in ("an", "a", "interview", "comments", "remarks")
            )
        ):
            break
        if (
            word == "and"
            and place + 1 < limit
            and (low[place + 1] in _SUBJECT_ONLY or finite(low[place + 1]))
        ):
            break
        place += 1
    last = place - 1
    while last >= first and not low[last][0].isalnum():
        last -= 1
    return last if last >= first else None


def _apposition_end(unit: Unit, comma: int, limit: int) -> int | None:
    """Where an apposition after a comma ends (its closing comma or the unit's end), or None."""
    low = unit.low
    if comma + 1 >= limit:
        return None
    opener = low[comma + 1]
    if opener not in (
        "a",
        "an",
        "the",
        "who",
        "whose",
        "head",
        "chief",
        "director",
        "president",
        "spokesman",
        "spokeswoman",
        "chairman",
        "executive",
        "professor",
        "vice",
        "deputy",
        "senior",
        "former",
        "secretary",
        "minister",
        "commander",
        "his",
        "her",
        "its",
        "their",
    ):
        return None
    relative = opener in RELATIVES
    for place in range(comma + 2, limit):
        word = low[place]
        if word == ",":
            return place
        if word in BREAKS:
            return None
        if not relative and finite(word) and not unit.capital(place):
            return None
    return limit
