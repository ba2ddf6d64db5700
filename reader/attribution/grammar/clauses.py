"""The verb group of a cue and the subject that goes with it."""

from __future__ import annotations

from reader.attribution.grammar.neighbours import AUXILIARIES, OBJECTS
from reader.attribution.grammar.noun_phrases import BREAKS, DAYS, TIMES, finite, phrase_start
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

_ADVERBS = ENGLISH.word_class("cue adverbs")
_PHRASES = ENGLISH.verbs.phrases(Trait.DENIES)
_PARTICLES = ENGLISH.verbs.particles()
_NOT_ADVERBS = ENGLISH.word_class("not adverbs")


def cue_range(unit: Unit, head: int, floor: int) -> Range | None:
    """The whole verb group around a head, or None where an infinitive hangs on no verb."""
    low = unit.low
    first = head
    while first > floor and (
        low[first - 1] in AUXILIARIES
        or low[first - 1] in _ADVERBS
        or _adverb(unit, first - 1)
        or low[first - 1] in ("'s", "’s")
    ):
        first -= 1
    if first > floor + 1 and low[first - 1] == "to":
        governor = first - 2
        if low[governor] == "on" and governor > floor:
            governor -= 1
        if low[governor] in OBJECTS and governor - 1 > floor:
            governor -= 1  # "had rung her to say"
            if low[governor - 1] not in AUXILIARIES and not finite(low[governor]):
                return None
        elif not finite(low[governor]) and low[governor] != "used":
            return None
        if unit.capital(governor):
            return None
        first = governor
        while first > floor and (low[first - 1] in AUXILIARIES or low[first - 1] in _ADVERBS):
            first -= 1
    if first > floor + 1 and low[first - 1] == "since" and low[first - 2] in AUXILIARIES:
        first -= 2
    while first < head and low[first] in ("both", "all", "himself", "itself"):
        first += 1
    last = head
    if last + 2 < len(unit) and low[last + 1] == "nor":
        return first, last + 2
    if last + 1 < len(unit) and f"{low[head]}_{low[last + 1]}" in _PHRASES:
        return first, last + 1
    if low[head] in ("put", "puts") and low[last + 1 : last + 2] == ["it"]:
        return first, last + 1
    if last + 1 < len(unit) and low[last + 1] in _PARTICLES.get(low[head], ()):
        last += 1
    elif low[last + 1 : last + 3] == ["as", "saying"]:
        # "was quoted as saying": the whole of it is the cue.
        last += 2
    return first, last


def _adverb(unit: Unit, place: int) -> bool:
    word = unit.low[place]
    return (
        word.endswith("ly")
        and len(word) > len("only")
        and word not in _NOT_ADVERBS
        and not unit.capital(place)
    )


def subject(unit: Unit, cue_first: int, floor: int) -> Range | None:
    """The noun phrase before a cue, its apposition or relative clause included."""
    low = unit.low
    last = cue_first - 1
    if last < floor:
        return None
    last = _before_time(unit, last, floor)
    if low[last] == "," and last - 1 >= floor:
        opening = _relative_opening(unit, last, floor) or _opening_comma(unit, last, floor)
        if opening is None:
            start = phrase_start(unit, last - 1, floor)
            return (start, last - 1) if start is not None else None
        start = phrase_start(unit, opening - 1, floor)
        return (start, last - 1) if start is not None else None
    if low[last] == ")" and last - 2 >= floor:
        place = last
        while place > floor and low[place] != "(":
            place -= 1
        start = phrase_start(unit, place - 1, floor) if place > floor else None
        return (start, last) if start is not None else None
    if low[last] in ("—", "–", "--"):
        place = last - 1
        while place > floor and low[place] not in ("—", "–", "--"):
            place -= 1
        start = phrase_start(unit, place - 1, floor) if place > floor else None
        return (start, place - 1) if start is not None else None
    head = _relative_head(unit, last, floor)
    if head is not None and (outer := phrase_start(unit, head, floor)) is not None:
        return outer, last
    start = phrase_start(unit, last, floor)
    return (start, last) if start is not None and start <= last else None


def _before_time(unit: Unit, last: int, floor: int) -> int:
    """The last token before a time that stands between source and cue ("Vale on Sunday told")."""
    low = unit.low
    place = last
    if low[place] == "," and place > floor and low[place - 1] in DAYS:
        place -= 1
    while place > floor and low[place] in TIMES and not low[place - 1].endswith(_GENITIVES):
        place -= 1
    if place == last:
        return last
    if low[place] == "on" and place > floor:
        place -= 1
        if low[place].endswith("ed"):
            return last
    return place if low[place][0].isalnum() or low[place] in (",", ")") else last


_GENITIVES = ("'s", "’s", "s'", "s’")
_RELATIVE_REACH = 16


def _relative_head(unit: Unit, last: int, floor: int) -> int | None:
    """The noun before a relative clause that ends a phrase ("a teacher who fled the city")."""
    low = unit.low
    verbs = 0
    for place in range(last, max(floor, last - _RELATIVE_REACH), -1):
        word = low[place]
        if word in ("who", "which") and place < last:
            return place - 1 if verbs and low[place - 1][0].isalpha() else None
        if not word[0].isalnum() or word in ("that", "but", "while", "as", "because", "when"):
            return None
        verbs += finite(word)
    return None


def _relative_opening(unit: Unit, closing: int, floor: int) -> int | None:
    """The comma before a "who" whose clause, commas and all, ends at a comma."""
    low = unit.low
    for place in range(closing - 1, max(floor, closing - _APPOSITION_REACH), -1):
        if low[place] in ("who", "whose", "which") and low[place - 1] == ",":
            return place - 1
        if low[place] in BREAKS and low[place] not in ("(", ")", "-", "–"):
            return None
    return None


_APPOSITION_REACH = 30


def _opening_comma(unit: Unit, closing: int, floor: int) -> int | None:
    low = unit.low
    for place in range(closing - 1, max(floor, closing - _APPOSITION_REACH), -1):
        if low[place] == "," and place > floor and low[place - 1][0].isalnum():
            return place
        if low[place] in BREAKS and low[place] not in ("(", ")", "-", "–", QUOTE):
            return None
    return None


def clause_subject(unit: Unit, before: int, floor: int) -> Range | None:
    """The subject of the unit's main clause, looking no further than token `before`."""
    low = unit.low
    for place in range(floor + 1, before):
        if finite(low[place]) and not unit.capital(place) and low[place - 1] != "to":
            found = subject(unit, place, floor)
            if found is not None:
                return found
    return None
