"""What speaks for each place that an anchor may have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reader.anchoring.alignment import Place
from reader.anchoring.document import Document, Ranges, Target, overlap, size
from reader.anchoring.search import Search

_CONTEXT_WEIGHT = 0.6
_FIT_WEIGHT = 0.15
_SOURCE_WEIGHT = 0.3
_NUMBER_WEIGHT = 0.15
_MARK_WEIGHT = 0.1
"""These only decide between places with the same words beside them."""

_COME_BETWEEN = 2
"""Words that may have come between those that stood beside the anchor."""
_AGREES = 0.5
"""Share of the words beside an anchor that makes them the same surroundings."""
_TELLING = 0.3
"""Less than this says nothing."""
_MOST_CHANGED_ELSEWHERE = 0.3
_MOST_CHANGED = 0.45
_MOST_CHANGED_IN_CONTEXT = 0.6
"""Beyond this share of changed words it is another statement."""

_SHORT = 7
"""Fewer words stand elsewhere by chance: there, only a statement with just these is taken."""
_FITS = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for an anchor, the statement that has those words, and how much speaks for it."""

    place: Place
    statement: int | None
    context: float
    """The share of the words beside the anchor that stand beside this place."""
    undisturbed: bool
    """Whether all of them stand there as they did."""
    evidence: float
    numbered: bool
    """Whether, of as many copies as there were, this is the one with the anchor's number."""
    fit: float = 0.0
    """How far the statement has just these words."""

    @property
    def score(self) -> float:
        """What decides who gets the place."""
        return self.evidence + _FIT_WEIGHT * self.fit + _NUMBER_WEIGHT * self.numbered


class CandidateFinder:
    """Lists the candidates of anchors in one document."""

    def __init__(self, document: Document, search: Search) -> None:
        self._document = document
        self._search = search
        hulls = sorted(
            (listed.content[0][0], listed.content[-1][1], index)
            for index, listed in enumerate(document.listed)
            if listed.content
        )
        self._hulls = hulls
        self._longest = max((last - first for first, last, _ in hulls), default=0)

    def candidates(self, target: Target, *, thoroughly: bool = False) -> list[Candidate]:
        """List what an anchor may be placed on, the best first.

        Words like its own are looked for only where none stand that are its own, in surroundings
        of its own, or if asked to look `thoroughly`.
        """
        places = self._search.exact(target)
        rivals = len(places) > 1
        candidates = [
            candidate for place in places for candidate in self._scored(target, place, rivals)
        ]
        best = max((candidate.context for candidate in candidates), default=0.0)
        if thoroughly or best < _AGREES:
            for place in self._search.similar(target):
                if place not in places:
                    candidates += self._scored(target, place, rivals)
        candidates = [
            candidate for candidate in candidates if _is_acceptable(candidate, len(target.coded))
        ]
        candidates.sort(key=lambda candidate: -candidate.score)
        return candidates

    def _scored(self, target: Target, place: Place, rivals: bool) -> Iterator[Candidate]:
        context, undisturbed = self._context(target, place.ranges)
        evidence = place.likeness + _CONTEXT_WEIGHT * context
        if rivals:
            marks = self._document.marks(place.ranges[0][0], place.ranges[-1][1])
            same = sum(new == old for new, old in zip(marks, target.marks, strict=True))
            evidence += _MARK_WEIGHT * same
        numbered = place.ranges == self._search.numbered(target)
        fits = self._fitting(place.ranges)
        best = max((fit for fit, _ in fits), default=0.0)
        for fit, statement in fits:
            if fit == best:
                source = self._document.text_of(self._document.listed[statement].source)
                agreed = evidence + _SOURCE_WEIGHT * (source == target.source)
                yield Candidate(place, statement, context, undisturbed, agreed, numbered, fit)
        if not fits:
            evidence += _SOURCE_WEIGHT / 2
            yield Candidate(place, None, context, undisturbed, evidence, numbered)

    def _context(self, target: Target, ranges: Ranges) -> tuple[float, bool]:
        """Tell what share of the words beside an anchor stands here, and whether undisturbed."""
        from rapidfuzz.distance import LCSseq

        wanted = len(target.before) + len(target.after)
        coded = self._document.coded
        first, last = ranges[0][0], ranges[-1][1]
        left = coded[max(0, first - len(target.before) - _COME_BETWEEN) : first]
        right = coded[last : last + len(target.after) + _COME_BETWEEN]
        if left.endswith(target.before) and right.startswith(target.after):
            return 1.0 if wanted else _AGREES, True
        same = 0
        for old, new in ((target.before, left), (target.after, right)):
            if old in new:
                same += len(old)
            elif old and new:
                same += LCSseq.similarity(old, new)
        return same / wanted, False

    def _fitting(self, ranges: Ranges) -> list[tuple[float, int]]:
        """Tell which statements have at least half of the words, and how well borders agree."""
        fits = []
        length = size(ranges)
        first, last = ranges[0][0], ranges[-1][1]
        at = bisect_left(self._hulls, (last, 0, 0)) - 1
        while at >= 0 and self._hulls[at][0] > first - self._longest:
            _, end, index = self._hulls[at]
            at -= 1
            if end <= first:
                continue
            content = self._document.listed[index].content
            if content == ranges:
                fits.append((1.0, index))
                continue
            common = overlap(content, ranges)
            if common * 2 >= length:
                fits.append((common / (length + size(content) - common), index))
        return fits


def _is_acceptable(candidate: Candidate, length: int) -> bool:
    """Refuse what is more likely another statement, the sooner the less stands beside it."""
    changed = 1 - candidate.place.likeness
    if candidate.place.has_whole_part:
        return True
    if candidate.context >= _AGREES:
        return changed <= (_MOST_CHANGED_IN_CONTEXT if length >= _SHORT else _MOST_CHANGED)
    if candidate.context >= _TELLING:
        return changed <= (_MOST_CHANGED if length >= _SHORT else _MOST_CHANGED_ELSEWHERE)
    if length < _SHORT and candidate.fit < _FITS:
        return False
    return changed <= _MOST_CHANGED_ELSEWHERE
