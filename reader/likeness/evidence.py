"""What speaks for two tellings being opposed: numbers, a "not", a prefix, a word of contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.language.english import ENGLISH
from reader.likeness.quantities import Quantity, Unit, quantities
from reader.likeness.telling import Telling
from reader.likeness.words import WORD, term

_LARGEST_RATIO = 20
"""Numbers further apart than this hardly count the same thing."""
_COUNTED_WITHIN = 40
"""How many characters behind a number the word for what it counts begins."""
_OPPOSING_PREFIXES = ENGLISH.word_class("opposing prefixes")


def _any_of(name: str) -> str:
    return "|".join(sorted(map(re.escape, ENGLISH.word_class(name))))


NEGATION = re.compile(rf"\b(?:{_any_of('negations')}|\w+n['’]t)\b(?!\.\s?\d)", re.IGNORECASE)
"""A word that denies, which "No. 3" does not; an even number of them is no denial."""
_CONTRAST = re.compile(rf"\b(?:{_any_of('contrasting')})\b", re.IGNORECASE)
_MONTHS = _any_of("months")
_OTHER_TIME = re.compile(
    r"\b(?:in|since|of) (?:1[89]|20)\d\d\b|\bago\b|\byears? (?:earlier|before)\b|\brecall|"
    rf"\blast (?:year|month|{_any_of('seasons')})\b|\bin (?:{_MONTHS})\b",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(rf"\b(?:{_any_of('number labels')}|{_MONTHS})\.?\s?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s?(?:of )?(?:{_MONTHS})\b", re.IGNORECASE)
_LABEL_WITHIN = 12
"""How many characters before a number its label begins at the earliest."""


class Difference(StrEnum):
    """Why two tellings are thought to be opposed."""

    NUMBER = "number"
    POLARITY = "polarity"
    OPPOSITES = "opposites"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a telling's words commit it to, as far as form shows."""

    counts: tuple[tuple[Quantity, frozenset[str]], ...]
    """Its numbers that count or measure, each with the words for what is counted."""
    terms: frozenset[str]
    denied: frozenset[str]
    """Its words with each prefix of denial, whether there is such a word or not."""
    negated: bool
    other_time: bool
    """It speaks of another year, month or season than the story's."""
    contrasts: bool
    """It begins with a word that sets it against what stands before."""


def claims(telling: Telling) -> Claims:
    """Read what a telling commits itself to; an even number of negations is none."""
    text = telling.text
    negations = len(NEGATION.findall(text)) + telling.denies
    terms = frozenset(found for word in WORD.findall(text) if (found := term(word)))
    return Claims(
        counts=tuple(_counts(text)),
        terms=terms,
        denied=frozenset(prefix + word for word in terms for prefix in _OPPOSING_PREFIXES),
        negated=negations % 2 == 1,
        other_time=_OTHER_TIME.search(text) is not None,
        contrasts=_CONTRAST.search(text[:_COUNTED_WITHIN]) is not None,
    )


def _counts(text: str) -> Iterator[tuple[Quantity, frozenset[str]]]:
    for quantity in quantities(text):
        start, end = quantity.span
        is_label = quantity.unit is Unit.YEAR or (
            quantity.unit is Unit.COUNT
            and (
                _LABEL_BEFORE.search(text[max(0, start - _LABEL_WITHIN) : start])
                or _MONTH_AFTER.match(text, end)
            )
        )
        if not is_label:
            words = WORD.findall(text[end : end + _COUNTED_WITHIN])[:2]
            yield quantity, frozenset(found for word in words if (found := term(word)))


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """How two tellings' numbers stand to each other: `weight` is 0 where none can be compared."""

    weight: float
    agrees: bool


def compare_numbers(one: Claims, other: Claims) -> NumberDifference:
    """Compare numbers of one unit and size; one that both share means they count alike."""
    rough = {quantity.rough_key for quantity, _ in one.counts}
    if any(quantity.rough_key in rough for quantity, _ in other.counts):
        return NumberDifference(0.0, True)
    weight = 0.0
    for mine, my_words in one.counts:
        for theirs, their_words in other.counts:
            if mine.unit is not theirs.unit or not _comparable(mine.value, theirs.value):
                continue
            if mine.unit is not Unit.COUNT:
                weight = max(weight, 1.0)
            else:
                weight = max(weight, 1.2 if my_words & their_words else 0.8)
    return NumberDifference(weight, False)


def _comparable(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return high <= _LARGEST_RATIO * max(low, 0.01)


def has_opposites(one: Claims, other: Claims) -> bool:
    """Whether one has a word that the other has with a prefix of denial: locked, unlocked."""
    return not (one.terms.isdisjoint(other.denied) and other.terms.isdisjoint(one.denied))
