"""The stretch around a cue, cut where something may begin or end, with its scores."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from operator import add

from reader.attribution.tagging.decoding import (
    AFTER,
    BEFORE,
    BORDER_COLUMNS,
    CUE,
    FIELD_BITS,
    FIELD_HALF,
    FIELD_MASK,
    Segment,
    levelled,
)
from reader.attribution.tagging.frame import Frame
from reader.attribution.tagging.line import PAD, Line
from reader.attribution.tagging.span_features import (
    View,
    end_scores,
    place_border_score,
    place_inside_scores,
)
from reader.attribution.tagging.vocabulary import CLASSES
from reader.attribution.tagging.weights import Weights

_BESIDE = 2
"""So near to a cue, in tokens, a source or content may begin or end anywhere."""
_BORDER_LEVEL = levelled(BORDER_COLUMNS)
_NOT_BELOW_NOUGHT = _BORDER_LEVEL
"""The highest bit of each field: set, once levelled, where its score is not below nought. Where
every event scores below that by the place alone, nothing begins or ends for any cue."""
_LEVEL = levelled(3)


class Scorer:
    """Scores of one line's places, worked out once for all cues."""

    def __init__(self, line: Line, weights: Weights) -> None:
        self._line = line
        self._weights = weights
        self._alone: list[int | None] = [None] * (len(line) + 1)
        self._open: list[int] | None = None
        self._insides: list[int] | None = None

    def _by_place(self, place: int) -> int:
        """The packed scores of the border before a token, whatever the cue."""
        alone = self._alone[place]
        if alone is None:
            alone = place_border_score(self._line, place, self._weights.borders)
            self._alone[place] = alone
        return alone

    def _opened(self) -> list[int]:
        """The tokens before which, by the place alone, something may begin or end, in order.

        Those at which a rule's proposal does are among them.
        """
        bits, hinted = self._weights.barred, self._line.hint_borders
        classes = self._line.classes[PAD - 1 : -PAD]
        found: list[int] = []
        for place, (left, right) in enumerate(pairwise(classes)):
            pair = left * CLASSES + right
            barred = bits[pair >> 3] >> (pair & 7) & 1
            if place in hinted or (
                not barred and self._by_place(place) + _BORDER_LEVEL & _NOT_BELOW_NOUGHT
            ):
                found.append(place)
        return found

    def _cuts(self, frame: Frame) -> list[int]:
        """Where the stretch of a cue is cut: at its own borders, near them, and at open places."""
        if self._open is None:
            self._open = self._opened()
        places = self._open
        low, first, last, high = frame.low, frame.first, frame.last, frame.high
        cuts = [low] if low < first else []
        near = max(low + 1, first - _BESIDE)
        cuts += places[bisect_left(places, low + 1) : bisect_left(places, near)]
        cuts += range(near, first + 1)
        if last < high:
            near = min(high, last + _BESIDE + 1)
            cuts += range(last, near)
            cuts += places[bisect_left(places, near) : bisect_left(places, high)]
        cuts.append(high)
        return cuts

    def segments(self, frame: Frame) -> list[Segment]:
        """The stretch cut where something may begin or end, scored."""
        view = View(self._line, frame)
        first = frame.first
        cuts = self._cuts(frame)
        inside = self._inside(frame, view)
        scores = view.border_scores(cuts, self._weights.borders)
        found: list[Segment] = []
        for begin, end, score in zip(cuts, [*cuts[1:], frame.high], scores, strict=True):
            side = BEFORE if begin < first else CUE if begin == first else AFTER
            found.append(
                (
                    begin, end - begin, side, self._by_place(begin) + score,
                    inside[end - frame.low] - inside[begin - frame.low],
                )
            )  # fmt: skip
        return found

    def _inside(self, frame: Frame, view: View) -> list[int]:
        """The packed scores of the tokens from the stretch's first one up to each border."""
        table = self._weights.insides
        if self._insides is None:
            self._insides = place_inside_scores(self._line, table)
        standings = view.standings()
        seen = {standing: view.inside_score(standing, table) for standing in set(standings)}
        scores = list(
            map(add, self._insides[frame.low : frame.high], map(seen.__getitem__, standings))
        )
        first, last = frame.first - frame.low, frame.last - frame.low
        scores[first:last] = [0] * (last - first)
        return list(accumulate(scores, initial=0))

    def ends(self, frame: Frame) -> tuple[int, int, int]:
        """Scores of a content, a source and both having been seen."""
        fields = end_scores(self._line, frame, self._weights.ends) + _LEVEL
        return (
            (fields & FIELD_MASK) - FIELD_HALF,
            (fields >> FIELD_BITS & FIELD_MASK) - FIELD_HALF,
            (fields >> 2 * FIELD_BITS & FIELD_MASK) - FIELD_HALF,
        )
