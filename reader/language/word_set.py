"""Many words kept as text: a set of them would take ten times the memory."""

from __future__ import annotations

from collections.abc import Iterator, Set

_KEY = 2


class WordSet(Set[str]):
    """Words by their first letters, each group as one string; answers what is in it."""

    def __init__(self, words: Iterator[str]) -> None:
        groups: dict[str, list[str]] = {}
        for word in words:
            groups.setdefault(word[:_KEY], []).append(word)
        self._groups = {key: f" {' '.join(group)} " for key, group in groups.items()}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or " " in word:
            return False
        group = self._groups.get(word[:_KEY])
        return group is not None and f" {word} " in group

    def __iter__(self) -> Iterator[str]:
        for group in self._groups.values():
            yield from group.split()

    def __len__(self) -> int:
        return sum(group.count(" ") - 1 for group in self._groups.values())
