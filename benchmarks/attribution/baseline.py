"""A plain pattern to hold the finder against: a quotation and the verb of speech nearest to it."""

from __future__ import annotations

import re

from benchmarks.attribution.gold import Relation
from reader.statement import Span

_PARTS = ("source", "cue", "content")
_BASELINE = re.compile(
    r"(?P<content>[“\"][^“”\"\n]{3,2000}[”\"])[,\s]*(?:(?P<cue>said|says|told|added|wrote|asked)\s+"
    r"(?P<source>[A-Z]\w+(?:\s[A-Z]\w+)*)|(?P<source2>[A-Z]\w+(?:\s[A-Z]\w+)*|he|she|they)\s+"
    r"(?P<cue2>said|says|told|added|wrote|asked))"
    r"|(?P<source3>[A-Z]\w+(?:\s[A-Z]\w+)*|[Hh]e|[Ss]he|[Tt]hey)\s+(?P<cue3>said|says|added|wrote)"
    r"\s+(?P<content3>[^.\n]{3,600})"
)


def baseline(text: str) -> list[Relation]:
    """Quotations with the nearest verb of speech, and names that "said" something."""
    relations = []
    for match in _BASELINE.finditer(text):
        parts = {
            part: next(
                Span(*match.span(name))
                for name in (part, f"{part}2", f"{part}3")
                if name in match.groupdict() and match.group(name)
            )
            for part in _PARTS
        }
        relations.append(Relation((parts["source"],), (parts["cue"],), (parts["content"],)))
    return relations
