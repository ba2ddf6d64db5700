"""Numbers as a reader takes them: "1,200", "twelve hundred" and "1.2 thousand" are one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from reader.language.english import ENGLISH
from reader.span import Span

_WORDS = ENGLISH.number_words
_SMALL = _WORDS.ones | _WORDS.tens
NUMBER_WORDS = _WORDS.openers
"""Words, in lower case, that a number can begin with."""
_CLOCK_LEADS = ENGLISH.word_class("clock leads")
_SHAPING = frozenset(
    {*NUMBER_WORDS, *_CLOCK_LEADS, *["a", "and", "m", "minutes", "or", "p", "past", "to"]}.union(
        word for word, unit in _WORDS.units.items() if unit == "clock"
    )
)
"""Words that may tell what a number beside them is, and not only what it counts."""
_LARGEST = 10**15
"""Above this a run of digits is a name (an account, a telephone) and no quantity."""

FIGURES = r"\d+(?:,\d{3})*(?:[.:]\d+)*"
_TOKEN = re.compile(rf"{FIGURES}|[^\W\d_]+|%|[£$€]")
_NUMBER = rf"(?:{FIGURES}|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)"
_PHRASE = re.compile(
    rf"(?:\b[^\W\d_]+\s|[£$€])?(?<![^\W_]){_NUMBER}"
    rf"(?:[\s–-](?:(?:and|minutes|past|to|or|a)\s){{0,3}}{_NUMBER})*"
    r"(?:[\s–-]?(?:%|[^\W\d_]+\.?)){0,3}",
    re.IGNORECASE,
)
"""A number with what may tell its unit: a word before it, three behind it."""
_BREAK = re.compile(r"[^\s\-–]")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


class Unit(StrEnum):
    """What a quantity counts, as far as the word beside it tells."""

    COUNT = "count"
    CLOCK = "clock"
    DURATION = "duration"
    DISTANCE = "distance"
    SHARE = "share"
    MONEY = "money"
    YEAR = "year"
    WEIGHT = "weight"


_UNITS = {word: Unit(unit) for word, unit in _WORDS.units.items()}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text: its value, what it counts, and where it stands (code points)."""

    value: float
    unit: Unit
    span: Span

    @property
    def key(self) -> str:
        """The same for quantities of the same value, however they are written.

        Clock times are those of a dial with twelve hours: texts leave the rest to the reader.
        """
        return f"#{self.value % 12 if self.unit is Unit.CLOCK else self.value:.12g}"

    @property
    def rough_key(self) -> str:
        """The same for values that agree in their first two digits, as 58.4 and 58 do."""
        value = self.value % 12 if self.unit is Unit.CLOCK else self.value
        return f"~{float(f'{value:.1e}'):g}"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    joined: bool
    """Only white space or a hyphen stands between this token and the one before."""

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()


def quantities(text: str) -> tuple[Quantity, ...]:
    """Find the numbers of a text, in figures or in words, in order and without overlap.

    A bare "one" is no number. Takes time in proportion to the text's length.
    """
    found = []
    for phrase in _PHRASE.finditer(text):
        at = phrase.start()
        found += [replace(one, span=_shifted(one.span, at)) for one in _in_phrase(phrase[0])]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def keys(phrase: str) -> frozenset[str]:
    """Gather the keys and rough keys of the quantities of a few words."""
    found = _in_phrase(phrase)
    return frozenset([one.key for one in found] + [one.rough_key for one in found])


@lru_cache(maxsize=1 << 14)
def shapes_number(words: str) -> bool:
    """Whether words beside a number may be part of it, or make it a time; so may none at all."""
    tokens = _TOKEN.findall(words.lower())
    return not tokens or any(token[0].isdecimal() or token in _SHAPING for token in tokens)


@lru_cache(maxsize=1 << 12)
def _in_phrase(phrase: str) -> tuple[Quantity, ...]:
    return tuple(_found(_tokens(phrase)))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _tokens(text: str) -> list[_Token]:
    tokens, last = [], 0
    for match in _TOKEN.finditer(text):
        joined = _BREAK.search(text, last, match.start()) is None
        tokens.append(_Token(match[0].lower(), match.start(), match.end(), joined))
        last = match.end()
    return tokens


def _found(tokens: Sequence[_Token]) -> Iterator[Quantity]:
    at = 0
    while at < len(tokens):
        found = _clock_in_words(tokens, at) or _in_figures(tokens, at) or _in_words(tokens, at)
        if found is None:
            at += 1
            continue
        quantity, at = found
        if quantity.value < _LARGEST:
            yield quantity


