"""The borders of a proposal put in order: sorted, whole, and no part over another.

The rule: source, cue and content of one statement never share a character. Where a proposer lets
them, the cue yields to the source and the content to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.attribution.proposal import Proposal
from reader.span import Span

_EMPHASIS = "*_"
"""What makes words bold or slanted in Markdown."""


def tidy(proposal: Proposal, text: str) -> Proposal | None:
    """The proposal with clean borders, or None where no content is left of it.

    What lies beyond the text is cut off, as are white space and marks of emphasis at a span's ends.
    """
    length = len(text)
    source = _bare(_merged(proposal.source, length), text)
    cue = _bare(_without(_merged(proposal.cue, length), source), text)
    content = _bare(_without(_merged(proposal.content, length), [*source, *cue]), text)
    if not content:
        return None
    parts = tuple(source), tuple(cue), tuple(content)
    if parts == (proposal.source, proposal.cue, proposal.content):
        return proposal
    return replace(proposal, source=parts[0], cue=parts[1], content=parts[2])


def _merged(spans: Iterable[Span], length: int) -> list[Span]:
    """Spans inside the text, in order, those that overlap made one, empty ones left out."""
    found: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(0, start), min(length, end)
        if start >= end:
            continue
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def _bare(spans: Iterable[Span], text: str) -> list[Span]:
    """Spans without white space or marks of emphasis at their ends; what was nothing else goes."""
    found: list[Span] = []
    for start, end in spans:
        while start < end and _says_nothing(text[start]):
            start += 1
        while end > start and _says_nothing(text[end - 1]):
            end -= 1
        if start < end:
            found.append(Span(start, end))
    return found


def _says_nothing(character: str) -> bool:
    return character.isspace() or character in _EMPHASIS


def _without(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What is left of spans where others are taken away."""
    if not any(s.start < o.end and o.start < s.end for s in spans for o in others):
        return list(spans)
    found: list[Span] = []
    for start, end in spans:
        for other in sorted(others):
            if other.start < end and start < other.end:
                if start < other.start:
                    found.append(Span(start, other.start))
                start = max(start, other.end)
        if start < end:
            found.append(Span(start, end))
    return found
