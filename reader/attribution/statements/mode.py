"""Direct, indirect or mixed: which words of a content stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.attribution.text.quotations import Quotation
from reader.span import Span
from reader.statement import Mode

_WORD = re.compile(r"\w")
_EDGE = 2
"""How far a quotation may reach beyond a content whose border leaves its marks out."""


def quoted_within(content: Span, quotes: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a content; one that the content is only a part of is somebody else's."""
    found = []
    place = bisect_left(quotes, content.start, key=lambda q: q.span.end - 1)
    while place < len(quotes) and quotes[place].span.start < content.end:
        quote = quotes[place]
        if quote.span.start >= content.start - _EDGE and quote.span.end <= content.end + _EDGE:
            found.append(quote)
        else:
            for inner in sorted(quote.inner):
                if inner.start >= content.start - _EDGE and inner.end <= content.end + _EDGE:
                    found.append(Quotation(inner, quote.paragraph))
        place += 1
    return found


def outside_marks(
    text: str, content: Sequence[Span], quotes: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The stretches of words of a content that no quotation marks hold."""
    found = []
    for span in content:
        position = span.start
        for quote in quoted_within(span, quotes):
            found.append(Span(position, max(position, quote.span.start)))
            position = max(position, quote.span.end)
        found.append(Span(position, max(position, span.end)))
    return tuple(
        trimmed
        for stretch in found
        if (trimmed := _trimmed(text, stretch)) and _WORD.search(text, trimmed.start, trimmed.end)
    )


def quoted(content: Sequence[Span], quotes: Sequence[Quotation]) -> tuple[Span, ...]:
    """The stretches of a content that stand in quotation marks, marks included."""
    return tuple(
        Span(max(span.start, quote.span.start), min(span.end, quote.span.end))
        for span in content
        for quote in quoted_within(span, quotes)
    )


def mode(text: str, content: Sequence[Span], quotes: Sequence[Quotation]) -> Mode:
    """Direct where every word is quoted, indirect where none is, else mixed."""
    if not any(quoted_within(span, quotes) for span in content):
        return Mode.INDIRECT
    return Mode.MIXED if outside_marks(text, content, quotes) else Mode.DIRECT


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "”\"’'»)]":
        end -= 1
    while start < end and not text[start].isalnum() and text[start] not in "“\"‘'«([$€£":
        start += 1
    return Span(start, end)
