"""How likely a word is a cue where it stands: from the counts, and from classes written by hand."""

from __future__ import annotations

import math
from functools import lru_cache

from reader.attribution.grammar.contents import content_start
from reader.attribution.grammar.neighbours import BE, next_class, previous_class
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.cue_counts import CueCounts
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait

THRESHOLD = -0.2
"""The log odds from which a word is taken for a cue; lower finds more and errs more."""
_BY_HAND = (
    ENGLISH.verbs.reporting(Trait.HELD)
    | ENGLISH.verbs.reporting(Trait.SAID)
    | ENGLISH.verbs.forms(Trait.DENIES)
    | ENGLISH.verbs.forms(Trait.LOADED)
)
_HELD = ENGLISH.verbs.reporting(Trait.HELD)
_BY_HAND_ODDS = {"that": 2.0, "quote": 1.0, "to": 0.3, "end": -2.0, "prep": -0.1}
_UNSEEN_PRESENT = -0.5
"""A form that may be a noun, and was never seen as a cue, needs "that" or a quotation."""
_ADVERB_CUES = ENGLISH.word_class("adverb cues")
_IMPERSONAL = ENGLISH.verbs.forms(Trait.IMPERSONAL)
_SPEAKING = ENGLISH.verbs.forms(Trait.SAID, of=FINITE, without=(Trait.LOOSE,))
_SUBJECTS = frozenset(("i", "we", "he", "she", "they", "it"))
_TWO = 2
_ASKED = ENGLISH.word_class("asked first")
_ASIDE_REACH = 12
_OCCASIONS = ENGLISH.word_class("days") | {",", "last", "this", "earlier", "late", "early", "on"}
_PHRASAL_DENIALS = ENGLISH.verbs.phrases(Trait.DENIES)
_PHRASAL_HEADS = frozenset(phrase.split("_")[0] for phrase in _PHRASAL_DENIALS)
_UNKNOWN_WITH_THAT = 0.5
"""What a past tense that no list knows is worth before "that"."""
_THAT_ONLY = ENGLISH.verbs.forms(Trait.THAT)
_VERBS_ONLY = (
    ENGLISH.verbs.forms(Trait.DENIES)
    | ENGLISH.verbs.forms(Trait.CONCEDES)
    | ENGLISH.verbs.reporting(Trait.HELD)
)
_DENIED_BY = ENGLISH.verbs.forms(Trait.DENIES)
_BY_BONUS = 2.0
_TOLD = frozenset(w for w in ENGLISH.verbs.forms(Trait.TELLS) if w == "told" or w.endswith("ed"))
_TOLD_TO = frozenset(("to", "that", "quote"))
"""What follows a passive that tells what somebody heard: "was warned that", "was told to"."""
_DENIAL_BONUS = 2.0
_CALLING = ENGLISH.verbs.forms(Trait.CALLS)
_CALLED_REACH = 7
_AMOUNTS = ENGLISH.word_class("amounts")
_PHRASAL = _CALLING | {"shouted", "shouting", "talked"}
_AFTER_QUOTE_BONUS = 2.0
_OTHERWISE = ENGLISH.word_class("called otherwise")
_CITING = ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.GERUND,))
_NOUNS_TOO = ENGLISH.nouns.forms(Trait.CLAUSE)
_ARTICLES = ENGLISH.word_class("articles")
_HELD_BONUS = 1.3
_THAT_BONUS = 1.5
_TO_BONUS = 1.0
_QUOTE_BONUS = 1.0


@lru_cache(maxsize=1)
def cue_words() -> frozenset[str]:
    """Every word that may be a cue."""
    return ENGLISH.cue_counts.words | _BY_HAND | _PHRASAL_HEADS | {"put", "puts"}


