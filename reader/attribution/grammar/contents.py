"""Where the content begins after a cue and where it ends."""

from __future__ import annotations

from reader.attribution.grammar.neighbours import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from reader.attribution.grammar.noun_phrases import BREAKS, DAYS, adjectival, finite
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait

TOLD = ENGLISH.verbs.forms(Trait.TELLS)
STRONG = ENGLISH.strong_forms
PARTICIPLES = ENGLISH.verbs.forms(Trait.TRAILING, of=(Form.GERUND,))
_SAID = ENGLISH.verbs.forms(Trait.SAID, of=FINITE, without=(Trait.LOOSE,)) - ENGLISH.nouns.forms()
_PREDICATES = _SAID - ENGLISH.verbs.forms(Trait.INVERTS)
_JOINS = ENGLISH.word_class("joins")
_PERIODS = ENGLISH.word_class("periods")
_DAY_PARTS = (["night"], ["morning"], ["evening"], ["afternoon"])
_MONTHS = ENGLISH.word_class("months")
_ONCE = frozenset(("once", "later", "again", "then", "afterwards", "simply", "only"))
_LOOK_AHEAD = 16
_SUBJECT_REACH = 9
_INTERVIEWS = ENGLISH.word_class("interviews")
TRAILING = frozenset(".,;:!?…-–—")


def strip(unit: Unit, first: int, last: int) -> Range:
    """Drop punctuation from both ends of a range, quotations excepted."""
    low = unit.low
    while last >= first and low[last] in TRAILING:
        last -= 1
    while first <= last and low[first] in TRAILING:
        first += 1
    return first, last


def content_start(unit: Unit, cue_last: int) -> int:
    """The first token of what follows a cue, whom it was told to and when passed over."""
    low = unit.low
    size = len(unit)
    place = cue_last + 1
    if place >= size:
        return size
    place = _after_parenthesis(unit, place)
    if low[cue_last] in TOLD and low[place] not in ("that", QUOTE, ":", ",", "to", "if", "whether"):
        place = _after_recipient(unit, place)
    while place < size:
        ahead = _after_parenthesis(unit, _after_adverbial(unit, place))
        if ahead == place:
            break
        place = ahead
    if (
        place < size
        and low[place] in (",", ":")
        and place + 1 < size
        and (low[place + 1] == QUOTE or low[place] == ":")
    ):
        return place + 1
    return place


def _after_parenthesis(unit: Unit, place: int) -> int:
    """Pass over ", citing police," or ", off the record," where the content goes on after it."""
    low = unit.low
    if place + 2 >= len(unit) or low[place] != ",":
        return place
    citing = low[place + 1] in ("citing", "quoting")
    if not citing and low[place + 1] not in PREPOSITIONS:
        return place
    for ahead in range(place + 2, min(len(unit) - 1, place + _LOOK_AHEAD)):
        if low[ahead] == ",":
            return ahead + 1 if citing or low[ahead + 1] == "that" else place
        if low[ahead] in BREAKS and low[ahead] != QUOTE:
            return place
    return place


def _after_recipient(unit: Unit, place: int) -> int:
    """Pass over whom something was told."""
    low = unit.low
    size = len(unit)
    if low[place] in OBJECTS:
        return place + 1
    if low[place] in DETERMINERS and place + 1 < size:
        place += 1
    for ahead in range(place, min(size, place + _LOOK_AHEAD)):
        word = low[ahead]
        if word in ("that", QUOTE, ":", "to", "if", "whether", "how", "what", "why", "about", "of"):
            return ahead
        if word in BREAKS or word in (",", "."):
            return ahead
        if word in PRONOUNS and ahead > place:
            return ahead
        if ahead > place and word in ("in", "on", "at", "during", "after", "before"):
            return ahead
        if ahead > place and word in DETERMINERS and low[ahead - 1] not in PREPOSITIONS:
            return ahead
        if ahead > place and not unit.capital(place) and unit.capital(ahead):
            return ahead
        if (
            ahead > place
            and unit.capital(ahead - 1)
            and not unit.capital(ahead)
            and word[0].isalpha()
            and word not in ("of", "and", "for", "the")
        ):
            return ahead
    return min(size, place + 1)


