"""What was counted about single words: their number, their class, how often they are a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.attribution.tagging.scatter import scattered
from reader.attribution.tagging.word_numbers import WordNumbers
from reader.attribution.text.tokens import CAPITAL, LOWER, MARK, NUMBER, UPPER

NOWHERE = 0
"""The number and class of the places beyond a line's ends."""

_UNKNOWN = {UPPER: 1, CAPITAL: 2, NUMBER: 3, MARK: 4, LOWER: 5}
_SUFFIXES = ("ing", "ed", "ly", "ion", "er", "al", "es", "s")
"""Endings that tell unknown lower-case words apart."""
_FIRST_SUFFIX = 6
_DASHES = frozenset(("—", "--", "---", "–", "―", "−", "-"))
FIRST_WORD = 32
"""Numbers below this are not of words but of kinds of unknown words; so are classes."""
CLASSES = 256
"""Classes are below this."""
KINDS = 256
"""So are kinds: how often a word heads a cue, above its class in the list of reporting words."""
_LISTED_CLASSES = 8
WORD_BITS = 17
_WORD_SALT = 1


def unknown(word: str, shape: int) -> int:
    """The number (and class) of a word that was not counted."""
    if shape == LOWER:
        for place, suffix in enumerate(_SUFFIXES):
            if word.endswith(suffix):
                return _FIRST_SUFFIX + place
    return _UNKNOWN[shape]


_VERBAL = frozenset(_FIRST_SUFFIX + _SUFFIXES.index(suffix) for suffix in ("ing", "ed", "es", "s"))
"""Kinds of unknown words that may be verbs, and so cues."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Counted words by number, and what is known of each number.

    `classes` are by number; `kinds` hold how often it heads a cue and its class in the list of
    reporting words; `heads` tells which can head one at all; `marks` are the words' own numbers in
    the tables of weights.
    """

    numbers: WordNumbers
    classes: bytes
    kinds: bytes
    heads: bytes
    marks: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", scattered(len(self.classes), _WORD_SALT, WORD_BITS))

    @classmethod
    def of(
        cls,
        numbers: Mapping[str, int],
        classes: bytes,
        cues: Mapping[str, int],
        listed: Mapping[str, int],
    ) -> Vocabulary:
        """A vocabulary of words that have numbers and classes, cue classes and list classes."""
        size = len(classes)
        kinds = bytearray(size)
        heads = bytearray(size)
        for number in _VERBAL:
            heads[number] = 1
        for word, number in numbers.items():
            kinds[number] = cues.get(word, 0) * _LISTED_CLASSES + listed.get(word, 0)
            heads[number] = kinds[number] > 0 or word in _DASHES
        words = "\n".join(sorted(numbers, key=numbers.__getitem__))
        return cls(WordNumbers(words, FIRST_WORD), classes, bytes(kinds), bytes(heads))
