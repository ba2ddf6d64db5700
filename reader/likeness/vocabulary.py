"""The terms of a corpus as numbers, with the pieces that words of one root share."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from reader.likeness.quantities import NUMBER_WORDS, keys
from reader.likeness.words import WORD, term

_NOTHING = -1
_REACH = 2
"""How many words behind a number may belong to it."""
_PIECE = 4
"""Letters of a word piece; a word's two ends count as a letter each."""


class Vocabulary:
    """Gives every term (word without ending, or quantity) and every word piece a number.

    A quantity is two terms, its value and its rough value, so that 58.4 and 58 are half alike.
    """

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._codes: dict[str, int] = {}
        self._several: dict[int, tuple[int, ...]] = {}
        self._with_number: set[int] = set()
        self._pieces: dict[str, int] = {}
        self._pieces_of: dict[int, tuple[int, ...]] = {}
        self._names: list[str] = []
        self.quantities = bytearray()
        """For each term, 1 where it stands for a quantity."""

    def __len__(self) -> int:
        return len(self._names)

    def read(self, text: str) -> set[int]:
        """Give the numbers of a text's terms; new ones are taken up."""
        # Pieces between white space are far quicker to come by than words, and most come again.
        pieces = text.split()
        code_of = self._codes.__getitem__
        try:
            codes = list(map(code_of, pieces))
        except KeyError:
            for piece in set(pieces).difference(self._codes):
                self._codes[piece] = self._code(piece)
            codes = list(map(code_of, pieces))
        found = set(codes)
        found.discard(_NOTHING)
        special = [code for code in found if code < 0]
        if special:
            found.difference_update(special)
            for code in special:
                found.update(self._several[code])
            numbers = [at for at, code in enumerate(codes) if code in self._with_number]
            for phrase in _phrases(pieces, numbers):
                found.update(self._number_of(key, 1) for key in keys(phrase))
        return found

    def known(self, text: str) -> set[int]:
        """Give the numbers of those of a text's terms that were taken up before."""
        names = set(filter(None, map(term, WORD.findall(text)))) | keys(text)
        return {self._terms[name] for name in names if name in self._terms}

    def pieces(self, terms: Iterable[int]) -> set[int]:
        """Give the numbers of the word pieces of terms; quantities have none."""
        found: set[int] = set()
        for one in terms:
            found.update(self._pieces_of_term(one))
        return found

    def piece_counts(self, counts: array[int]) -> array[int]:
        """Say how many tellings hold each piece at most, from how many hold each term."""
        every = [self._pieces_of_term(one) for one in range(len(counts))]
        found = array("I", bytes(4 * len(self._pieces)))
        for pieces, count in zip(every, counts, strict=True):
            for piece in pieces:
                found[piece] += count
        return found

    def _code(self, piece: str) -> int:
        """Give the term of a piece between white space, or a code below it for none or several."""
        words = WORD.findall(piece)
        terms = tuple(
            self._number_of(counted, 0)
            for word in words
            if not word[0].isdecimal() and (counted := term(word))
        )
        has_number = any(word[0].isdecimal() or word.lower() in NUMBER_WORDS for word in words)
        if not has_number and len(terms) < 2:
            return terms[0] if terms else _NOTHING
        code = _NOTHING - 1 - len(self._several)
        self._several[code] = terms
        if has_number:
            self._with_number.add(code)
        return code

    def _number_of(self, name: str, is_quantity: int) -> int:
        number = self._terms.get(name)
        if number is None:
            number = self._terms[name] = len(self._names)
            self._names.append(name)
            self.quantities.append(is_quantity)
        return number

    def _pieces_of_term(self, one: int) -> tuple[int, ...]:
        known = self._pieces_of.get(one)
        if known is None:
            known = self._pieces_of[one] = (
                self._cut(self._names[one]) if not self.quantities[one] else ()
            )
        return known

    def _cut(self, name: str) -> tuple[int, ...]:
        ends = f"_{name}_"
        count = max(1, len(ends) - _PIECE + 1)
        pieces = {ends[at : at + _PIECE] for at in range(count)}
        return tuple(self._pieces.setdefault(piece, len(self._pieces)) for piece in pieces)


def _phrases(pieces: Sequence[str], numbers: Sequence[int]) -> Iterator[str]:
    """Cut out the numbers with what may tell their unit; those that stand close make one phrase."""
    if not numbers:
        return
    first = last = numbers[0]
    for at in numbers[1:]:
        if at - last > _REACH:
            yield " ".join(pieces[max(first - 1, 0) : last + 1 + _REACH])
            first = at
        last = at
    yield " ".join(pieces[max(first - 1, 0) : last + 1 + _REACH])
