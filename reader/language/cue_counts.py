"""How likely a word is a cue, of something said or something held, from counts of single words."""

from __future__ import annotations

import math
from dataclasses import dataclass

_SMOOTHING = 0.5
"""Added to every count, so that what was never seen is unlikely rather than impossible."""
_TRUSTED = 6.0
"""A neighbour class seen this often moves the odds by half of what it alone would."""


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


_Entry = dict[str, Counts]
"""A word's counts: in all ("*"), by the class of what follows (">…") and what precedes ("<…")."""


class CueCounts:
    """The counts of a table with a line a word: the word, then key and three counts, all by tabs.

    Kept as text, and a word's line read when it is asked for: an article asks for some dozens of
    the words.
    """

    def __init__(self, table: str) -> None:
        self._table = table
        self._starts: dict[str, int] = {}
        self._read: dict[str, _Entry] = {}
        start = 0
        while start < len(table):
            self._starts[table[start : table.index("\t", start)]] = start
            start = table.index("\n", start) + 1

    def __contains__(self, word: str) -> bool:
        """Whether the word was ever a cue."""
        return word in self._starts

    @property
    def words(self) -> frozenset[str]:
        """All words that were cues."""
        return frozenset(self._starts)

    def log_odds(self, word: str, after: str, before: str) -> float:
        """The log odds that the word, between neighbours of these classes, is a cue."""
        counts = self._entry(word)
        if counts is None:
            return -math.inf
        overall = counts["*"].cue_log_odds
        odds = overall
        for key in (f">{after}", f"<{before}"):
            beside = counts.get(key)
            if beside is not None:
                odds += _damped(beside, overall)
        return odds

    def overall(self, word: str) -> Counts | None:
        """The word's counts wherever it stands; None where it was never a cue."""
        counts = self._entry(word)
        return counts["*"] if counts is not None else None

    def _entry(self, word: str) -> _Entry | None:
        entry = self._read.get(word)
        if entry is None:
            start = self._starts.get(word)
            if start is None:
                return None
            _, *fields = self._table[start : self._table.index("\n", start)].split("\t")
            entry = {
                key: Counts(int(said), int(held), int(none))
                for key, said, held, none in zip(*[iter(fields)] * 4, strict=True)
            }
            self._read[word] = entry
        return entry


def _damped(beside: Counts, overall: float) -> float:
    seen = beside.said + beside.held + beside.none
    return (beside.cue_log_odds - overall) * seen / (seen + _TRUSTED)
