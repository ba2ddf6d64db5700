"""Which words of a line are the heads of cues, and how far each cue reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from reader.attribution.tagging.cue_features import head_score, reach_score
from reader.attribution.tagging.decoding import FIELD_BITS, FIELD_HALF, FIELD_MASK, levelled
from reader.attribution.tagging.frame import Frame, events, stretch
from reader.attribution.tagging.line import PAD, Line
from reader.attribution.tagging.scatter import Table
from reader.attribution.tagging.weights import SCALE, Weights

LEAST_SURE = 0.4
LEAST_SURE_BESIDE_MARKS = 0.12
"""A word less likely to head a cue is passed over; what is kept is judged with its arguments."""
LEAST_SURE_HINTED = 0.06
"""The same where a rule sees a cue."""
_HOPELESS = SCALE * log(LEAST_SURE_HINTED / 2)
"""Where both kinds score less, a word is less likely than that to head a cue."""
_BESIDE = 6
_WEAK_RIVAL, _STRONG_RIVAL = 0.1, 0.5
_FURTHEST = 8
"""A cue reaches at most this many tokens to either side of its head."""
_CROWD = 60
"""More likely cues than this make a line crowded."""
_APART = frozenset((",", ":", ";"))
"""No cue reaches over these."""
_LEVEL = levelled(2)


@dataclass(frozen=True, slots=True)
class Head:
    """A word that may head a cue: its place and how likely each kind is."""

    place: int
    said: float
    held: float

    @property
    def sure(self) -> float:
        """How likely it is to head a cue of either kind."""
        return self.said + self.held


def candidates(line: Line) -> list[int]:
    """Places of the words that can head a cue at all: listed ones, and where a rule sees a cue."""
    found = line.heads
    known = set(found)
    hints = {hint.cue for hint in line.hinted.values()}
    missed = [last - 1 for first, last in hints if known.isdisjoint(range(first, last))]
    return sorted([*found, *missed]) if missed else found


def heads(line: Line, weights: Weights) -> list[Head]:
    """The words of a line that may head a cue, with how likely; the least likely left out."""
    found: list[Head] = []
    table = weights.heads
    for place in candidates(line):
        fields = head_score(line, place, table) + _LEVEL
        for_said = (fields & FIELD_MASK) - FIELD_HALF
        for_held = (fields >> FIELD_BITS & FIELD_MASK) - FIELD_HALF
        if for_said < _HOPELESS and for_held < _HOPELESS:
            continue
        said, held = exp(for_said / SCALE), exp(for_held / SCALE)
        whole = 1 + said + held
        if said + held >= LEAST_SURE_HINTED * whole:
            found.append(Head(place, said / whole, held / whole))
    return found


def reach(line: Line, head: int, table: Table) -> tuple[int, int]:
    """The cue around `head`, from where to where: first to the right, then to the left."""
    first, last = head, head + 1
    for step in range(1, _FURTHEST + 1):
        if last >= len(line) or line.words[last] in _APART:
            break
        if reach_score(line, head, last, step, True, table) <= 0:
            break
        last += 1
    for step in range(1, _FURTHEST + 1):
        if first <= 0 or line.words[first - 1] in _APART:
            break
        if reach_score(line, head, first - 1, step, False, table) <= 0:
            break
        first -= 1
    return first, last


def frames(
    line: Line,
    found: Sequence[Head],
    reaches: Table,
    least: tuple[float, float, float] = (LEAST_SURE, LEAST_SURE_BESIDE_MARKS, LEAST_SURE_HINTED),
) -> list[tuple[Frame, Head]]:
    """The likely cues of a line, none lying on another, the likelier first served; in text order.

    `reaches` is the table of `reach`; `least` is how likely a head must be, anywhere, beside
    quotation marks, and where a rule sees a cue.
    """
    rivals = [0] * len(line)
    for head in found:
        sure = head.sure
        if sure > _WEAK_RIVAL:
            rivals[head.place] = 2 if sure > _STRONG_RIVAL else 1
    quotes = line.quotes
    anywhere, beside, hinted = least
    likely = [
        head
        for head in found
        if head.sure >= anywhere
        or (
            head.sure >= beside
            and any(quotes[max(0, head.place - _BESIDE) + PAD : head.place + _BESIDE + 1 + PAD])
        )
        or (head.sure >= hinted and head.place in line.hinted)
    ]
    likely.sort(key=lambda head: (-head.sure, head.place))
    between = events(line, rivals) if likely else []
    taken: set[int] = set()
    kept: list[tuple[Frame, Head]] = []
    for head in likely:
        if head.place in taken:
            continue
        first, last = reach(line, head.place, reaches)
        first = max([first, *(place + 1 for place in range(first, head.place) if place in taken)])
        last = min([last, *(place for place in range(head.place, last) if place in taken)])
        taken.update(range(first, last))
        low, high = stretch(line, first, last, len(likely) > _CROWD)
        kept.append((Frame(head.place, first, last, low, high, rivals, between), head))
    kept.sort(key=lambda pair: pair[0].head)
    return kept
