"""Rows of wrapped text, made in portions so that the first screenful never waits for the last.

Rows are code-point offsets into the article's text. White space at a break belongs to no row, a
run of blank lines becomes one blank row, and an over-long word is folded between graphemes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from rich.cells import split_graphemes

_ONE_CELL_EACH = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0391-\u03ff\u0400-\u0482"
    "\u2010-\u2015\u2018-\u201f\u2022\u2026\u2030-\u2044\u20ac]*"
)
"""Scripts in which every code point takes one cell: most lines skip the search for graphemes."""

_WINDOW = 8
"""Code points looked at for each cell of a row in scripts that join them into graphemes."""

_FURTHER = 60_000
"""Code points wrapped beyond what is wanted at once: some ten screenfuls."""


class Rows:
    """The rows of `text[start:end]` at `width` cells, as far as `advance` has brought them."""

    def __init__(self, text: str, start: int, end: int, width: int) -> None:
        self._text = text
        self._end = end
        self._next = start
        self.width = max(1, width)
        self.starts = array("q")
        self.ends = array("q")

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """True when the whole text has been wrapped."""
        return self._next >= self._end

    def advance(self, characters: int) -> None:
        """Wrap at least so many code points more, to the end of a row."""
        limit = min(self._next + characters, self._end)
        while self._next < limit:
            self._line(limit)

    def reach(self, offset: int) -> None:
        """Wrap at least as far as a code point, and some screenfuls more."""
        if offset + _FURTHER > self._next:
            self.advance(offset + _FURTHER - self._next)

    def at(self, offset: int) -> int:
        """The row that shows a code point, the nearest one above where none does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _line(self, limit: int) -> None:
        """Wrap one line of the text, or as much of it as reaches the limit."""
        text, position = self._text, self._next
        newline = text.find("\n", position, self._end)
        line_end = self._end if newline < 0 else newline
        end = line_end
        while end > position and text[end - 1].isspace():
            end -= 1
        if end == position:
            if self.starts and self.ends[-1] > self.starts[-1]:
                self._row(position, position)
            self._next = line_end + 1
            return
        plain = _ONE_CELL_EACH.match(text, position, end)
        plain_end = plain.end() if plain else position
        while position < end:
            if end - position <= self.width and plain_end >= end:
                cut = end
            elif plain_end >= min(end, position + self.width + 1):
                cut = self._break(position, position + self.width)
            else:
                cut = self._break_by_grapheme(position, end)
            self._row(position, cut)
            position = cut
            while position < end and text[position] == " ":
                position += 1
            if position >= limit and position < end:
                self._next = position
                return
        self._next = line_end + 1

    def _break(self, start: int, fits: int) -> int:
        """Where a row that may hold `text[start:fits]` ends: before its last space, if any."""
        space = self._text.rfind(" ", start, fits + 1)
        while space > start and self._text[space - 1] == " ":
            space -= 1
        return space if space > start else fits

    def _break_by_grapheme(self, start: int, end: int) -> int:
        window = self._text[start : min(end, start + self.width * _WINDOW + 1)]
        cells = 0
        fits = 0
        for first, last, width in split_graphemes(window)[0]:
            if cells + width > self.width and first > 0:
                break
            cells += width
            fits = last
        else:
            if start + len(window) == end:
                return end
        return self._break(start, start + max(1, fits))

    def _row(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)


def column_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset in `text[start:end]` of the grapheme that covers a cell; `end` behind the last."""
    if _ONE_CELL_EACH.fullmatch(text, start, end):
        return min(start + max(0, cell), end)
    cells = 0
    for first, _, width in split_graphemes(text[start:end])[0]:
        cells += width
        if cell < cells:
            return start + first
    return end
