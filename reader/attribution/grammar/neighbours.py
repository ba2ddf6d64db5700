"""What stands beside a word, as the few classes the cue counts are kept by."""

from __future__ import annotations

from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.english import ENGLISH

BE = ENGLISH.word_class("be")
HAVE = ENGLISH.word_class("have")
DO = ENGLISH.word_class("do")
MODAL = ENGLISH.word_class("modal")
AUXILIARIES = BE | HAVE | DO | MODAL
DETERMINERS = ENGLISH.word_class("determiners")
PREPOSITIONS = ENGLISH.word_class("prepositions")
RELATIVES = ENGLISH.word_class("relatives")
PRONOUNS = ENGLISH.word_class("pronouns")
OBJECTS = ENGLISH.word_class("objects")
_CLOSING = frozenset(".!?;,:)]—–")


def next_class(unit: Unit, index: int) -> str:
    """The class of the token after `index`."""
    if index + 1 >= len(unit):
        return "end"
    word = unit.low[index + 1]
    if word in (",", ":") and index + 2 < len(unit) and unit.low[index + 2] == QUOTE:
        return "quote"
    if word == QUOTE or word == ":":
        return "quote"
    if word == "that":
        return "that"
    if word == "to":
        return "to"
    if word in _CLOSING:
        return "end"
    if word in PREPOSITIONS:
        return "prep"
    if word in PRONOUNS or word in OBJECTS:
        return "who"
    return "word"


def previous_class(unit: Unit, index: int) -> str:
    """The class of the token before `index`, adverbs passed over."""
    place = index - 1
    while place >= 0 and unit.low[place].endswith("ly"):
        place -= 1
    if place < 0:
        return "comma"
    word = unit.low[place]
    for name, words in _PREVIOUS:
        if word in words:
            return name
    if word.endswith(("'s", "’s", "s'", "s’")):
        return "det"
    return "comma" if not word[0].isalnum() else "word"


_PREVIOUS = (
    ("be", BE),
    ("have", HAVE | DO | MODAL),
    ("to", frozenset({"to"})),
    ("who", PRONOUNS | RELATIVES),
    ("det", DETERMINERS),
    ("prep", PREPOSITIONS),
)
