"""The numbers learned from annotated news, and the file they are kept in.

The file is a zlib stream: one line of JSON with sizes, then the words, then arrays of integers,
little-endian. It holds single words, and weights whose places do not tell of what they are.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reader.attribution.tagging.vocabulary import FIRST_WORD, Vocabulary
from reader.attribution.tagging.word_numbers import WordNumbers
from reader.language.english import ENGLISH

SCALE = 32
"""Scores are whole numbers, this many to the natural unit."""


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: packed scores by row, and scores of transitions by side.

    `barred` has a bit for each pair of word classes between which hardly any source or content
    begins or ends.
    """

    vocabulary: Vocabulary
    barred: bytes
    heads: Sequence[int]
    reaches: Sequence[int]
    borders: Sequence[int]
    insides: Sequence[int]
    ends: Sequence[int]
    transitions: tuple[tuple[int, ...], ...]


def _bytes(code: str, values: Iterable[int]) -> bytes:
    kept = array(code, values)
    if sys.byteorder == "big":
        kept.byteswap()
    return kept.tobytes()


def dump(weights: Weights) -> bytes:
    """The bytes of the file that holds `weights`; the same weights give the same bytes."""
    vocabulary = weights.vocabulary
    parts = [
        vocabulary.numbers.words.encode(),
        vocabulary.classes,
        vocabulary.kinds,
        vocabulary.heads,
        weights.barred,
        _bytes("h", (score for side in weights.transitions for score in side)),
        _bytes("i", weights.heads),
        _bytes("b", weights.reaches),
        _bytes("q", weights.borders),
        _bytes("q", weights.insides),
        _bytes("q", weights.ends),
    ]
    header = {"sides": len(weights.transitions), "sizes": [len(part) for part in parts]}
    return zlib.compress(json.dumps(header).encode() + b"\n" + b"".join(parts), 9)


_LONGEST_LINE = 1024


class _Parts:
    """The parts of the file, unpacked one after the other: all at once take as much again."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._unpacking = zlib.decompressobj()
        self._ahead = b""

    def line(self) -> bytes:
        """The first line, which is not long."""
        line, _, self._ahead = self._unpacked(_LONGEST_LINE).partition(b"\n")
        return line

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        ahead, self._ahead = self._ahead[:size], self._ahead[size:]
        return ahead + self._unpacked(size - len(ahead)) if size > len(ahead) else ahead

    def _unpacked(self, size: int) -> bytes:
        unpacked = self._unpacking.decompress(self._packed, size)
        self._packed = self._unpacking.unconsumed_tail
        return unpacked

    def integers(self, code: str, size: int) -> array[int]:
        """The next `size` bytes as integers."""
        found = array(code)
        found.frombytes(self.take(size))
        if sys.byteorder == "big":
            found.byteswap()
        return found


def read(packed: bytes) -> Weights:
    """The weights that `dump` put into these bytes."""
    parts = _Parts(packed)
    header = json.loads(parts.line())
    sizes = iter(header["sizes"])
    words = parts.take(next(sizes)).decode()
    classes, kinds, heads, barred = (parts.take(next(sizes)) for _ in range(4))
    flat = list(parts.integers("h", next(sizes)))
    width = len(flat) // header["sides"]
    return Weights(
        vocabulary=Vocabulary(WordNumbers(words, FIRST_WORD), classes, kinds, heads),
        barred=barred,
        heads=parts.integers("i", next(sizes)),
        reaches=parts.integers("b", next(sizes)),
        borders=parts.integers("q", next(sizes)),
        insides=parts.integers("q", next(sizes)),
        ends=parts.integers("q", next(sizes)),
        transitions=tuple(tuple(flat[side : side + width]) for side in range(0, len(flat), width)),
    )


@cache
def shipped() -> Weights:
    """The weights that come with the package, read once."""
    return read(ENGLISH.weights())
