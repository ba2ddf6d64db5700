"""An article's text laid out in zones, every character in exactly one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.article.byline import (
    is_about_writer,
    is_credit,
    is_masthead,
    is_outlet_name,
    is_timestamp,
)
from reader.article.dateline import dateline_end, is_dateline_alone
from reader.article.front_matter import front_matter_span
from reader.article.furniture import furniture
from reader.article.headline import looks_like_headline, title_forms
from reader.article.notices import is_parting, opens_list
from reader.article.paragraphs import paragraphs
from reader.article.zone import Zone, ZoneKind
from reader.span import Span

_OPENING = 4
"""The headline said again, and a dateline without date or agency, stand among so many paragraphs
of the body or nowhere."""
_MOST_HEADLINES = 4
"""A kicker, the headline, a line below it, the headline again."""
_LAST = 3
"""Who wrote it is told in the last paragraphs, if not at the top."""

_FRONT_TITLE = re.compile(r"^title:[ ]*[\"']?(.{1,300}?)[\"']?[ ]*$", re.MULTILINE)


def zones(text: str) -> tuple[Zone, ...]:
    """Lay a text out in zones: in order, without gaps, each with the white space after it.

    Never raises; takes time in proportion to the text's length. Empty text has no zone.
    """
    return tuple(_tiled(text, _Zoning(text).pieces()))


def _tiled(text: str, pieces: Iterator[tuple[ZoneKind, int]]) -> Iterator[Zone]:
    """Make zones of kinds and starts: each ends where the next begins, body joins body."""
    kind: ZoneKind | None = None
    start = 0
    for next_kind, next_start in pieces:
        if kind is None or next_start == start:
            kind = next_kind
        elif not kind is next_kind is ZoneKind.BODY:
            yield Zone(kind, Span(start, next_start))
            kind, start = next_kind, next_start
    if text:
        yield Zone(kind or ZoneKind.BODY, Span(start, len(text)))


class _Zoning:
    """One pass over the paragraphs, with what the ones before have told."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._titles: frozenset[str] = frozenset()
        self._headlines = 0
        self._bodies = 0
        self._in_list = False

    def pieces(self) -> Iterator[tuple[ZoneKind, int]]:
        """Yield each piece's kind and where it begins; white space goes with the piece before."""
        start = 0
        front = front_matter_span(self._text)
        if front is not None:
            yield ZoneKind.FRONT_MATTER, 0
            start = front.end
            title = _FRONT_TITLE.search(self._text, 0, start)
            if title is not None:
                self._titles = title_forms(title[1])
        found = paragraphs(self._text, start)
        for place, (first, end) in enumerate(found):
            paragraph = self._text[first:end]
            after = found[place + 1 : place + 2]
            following = self._text[slice(*after[0])] if after else ""
            kind = self._kind(paragraph, following, left=len(found) - place - 1)
            if kind is not ZoneKind.BODY:
                yield kind, first
                continue
            self._bodies += 1
            filed = dateline_end(paragraph, first=self._bodies <= _OPENING)
            if filed:
                yield ZoneKind.DATELINE, first
            yield ZoneKind.BODY, first + filed

    def _kind(self, paragraph: str, following: str, *, left: int) -> ZoneKind:
        """Tell what a paragraph is by what follows, `left` paragraphs in all."""
        kind = furniture(paragraph)
        if kind is not None:
            self._in_list = opens_list(paragraph)
            return kind
        if self._repeats_headline(paragraph):
            self._headlines += 1
            return ZoneKind.HEADLINE
        if self._in_list and looks_like_headline(paragraph):
            return ZoneKind.BOILERPLATE
        self._in_list = False
        if not self._bodies:
            if not self._headlines and is_outlet_name(paragraph) and _is_title(following):
                return ZoneKind.BYLINE
            return self._above_body(paragraph, last=not left)
        if left < _LAST:
            if is_credit(paragraph):
                return ZoneKind.BYLINE
            if is_about_writer(paragraph) or is_parting(paragraph):
                return ZoneKind.BOILERPLATE
        return ZoneKind.BODY

    def _repeats_headline(self, paragraph: str) -> bool:
        return (
            self._bodies < _OPENING
            and self._headlines < _MOST_HEADLINES
            and not self._titles.isdisjoint(title_forms(paragraph))
        )

    def _above_body(self, paragraph: str, *, last: bool) -> ZoneKind:
        """Tell what a line is before the first sentence of the report, or that this is it."""
        if is_timestamp(paragraph) or is_masthead(paragraph):
            return ZoneKind.BYLINE
        if is_dateline_alone(paragraph):
            return ZoneKind.DATELINE
        if self._titles and is_credit(paragraph):
            return ZoneKind.BYLINE
        if (
            not last
            and self._headlines < _MOST_HEADLINES
            and looks_like_headline(paragraph)
            and not dateline_end(paragraph, first=True)
        ):
            self._titles |= title_forms(paragraph)
            self._headlines += 1
            return ZoneKind.HEADLINE
        return ZoneKind.BODY


def _is_title(paragraph: str) -> bool:
    """Tell a headline from the other lines that may stand above the body."""
    return looks_like_headline(paragraph) and not (
        furniture(paragraph)
        or is_timestamp(paragraph)
        or is_masthead(paragraph)
        or is_credit(paragraph)
        or is_dateline_alone(paragraph)
    )
