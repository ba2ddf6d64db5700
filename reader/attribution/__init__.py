"""Who said what: an article's attributed statements, found in its text alone."""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import Zone, zones
from reader.attribution.chains.nest import Link, nest
from reader.attribution.combine import combine, leading
from reader.attribution.rules.propose import propose as propose_by_rules
from reader.attribution.statements.build import build
from reader.attribution.tagging.propose import propose as propose_by_numbers
from reader.attribution.text.document import Document, read_document
from reader.language.english import ENGLISH
from reader.statement import Statement


def attribute(text: str, laid_out: Sequence[Zone] | None = None) -> list[Statement]:
    """Find the statements of a text, in document order; never raises, whatever the text.

    `laid_out` are its zones where they are known already.
    """
    document = read_document(text, zones(text) if laid_out is None else laid_out)
    return build(document, linked(document), ENGLISH.cue_counts)


def linked(document: Document) -> list[Link]:
    """What is said in a text, and what is passed on within it, before anybody knows who says it."""
    ruled = propose_by_rules(document)
    leads = leading(document, ruled)
    settled = (span for one in leads for span in (*one.cue, *one.content))
    tagged = propose_by_numbers(document, ruled, settled)
    return nest(document, combine(document, ruled, leads, tagged))
