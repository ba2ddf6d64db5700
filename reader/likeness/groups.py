"""Names of articles or stories as numbers, each with the tellings that belong to it."""

from __future__ import annotations

from array import array


class Groups:
    """Takes in tellings in order, each with the name of its group."""

    def __init__(self) -> None:
        self.of = array("I")
        """For each telling, the number of its group."""
        self._numbers: dict[str, int] = {}
        self._members: list[array[int]] = []
        self._name: str | None = None
        self._number = 0

    def add(self, name: str) -> None:
        """Take in the next telling."""
        if name != self._name:  # mostly it is the name of the telling before
            self._name = name
            self._number = self._numbers.setdefault(name, len(self._numbers))
            if self._number == len(self._members):
                self._members.append(array("I"))
        self._members[self._number].append(len(self.of))
        self.of.append(self._number)

    def around(self, telling: int) -> array[int]:
        """Give the tellings of one's group, itself among them."""
        return self._members[self.of[telling]]
