"""From anchors back to the statements of an article that has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.anchoring.assignment import Assignment
from reader.anchoring.document import Document, overlap, size
from reader.anchoring.meaning import change
from reader.anchoring.options import Option, Weigher
from reader.anchoring.placement import ORPHAN, Placement, State
from reader.anchoring.search import Search
from reader.judgement import Anchor
from reader.span import Span
from reader.statement import Statement

_SHARED = "another judgement is on the same statement"
_UNCLEAR = "it is not clear which copy of these words was judged"


def reanchor(
    text: str, statements: Sequence[Statement], anchors: Sequence[Anchor]
) -> list[Placement]:
    """Find the place of each anchor in `text`, in order.

    A statement whose words stand unchanged is KEPT, also where the finder draws other borders
    around them or lists no such statement; see `reader.anchoring` for the other states.
    """
    if not anchors:
        return []
    document = Document(text, statements)
    soughts = [document.sought(anchor) for anchor in anchors]
    weigher = Weigher(document, Search(document))
    options = [weigher.options(sought) for sought in soughts]
    assignment = Assignment(soughts, options)
    unclear = assignment.unclear()
    doubtful = [
        anchor
        for anchor, option in enumerate(assignment.chosen)
        if options[anchor] and (option is None or anchor in unclear)
    ]
    if doubtful:  # what stands elsewhere word for word may be theirs with a slip
        for anchor in doubtful:
            options[anchor] = weigher.options(soughts[anchor], thoroughly=True)
        assignment = Assignment(soughts, options)
        unclear = assignment.unclear()
    chosen, shared = _settled(document, assignment.chosen)
    placements = []
    for anchor, option in enumerate(chosen):
        if option is None:
            placements.append(ORPHAN)
            continue
        why = change(document, soughts[anchor], option)
        if not why and anchor in shared:
            why = _SHARED
        if not why and anchor in unclear:
            why = _UNCLEAR
        placements.append(
            Placement(
                State.CHANGED if why else State.KEPT,
                option.statement,
                _spans(document, statements, option),
                why,
            )
        )
    return placements


def _spans(document: Document, statements: Sequence[Statement], option: Option) -> tuple[Span, ...]:
    if option.statement is None:
        return document.spans(option.place.ranges)
    return statements[option.statement].content


def _settled(
    document: Document, chosen: Sequence[Option | None]
) -> tuple[list[Option | None], set[int]]:
    """Let one anchor have each statement; tell which share one that was two before.

    An anchor within another's words stays pinned to its own instead.
    """
    settled = list(chosen)
    claims: dict[int, list[tuple[int, float, int, Option]]] = defaultdict(list)
    for anchor, option in enumerate(chosen):
        if option is not None and option.statement is not None:
            content = document.listed[option.statement].content
            outside = size(option.place.ranges) - overlap(option.place.ranges, content)
            fit = overlap(option.place.ranges, content) - outside
            claims[option.statement].append((-fit, -option.evidence, anchor, option))
    shared: set[int] = set()
    for claimants in claims.values():
        (*_, best, held), *others = sorted(claimants, key=lambda claim: claim[:3])
        for *_, anchor, option in others:
            if overlap(held.place.ranges, option.place.ranges):
                settled[anchor] = replace(option, statement=None)
            else:
                shared |= {best, anchor}
    return settled, shared
