"""What speaks for a word being the head of a cue, and for its neighbours being of the cue.

A feature is an int: what it holds, above the number of its template. Templates look at single
words, classes, shapes and distances, never at a run of more than two words.
"""

from __future__ import annotations

from reader.attribution.tagging.tokens import CLOSES, OPENS
from reader.attribution.tagging.vocabulary import CLASS_BITS, PAD, WORD_BITS, Encoded

TEMPLATE_BITS = 7
_W = WORD_BITS
_C = CLASS_BITS
_T = TEMPLATE_BITS
_REACH = 12
"""How far, in tokens, a quotation mark or a stronger cue is looked for."""


def _mark_before(quotes: list[int], place: int) -> int:
    """Distance to the nearest mark to the left (0 none within reach), and whether it closes."""
    for step in range(1, min(_REACH, place) + 1):
        quote = quotes[place - step]
        if quote >= OPENS:
            return min(step, 6) * 2 + (quote == CLOSES)
    return 0


def _mark_after(quotes: list[int], place: int) -> int:
    for step in range(1, min(_REACH, len(quotes) - 1 - place) + 1):
        quote = quotes[place + step]
        if quote >= OPENS:
            return min(step, 6) * 2 + (quote == CLOSES)
    return 0


def head_features(line: Encoded, head: int) -> tuple[int, ...]:
    """Features of the token at `head` (its place in the line, not padded) as head of a cue."""
    at = head + PAD
    w = line.words
    c = line.classes
    s = line.shapes
    q = line.quotes
    cues = line.cues
    w0, w1, w2, b1, b2 = w[at], w[at + 1], w[at + 2], w[at - 1], w[at - 2]
    c0, c1, c2, d1, d2 = c[at], c[at + 1], c[at + 2], c[at - 1], c[at - 2]
    cue = cues[at]
    listed = line.listed[at]
    kind = cue * 8 + listed
    before = _mark_before(q, at)
    after = _mark_after(q, at)
    inside = q[at]
    sentences = line.line.sentences
    sentence = sentences[head]
    rival_left = rival_right = 0
    for place in range(head - 1, max(-1, head - _REACH), -1):
        if sentences[place] != sentence:
            break
        rival_left = max(rival_left, cues[place + PAD])
    for place in range(head + 1, min(len(sentences), head + _REACH)):
        if sentences[place] != sentence:
            break
        rival_right = max(rival_right, cues[place + PAD])
    first = head == 0 or sentences[head - 1] != sentence
    marks = (before * 16 + after) * 4 + inside
    return (
        w0 << _T,
        kind << _T | 1,
        b1 << _T | 4,
        w1 << _T | 5,
        b2 << _T | 6,
        w2 << _T | 7,
        (d1 << _C | c1) << _T | 8,
        ((d2 << _C | d1) << 8 | kind) << _T | 9,
        ((c1 << _C | c2) << 8 | kind) << _T | 10,
        (d2 << _W | b1) << _T | 11,
        (w1 << _W | c2) << _T | 12,
        (d1 << 8 | kind) << _T | 13,
        (c1 << 8 | kind) << _T | 14,
        marks << _T | 15,
        (marks << 8 | kind) << _T | 16,
        (marks << _W | w0) << _T | 17,
        (rival_left << 8 | kind) << _T | 18,
        (rival_right << 8 | kind) << _T | 19,
        (rival_left << _W | w0) << _T | 20,
        (rival_right << _W | w0) << _T | 21,
        (((s[at - 2] * 8 + s[at - 1]) * 8 + s[at]) * 8 + s[at + 1]) << _T | 22,
        (first * 8 + s[at]) << _T | 23,
        (d1 << _W | w0) << _T | 24,
        (w0 << _W | c1) << _T | 25,
        (d2 << _W | w0) << _T | 26,
        (w0 << _W | c2) << _T | 27,
        (c0 << _C | c1) << _T | 28,
        (d1 << _C | c0) << _T | 29,
        (w[at - 3] << 8 | kind) << _T | 30,
        (w[at + 3] << 8 | kind) << _T | 31,
        (b1 << 8 | kind) << _T | 32,
        (w1 << 8 | kind) << _T | 33,
        (inside << _W | w0) << _T | 34,
        ((q[at - 2] * 4 + q[at - 1]) * 16 + q[at + 1] * 4 + q[at + 2]) << _T | 35,
        (((d1 << _C | c0) << _C) | c1) << _T | 36,
        39,
    )


def reach_features(line: Encoded, head: int, at: int, step: int, right: bool) -> tuple[int, ...]:
    """Features of taking one more token, at place `at`, into the cue of `head`.

    `step` counts from 1, to the right of the head or to the left of it.
    """
    place = at + PAD
    ahead = place + 1 if right else place - 1
    behind = place - 1 if right else place + 1
    w = line.words
    c = line.classes
    s = line.shapes
    w0 = w[place]
    h = w[head + PAD]
    kind = line.cues[head + PAD] * 8 + line.listed[head + PAD]
    side = right + 2 * min(step, 7)
    further = ahead + (1 if right else -1)
    return (
        (side << _W | w0) << _T | 40,
        ((right << _W | w0) << _C | c[behind]) << _T | 43,
        ((right << _C | c[place]) << _C | c[ahead]) << _T | 44,
        ((right << _C | c[place]) << 8 | kind) << _T | 45,
        ((side << _C | c[place]) << _C | c[behind]) << _T | 46,
        ((right << _W | h) << 4 | min(step, 15)) << _T | 47,
        (((right * 4 + line.quotes[place]) * 4 + line.quotes[ahead]) * 8 + s[place]) << _T | 48,
        ((right << _C | c[place]) << _W | h) << _T | 49,
        ((right << _C | c[ahead]) << _W | h) << _T | 50,
        ((right << _W | w0) << 8 | kind) << _T | 51,
        ((side << _C | c[ahead]) << _C | c[further]) << _T | 52,
        ((right << _W | w0) << _C | c[ahead]) << _T | 53,
        (side * 256 + kind) << _T | 54,
        ((side * 8 + s[place]) * 8 + s[ahead]) << _T | 55,
        ((right << _W | w[ahead]) << _C | c[further]) << _T | 56,
    )
