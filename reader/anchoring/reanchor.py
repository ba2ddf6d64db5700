"""From anchors back to the statements of an article that has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.anchoring.assignment import Assignment
from reader.anchoring.candidates import Candidate, CandidateFinder
from reader.anchoring.document import Document, overlap, size
from reader.anchoring.meaning import change
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
    targets = [document.target(anchor) for anchor in anchors]
    finder = CandidateFinder(document, Search(document))
    candidates = [finder.candidates(target) for target in targets]
    assignment = Assignment(targets, candidates)
    unclear = assignment.unclear()
    doubtful = [
        anchor
        for anchor, candidate in enumerate(assignment.chosen)
        if candidates[anchor] and (candidate is None or anchor in unclear)
    ]
    if doubtful:  # what stands elsewhere word for word may be theirs with a slip
        for anchor in doubtful:
            candidates[anchor] = finder.candidates(targets[anchor], thoroughly=True)
        assignment = Assignment(targets, candidates)
        unclear = assignment.unclear()
    chosen, shared = _settled(document, assignment.chosen)
    placements = []
    for anchor, candidate in enumerate(chosen):
        if candidate is None:
            placements.append(ORPHAN)
            continue
        why = change(document, targets[anchor], candidate)
        if not why and anchor in shared:
            why = _SHARED
        if not why and anchor in unclear:
            why = _UNCLEAR
        placements.append(
            Placement(
                State.CHANGED if why else State.KEPT,
                candidate.statement,
                _spans(document, statements, candidate),
                why,
            )
        )
    return placements


def _spans(
    document: Document, statements: Sequence[Statement], candidate: Candidate
) -> tuple[Span, ...]:
    if candidate.statement is None:
        return document.spans(candidate.place.ranges)
    return statements[candidate.statement].content


def _settled(
    document: Document, chosen: Sequence[Candidate | None]
) -> tuple[list[Candidate | None], set[int]]:
    """Let one anchor have each statement; tell which share one that was two before.

    An anchor within another's words stays pinned to its own instead.
    """
    settled = list(chosen)
    claims: dict[int, list[tuple[int, float, int, Candidate]]] = defaultdict(list)
    for anchor, candidate in enumerate(chosen):
        if candidate is not None and candidate.statement is not None:
            content = document.listed[candidate.statement].content
            outside = size(candidate.place.ranges) - overlap(candidate.place.ranges, content)
            fit = overlap(candidate.place.ranges, content) - outside
            claims[candidate.statement].append((-fit, -candidate.evidence, anchor, candidate))
    shared: set[int] = set()
    for claimants in claims.values():
        (*_, best, held), *others = sorted(claimants, key=lambda claim: claim[:3])
        for *_, anchor, candidate in others:
            if overlap(held.place.ranges, candidate.place.ranges):
                settled[anchor] = replace(candidate, statement=None)
            else:
                shared |= {best, anchor}
    return settled, shared
