"""A line of text as tokens, each with its shape, its quotation marks and its sentence.

Borders are decided line by line: in news copy a statement's words hardly ever cross a line break,
and a stray quotation mark can then spoil no more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev|St|Jr|Sr|Prof|Hon"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|No)\.(?=\s)"
    r"|\b[A-Z]\.(?=\s[A-Z])"  # an initial before a name
    r"|\d[\d.,:]*\d"
    r"|\w+(?:-\w+|['’](?!s\b)\w+)*"
    r"|['’]s\b"
    r"|``|''|--+"
    r"|[^\w\s]"
)

OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
"""Where a token stands to the quotation marks of its line."""

LOWER, CAPITAL, UPPER, NUMBER, MARK = range(5)
"""What a token looks like."""

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_EITHER = frozenset(('"', "``", "''"))
QUOTATION_MARKS = _OPENING | _CLOSING | _EITHER
_DASHES = frozenset(("--", "---", "–", "―", "−"))
DASH = "—"
"""The word every dash is read as."""
_STOPS = frozenset(".?!")
_AFTER_STOP = frozenset(")]’'") | _CLOSING | _EITHER


@dataclass(slots=True)
class Line:
    """The tokens of one line; all lists run parallel, `starts` and `ends` are code points.

    `sentences[i]` counts the sentences of the line from 0; `quotes[i]` is one of OUTSIDE, INSIDE,
    OPENS, CLOSES; `quotations[i]` numbers the quotation a token belongs to, 0 being none.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    shapes: list[int]
    quotes: list[int]
    quotations: list[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.words)


def split_lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Start and end, in code points, of every line of `text[start:stop]` that is not empty."""
    while start < stop:
        end = text.find("\n", start, stop)
        if end < 0:
            end = stop
        if end > start:
            yield start, end
        start = end + 1


def tokens(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and words (as written) of the tokens of `text[start:end]`."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text, start, end):
        words.append(match[0])
        first, last = match.span()
        starts.append(first)
        ends.append(last)
    return starts, ends, words


def read_line(starts: list[int], ends: list[int], written: list[str]) -> Line:
    """The line made of these tokens."""
    quotes, quotations = _quotations(starts, ends, written)
    return Line(
        starts=starts,
        ends=ends,
        words=[DASH if word in _DASHES else word.lower() for word in written],
        shapes=[_shape(word) for word in written],
        quotes=quotes,
        quotations=quotations,
        sentences=_sentences(written, quotes),
    )


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    first = word[0]
    if first.isupper():
        return UPPER if len(word) > 1 and word.isupper() else CAPITAL
    if first.isdigit():
        return NUMBER
    return LOWER if first.isalnum() else MARK


def _opens(index: int, starts: list[int], ends: list[int], inside: bool) -> bool:
    """Whether the straight mark at `index` opens: by the white space around it, else by turn."""
    before = index == 0 or ends[index - 1] < starts[index]
    after = index + 1 == len(starts) or ends[index] < starts[index + 1]
    if before != after:
        return before
    return not inside


def _quotations(
    starts: list[int], ends: list[int], written: list[str]
) -> tuple[list[int], list[int]]:
    quotes = [OUTSIDE] * len(written)
    quotations = [0] * len(written)
    inside = False
    number = 0
    for index, word in enumerate(written):
        if word in QUOTATION_MARKS:
            opens = word in _OPENING or (
                word not in _CLOSING and _opens(index, starts, ends, inside)
            )
            if opens:
                if not inside:
                    number += 1
                inside = True
                quotes[index] = OPENS
            else:
                if not inside and number == 0:  # begun in an earlier paragraph
                    number = 1
                    quotes[:index] = [INSIDE] * index
                    quotations[:index] = [1] * index
                inside = False
                quotes[index] = CLOSES
            quotations[index] = number
        elif inside:
            quotes[index] = INSIDE
            quotations[index] = number
    return quotes, quotations


def _sentences(written: list[str], quotes: list[int]) -> list[int]:
    sentences: list[int] = []
    current = 0
    stopped = False
    for word, quote in zip(written, quotes, strict=True):
        if stopped and word not in _STOPS and (word not in _AFTER_STOP or quote == OPENS):
            stopped = False
            if not word[0].islower() and word[0] not in ",;:)":
                current += 1
        sentences.append(current)
        if word in _STOPS:
            stopped = True
    return sentences
