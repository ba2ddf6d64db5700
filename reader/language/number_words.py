"""The words of numbers and of what they measure: a table with word, part and value a line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The parts that a number in words is made of, and the words for units; all lower case."""

    ones: dict[str, int]
    tens: dict[str, int]
    hundred: frozenset[str]
    scales: dict[str, int]
    groups: dict[str, int]
    """Words for a round number of things: a dozen."""
    parts_of_an_hour: dict[str, int]
    """In minutes."""
    hours: dict[str, int]
    """Words for an hour of the day, as a clock with twelve hours tells it."""
    units: dict[str, str]

    @property
    def openers(self) -> frozenset[str]:
        """Every word that a number can begin with."""
        return self.hundred.union(
            self.ones, self.tens, self.scales, self.groups, self.parts_of_an_hour, self.hours
        )


def read_number_words(table: str) -> NumberWords:
    """Read the table; lines with "#" are for people."""
    numbers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    units: dict[str, str] = {}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        word, part, value = line.split("\t")
        if part == "unit":
            units[word] = value
        else:
            numbers[part][word] = int(value)
    return NumberWords(
        ones=numbers["one"],
        tens=numbers["ten"],
        hundred=frozenset(numbers["hundred"]),
        scales=numbers["scale"],
        groups=numbers["group"],
        parts_of_an_hour=numbers["part of an hour"],
        hours=numbers["hour"],
        units=units,
    )