def _word(tokens: Sequence[_Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _words(tokens: Sequence[_Token], at: int, count: int) -> str:
    return " ".join(token.text for token in tokens[at : at + count])


def _in_figures(tokens: Sequence[_Token], at: int) -> tuple[Quantity, int] | None:
    token = tokens[at]
    if not token.is_digits:
        return None
    end = at + 1
    clock = _CLOCK.fullmatch(token.text)
    if clock and (":" in token.text or _is_hour_of_day(tokens, at)):
        span = Span(token.start, token.end)
        return Quantity(int(clock[1]) + int(clock[2]) / 100, Unit.CLOCK, span), end
    digits = token.text.replace(",", "").replace(":", ".")
    value = float(digits if digits.count(".") < 2 else digits.replace(".", ""))
    while _word(tokens, end) in _WORDS.scales or _word(tokens, end) in _WORDS.hundred:
        value *= _WORDS.scales.get(_word(tokens, end), 100)
        end += 1
    return _measured(tokens, at, end, value), end


def _is_hour_of_day(tokens: Sequence[_Token], at: int) -> bool:
    return _word(tokens, at - 1) in _CLOCK_LEADS or (
        _word(tokens, at + 1) in {"a", "p"} and _word(tokens, at + 2) == "m"
    )


def _in_words(tokens: Sequence[_Token], at: int) -> tuple[Quantity, int] | None:
    total, part, end = 0.0, 0.0, at
    if _words(tokens, at, 2) == "half a":
        whole = _WORDS.groups | _WORDS.scales
        size = whole.get(_word(tokens, at + 2))
        return (_measured(tokens, at, at + 3, size / 2), at + 3) if size else None
    while end < len(tokens) and (end == at or tokens[end].joined):
        word = tokens[end].text
        if word in _SMALL:
            part += _SMALL[word]
        elif word in _WORDS.hundred:
            part = (part or 1) * 100
        elif word in _WORDS.groups:
            part = (part or 1) * _WORDS.groups[word]
        elif word in _WORDS.scales:
            total, part = total + (part or 1) * _WORDS.scales[word], 0.0
        elif _words(tokens, end, 3) == "and a half" and end > at:
            part += 0.5
            end += 2
        elif word != "and" or end == at or not _continues(tokens, end):
            break
        end += 1
    if end == at or (end == at + 1 and tokens[at].text in {"one", "score", "dozens"}):
        return None
    return _measured(tokens, at, end, total + part), end


def _continues(tokens: Sequence[_Token], at: int) -> bool:
    """Whether "and" stands within a number: two hundred and twelve."""
    before = _word(tokens, at - 1)
    return (before in _WORDS.hundred or before in _WORDS.scales) and _word(tokens, at + 1) in _SMALL


def _clock_in_words(tokens: Sequence[_Token], at: int) -> tuple[Quantity, int] | None:
    """Read "twenty past eleven", "twelve minutes to two", "half past six", "a quarter to nine"."""
    word = tokens[at].text
    if word in _WORDS.hours:
        return Quantity(
            _WORDS.hours[word], Unit.CLOCK, Span(tokens[at].start, tokens[at].end)
        ), at + 1
    first = _WORDS.parts_of_an_hour.get(word) or _SMALL.get(word)
    if first is None or first > 30:
        return None
    end = at + 1
    if first == 20 and _word(tokens, end) in _WORDS.ones:
        first, end = first + _WORDS.ones[_word(tokens, end)], end + 1
    if _word(tokens, end) == "minutes":
        end += 1
    side, hour = _word(tokens, end), _WORDS.ones.get(_word(tokens, end + 1))
    if side not in {"past", "to"} or not hour or hour > 12:
        return None
    if side == "to" and end == at + 1 and tokens[at].text not in {"quarter", "twenty", "ten"}:
        return None  # "two to three weeks"
    minutes = hour * 60 + (first if side == "past" else -first)
    span = Span(tokens[at].start, tokens[end + 1].end)
    return Quantity(minutes // 60 + minutes % 60 / 100, Unit.CLOCK, span), end + 2


def _measured(tokens: Sequence[_Token], at: int, end: int, value: float) -> Quantity:
    start = tokens[at].start
    unit = _UNITS.get(_word(tokens, end)) or _UNITS.get(_word(tokens, at - 1))
    if unit is None and _word(tokens, end) in {"to", "or"}:  # "two to three weeks"
        unit = _UNITS.get(_word(tokens, end + 2))
    if _word(tokens, end) == "per" and _word(tokens, end + 1) != "cent":
        unit = None
    if _word(tokens, end) in {"a", "p"} and _word(tokens, end + 1) == "m":
        unit = Unit.CLOCK
    if unit is None:
        figure = end == at + 1 and tokens[at].is_digits and "," not in tokens[at].text
        is_year = figure and value == int(value) and 1800 <= value < 2100
        unit = Unit.YEAR if is_year else Unit.COUNT
    return Quantity(value, unit, Span(start, tokens[end - 1].end))