def cue_odds(unit: Unit, head: int, words: CueCounts) -> float:
    """The log odds that a word is a cue here: by the counts, or by class where it was not seen."""
    word = unit.low[head]
    if word in _ADVERB_CUES or word.endswith("ly"):
        return -math.inf
    after = next_class(unit, head)
    before = previous_class(unit, head)
    by_hand = word in _BY_HAND
    if by_hand and after not in ("that", "quote", "end"):
        after = _beyond_occasion(unit, head) or after
    if word in _IMPERSONAL and before == "be" and after == "that":
        return math.inf
    if word in _ASKED and _is_asked_aside(unit, head):
        return -math.inf
    if _is_parenthetical(unit, head) or _is_recorded(unit, head):
        return math.inf
    if before == "be" and word in _TOLD and after in _TOLD_TO:
        return math.inf
    if before == "det" and head > 0 and (not word.endswith(("ed", "ing")) or word in _NOUNS_TOO):
        article = unit.low[head - 1]
        if article in _ARTICLES or article.endswith(("'s", "’s", "s'", "s’")):
            return -math.inf
    if head + 1 < len(unit):
        follows = unit.low[head + 1]
        if f"{word}_{follows}" in _PHRASAL_DENIALS:
            return math.inf
        if word in ("put", "puts") and follows != "it" and _puts_at(unit, head):
            return math.inf
        if word in ("put", "puts") and follows == "it":
            return math.inf if unit.low[head + 2 : head + 3] in ([":"], [","], ["."]) else -math.inf
        if word not in cue_words() and after == "that" and before != "det":
            return _UNKNOWN_WITH_THAT
    if word in RELAYS and _says_for_another(unit, head):
        return math.inf
    if (
        by_hand
        and unit.low[head + 1 : head + 2] == [","]
        and not _CITING.isdisjoint(unit.low[head + 2 : head + 3])
    ):
        return math.inf
    if word in _PHRASAL and unit.low[head + 1 : head + 2] and unit.low[head + 1] in _OTHERWISE:
        return -math.inf
    if _reduced_relative(unit, head, before):
        return -math.inf
    if word in _THAT_ONLY and after != "that":
        return _UNKNOWN_WITH_THAT if "that" in _soon(unit, head) else -math.inf
    if word not in words:
        if not by_hand:
            return -math.inf
        odds = _BY_HAND_ODDS.get(after, 0.0)
        if word.endswith("ed") or word in _VERBS_ONLY or after in ("that", "quote"):
            return odds
        return min(odds, _UNSEEN_PRESENT)
    odds = words.log_odds(word, after, before)
    if by_hand:
        odds += _HELD_BONUS * (word in _HELD) + _THAT_BONUS * (after == "that")
    if after == "quote":
        odds += _QUOTE_BONUS
    if by_hand and _follows_quote(unit, head):
        odds += _AFTER_QUOTE_BONUS
    if word in _DENIED_BY:
        odds += _DENIAL_BONUS
    if word in _CALLING and after != "quote" and QUOTE in unit.low[head : head + _CALLED_REACH]:
        odds += _QUOTE_BONUS
    if word in _DENIED_BY and before == "be" and after == "prep":
        odds += _BY_BONUS
    if word in _HELD and after == "to":
        odds += _TO_BONUS
    return odds


def _beyond_occasion(unit: Unit, head: int) -> str:
    """What follows when "this week" or ", off the record," is passed over, if that tells."""
    if unit.low[head + 1] not in _OCCASIONS:
        return ""
    place = content_start(unit, head)
    if place <= head + 1 or place >= len(unit):
        return ""
    return {"that": "that", QUOTE: "quote"}.get(unit.low[place], "")


def _is_parenthetical(unit: Unit, head: int) -> bool:
    """Whether a verb of speech closes a parenthesis: "The names, he specified, would …"."""
    low = unit.low
    if low[head] not in _SPEAKING or low[head + 1 : head + 2] != [","]:
        return False
    return (
        head > _TWO
        and low[head - _TWO] == ","
        and low[head - 1] in _SUBJECTS
        and head + _TWO < len(unit)
    )


def _is_asked_aside(unit: Unit, head: int) -> bool:
    """Whether an aside only tells that its subject was asked: "Vale, asked about it, said"."""
    low = unit.low
    if head == 0 or low[head - 1] != ",":
        return False
    near = range(head + 1, min(len(unit) - 1, head + _ASIDE_REACH))
    comma = next((at for at in near if low[at] == ","), 0)
    return comma > 0 and finite(low[comma + 1])


def _is_recorded(unit: Unit, head: int) -> bool:
    """Whether "as saying" follows a participle: "was recorded as saying"."""
    low = unit.low
    return head > 0 and low[head - 1] in BE and low[head + 1 : head + 3] == ["as", "saying"]


def _cites(follows: list[str]) -> bool:
    """Whether a ", citing" follows."""
    return len(follows) > 1 and follows[0] == "," and follows[1] in _CITING


def _soon(unit: Unit, head: int) -> list[str]:
    """What follows a "heard", so that "heard on Monday that" is one too."""
    return unit.low[head + 1 : head + _SOON] if unit.low[head] in ("heard", "hears") else []


_SOON = 6
_PUT_REACH = 16


def _puts_at(unit: Unit, head: int) -> bool:
    """Whether a "put" reckons: "it puts the cost at 40 crowns", "the likelihood at one in ten"."""
    low = unit.low
    for place in range(head + 1, min(len(unit) - 1, head + _PUT_REACH)):
        if low[place] in (",", ".", ";", QUOTE):
            return False
        if low[place] == "at":
            follows = low[place + 1]
            return (
                follows[0].isdigit()
                or follows[0] in "$£€"
                or follows == QUOTE
                or follows in _AMOUNTS
            )
    return False


def _follows_quote(unit: Unit, head: int) -> bool:
    """Whether a quotation ends right before a word: "…," recalls a neighbour."""
    low = unit.low
    place = head - 1
    if place > 0 and low[place] == ",":
        place -= 1
    return place >= 0 and low[place] == QUOTE


def _reduced_relative(unit: Unit, head: int, before: str) -> bool:
    """Whether a participle only tells more of a noun: "a document seen by the wire"."""
    return (
        unit.low[head + 1 : head + 2] == ["by"]
        and before == "word"
        and unit.low[head].endswith(("ed", "en", "own"))
    )


RELAYS = ENGLISH.verbs.forms(Trait.RELAYS)
_RELAY_REACH = 12


def _says_for_another(unit: Unit, head: int) -> bool:
    """Whether "as saying" follows: "quoted two officials as saying"."""
    low = unit.low
    return any(
        low[p] == "as" and low[p + 1] in ("saying", "telling")
        for p in range(head + 1, min(len(unit) - 1, head + _RELAY_REACH))
    )
