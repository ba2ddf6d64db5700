"""An article's text laid out in zones, every character in exactly one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.article.byline import is_byline, is_credit, is_timestamp
from reader.article.dateline import dateline_end
from reader.article.front_matter import front_matter_span
from reader.article.furniture import furniture
from reader.article.headline import looks_like_headline, repeats
from reader.article.paragraphs import paragraphs
from reader.article.zone import Zone, ZoneKind
from reader.span import Span

_REPEATS_WITHIN = 4
"""The headline is said again among the first paragraphs of the body or nowhere."""

_FRONT_TITLE = re.compile(r"^title:[ ]*[\"']?(.{1,300}?)[\"']?[ ]*$", re.MULTILINE)


def zones(text: str) -> tuple[Zone, ...]:
    """Lay a text out in zones: in order, without gaps, each with the white space after it.

    Never raises; takes time in proportion to the text's length. Empty text has no zone.
    """
    return tuple(_tiled(text, _pieces(text)))


def _tiled(text: str, pieces: Iterator[tuple[ZoneKind, int]]) -> Iterator[Zone]:
    """Make zones of kinds and starts: each ends where the next begins, body joins body."""
    kind: ZoneKind | None = None
    start = 0
    for next_kind, next_start in pieces:
        if kind is None:
            kind = next_kind
        elif next_start > start and not kind is next_kind is ZoneKind.BODY:
            yield Zone(kind, Span(start, next_start))
            kind, start = next_kind, next_start
        elif next_start == start:
            kind = next_kind
    if text:
        yield Zone(kind or ZoneKind.BODY, Span(start, len(text)))


def _pieces(text: str) -> Iterator[tuple[ZoneKind, int]]:
    """Yield each piece's kind and where it begins; white space goes with the piece before."""
    front = front_matter_span(text)
    titles: list[str] = []
    start = 0
    if front is not None:
        yield ZoneKind.FRONT_MATTER, 0
        start = front.end
        title = _FRONT_TITLE.search(text, 0, start)
        if title is not None:
            titles.append(title[1])
    found = paragraphs(text, start)
    above_body = True
    bodies = 0
    for place, span in enumerate(found):
        paragraph = text[span.start : span.end]
        kind = furniture(paragraph)
        if kind is None and is_byline(paragraph):
            kind = ZoneKind.BYLINE
        if kind is None and bodies < _REPEATS_WITHIN and repeats(paragraph, titles):
            kind = ZoneKind.HEADLINE
        if kind is None and above_body:
            kind = _above_body(paragraph, last=place == len(found) - 1, headed=bool(titles))
            if kind is ZoneKind.HEADLINE:
                titles.append(paragraph)
        if kind is not None:
            yield kind, span.start
            continue
        above_body = False
        bodies += 1
        dateline = dateline_end(paragraph, first=bodies <= _REPEATS_WITHIN)
        if dateline:
            yield ZoneKind.DATELINE, span.start
        yield ZoneKind.BODY, span.start + dateline


def _above_body(paragraph: str, *, last: bool, headed: bool) -> ZoneKind | None:
    """Tell what a line before the first sentence of the report is; None where that is reached."""
    if is_timestamp(paragraph) or (headed and is_credit(paragraph)):
        return ZoneKind.BYLINE
    if not last and looks_like_headline(paragraph) and not dateline_end(paragraph, first=True):
        return ZoneKind.HEADLINE
    return None
