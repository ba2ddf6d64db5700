"""Words and units: a paragraph as sentences whose quotations are single tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.attribution.text.quotations import Quotation
from reader.span import Span

QUOTE = "“”"
"""What stands for a quotation in a unit's words."""

_TOKEN = re.compile(
    r"\b(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho|[Tt]hat)(?=['’](?:s|m|re|ve|d|ll)\b)"
    r"|['’](?:s|m|re|ve|d|ll)\b"
    r"|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Prof|Rev|Hon|Adm|Capt|Cmdr|Maj|Brig|Jr|Sr|[A-Z])"
    r"\.(?=\s)"
    r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-’'&./,][^\W_]+)*(?:['’](?=\s))?|--+|\.\.+|[^\w\s]|_+"
)
_BOUNDARY = re.compile(r"[.!?…][.!?…\"”’'»)\]]*(\s+)(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘'])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Prof|Rev|"
    r"Hon|Adm|Capt|Cmdr|Maj|Brig|Supt|Insp|Messrs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|"
    r"Inc|Corp|Co|Ltd|Pte|Mt|Ft|Fr|Sec|Dept|Det|Const|Pvt|Cpl|Amb|Pres|Atty|Dist|Ald|Pt)$"
)
_ABBREVIATION_LENGTH = 12
_TAG = re.compile(
    r"(?:[\w’'.-]+,? ){1,12}?(?:said|says|asked|asks|wrote|writes|added|adds|shouted|tweeted|told|"
    r"replied|recalled|continued|joked|exclaimed|demanded|went on)\b(?! that\b)"
)
"""What follows a quoted question or cry when the sentence goes on: “Who did it?” Vale asked."""
MAX_WORDS = 400
"""A unit longer than this is cut: bounds the work on text without full stops."""

Range = tuple[int, int]
"""First and last token of a unit, both included."""


@dataclass(slots=True)
class Unit:
    """One sentence, with the quotations it touches, as parallel lists of tokens.

    `low` holds lower-cased words, punctuation as it stands and QUOTE for a whole quotation;
    `starts` and `ends` are code points. `quotes` gives the quotation of a token by its place.
    """

    text: str
    start: int
    end: int
    paragraph: int
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """The token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def __len__(self) -> int:
        return len(self.low)


def sentences(text: str, paragraph: Span, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """Cut a paragraph into sentences, never inside one of its quotations."""
    start = paragraph.start
    place = 0
    for match in _BOUNDARY.finditer(text, paragraph.start, paragraph.end):
        gap = match.start(1)
        while place < len(quotes) and quotes[place].span.end < gap:
            place += 1
        if place < len(quotes) and quotes[place].span.start < gap < quotes[place].span.end:
            continue
        after = text[match.end()]
        if after.islower() or after in ",;)]":
            continue
        stop = match.start()
        if (
            text[stop] in "?!"
            and text[stop + 1] in "”\"’'»"
            and _TAG.match(text, match.end(), paragraph.end)
        ):
            continue
        if text[stop] == "." and _ABBREVIATION.search(
            text, max(start, stop - _ABBREVIATION_LENGTH), stop
        ):
            continue
        yield Span(start, gap)
        start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def units(text: str, sentence: Span, paragraph: int, quotes: Sequence[Quotation]) -> Iterator[Unit]:
    """Tokenise a sentence into a unit, or into several where it has over MAX_WORDS tokens."""
    first = bisect_left(quotes, sentence.start, key=lambda q: q.span.end - 1)
    unit = Unit(text, sentence.start, sentence.end, paragraph)
    position = sentence.start
    while True:
        quote = quotes[first] if first < len(quotes) else None
        upto = min(quote.span.start, sentence.end) if quote else sentence.end
        matches = list(_TOKEN.finditer(text, position, upto))
        taken = 0
        while taken < len(matches):
            if len(unit.low) >= MAX_WORDS:
                unit.end = unit.ends[-1]
                yield unit
                unit = Unit(text, matches[taken].start(), sentence.end, paragraph)
            some = matches[taken : taken + MAX_WORDS - len(unit.low)]
            taken += len(some)
            unit.starts += [match.start() for match in some]
            unit.ends += [match.end() for match in some]
            unit.low += [match.group().lower() for match in some]
        if quote is None or quote.span.start >= sentence.end:
            break
        if len(unit.low) >= MAX_WORDS:
            unit.end = unit.ends[-1]
            yield unit
            unit = Unit(text, quote.span.start, sentence.end, paragraph)
        unit.quotes[len(unit.low)] = quote
        unit.starts.append(max(quote.span.start, sentence.start))
        unit.ends.append(min(quote.span.end, sentence.end))
        unit.low.append(QUOTE)
        position = max(position, quote.span.end)
        first += 1
    if unit.low:
        yield unit
