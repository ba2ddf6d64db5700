"""How likely a word is a cue, of something said or something held, from counts of single words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_DATA = "cues.tsv"
_SMOOTHING = 0.5
"""Added to every count, so that what was never seen is unlikely rather than impossible."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a word was a cue of something said, of something held, and no cue."""

    said: int
    held: int
    none: int

    @property
    def cue_log_odds(self) -> float:
        """The logarithm of the odds that it is a cue at all."""
        return math.log((self.said + self.held + _SMOOTHING) / (self.none + _SMOOTHING))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The counts of each word: in all ("*"), by what follows (">…") and what precedes ("<…")."""

    words: Mapping[str, Mapping[str, Counts]]

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def log_odds(self, word: str, after: str, before: str) -> float:
        """The log odds that the word, between neighbours of these classes, is a cue."""
        counts = self.words.get(word)
        if counts is None:
            return -math.inf
        overall = counts["*"].cue_log_odds
        odds = overall
        for key in (f">{after}", f"<{before}"):
            beside = counts.get(key)
            if beside is not None:
                odds += _damped(beside, overall)
        return odds

    def said(self, word: str) -> bool:
        """Whether the word is a cue of what was said rather than of what was held."""
        counts = self.words.get(word)
        return counts is None or counts["*"].said >= counts["*"].held


_TRUSTED = 6.0
"""A neighbour class seen this often moves the odds by half of what it alone would."""


def _damped(beside: Counts, overall: float) -> float:
    seen = beside.said + beside.held + beside.none
    return (beside.cue_log_odds - overall) * seen / (seen + _TRUSTED)


class _Table(Mapping[str, Mapping[str, Counts]]):
    """The file's lines by word, each word's read when it is first asked for.

    A text asks for some hundreds of the words; reading them all would take longer than it does.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[str, list[str]] = {}
        self._read: dict[str, dict[str, Counts]] = {}
        for line in text.splitlines():
            word, _, rest = line.partition("\t")
            self._lines.setdefault(word, []).append(rest)

    def __getitem__(self, word: str) -> Mapping[str, Counts]:
        counts = self._read.get(word)
        if counts is None:
            fields = (line.split("\t") for line in self._lines[word])
            counts = {key: Counts(int(s), int(h), int(n)) for key, s, h, n in fields}
            self._read[word] = counts
        return counts

    def __contains__(self, word: object) -> bool:
        return word in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read when first asked for."""
    text = files("reader.language.english").joinpath(_DATA).read_text(encoding="utf-8")
    return Lexicon(_Table(text))
