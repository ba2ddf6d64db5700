"""The numbers of counted words, kept as text."""

from __future__ import annotations

_PREFIX = 2
"""Letters by which words that stand together are found."""


class WordNumbers(dict[str, int]):
    """The number of each of some words, in their order; 0 for any other word.

    All are kept as one text, and each gets an entry of its own when it is asked for: entries for
    all would take fifteen times the memory, and an article asks for some hundreds.
    """

    __slots__ = ("_runs", "_text")

    def __init__(self, words: str, first: int) -> None:
        """Number words, one a line, from `first` on."""
        self._text = f"\n{words}\n"
        self._runs: dict[str, list[tuple[int, int, int]]] = {}
        text = self._text
        start, number, before = 0, first, ""
        while start < len(text) - 1:
            end = text.index("\n", start + 1)
            prefix = text[start + 1 : min(start + 1 + _PREFIX, end)]
            runs = self._runs.setdefault(prefix, [])
            if prefix == before:
                begin, _, begins = runs.pop()
                runs.append((begin, end + 1, begins))
            else:
                runs.append((start, end + 1, number))
            start, number, before = end, number + 1, prefix

    def __missing__(self, word: str) -> int:
        """The number of a word that was not asked for before."""
        for start, end, first in self._runs.get(word[:_PREFIX], ()):
            place = self._text.find(f"\n{word}\n", start, end)
            if place >= 0:
                number = self[word] = first + self._text.count("\n", start, place)
                return number
        return 0

    @property
    def words(self) -> str:
        """All words in the order of their numbers, one a line."""
        return self._text[1:-1]
