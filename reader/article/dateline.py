"""The words before the dash: where and when a report was filed, and which agency sent it."""

from __future__ import annotations

import re

_WINDOW = 120
"""A dateline is over within this many characters."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:,?\s*(?:{_WEEKDAY},?\s*)?(?:{_MONTH}\s*{_DAY}|{_DAY}\s+{_MONTH})(?:,?\s*\d{{4}})?"
    rf"|,\s*{_WEEKDAY})$",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\s*\(([^()\n]{2,40})\)$")
_DASH = re.compile(r"\s*(?:[—–―]|--+|(?<=\s)-(?=\s))\s*")
_BRACKET = re.compile(r"\)\s+")


def dateline_end(paragraph: str, *, first: bool) -> int:
    """Return how many characters the dateline at a paragraph's start takes, 0 without one.

    `first` says that the paragraph opens the report: elsewhere only a dateline that names its
    agency counts.
    """
    window = paragraph[:_WINDOW]
    dash = _DASH.search(window)
    if dash is not None and dash.end() < len(paragraph):
        place, dated, agency = _taken_apart(window[: dash.start()])
        if _is_filed(place, dated, agency) and (first or agency):
            return dash.end()
    bracket = _BRACKET.search(window)
    if bracket is not None and not window[bracket.end() : bracket.end() + 1].islower():
        place, _, agency = _taken_apart(window[: bracket.start() + 1])
        if agency and place.isupper() and _is_place(place):
            return bracket.end()
    return 0


def _taken_apart(head: str) -> tuple[str, bool, bool]:
    """Part "PORT SELM, March 4 (NWA)" into its place, whether it is dated, and has an agency."""
    head = head.strip()
    agency = _AGENCY.search(head)
    if agency is not None:
        head = head[: agency.start()]
    agency_named = agency is not None and _is_agency(agency[1])
    date = _DATE.search(head)
    if date is not None:
        head = head[: date.start()]
    return head.strip(" ,"), date is not None, agency_named


def _is_agency(words: str) -> bool:
    parts = words.replace("/", " ").split()
    return len(parts) <= 4 and all(part[0].isupper() for part in parts if part[0].isalpha())


def _is_filed(place: str, dated: bool, agency: bool) -> bool:
    if not place:
        return agency
    if not _is_place(place):
        return False
    return agency or dated or place.split(",")[0].isupper()


_MOST_PARTS = 3
_MOST_WORDS = 4
_SMALL_WORDS = frozenset({"de", "del", "la", "el", "of", "the", "on", "upon", "sur", "and", "near"})


def _is_place(place: str) -> bool:
    """Tell "PORT SELM", "ST. ANNE'S, N.Y." and "Upper Vell, Kessia" from other words."""
    parts = [part.split() for part in place.split(",")]
    if not 1 <= len(parts) <= _MOST_PARTS:
        return False
    return all(
        0 < len(words) <= _MOST_WORDS
        and words[0] not in {"The", "A", "An"}
        and all(word in _SMALL_WORDS or _is_name_word(word) for word in words)
        for words in parts
    )


def _is_name_word(word: str) -> bool:
    letters = word.strip(".'’")
    return bool(letters) and letters[0].isupper() and not any(c.isdigit() for c in letters)