def _after_adverbial(unit: Unit, place: int) -> int:
    """Pass over one adverbial of time, place or occasion; `place` itself where there is none."""
    low = unit.low
    size = len(unit)
    word = low[place]
    if word in DAYS:
        return place + 1 + (low[place + 1 : place + 2] in _DAY_PARTS)
    if (
        word in ("last", "this", "earlier", "late", "early")
        and place + 1 < size
        and low[place + 1] in _PERIODS
    ):
        return place + (3 if low[place + 1] == "this" else 2)
    if word in ("late", "early") and low[place + 1 : place + 2] in (["on"], ["in"], ["at"]):
        return _after_adverbial(unit, place + 1)
    if word in ("by", "via", "through") and place + 1 < size and low[place + 1] in _INTERVIEWS:
        return place + 2
    if word == "to" and not _to_somebody(unit, place + 1):
        return place
    if word in (
        "on",
        "in",
        "at",
        "during",
        "to",
        "after",
        "before",
        "through",
        "from",
        "by",
        "via",
    ):
        if place + 1 < size and (low[place + 1] in DAYS or low[place + 1].isdigit()):
            dated = place + 2 < size and low[place + 2] in _MONTHS
            return place + 2 + (dated or low[place + 2 : place + 3] in _DAY_PARTS)
        for ahead in range(place + 1, min(size, place + _LOOK_AHEAD)):
            if low[ahead] in ("that", QUOTE):
                return ahead
            if low[ahead] in (",", ":") and ahead + 1 < size and low[ahead + 1] == QUOTE:
                return ahead
            if low[ahead] in BREAKS or low[ahead] in (",", "."):
                break
            if finite(low[ahead]) and not adjectival(unit, ahead):
                break
        return _after_occasion(unit, place)
    if word in _ONCE and low[place + 1 : place + 2] in (["that"], [QUOTE]):
        return place + 1
    if word.endswith("ly") and place + 1 < size and low[place + 1] in ("that", QUOTE, "on", "in"):
        return place + 1
    return place


def _to_somebody(unit: Unit, place: int) -> bool:
    """Whether a "to" leads to a hearer rather than to an infinitive."""
    if place >= len(unit):
        return False
    word = unit.low[place]
    return (
        word in OBJECTS
        or word in DETERMINERS
        or word in ("reporters", "journalists", "members", "supporters")
        or (unit.capital(place) and word[0].isalpha())
    )


def _after_occasion(unit: Unit, place: int) -> int:
    """Pass over "in a statement", "to reporters on Friday", "at the hearing"."""
    low = unit.low
    size = len(unit)
    noun = place + 1
    while noun < min(size, place + 6) and low[noun] not in _INTERVIEWS | {
        "reporters",
        "journalists",
    }:
        if low[noun] in BREAKS or low[noun] in (",", ".") or finite(low[noun]):
            return _whole_phrase(unit, place)
        noun += 1
    if noun >= min(size, place + 6):
        return _whole_phrase(unit, place)
    while noun + 1 < size and low[noun + 1] in _INTERVIEWS:
        noun += 1
    end = noun + 1
    if end < size and low[end] in ("with", "to", "from", "at", "in", "on"):
        return _whole_phrase(unit, end)
    return end


def _whole_phrase(unit: Unit, place: int) -> int:
    """Pass over a preposition's phrase if the unit or clause ends with it, else stay."""
    low = unit.low
    size = len(unit)
    for ahead in range(place + 1, min(size, place + _LOOK_AHEAD)):
        if low[ahead] in (",", ".", ":", "?", "!") or low[ahead] in BREAKS:
            return ahead
        if finite(low[ahead]) or low[ahead] in PRONOUNS or low[ahead] in RELATIVES:
            return place
    return size if size - place <= _LOOK_AHEAD else place


