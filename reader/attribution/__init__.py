"""Who said what: an article's attributed statements, found in its text alone."""

from __future__ import annotations

from reader.attribution.layout import layout
from reader.attribution.proposing import propose
from reader.statement import Statement


def attribute(text: str) -> list[Statement]:
    """Find the statements of a text, in document order; never raises, whatever the text."""
    return [Statement(p.source, p.cue, p.content) for p in propose(text, layout(text))]
