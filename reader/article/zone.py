"""The parts of an article, told apart: only its headline and its body hold statements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.span import Span


class ZoneKind(StrEnum):
    """What a stretch of an article is."""

    FRONT_MATTER = "front-matter"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of one kind, with the white space after it."""

    kind: ZoneKind
    span: Span
