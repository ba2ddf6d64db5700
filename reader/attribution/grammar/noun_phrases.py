"""Where a noun phrase begins and ends: borders by closed word classes, without a parser."""

from __future__ import annotations

from reader.attribution.grammar.neighbours import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.english import ENGLISH

SUBORDINATORS = ENGLISH.word_class("subordinators")
BREAKS = frozenset(
    (";", ":", "—", "–", "--", "(", ")", "[", "]", "?", "!", "…", "-", QUOTE, *'“”"„«»')
)
DAYS = ENGLISH.word_class("days")
TIMES = DAYS | ENGLISH.word_class("times")
_FINITE = ENGLISH.word_class("finite") | ENGLISH.strong_forms
_NOT_FINITE = ENGLISH.word_class("not finite")
_TIME_SPANS = ENGLISH.word_class("spans of time")
_SUBJECT_ONLY = ENGLISH.word_class("subject only") | frozenset(("which",))
_APPOSITION_OPENERS = ENGLISH.word_class("apposition openers")
MAX_WORDS = 45
"""A source longer than this is none."""


def finite(word: str) -> bool:
    """Whether a lower-cased word looks like a verb that a clause turns on."""
    return (
        word in AUXILIARIES
        or word in _FINITE
        or (len(word) > 4 and word.endswith("ed") and word not in _NOT_FINITE and "-" not in word)
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
        elif (
            word == "not"
            or word in _SUBJECT_ONLY
            or (finite(word) and not unit.capital(place) and not adjectival(unit, place))
        ):
            break
        first = place
        place -= 1
    return _without_adverbial(unit, first, last)


def adjectival(unit: Unit, place: int) -> bool:
    """Whether a form like a past tense is a participle: "a leaked memo", "papers seen by …"."""
    low = unit.low
    word = low[place]
    if word in AUXILIARIES:
        return False
    before = low[place - 1] if place > 0 else ""
    after = low[place + 1] if place + 1 < len(unit) else ""
    if before in DETERMINERS and word.endswith(("ed", "en", "s")):
        return True
    if before in PREPOSITIONS and before != "to" and word.endswith("s"):
        return True
    participle = word.endswith("ed") or word in _PARTICIPLE_FORMS
    return participle and after in _AFTER_PARTICIPLE and before[:1].isalpha()


_AFTER_PARTICIPLE = frozenset(("by", "on", "in", "at", "from", "with"))
_PARTICIPLE_FORMS = ENGLISH.word_class("irregular participles")


def _relative_end(unit: Unit, place: int, limit: int) -> int:
    """Where a relative clause that is part of a source ends: a comma or the unit's end."""
    low = unit.low
    ahead = place + 1
    while ahead < limit and low[ahead] != "," and low[ahead] not in BREAKS and low[ahead] != ".":
        ahead += 1
    return ahead


def _joins(unit: Unit, place: int, floor: int) -> bool:
    """Whether an "and" joins two parts of one source rather than two clauses."""
    before, after = unit.low[place - 1], unit.low[place + 1] if place + 1 < len(unit) else ""
    if not before or before in OBJECTS or after in _SUBJECT_ONLY:
        return False
    if before == ",":
        return _in_list(unit, place - 1, floor)
    if not before[0].isalnum():
        return False
    start = place - 1
    while start >= floor and unit.low[start] not in BREAKS and unit.low[start] != ",":
        word = unit.low[start]
        if word in SUBORDINATORS or word in RELATIVES:
            return False
        if finite(word) and not unit.capital(start):
            return False
        start -= 1
    return start < floor or unit.low[start] not in BREAKS or unit.low[start] in (QUOTE, "-", "—")


def _in_list(unit: Unit, comma: int, floor: int) -> bool:
    """Whether the comma before an "and" is the last of a list ("A, B, and C")."""
    low = unit.low
    for place in range(comma - 1, max(floor, comma - _LIST_REACH), -1):
        if low[place] == ",":
            return low[place + 1] not in PREPOSITIONS
        if low[place] in BREAKS or (finite(low[place]) and not unit.capital(place)):
            return False
    return False


_LIST_REACH = 12


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
    if (
        first + 3 <= last
        and low[first + 1] in _TIME_SPANS
        and low[first + 2] in ("earlier", "later", "ago", "before", "after")
    ):
        first += 3
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
    if low[first] in PRONOUNS or (low[first] in OBJECTS and not _determines(unit, first, limit)):
        return first
    place = first
    while place < limit:
        word = low[place]
        if word in BREAKS or word == "." or word in SUBORDINATORS:
            break
        if word == ",":
            closing = _apposition_end(unit, first, place, limit)
            if closing is None:
                break
            place = closing
            continue
        if (
            finite(word)
            and place > first
            and not unit.capital(place)
            and not adjectival(unit, place)
        ):
            break
        if word in RELATIVES:
            if word not in ("who", "whose") or place == first:
                break
            place = _relative_end(unit, place, limit)
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


def _determines(unit: Unit, first: int, limit: int) -> bool:
    """Whether a "her" belongs to a noun: "said her husband"."""
    if unit.low[first] != "her" or first + 1 >= limit:
        return False
    word = unit.low[first + 1]
    return word[0].isalpha() and word not in PREPOSITIONS and not finite(word) and word != "that"


def _apposition_end(unit: Unit, first: int, comma: int, limit: int) -> int | None:
    """Where an apposition after a comma ends (its closing comma or the unit's end), or None."""
    low = unit.low
    if comma + 1 >= limit:
        return None
    opener = low[comma + 1]
    common = not unit.capital(comma - 1) or low[first] in DETERMINERS
    if unit.capital(comma + 1) and common and low[comma - 1][0].isalpha():
        # "its clerk, Dora Mint"
        name = comma + 1
        while name < limit and unit.capital(name) and low[name][0].isalpha():
            name += 1
        if name == limit or low[name] in (",", ".", "?", "!"):
            return name
        return None
    if opener not in _APPOSITION_OPENERS:
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
