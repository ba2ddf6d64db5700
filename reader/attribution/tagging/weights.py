"""The numbers learned from annotated news, and the file they are kept in.

The file is a zlib stream: one line of JSON with sizes, then the words, then arrays of integers,
little-endian. It holds single words, and weights of features that are themselves numbers.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from reader.attribution.tagging.reporting import reporting_words
from reader.attribution.tagging.vocabulary import Vocabulary
from reader.language.english import ENGLISH

SCALE = 32
"""Scores are whole numbers, this many to the natural unit."""

TABLES = ("heads", "reaches", "borders", "insides", "ends")


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: packed scores by feature, and scores of transitions by side."""

    vocabulary: Vocabulary
    heads: Mapping[int, int]
    reaches: Mapping[int, int]
    borders: Mapping[int, int]
    insides: Mapping[int, int]
    ends: Mapping[int, int]
    transitions: tuple[tuple[int, ...], ...]


def total(table: Mapping[int, int], features: Iterable[int]) -> int:
    """The packed sum of what `table` holds for these features."""
    return sum(filter(None, map(table.get, features)))


def _integers(code: str, data: bytes) -> array[int]:
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
    cues = sorted(vocabulary.cues)
    parts = [
        "\n".join(words).encode(),
        _bytes("H", vocabulary.classes),
        "\n".join(cues).encode(),
        _bytes("B", (vocabulary.cues[word] for word in cues)),
        _bytes("h", (score for side in weights.transitions for score in side)),
        _bytes("I", sorted(vocabulary.barred)),
    ]
    for name in TABLES:
        table: Mapping[int, int] = getattr(weights, name)
        features = sorted(table)
        steps = [b - a for a, b in zip([0, *features], features, strict=False)]
        parts.append(_bytes("q", steps))
        parts.append(_bytes("q", (table[feature] for feature in features)))
    header = {
        "first": min(vocabulary.numbers.values(), default=0),
        "sides": len(weights.transitions),
        "sizes": [len(part) for part in parts],
    }
    return zlib.compress(json.dumps(header).encode() + b"\n" + b"".join(parts))


def read(packed: bytes) -> Weights:
    """The weights that `dump` put into these bytes."""
    data = zlib.decompress(packed)
    at = data.index(b"\n") + 1
    header = json.loads(data[:at])
    parts: list[bytes] = []
    for size in header["sizes"]:
        parts.append(data[at : at + size])
        at += size
    words = parts[0].decode().split("\n")
    first = header["first"]
    flat = list(_integers("h", parts[4]))
    width = len(flat) // header["sides"]
    tables = [
        dict(zip(accumulate(_integers("q", keys)), _integers("q", values), strict=True))
        for keys, values in zip(parts[6::2], parts[7::2], strict=True)
    ]
    heads, reaches, borders, insides, ends = tables
    return Weights(
        vocabulary=Vocabulary(
            numbers=dict(zip(words, range(first, first + len(words)), strict=True)),
            classes=list(_integers("H", parts[1])),
            cues=dict(zip(parts[2].decode().split("\n"), parts[3], strict=True)),
            listed=reporting_words(ENGLISH),
            barred=frozenset(_integers("I", parts[5])),
        ),
        heads=heads,
        reaches=reaches,
        borders=borders,
        insides=insides,
        ends=ends,
        transitions=tuple(tuple(flat[side : side + width]) for side in range(0, len(flat), width)),
    )


@cache
def shipped() -> Weights:
    """The weights that come with the package, read once."""
    return read(ENGLISH.weights())
