"""Who said what: an article's attributed statements, found in its text alone."""

from __future__ import annotations

from reader.attribution.combining import certain, combine
from reader.attribution.layout import layout
from reader.attribution.lexicon import lexicon
from reader.attribution.making import statements
from reader.attribution.marks import quotations
from reader.attribution.proposing import propose
from reader.attribution.tagging import proposing as learned
from reader.statement import Statement


def attribute(text: str) -> list[Statement]:
    """Find the statements of a text, in document order; never raises, whatever the text."""
    arrangement = layout(text)
    quotes = quotations(text, arrangement.paragraphs)
    ruled = propose(text, arrangement, quotes)
    sure = certain(text, quotes, ruled)
    settled = (span for one in sure for span in (*one.cue, *one.content))
    tagged = learned.propose(text, arrangement.stretches, settled=settled)
    found = combine(text, quotes, ruled, sure, tagged)
    return statements(text, arrangement, quotes, found, lexicon())