def content_end(unit: Unit, first: int) -> int:
    """The last token of a content that begins with `first` and follows its cue."""
    low = unit.low
    size = len(unit)
    for place in range(first + 1, size):
        word = low[place]
        if word == "," and place + 1 < size:
            follows = low[place + 1]
            if follows in PARTICIPLES:
                return place - 1
            predicate = follows in _PREDICATES and finite(follows)
            if low[place + 2 : place + 3] == ["that"]:
                predicate = follows in _SAID
            if predicate and not _sets_off(unit, first, place):
                return place - 1
            if follows in PREPOSITIONS and low[place + 2 : place + 3] == ["which"]:
                return place - 1
            if follows in ("according", "citing") and low[place - 1] != "that":
                return place - 1
            if low[place + 1 : place + 3] == ["and", "that"]:
                continue
            if follows in _JOINS and _clause_with_cue(unit, place + 2):
                return place - 1
            if (
                follows in ("but", "and")
                and place + 3 < size
                and low[place + 2] in ("he", "she", "they")
                and low[first] != "that"
            ):
                return place - 1
        elif word in ("and", "but", "or") and place + 1 < size:
            follows = low[place + 1]
            if follows == "that":
                continue
            if place == first + 1 and low[first] == QUOTE and finite(follows):
                return place - 1
            ahead = place + 1 + (follows in ("also", "then", "later", "has", "had"))
            if (
                ahead < size
                and low[ahead - 1] != "to"
                and (low[ahead] in STRONG or low[ahead] in _SAID)
            ):
                return place - 1
            if _clause_with_cue(unit, place + 1, reach=4):
                return place - 1
        elif (word == ";" and _clause_with_cue(unit, place + 1)) or (
            word in ("—", "–", "--") and place + 2 < size and low[place + 1] in PARTICIPLES
        ):
            return place - 1
    return size - 1


def _sets_off(unit: Unit, first: int, place: int) -> bool:
    """Whether a comma only closes what is set off from a subject: "a clerk, who is ill, tells"."""
    inside = range(first, place)
    return any(unit.low[at] in RELATIVES for at in inside) or not any(
        finite(unit.low[at]) or unit.low[at] == QUOTE for at in inside
    )


def _clause_with_cue(unit: Unit, place: int, reach: int = _SUBJECT_REACH) -> bool:
    """Whether a clause that begins here has a subject, perhaps with an apposition, and a cue."""
    low = unit.low
    for ahead in range(place, min(len(unit), place + reach)):
        word = low[ahead]
        if word in STRONG:
            return True
        if word == "," and ahead > place:
            near = range(ahead + 1, min(len(unit), ahead + _SUBJECT_REACH))
            closing = next((at for at in near if low[at] == ","), ahead)
            return (
                ahead + 1 < closing < ahead + _SUBJECT_REACH
                and low[closing + 1 : closing + 2] != []
                and (low[closing + 1] in STRONG or low[closing + 1] in _SAID)
                and not any(finite(low[at]) for at in range(ahead + 1, closing))
            )
        if word in BREAKS or word == "," or (finite(word) and word not in ("has", "have", "had")):
            return False
    return False


_GROUP = AUXILIARIES | frozenset(("not", "never", "also"))


def clause_end(unit: Unit, first: int) -> int:
    """The last token of a that-clause inside a sentence: before the outer clause's verb."""
    low = unit.low
    limit = content_end(unit, first)
    groups = 0
    inside = False
    for place in range(first + 1, limit + 1):
        word = low[place]
        if word == "," or word in BREAKS:
            return strip(unit, first, place - 1)[1]
        verb = finite(word) and not unit.capital(place)
        if verb and low[place - 1] != "to":
            fresh = word in AUXILIARIES and inside and low[place - 1] not in _GROUP
            if not inside or fresh:
                groups += 1
            if groups > 1 and low[place - 1] not in (
                "and",
                "or",
                "who",
                "which",
                "that",
                "he",
                "she",
            ):
                return place - 1
            inside = True
        elif not (inside and (word.endswith(("ed", "en", "ly")) or word in ("not", "been"))):
            inside = False
        if word in ("and", "who", "which", "that", "when", "while", "because", "if"):
            groups = 0
    return strip(unit, first, limit)[1]
