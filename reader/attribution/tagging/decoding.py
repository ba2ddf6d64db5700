"""The best source and content for a cue: the best path through eight states.

A linear chain with the memory of what was already seen (so that a source comes once, and a content
that resumes is told from one that begins). Scores are whole numbers, SCALE to the natural unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

NOTHING, CONTENT_SEEN, SOURCE_SEEN, BOTH_SEEN, SOURCE, SOURCE_AFTER, CONTENT, CONTENT_AFTER = range(
    8
)
"""Outside (four: whether a content and whether a source was seen), in the source (two: whether a
content was seen), in the content (two: whether the source was seen)."""

SOURCE_STARTS, SOURCE_ENDS, CONTENT_STARTS, CONTENT_ENDS, CONTENT_RESUMES = range(5)
BORDER_COLUMNS = 5
INSIDE_COLUMNS = 2
"""A source going on, a content going on."""
END_COLUMNS = 3
"""At the end a content, a source, both seen."""

_NO = -1
TRANSITIONS = (
    (NOTHING, NOTHING, _NO, _NO),
    (NOTHING, SOURCE, _NO, SOURCE_STARTS),
    (NOTHING, CONTENT, _NO, CONTENT_STARTS),
    (CONTENT_SEEN, CONTENT_SEEN, _NO, _NO),
    (CONTENT_SEEN, SOURCE_AFTER, _NO, SOURCE_STARTS),
    (CONTENT_SEEN, CONTENT, _NO, CONTENT_RESUMES),
    (SOURCE_SEEN, SOURCE_SEEN, _NO, _NO),
    (SOURCE_SEEN, CONTENT_AFTER, _NO, CONTENT_STARTS),
    (BOTH_SEEN, BOTH_SEEN, _NO, _NO),
    (BOTH_SEEN, CONTENT_AFTER, _NO, CONTENT_RESUMES),
    (SOURCE, SOURCE, _NO, _NO),
    (SOURCE, SOURCE_SEEN, SOURCE_ENDS, _NO),
    (SOURCE, CONTENT_AFTER, SOURCE_ENDS, CONTENT_STARTS),
    (SOURCE_AFTER, SOURCE_AFTER, _NO, _NO),
    (SOURCE_AFTER, BOTH_SEEN, SOURCE_ENDS, _NO),
    (SOURCE_AFTER, CONTENT_AFTER, SOURCE_ENDS, CONTENT_RESUMES),
    (CONTENT, CONTENT, _NO, _NO),
    (CONTENT, CONTENT_SEEN, CONTENT_ENDS, _NO),
    (CONTENT, SOURCE_AFTER, CONTENT_ENDS, SOURCE_STARTS),
    (CONTENT_AFTER, CONTENT_AFTER, _NO, _NO),
    (CONTENT_AFTER, BOTH_SEEN, CONTENT_ENDS, _NO),
)
"""From, to, the column of the ending and of the starting event; a transition not here never is."""

BEFORE, CUE, AFTER = range(3)
"""On which side of the cue a place lies; transitions are scored by side."""

FIELD_BITS = 12
FIELD_MASK = (1 << FIELD_BITS) - 1
FIELD_HALF = 1 << (FIELD_BITS - 1)
"""Several scores travel in one int, one to a field, so that one addition adds them all; five of
them fit in a machine word."""

WIDE_BITS = 32
WIDE_MASK = (1 << WIDE_BITS) - 1
WIDE_HALF = 1 << (WIDE_BITS - 1)
"""Fields of scores that are added up over many tokens."""


def levelled(columns: int) -> int:
    """What to add to packed scores to make every field positive."""
    return FIELD_HALF * (((1 << FIELD_BITS * columns) - 1) // FIELD_MASK)


_BORDER_LEVEL = levelled(BORDER_COLUMNS)
_INSIDE_LEVEL = WIDE_HALF | WIDE_HALF << WIDE_BITS
_NEVER = -(10**9)
_SECOND, _THIRD, _FOURTH, _FIFTH = (FIELD_BITS * field for field in (1, 2, 3, 4))


Segment = tuple[int, int, int, int, int]
"""Tokens with no border between them: where they begin, how many, on which side of the cue, the
packed scores of the border before them, and those of all of them for lying inside. The last segment
of a stretch is empty: the border after its last token."""


class Path(NamedTuple):
    """The state of every segment, and how much better it is than no statement."""

    states: list[int]
    margin: int


def best_path(
    segments: Sequence[Segment],
    ends: tuple[int, int, int],
    transitions: Sequence[Sequence[int]],
    *,
    silent: bool = False,
) -> Path:
    """The best path that holds a content; `silent`, the best that holds a source alone.

    `ends` are the scores of having seen, at the end, a content, a source and both.
    """
    back: list[tuple[int, ...]] = []
    none = 0
    seen = source_seen = both = source = source_after = content = content_after = _NEVER
    for _, length, side, border, inside in segments:
        t = transitions[side]
        stays = length - 1 if length else 0
        fields = border + _BORDER_LEVEL
        source_ends = (fields >> _SECOND & FIELD_MASK) - FIELD_HALF
        content_ends = (fields >> _FOURTH & FIELD_MASK) - FIELD_HALF
        new_seen, from_seen = seen + t[3], CONTENT_SEEN
        score = content + content_ends + t[17]
        if score > new_seen:
            new_seen, from_seen = score, CONTENT
        new_source_seen, from_source_seen = source_seen + t[6], SOURCE_SEEN
        score = source + source_ends + t[11]
        if score > new_source_seen:
            new_source_seen, from_source_seen = score, SOURCE
        new_both, from_both = both + t[8], BOTH_SEEN
        score = source_after + source_ends + t[14]
        if score > new_both:
            new_both, from_both = score, SOURCE_AFTER
        score = content_after + content_ends + t[20]
        if score > new_both:
            new_both, from_both = score, CONTENT_AFTER
        if side == CUE or not length:
            source = source_after = content = content_after = _NEVER
            back.append((NOTHING, from_seen, from_source_seen, from_both))
        else:
            source_starts = (fields & FIELD_MASK) - FIELD_HALF
            content_starts = (fields >> _THIRD & FIELD_MASK) - FIELD_HALF
            resumes = (fields >> _FIFTH & FIELD_MASK) - FIELD_HALF
            new_source, from_source = source + t[10], SOURCE
            score = none + source_starts + t[1]
            if score > new_source:
                new_source, from_source = score, NOTHING
            new_source_after, from_source_after = source_after + t[13], SOURCE_AFTER
            score = seen + source_starts + t[4]
            if score > new_source_after:
                new_source_after, from_source_after = score, CONTENT_SEEN
            score = content + content_ends + source_starts + t[18]
            if score > new_source_after:
                new_source_after, from_source_after = score, CONTENT
            new_content, from_content = content + t[16], CONTENT
            score = none + content_starts + t[2]
            if score > new_content:
                new_content, from_content = score, NOTHING
            score = seen + resumes + t[5]
            if score > new_content:
                new_content, from_content = score, CONTENT_SEEN
            new_after, from_after = content_after + t[19], CONTENT_AFTER
            score = source_seen + content_starts + t[7]
            if score > new_after:
                new_after, from_after = score, SOURCE_SEEN
            score = both + resumes + t[9]
            if score > new_after:
                new_after, from_after = score, BOTH_SEEN
            score = source + source_ends + content_starts + t[12]
            if score > new_after:
                new_after, from_after = score, SOURCE
            score = source_after + source_ends + resumes + t[15]
            if score > new_after:
                new_after, from_after = score, SOURCE_AFTER
            fields = inside + _INSIDE_LEVEL
            in_source = (fields & WIDE_MASK) - WIDE_HALF
            in_content = (fields >> WIDE_BITS) - WIDE_HALF
            source = new_source + in_source + stays * t[10]
            source_after = new_source_after + in_source + stays * t[13]
            content = new_content + in_content + stays * t[16]
            content_after = new_after + in_content + stays * t[19]
            back.append(
                (
                    NOTHING, from_seen, from_source_seen, from_both,
                    from_source, from_source_after, from_content, from_after,
                )
            )  # fmt: skip
        none += t[0] * (stays + 1)
        seen = new_seen + stays * t[3]
        source_seen = new_source_seen + stays * t[6]
        both = new_both + stays * t[8]
    seen += ends[0]
    both += ends[2]
    state, best = (BOTH_SEEN, both) if both > seen else (CONTENT_SEEN, seen)
    if silent:
        state = SOURCE_SEEN
    states = [NOTHING] * len(back)
    for place in range(len(back) - 1, -1, -1):
        states[place] = state
        state = back[place][state]
    return Path(states, best - max(none, source_seen + ends[1]))
