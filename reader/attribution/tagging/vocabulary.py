"""What was counted about single words: their number, their class, how often they are a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.attribution.tagging.tokens import CAPITAL, LOWER, MARK, NUMBER, UPPER, Line

PAD = 3
"""Places kept free at both ends of an encoded line, so that neighbours always exist."""

_SUFFIXES = ("ing", "ed", "ly", "ion", "er", "al", "es", "s")
"""Endings that tell unknown lower-case words apart."""

NOWHERE = 0
"""The number and class of the places beyond a line's ends."""

_UNKNOWN = {UPPER: 1, CAPITAL: 2, NUMBER: 3, MARK: 4, LOWER: 5}
_FIRST_SUFFIX = 6
FIRST_WORD = 32
"""Numbers below this are not of words but of kinds of unknown words; so are classes."""

WORD_BITS = 15
CLASS_BITS = 9
"""Room a word's number, and a class with its shape, takes in a feature's key."""


def unknown(word: str, shape: int) -> int:
    """The number (and class) of a word that was not counted."""
    if shape == LOWER:
        for place, suffix in enumerate(_SUFFIXES):
            if word.endswith(suffix):
                return _FIRST_SUFFIX + place
    return _UNKNOWN[shape]


VERBAL_UNKNOWN = frozenset(
    _FIRST_SUFFIX + _SUFFIXES.index(suffix) for suffix in ("ing", "ed", "es", "s")
)
"""Kinds of unknown words that may be verbs, and so cues."""


@dataclass(slots=True)
class Encoded:
    """A line with its words as numbers; all lists are padded by PAD at both ends.

    `cues` holds how likely each word is to be the head of a cue (0 never), `listed` its class in
    the list of verbs and nouns of reporting. `barred` is not padded: whether
    hardly anything begins or ends before the token.
    """

    line: Line
    words: list[int]
    classes: list[int]
    barred: list[bool]
    shapes: list[int]
    quotes: list[int]
    cues: list[int]
    listed: list[int]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Counted words: number, class and cue class by word (lower case).

    `barred` holds pairs of classes, the first's above the second's, between which hardly any
    source or content begins or ends.
    """

    numbers: Mapping[str, int]
    classes: Sequence[int]
    cues: Mapping[str, int]
    listed: Mapping[str, int]
    barred: frozenset[int] = frozenset()

    def encode(self, line: Line) -> Encoded:
        """The line in numbers."""
        numbers = self.numbers
        words = [
            numbers.get(word) or unknown(word, shape)
            for word, shape in zip(line.words, line.shapes, strict=True)
        ]
        classes = self.classes
        cues = self.cues
        listed = self.listed
        pad = [NOWHERE] * PAD
        classed = [*pad, *[classes[word] for word in words], *pad]
        barred = self.barred
        pairs = [
            left << CLASS_BITS | right
            for left, right in zip(classed[PAD - 1 :], classed[PAD:-PAD], strict=False)
        ]
        return Encoded(
            line=line,
            words=[*pad, *words, *pad],
            classes=classed,
            barred=[
                pair in barred and before != MARK
                for pair, before in zip(pairs, [MARK, *line.shapes], strict=False)
            ],
            shapes=[*pad, *line.shapes, *pad],
            quotes=[*pad, *line.quotes, *pad],
            cues=[*pad, *[cues.get(word, 0) for word in line.words], *pad],
            listed=[*pad, *[listed.get(word, 0) for word in line.words], *pad],
        )
