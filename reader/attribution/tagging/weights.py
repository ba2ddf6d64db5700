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


def _integers(code: str, data: memoryview) -> array[int]:
    found = array(code)
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _bytes(code: str, values: Iterable[int]) -> bytes:
    kept = array(code, values)
    if sys.byteorder == "big":
        kept.byteswap()
    return kept.tobytes()


def dump(weights: Weights) -> bytes:
    """The bytes of the file that holds `weights`; the same weights give the same bytes."""
    vocabulary = weights.vocabulary
    words = sorted(vocabulary.numbers, key=lambda word: vocabulary.numbers[word])
    parts = [
        "\n".join(words).encode(),
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


def read(packed: bytes) -> Weights:
    """The weights that `dump` put into these bytes."""
    data = zlib.decompress(packed)
    at = data.index(b"\n") + 1
    header = json.loads(data[:at])
    view = memoryview(data)
    parts: list[memoryview] = []
    for size in header["sizes"]:
        parts.append(view[at : at + size])
        at += size
    words = bytes(parts[0]).decode().split("\n")
    numbers = dict(zip(words, range(FIRST_WORD, FIRST_WORD + len(words)), strict=True))
    flat = list(_integers("h", parts[5]))
    width = len(flat) // header["sides"]
    return Weights(
        vocabulary=Vocabulary(numbers, *map(bytes, parts[1:4])),
        barred=bytes(parts[4]),
        heads=_integers("i", parts[6]),
        reaches=_integers("b", parts[7]),
        borders=_integers("q", parts[8]),
        insides=_integers("q", parts[9]),
        ends=_integers("q", parts[10]),
        transitions=tuple(tuple(flat[side : side + width]) for side in range(0, len(flat), width)),
    )


@cache
def shipped() -> Weights:
    """The weights that come with the package, read once."""
    return read(ENGLISH.weights())
