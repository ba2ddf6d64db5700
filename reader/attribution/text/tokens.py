"""The words and marks of an article, cut once for every step that reads them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.attribution.text.quotations import Quotation
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Trait
from reader.span import Span

_ABBREVIATED = "|".join(sorted(ENGLISH.word_class("abbreviations")))
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATED.split("|")))
_TOKEN = re.compile(
    # Most words, so that nothing else is tried on them.
    r"[a-z]++(?=[ \n]|, )"
    r"|\b(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho|[Tt]hat)(?=['’](?:s|m|re|ve|d|ll)\b)"
    r"|['’](?:s|m|re|ve|d|ll)\b"
    rf"|\b(?=\w{{1,{_LONGEST_ABBREVIATION}}}\.\s)(?:{_ABBREVIATED}|No(?=\.\s\d)|[A-Z])\."
    r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'&./,][^\W_]+)*(?:['’](?=\s))?"
    r"|--+|\.\.+|``|''|[^\w\s]|_+"
)
LOWER, CAPITAL, UPPER, NUMBER, MARK = range(5)
"""What a token looks like."""

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset(".!?…\"”’'»)]") | {"''"}
_GOES_ON = frozenset(",;)]")
_SAYING = ENGLISH.verbs.forms(Trait.INVERTS, of=FINITE) | {"told", "went on"}
_TAG = re.compile(rf"(?:[\w’'.-]+,? ){{1,12}}?(?:{'|'.join(sorted(_SAYING))})\b(?! that\b)")
"""What follows a quoted question or cry when the sentence goes on: “Who did it?” Vale asked."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all paragraphs, as parallel lists; `starts` and `ends` are code points.

    `words` are lower-cased, `shapes` tell how they are written. No token lies over a border of a
    quotation. `first_of` gives each paragraph's first token, and the number of tokens at the end.
    A break parts two sentences: `breaks` are the ends of the words before them, `after` the starts
    of the words behind.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    shapes: list[int]
    first_of: list[int]
    breaks: list[int]
    after: list[int]

    def within(self, span: Span) -> tuple[int, int]:
        """The first token that begins in a span, and the one behind the last that ends in it."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        while last > first and self.ends[last - 1] > span.end:
            last -= 1
        return first, last


def tokenize(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Sequence[Quotation]]
) -> Tokens:
    """Cut the paragraphs into tokens and sentences; `quotes` are those of each."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    shapes: list[int] = []
    first_of: list[int] = []
    breaks: list[int] = []
    after: list[int] = []
    known: dict[str, tuple[str, int, bool]] = {}
    for paragraph, mine in zip(paragraphs, quotes, strict=True):
        stops: list[int] = []
        first_of.append(len(words))
        position = paragraph.start
        borders = sorted(border for quote in mine for border in _borders(text, quote))
        for border in (*borders, paragraph.end):
            if border > position:
                for match in _TOKEN.finditer(text, position, border):
                    written = match[0]
                    read = known.get(written)
                    if read is None:
                        word = written.lower()
                        stop = word in _STOPS or word.startswith("..")
                        read = known[written] = word, _shape(written, word), stop
                    word, shape, stop = read
                    if stop:
                        stops.append(len(words))
                    words.append(word)
                    shapes.append(shape)
                    start, end = match.span()
                    starts.append(start)
                    ends.append(end)
                position = border
        for at in _breaks(text, paragraph, starts, ends, words, stops):
            breaks.append(ends[at - 1])
            after.append(starts[at])
    first_of.append(len(words))
    return Tokens(starts, ends, words, shapes, first_of, breaks, after)


def _shape(written: str, word: str) -> int:
    """What a token looks like, as it is written and lower-cased."""
    if written != word:
        return UPPER if len(written) > 1 and written.isupper() else CAPITAL
    first = word[0]
    if first.isalpha():
        return LOWER
    return NUMBER if first.isdigit() else MARK


def _borders(text: str, quote: Quotation) -> Iterator[int]:
    """Where a quotation's marks begin and end, and those of the quotations within it."""
    for span in (quote.span, *quote.inner):
        yield span.start
        yield span.start + _width(text[span.start : span.start + 2])
        yield span.end - _width(text[span.end - 2 : span.end])
        yield span.end


def _width(letters: str) -> int:
    """How many code points of a mark are among these two."""
    return 2 if letters in ("``", "''") else 1


def _breaks(
    text: str,
    paragraph: Span,
    starts: Sequence[int],
    ends: Sequence[int],
    words: Sequence[str],
    stops: Sequence[int],
) -> Iterator[int]:
    """The paragraph's tokens that begin a new sentence, its first one left out.

    `stops` are those that may end one.
    """
    size = len(words)
    place = 0
    for at in stops:
        if at < place:
            continue
        stop, place = words[at], at + 1
        closer = ""
        while place < size and starts[place] == ends[place - 1] and words[place] in _CLOSERS:
            closer = closer or words[place]
            place += 1
        if place >= size or starts[place] == ends[place - 1]:
            continue
        follows = text[starts[place]]
        if follows.islower() or follows in _GOES_ON:
            continue
        if (
            stop in "?!"
            and closer in ("”", '"', "’", "'", "»")
            and _TAG.match(text, starts[place], paragraph.end)
        ):
            continue
        yield place
