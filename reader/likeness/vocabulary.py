"""The terms of a corpus as numbers: words without their endings, and quantities."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reader.likeness.quantities import NUMBER_WORDS, keys, shapes_number
from reader.likeness.words import WORD, term

_Found = TypeVar("_Found")
_NOTHING = 0
"""The number of no term at all."""
_QUANTITY_FACTOR = math.sqrt(2)
"""Of each of a quantity's two terms: as vectors add, together twice a word's."""


class Vocabulary:
    """Gives every term (word without ending, or quantity) a number.

    A quantity is two terms, its value and its rough value, so that 58.4 and 58 are half alike.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": _NOTHING}
        self.words: list[str] = [""]
        """For each term its word, "" where it is a quantity."""

    def __len__(self) -> int:
        return len(self.words)

    def known(self, text: str) -> set[int]:
        """Give the numbers of those of a text's terms that were taken up."""
        names = set(filter(None, map(term, WORD.findall(text)))) | keys(text)
        return {self._numbers[name] for name in names if name in self._numbers}

    def factors(self) -> list[float]:
        """Say, for each term, how many times its rarity it counts."""
        return [1.0 if word else _QUANTITY_FACTOR for word in self.words]

    def take_words(self, words: Iterable[str]) -> tuple[int, ...]:
        """Give the numbers of words' terms; new ones are taken up."""
        return tuple(self._take(name, name) for name in map(term, words) if name)

    def take_quantities(self, phrase: str) -> tuple[int, ...]:
        """Give the numbers of a phrase's quantities; new ones are taken up."""
        return tuple(self._take(key, "") for key in keys(phrase))

    def _take(self, name: str, word: str) -> int:
        number = self._numbers.setdefault(name, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


class TermReader:
    """Reads texts into the terms of a vocabulary; quick, as it remembers every piece it met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # Pieces between white space are far quicker to come by than words, and most come again.
        # A piece of one word has its term's number; any other has a number below zero.
        self._codes = _Memory(self._code)
        self._quantities_in = _Memory(vocabulary.take_quantities)
        self._terms: dict[int, tuple[int, ...]] = {}
        """The terms of the pieces with a number below zero."""
        self._special: set[int] = set()
        self._counting: set[int] = set()
        """Which of them have a number in them."""

    def read(self, text: str) -> set[int]:
        """Give the numbers of a text's terms."""
        pieces = text.split()
        codes = list(map(self._codes.__getitem__, pieces))
        found = set(codes)
        special = found & self._special
        if special:
            found -= special
            found.update(*map(self._terms.__getitem__, special))
            counting = special & self._counting
            if counting:
                places = [at for at, code in enumerate(codes) if code in counting]
                found.update(*map(self._quantities_in.__getitem__, _phrases(pieces, places)))
        found.discard(_NOTHING)
        return found

    def _code(self, piece: str) -> int:
        words = [piece] if piece.isalpha() else WORD.findall(piece)
        terms = self._vocabulary.take_words(word for word in words if not word[0].isdecimal())
        counts = any(word[0].isdecimal() or word.lower() in NUMBER_WORDS for word in words)
        if not counts and len(terms) < 2:
            return terms[0] if terms else _NOTHING
        code = -1 - len(self._terms)
        self._terms[code] = terms
        self._special.add(code)
        if counts:
            self._counting.add(code)
        return code


class _Memory(dict[str, _Found]):
    """What a function gave for each text it was asked about."""

    def __init__(self, find: Callable[[str], _Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> _Found:
        found = self[text] = self._find(text)
        return found


def _phrases(pieces: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    """Cut out numbers, each with what stands beside it and shapes it: such phrases recur."""
    start = end = 0
    for at in places:
        if at < end:
            continue
        start, end = at, at + 1
        while start > 0 and shapes_number(pieces[start - 1]):
            start -= 1
        while end < len(pieces) and shapes_number(pieces[end]):
            end += 1
        yield " ".join(pieces[start:end])
