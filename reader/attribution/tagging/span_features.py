"""What speaks for a source or a content beginning, ending and going on at a token near a cue.

Features come in two halves: those of the place alone, the same for every cue of the line, and
those of the place as seen from one cue. A feature is an int, as in `cue_features`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.tagging.tokens import DASH, OPENS, OUTSIDE
from reader.attribution.tagging.vocabulary import CLASS_BITS, PAD, WORD_BITS, Encoded

_T = 7
_W = WORD_BITS
_C = CLASS_BITS
_FURTHEST = 180
_FURTHEST_CROWDED = 40
"""Tokens to either side of a cue; less where cues stand thicker than anybody writes."""
_MOST_SENTENCES = 8
_FOLLOWS = 12
"""Within how many tokens of the next sentence a quotation must show for it to be looked into."""
_RESUMES = 40
"""The same where the cue follows a quotation, which often resumes later."""
_DISTANCES = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9)
_FAR = 10
_PAUSES = frozenset((",", ";", ":", "-", DASH))


@dataclass(slots=True)
class Frame:
    """A cue and the stretch of its line where its source and content are looked for.

    Places of tokens, ends exclusive: the head, the cue `first`..`last`, the stretch `low`..`high`.
    `rivals` tells for every token of the line how likely it is to be the head of a cue: 0, 1, 2.
    """

    head: int
    first: int
    last: int
    low: int
    high: int
    rivals: list[int]


def stretch(line: Encoded, first: int, last: int, crowded: bool) -> tuple[int, int]:
    """From where to where the arguments of the cue `first`..`last` are looked for.

    The cue's sentence, and its neighbours as far as quotations reach without a break; not far where
    the line is `crowded` with cues.
    """
    sentences = line.line.sentences
    quotes = line.line.quotes
    quoted = any(quotes[max(0, first - 14) : first])
    low = first
    floor = max(0, first - (_FURTHEST_CROWDED if crowded else _FURTHEST))
    crossed = 0
    while low > floor:
        if sentences[low - 1] != sentences[low]:
            crossed += 1
            if crossed > _MOST_SENTENCES or quotes[low - 1] == OUTSIDE:
                break
        low -= 1
    high = last
    ceiling = min(len(quotes), last + (_FURTHEST_CROWDED if crowded else _FURTHEST))
    crossed = 0
    while high < ceiling:
        if sentences[high] != sentences[high - 1]:
            crossed += 1
            if crossed > _MOST_SENTENCES:
                break
            if not any(quotes[high : high + (_RESUMES if quoted else _FOLLOWS)]):
                break
        high += 1
    return low, high


def place_border_features(line: Encoded, place: int) -> tuple[int, ...]:
    """Features of the border before the token at `place`, whatever the cue."""
    at = place + PAD
    w = line.words
    c = line.classes
    s = line.shapes
    q = line.quotes
    w0, w1, b1, b2 = w[at], w[at + 1], w[at - 1], w[at - 2]
    c0, c1, d1, d2 = c[at], c[at + 1], c[at - 1], c[at - 2]
    sentences = line.line.sentences
    if place == 0 or place == len(sentences):
        first = 2
    else:
        first = int(sentences[place] != sentences[place - 1])
    marks = ((q[at - 2] * 4 + q[at - 1]) * 4 + q[at]) * 4 + q[at + 1]
    return (
        w0 << _T,
        b1 << _T | 1,
        (b1 << _W | c0) << _T | 2,
        w1 << _T | 3,
        b2 << _T | 4,
        (d1 << _C | c0) << _T | 5,
        ((d2 << _C | d1) << _C | c0) << _T | 6,
        ((d1 << _C | c0) << _C | c1) << _T | 7,
        ((((s[at - 2] * 8 + s[at - 1]) * 8 + s[at]) * 8 + s[at + 1]) * 3 + first) << _T | 8,
        (marks * 3 + first) << _T | 9,
        (b1 << 4 | q[at - 1] * 4 + q[at]) << _T | 10,
        (w0 << 6 | (q[at - 1] * 4 + q[at]) * 3 + first) << _T | 11,
        (d1 << _W | w0) << _T | 12,
        (w0 << _W | c1) << _T | 13,
        (c0 << _C | c1) << _T | 14,
    )


def place_inside_features(line: Encoded, place: int) -> tuple[int, ...]:
    """Features of the token at `place` lying within a source or a content, whatever the cue."""
    at = place + PAD
    c = line.classes
    s = line.shapes
    return (
        (c[at] * 8 + s[at]) << _T | 25,
        ((s[at - 1] * 8 + s[at]) * 8 + s[at + 1]) << _T | 28,
        line.quotes[at] << _T | 29,
    )


class View:
    """A line as seen from one cue: gives the features that depend on both."""

    __slots__ = ("_between", "_cue", "_frame", "_line", "_marks")

    def __init__(self, line: Encoded, frame: Frame) -> None:
        self._line = line
        self._frame = frame
        at = frame.head + PAD
        head = line.words[at]
        kind = line.cues[at] * 8 + line.listed[at]
        quotes = line.quotes
        first, last = frame.first + PAD, frame.last + PAD
        before = any(q >= OPENS for q in quotes[max(frame.low + PAD, first - 14) : first])
        after = any(q >= OPENS for q in quotes[last : min(frame.high + PAD, last + 6)])
        right = quotes[last] if frame.last < frame.high else OUTSIDE
        self._marks = ((before * 2 + after) * 4 + quotes[at]) * 4 + right
        self._cue = (head, kind)
        self._between = self._measure()

    def _measure(self) -> list[int]:
        """For each border of the stretch, what lies between it and the cue, as one number."""
        frame = self._frame
        line = self._line
        between = [0] * (frame.high - frame.low + 1)
        sentences = line.line.sentences
        words = line.line.words
        quotes = line.line.quotes
        for right in (False, True):
            commas = marks = rivals = that = crossed = 0
            place = frame.last if right else frame.first
            edge = frame.high if right else frame.low
            origin = frame.last - 1 if right else frame.first
            while True:
                between[place - frame.low] = (
                    ((commas * 3 + marks) * 3 + rivals) * 2 + that
                ) * 3 + crossed
                if place == edge:
                    break
                token = place if right else place - 1
                word = words[token]
                if word in _PAUSES:
                    commas = min(2, commas + 1)
                elif quotes[token] >= OPENS:
                    marks = min(2, marks + 1)
                elif word == "that":
                    that = 1
                rivals = max(rivals, frame.rivals[token])
                crossed = min(2, abs(sentences[token] - sentences[origin]))
                place += 1 if right else -1
        return between

    def border_features(self, place: int) -> tuple[int, ...]:
        """Features of the border before the token at `place`."""
        frame = self._frame
        line = self._line
        right = int(place >= frame.last)
        gap = place - frame.last if right else frame.first - place
        side = right << 4 | (_DISTANCES[gap] if gap < len(_DISTANCES) else _FAR)
        between = self._between[place - frame.low]
        stands = right << 9 | between
        head, kind = self._cue
        at = place + PAD
        w = line.words
        c = line.classes
        q = line.quotes
        w0, b1 = w[at], w[at - 1]
        c0, d1 = c[at], c[at - 1]
        marks = q[at - 1] * 4 + q[at]
        near = right * 4 + (gap if gap < 3 else 3)
        edge = place == frame.low or place == frame.high
        config = self._marks
        rival = frame.rivals[place] if place < len(frame.rivals) else 0
        return (
            ((side * 2 + edge) << 6 | config >> 4 << 4 | marks) << _T | 32,
            (side << _W | head) << _T | 33,
            (near << _W | w0) << _T | 34,
            (near << _W | b1) << _T | 35,
            ((near << _W | head) << _C | c0) << _T | 36,
            ((near << 8 | kind) << _W | w0) << _T | 37,
            ((right << 8 | kind) << _W | b1) << _T | 38,
            (stands * 2 + edge) << _T | 39,
            (stands << _W | w0) << _T | 40,
            (stands << _W | b1) << _T | 41,
            (stands << 6 | config) << _T | 42,
            ((stands << 8 | kind) * 2 + edge) << _T | 43,
            (((stands * 2 + edge) << 4 | marks) << 6 | config) << _T | 44,
            (((near << _C | d1) << _C | c0) << 2 | rival) << _T | 45,
            ((near << 8 | kind) << _C | c0) << _T | 46,
            ((right << _W | head) << _C | c0) << _T | 48,
            ((right << _W | head) << _C | d1) << _T | 49,
            (side * 9 + between % 9) << _T | 52,
        )

    def standing(self, place: int) -> int:
        """How the token at `place` stands to the cue, as one number: many tokens share it."""
        frame = self._frame
        line = self._line.line
        if place >= frame.last:
            gap = place - frame.last
            side = 16
            between = self._between[place - frame.low]
        else:
            gap = frame.first - place - 1
            side = 0
            between = self._between[place - frame.low + 1]
        side += _DISTANCES[gap] if gap < len(_DISTANCES) else _FAR
        within = line.quotes[place] * 2
        if within and line.quotations[place] == line.quotations[frame.head]:
            within += 1
        return ((side << 9 | between) << 3 | within) << 2 | frame.rivals[place]

    def inside_features(self, standing: int) -> tuple[int, ...]:
        """Features of a token that stands so to the cue."""
        kind = self._cue[1]
        rival = standing & 3
        within = standing >> 2 & 7
        between = standing >> 5 & 511
        side = standing >> 14
        right = side >> 4
        stands = right << 9 | between
        return (
            (side << 8 | kind) << _T | 64,
            (stands << 3 | within) << _T | 65,
            (((right << 3 | within) << 6) | self._marks) << _T | 67,
            ((right << 2 | rival) << 9 | between) << _T | 71,
            ((stands << 8 | kind) << 3 | within) << _T | 72,
        )


def frame_features(line: Encoded, frame: Frame) -> tuple[int, ...]:
    """Features of the cue having a source, a content, both or none."""
    at = frame.head + PAD
    first = frame.first + PAD
    last = frame.last + PAD
    w = line.words
    c = line.classes
    head = w[at]
    kind = line.cues[at] * 8 + line.listed[at]
    rival = frame.rivals[frame.head]
    quote = line.quotes[at]
    return (
        96,
        head << _T | 97,
        (kind << 2 | rival) << _T | 98,
        (c[first - 1] << _W | head) << _T | 99,
        (head << _W | c[last]) << _T | 100,
        w[first - 1] << _T | 101,
        w[last] << _T | 102,
        (c[first - 1] << 8 | kind) << _T | 103,
        (c[last] << 8 | kind) << _T | 104,
        (quote << _W | head) << _T | 105,
        (min(frame.last - frame.first, 7) << 8 | kind) << _T | 106,
        w[first] << _T | 107,
        w[last - 1] << _T | 108,
        (rival * 4 + quote) << _T | 109,
        (c[first - 2] << _W | w[first - 1]) << _T | 110,
        (w[last] << _W | c[last + 1 if last + 1 < len(w) else last]) << _T | 111,
    )
