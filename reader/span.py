"""A stretch of text, the unit everything else points with."""

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`, in code points of the article's whole decoded text, the end exclusive."""

    start: int
    end: int
