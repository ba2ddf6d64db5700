"""Who said what: an article's attributed statements, found in its text alone."""

from __future__ import annotations

from reader.attribution.combine import certain, combine
from reader.attribution.rules.propose import propose as propose_by_rules
from reader.attribution.statements.build import build
from reader.attribution.tagging.propose import propose as propose_by_numbers
from reader.attribution.text.quotations import quotations
from reader.attribution.text.searched import searched
from reader.language.english import ENGLISH
from reader.statement import Statement


def attribute(text: str) -> list[Statement]:
    """Find the statements of a text, in document order; never raises, whatever the text."""
    parts = searched(text)
    quotes = quotations(text, parts.paragraphs)
    ruled = propose_by_rules(text, parts, quotes)
    sure = certain(text, quotes, ruled)
    settled = (span for one in sure for span in (*one.cue, *one.content))
    tagged = propose_by_numbers(text, parts.stretches, settled=settled)
    found = combine(text, quotes, ruled, sure, tagged)
    return build(text, parts, quotes, found, ENGLISH.cue_counts)
