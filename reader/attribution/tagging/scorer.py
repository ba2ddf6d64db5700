"""The stretch around a cue, cut where something may begin or end, with its scores."""

from __future__ import annotations

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
        self._barred: list[int] | None = None
        self._insides: list[int] | None = None

    def _by_place(self, place: int) -> int:
        """The packed scores of the border before a token, whatever the cue."""
        alone = self._alone[place]
        if alone is None:
            alone = place_border_score(self._line, place, self._weights.borders)
            self._alone[place] = alone
        return alone

    def _cuts(self, low: int, high: int, near: int) -> list[int]:
        """Where something may begin or end between two places; `near` is the cue's border."""
        if self._barred is None:
            self._barred = self._bars()
        barred, hinted = self._barred, self._line.hint_borders
        return [
            place
            for place in range(low, high)
            if (not barred[place] and self._by_place(place) + _BORDER_LEVEL & _NOT_BELOW_NOUGHT)
            or -_BESIDE <= place - near <= _BESIDE
            or place in hinted
        ]

    def _bars(self) -> list[int]:
        """For each token whether, by the classes around it, nothing begins or ends before it."""
        bits = self._weights.barred
        classes = self._line.classes[PAD - 1 :]
        pairs = [left * CLASSES + right for left, right in pairwise(classes)]
        return [bits[pair >> 3] >> (pair & 7) & 1 for pair in pairs]

    def segments(self, frame: Frame) -> list[Segment]:
        """The stretch cut where something may begin or end, scored."""
        view = View(self._line, frame)
        first, last = frame.first, frame.last
        cuts = self._cuts(frame.low + 1, first, first)
        if frame.low < first:
            cuts.insert(0, frame.low)
        cuts.append(first)
        if last < frame.high:
            cuts.append(last)
            cuts += self._cuts(last + 1, frame.high, last)
        cuts.append(frame.high)
        inside = self._inside(frame, view)
        scores = view.border_scores(cuts, self._weights.borders)
        found: list[Segment] = []
        for begin, end, score in zip(cuts, [*cuts[1:], frame.high], scores, strict=True):
            side = BEFORE if begin < first else CUE if begin == first else AFTER
            found.append(
                Segment(
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
