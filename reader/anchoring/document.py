"""The article and what is looked for in it, as strings with one character for each word.

Searching and aligning words then goes at the speed of searching and aligning characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from reader.anchoring.slips import is_slip
from reader.anchoring.words import JOIN, Words, canonical_words, mended, read_words
from reader.judgement import Anchor
from reader.span import Span
from reader.statement import Statement

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Runs of words, in text order: the first, and one past the last."""

_CODES = 0x10FFFF
"""Characters there are; beyond so many distinct words two may share one, and are looked at."""
_SENTENCE_END = re.compile(r"[.!?\n]")
_MARK = re.compile(r"[.,;:!?]")
_ESTABLISHED = 3
"""A word that stands in a text so often is no misprint."""


@dataclass(frozen=True, slots=True)
class Target:
    """An anchor as words: what it says, who says it, and what stood beside it."""

    parts: tuple[str, ...]
    words: list[str]
    coded: str
    source: str
    possessive: bool
    before: str
    after: str
    marks: tuple[str, str]
    copy: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement of the article as words: its content, its source, and these with the cue."""

    content: Ranges
    source: Ranges
    frame: Ranges


class _Codes(dict[str, str]):
    """A character for each word, given out when first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.spelt: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        code = self[word] = chr(1 + len(self) % _CODES)
        self.spelt[code] = word
        return code


class Document:
    """An article's words, coded as characters, and the statements found in it."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._text = mended(text)
        self.words: Words = read_words(self._text)
        self._codes = _Codes()
        self.coded: str = self.encode(self.words.canon)
        self.listed: list[Listed] = [self._listed(statement) for statement in statements]

    def encode(self, words: Iterable[str]) -> str:
        """Give one character for each word, always the same for the same word."""
        codes = self._codes
        return "".join([codes[word] for word in words])

    def spell(self, code: str) -> str:
        """Give the word of a character."""
        return self._codes.spelt[code]

    def target(self, anchor: Anchor) -> Target:
        """Read an anchor as words."""
        quote = mended(anchor.quote)
        parts = [canonical_words(part) for part in quote.split(JOIN)]
        words = [word for part in parts for word in part]
        return Target(
            parts=tuple(self.encode(part) for part in parts if part),
            words=words,
            coded=self.encode(words),
            source=self.encode(canonical_words(anchor.source)),
            possessive=anchor.source.endswith(("'s", "’s")),
            before=self.encode(canonical_words(anchor.before)),
            after=self.encode(canonical_words(anchor.after)),
            marks=(
                _last_mark(_between(mended(anchor.before), quote)),
                _first_mark(_between(quote, mended(anchor.after))),
            ),
            copy=anchor.copy,
        )

    def text_of(self, ranges: Ranges) -> str:
        """Give the words of the ranges, coded and joined."""
        return "".join([self.coded[first:last] for first, last in ranges])

    def spans(self, ranges: Ranges) -> tuple[Span, ...]:
        """Give the code points of the ranges."""
        return tuple(self.words.span(first, last) for first, last in ranges)

    def is_established(self, word: str) -> bool:
        """Tell whether the article uses a word again and again."""
        code = self._codes.get(word)
        return code is not None and self.coded.count(code) >= _ESTABLISHED

    def forgiven(self, coded: str, window: str) -> str:
        """Put words where the window has them with a slip of the pen."""
        there, wanted = set(window), set(coded)
        missing = wanted - there
        if not missing:
            return window
        # A slip seldom hits the first letter, and makes the word no more than a letter longer.
        spare: dict[tuple[str, int], list[str]] = defaultdict(list)
        for code in there - wanted:
            word = self.spell(code)
            spare[word[0], len(word)].append(code)
            spare[word[1:], 0].append(code)
        mended: dict[int, str] = {}
        for lost in missing:
            word = self.spell(lost)
            keys = [(word[0], len(word) + more) for more in (-1, 0, 1)]
            for code in chain.from_iterable(spare.get(key, ()) for key in (*keys, (word[1:], 0))):
                if is_slip(word, self.spell(code), self.is_established):
                    mended[ord(code)] = lost
                    break
        return window.translate(mended) if mended else window

    def marks(self, first: int, last: int) -> tuple[str, str]:
        """Give the mark of punctuation before the words and the one after them, if any."""
        starts, ends, text = self.words.starts, self.words.ends, self._text
        left = text[ends[first - 1] if first else 0 : starts[first]]
        right = text[ends[last - 1] : starts[last] if last < len(starts) else len(text)]
        return _last_mark(left.partition("\n")[0]), _first_mark(right.partition("\n")[0])

    def beside(self, first: int, last: int, count: int) -> tuple[str, str]:
        """Give the words just before `first`, nearest first, and those from `last` on.

        Only as far as their sentence goes.
        """
        starts, ends = self.words.starts, self.words.ends
        left = right = ""
        for place in range(first - 1, max(-1, first - 1 - count), -1):
            if _SENTENCE_END.search(self._text, ends[place], starts[place + 1]):
                break
            left += self.coded[place]
        for place in range(last, min(len(starts), last + count)):
            if _SENTENCE_END.search(self._text, ends[place - 1], starts[place]):
                break
            right += self.coded[place]
        return left, right

    def _listed(self, statement: Statement) -> Listed:
        source = self._ranges(statement.source)
        return Listed(
            content=self._ranges(statement.content),
            source=source,
            frame=(*source, *self._ranges(statement.cue)),
        )

    def _ranges(self, spans: Iterable[Span]) -> Ranges:
        ranges: list[tuple[int, int]] = []
        done = 0
        for start, end in spans:
            first, last = self.words.within(start, end)
            if last > max(first, done):
                ranges.append((max(first, done), last))
                done = last
        return tuple(ranges)


def _between(left: str, right: str) -> str:
    """Give what stands between the last word of one text and the first of another."""
    end, start = len(left), 0
    while end and not left[end - 1].isalnum():
        end -= 1
    while start < len(right) and not right[start].isalnum():
        start += 1
    return f"{left[end:]} {right[:start]}"


def _first_mark(text: str) -> str:
    marks = _MARK.search(text)
    return marks[0] if marks else ""


def _last_mark(text: str) -> str:
    return _first_mark(text[::-1])


def size(ranges: Ranges) -> int:
    """Count the words of the ranges."""
    return sum(last - first for first, last in ranges)


def overlap(one: Ranges, other: Ranges) -> int:
    """Count the words that two lists of ranges have in common."""
    common = 0
    for first, last in one:
        for start, end in other:
            common += max(0, min(last, end) - max(first, start))
    return common
