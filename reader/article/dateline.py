"""The words before the dash: where and when a report was filed, and which agency sent it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.language.english import ENGLISH

_DATELINES = ENGLISH.datelines

_WINDOW = 120
"""A dateline is over within this many characters."""

_AGENCY = re.compile(r"\s*\(([^()\n]{2,40})\)$")
_DASH = re.compile(r"(?:[—–―]|--+|(?<=\s)-(?=\s))\s*")
_BRACKET = re.compile(r"\)\s+")


def dateline_end(paragraph: str, *, first: bool) -> int:
    """Return how many code points the dateline at a paragraph's start takes, 0 without one.

    `first` says that the paragraph opens the report: elsewhere only a dateline that names its
    agency or its date counts.
    """
    window = paragraph[:_WINDOW]
    dash = _DASH.search(window)
    if dash is not None and _begins_sentence(window[dash.end() :]):
        filed = _taken_apart(window[: dash.start()])
        if filed.is_dateline(first=first):
            return dash.end()
    bracket = _BRACKET.search(window)
    if bracket is not None and _begins_sentence(window[bracket.end() :]):
        filed = _taken_apart(window[: bracket.start() + 1])
        if filed.agency and filed.place.isupper() and _is_place(filed.place):
            return bracket.end()
    return 0


def is_dateline_alone(line: str) -> bool:
    """Tell "Port Selm, Wednesday 4 March", a whole line above the body."""
    filed = _taken_apart(line[:_WINDOW].rstrip(" .-–—"))
    return (
        len(line) <= _WINDOW
        and _is_place(filed.place)
        and (filed.dated or (filed.place.isupper() and _is_agency(filed.agency)))
    )


def _begins_sentence(words: str) -> bool:
    """Tell what follows a dateline from what follows a dash within a sentence."""
    return bool(words) and not words[0].islower()


@dataclass(frozen=True, slots=True)
class _Filed:
    """What stands before the dash, taken apart."""

    place: str
    dated: bool
    agency: str

    def is_dateline(self, *, first: bool) -> bool:
        if not self.place:
            return self.agency.isupper()
        if not _is_place(self.place):
            return False
        capital = self.place.split(",")[0].isupper()
        if self.agency:
            return capital or _is_agency(self.agency)
        return self.dated or (capital and first)


def _taken_apart(head: str) -> _Filed:
    """Part "PORT SELM, March 4 (NWA)" into its place, whether it is dated, and its agency."""
    head = head.strip()
    agency = _AGENCY.search(head)
    if agency is not None:
        head = head[: agency.start()]
    date = _DATELINES.date.search(head)
    if date is not None:
        head = head[: date.start()]
    return _Filed(head.strip(" ,"), date is not None, agency[1] if agency is not None else "")


def _is_agency(words: str) -> bool:
    """Tell an agency's initials or name, as in "Port Selm (NWA)", from a party or an aside."""
    parts = words.replace("/", " ").split()
    return any(
        (2 <= len(part) <= _LONGEST_INITIALS and part.isalpha() and part.isupper())
        or part.casefold() in _DATELINES.wires
        for part in parts
    )


_LONGEST_INITIALS = 6
_MOST_PARTS = 3
_MOST_WORDS = 4


def _is_place(place: str) -> bool:
    """Tell "PORT SELM", "ST. ANNE'S, N.Y." and "Upper Vell, Kessia" from other words."""
    parts = [part.split() for part in place.split(",")]
    if not 1 <= len(parts) <= _MOST_PARTS:
        return False
    return all(
        0 < len(words) <= _MOST_WORDS
        and words[0] not in _DATELINES.articles
        and all(word in _DATELINES.small_words or _is_name_word(word) for word in words)
        for words in parts
    )


def _is_name_word(word: str) -> bool:
    letters = word.strip(".'’")
    return bool(letters) and letters[0].isupper() and not any(c.isdigit() for c in letters)
