"""An article read once: its paragraphs, quotations, sentences and tokens, for every step to use."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.article.zone import Zone
from reader.attribution.text.quotations import Quotation, quotations
from reader.attribution.text.searched import searched
from reader.attribution.text.sentences import QUOTE, Unit
from reader.attribution.text.tokens import Tokens, tokenize
from reader.span import Span

MAX_WORDS = 400
"""A unit longer than this is cut: bounds the work on text without full stops."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with all that is read out of its letters.

    `paragraphs` are those of its headline and body, in order; `headlines` tells which of them are
    headlines, by place; `stretches` are the zones they stand in. `quotations` are the outermost
    ones, in order, and `quoted_in` those of each paragraph.
    """

    text: str
    paragraphs: tuple[Span, ...]
    headlines: frozenset[int]
    stretches: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    quoted_in: tuple[tuple[Quotation, ...], ...]
    tokens: Tokens

    def sentences(self, region: Span, quotes: Sequence[Quotation]) -> Iterator[Span]:
        """Cut a stretch of one paragraph into sentences, never inside one of these quotations."""
        tokens = self.tokens
        start = region.start
        place = 0
        at = bisect_left(tokens.breaks, start)
        while at < len(tokens.breaks) and tokens.after[at] < region.end:
            gap = tokens.breaks[at]
            while place < len(quotes) and quotes[place].span.end < gap:
                place += 1
            if not (
                place < len(quotes) and quotes[place].span.start < gap < quotes[place].span.end
            ):
                yield Span(start, gap)
                start = tokens.after[at]
            at += 1
        if start < region.end:
            yield Span(start, region.end)

    def units(self, sentence: Span, paragraph: int, quotes: Sequence[Quotation]) -> Iterator[Unit]:
        """A sentence as a unit, or as several where it has over MAX_WORDS tokens."""
        tokens = self.tokens
        first, last = tokens.within(sentence)
        starts: list[int] = []
        ends: list[int] = []
        low: list[str] = []
        held: dict[int, Quotation] = {}
        place = bisect_left(quotes, sentence.start, key=_last_letter)
        while place < len(quotes) and quotes[place].span.start < sentence.end:
            quote = quotes[place]
            opening = bisect_left(tokens.starts, quote.span.start, first, last)
            starts += tokens.starts[first:opening]
            ends += tokens.ends[first:opening]
            low += tokens.words[first:opening]
            held[len(low)] = quote
            starts.append(max(quote.span.start, sentence.start))
            ends.append(min(quote.span.end, sentence.end))
            low.append(QUOTE)
            first = bisect_left(tokens.starts, quote.span.end, opening, last)
            place += 1
        starts += tokens.starts[first:last]
        ends += tokens.ends[first:last]
        low += tokens.words[first:last]
        if len(low) <= MAX_WORDS:
            if low:
                yield Unit(self.text, sentence.start, paragraph, starts, ends, low, held)
            return
        for begin in range(0, len(low), MAX_WORDS):
            end = min(len(low), begin + MAX_WORDS)
            yield Unit(
                self.text, starts[begin] if begin else sentence.start, paragraph,
                starts[begin:end], ends[begin:end], low[begin:end],
                {at - begin: held[at] for at in range(begin, end) if at in held},
            )  # fmt: skip


def _last_letter(quote: Quotation) -> int:
    return quote.span.end - 1


def read_document(text: str, zones: Sequence[Zone]) -> Document:
    """Read a text that is laid out in these zones."""
    parts = searched(text, zones)
    quotes = quotations(text, parts.paragraphs)
    quoted_in = _by_paragraph(quotes, len(parts.paragraphs))
    return Document(
        text=text,
        paragraphs=parts.paragraphs,
        headlines=parts.headlines,
        stretches=parts.stretches,
        quotations=tuple(quotes),
        quoted_in=quoted_in,
        tokens=tokenize(text, parts.paragraphs, quoted_in),
    )


def _by_paragraph(
    quotes: Sequence[Quotation], paragraphs: int
) -> tuple[tuple[Quotation, ...], ...]:
    found: list[list[Quotation]] = [[] for _ in range(paragraphs)]
    for quote in quotes:
        found[quote.paragraph].append(quote)
    return tuple(map(tuple, found))
