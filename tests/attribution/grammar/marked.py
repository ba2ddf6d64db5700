"""Sentences with marks in them: "[Ann Vale] {has said} so", read as a unit and ranges of tokens."""

from __future__ import annotations

import re

from reader.article.zone import Zone, ZoneKind
from reader.attribution.text.document import read_document
from reader.attribution.text.sentences import Range, Unit
from reader.span import Span

_MARKS = re.compile(r"[\[\]{}]")


def unit_of(sentence: str) -> Unit:
    """The one unit of a sentence."""
    document = read_document(sentence, [Zone(ZoneKind.BODY, Span(0, len(sentence)))])
    (paragraph,) = document.paragraphs
    (quoted,) = document.quoted_in
    (span,) = document.sentences(paragraph, quoted)
    (unit,) = document.units(span, 0, quoted)
    return unit


def marked(sentence: str) -> tuple[Unit, dict[str, Range]]:
    """The unit of a sentence without its marks, and the tokens in "[]" and "{}", by "[" and "{"."""
    unit = unit_of(_MARKS.sub("", sentence))
    ranges: dict[str, Range] = {}
    for opening, closing in ("[]", "{}"):
        if opening in sentence:
            start = len(_MARKS.sub("", sentence[: sentence.index(opening)]))
            end = len(_MARKS.sub("", sentence[: sentence.index(closing)]))
            ranges[opening] = (unit.starts.index(start), unit.ends.index(end))
    return unit, ranges


def words(unit: Unit, found: Range | None) -> str | None:
    """The words of a range of tokens, as they are written."""
    if found is None:
        return None
    span = unit.span(*found)
    return unit.text[span.start : span.end]
