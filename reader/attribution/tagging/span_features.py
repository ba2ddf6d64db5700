"""What speaks for a source or a content beginning, ending and going on at a token near a cue.

Features come in two halves: those of the place alone, the same for every cue of the line, and
those of the place as seen from one cue. A score is the sum of their rows of a table.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from reader.attribution.tagging.frame import PAUSES, Frame
from reader.attribution.tagging.line import OPENS, OUTSIDE, PAD, Line
from reader.attribution.tagging.scatter import Table, scattered
from reader.attribution.tagging.vocabulary import CLASSES, KINDS, WORD_BITS

_SHAPES = 5
_QUOTES = 4
_EDGES = 3
_DISTANCES = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9)
_FAR = 10
_RIGHT = 16
_GAPS = [*_DISTANCES, *[_FAR] * 400]
_RIGHT_GAPS = [_RIGHT + gap for gap in _GAPS]
"""The distance of each place from a cue's border, counted from it."""
_SIDES = 27
"""Eleven distances to the left, and from 16 on as many to the right."""
_BETWEEN = 162
"""What can lie between a place and the cue: commas, marks, rivals, "that", sentences."""
_NEAR = 8
_HINTED = 32
_RIVALS = 3
_CONFIG = 64
"""The marks around a cue: before it, after it, at it, to its right."""


class _Rows:
    """Hands out stretches of a table to features that have it all to themselves."""

    def __init__(self, first: int) -> None:
        self.size = first

    def take(self, count: int) -> int:
        first = self.size
        self.size += count
        return first


def _mixed(count: int, salt: int) -> list[int]:
    # Lists, as they are read in half the time of arrays; all together are small.
    return scattered(count, 1000 + salt, WORD_BITS).tolist()


_rows = _Rows(1 << WORD_BITS)
_SHAPED = _rows.take(_SHAPES**4 * _EDGES)
_MARKED = _rows.take(_QUOTES**4 * _EDGES)
_BESIDE = _rows.take(_SIDES * 2 * 4 * 16)
_STANDS = _rows.take(2 * _BETWEEN * 2)
_SIDED = _rows.take(_SIDES * 9)
_HINT = _rows.take(_HINTED * 2)
_HINT_MARKS = _rows.take(_HINTED * 4 * 16)
BORDER_ROWS = _rows.size

_WORD, _BEFORE, _NEXT, _BEFORE_THAT = _mixed(4, 0)
_LEFT_5, _CLASS_5 = _mixed(CLASSES, 3), _mixed(CLASSES, 4)
_QUOTES_10, _QUOTES_11 = _mixed(16, 5), _mixed(16 * _EDGES, 6)
_NEXT_13 = _mixed(CLASSES, 8)
_CLASS_14, _NEXT_14 = _mixed(CLASSES, 9), _mixed(CLASSES, 10)

_HEAD = _mixed(1, 12)[0]
_NEAR_34, _NEAR_35 = _mixed(_NEAR, 13), _mixed(_NEAR, 14)
_RIGHT_38, _KIND_38 = _mixed(2, 17), _mixed(KINDS, 18)
_STANDS_40, _STANDS_41 = _mixed(2 * _BETWEEN, 19), _mixed(2 * _BETWEEN, 20)
_STANDS_43, _KIND_43 = _mixed(2 * _BETWEEN * 2, 21), _mixed(KINDS, 22)
_STANDS_44, _MARKS_44, _CONFIG_44 = (
    _mixed(2 * _BETWEEN * 2, 23), _mixed(16, 24), _mixed(_CONFIG, 25),
)  # fmt: skip
_LEFT_45, _CLASS_45, _NEAR_45 = (
    _mixed(CLASSES, 26), _mixed(CLASSES, 27), _mixed(_NEAR * _RIVALS, 28),
)  # fmt: skip
_CLASS_46, _NEAR_46, _KIND_46 = _mixed(CLASSES, 29), _mixed(_NEAR, 30), _mixed(KINDS, 31)
_HINT_KIND, _KIND_HINT = _mixed(_HINTED, 34), _mixed(KINDS, 35)
_HINT_HEAD, _HINT_STANDS, _STANDS_HINT = (
    _mixed(_HINTED, 36), _mixed(_HINTED, 37), _mixed(2 * _BETWEEN, 38),
)  # fmt: skip
_HINT_CLASS, _CLASS_HINT = _mixed(_HINTED, 39), _mixed(CLASSES, 40)

_INSIDE_BITS = 14
_inside = _Rows(1 << _INSIDE_BITS)
_PLACED = _inside.take(CLASSES * _SHAPES)
_QUOTED_INSIDE = _inside.take(_QUOTES)
_WITHIN = 9
_MARKED_INSIDE = _inside.take(2 * _WITHIN * _CONFIG)
_STANDS_INSIDE = _inside.take(2 * _BETWEEN * _WITHIN)
_HINTED_INSIDE = 12
_HINT_INSIDE = _inside.take(2 * _HINTED_INSIDE * 2)
_RIVAL_INSIDE = _inside.take(2 * _BETWEEN * _RIVALS)
INSIDE_ROWS = _inside.size


def _narrow(count: int, salt: int) -> array[int]:
    return scattered(count, 2000 + salt, _INSIDE_BITS)


_SIDE_64, _KIND_64 = _narrow(_SIDES, 0).tolist(), _narrow(KINDS, 1)
_STANDS_72, _KIND_72 = _narrow(2 * _BETWEEN * _WITHIN, 2), _narrow(KINDS, 3)
_HINT_73, _KIND_73 = _narrow(2 * _HINTED_INSIDE, 4).tolist(), _narrow(KINDS, 5)

END_ROWS = 1 << 13
_END_MASK = END_ROWS - 1
_END = _mixed(8, 50)
_KIND_98, _KIND_103, _KIND_104 = _mixed(KINDS, 51), _mixed(KINDS, 52), _mixed(KINDS, 53)
_KIND_106, _LENGTH_106, _QUOTE_105 = _mixed(KINDS, 54), _mixed(8, 55), _mixed(_QUOTES, 56)
_LEFT_99, _LEFT_103, _LEFT_110 = _mixed(CLASSES, 57), _mixed(CLASSES, 58), _mixed(CLASSES, 59)
_RIGHT_100, _RIGHT_104, _RIGHT_111 = (
    _mixed(CLASSES, 60), _mixed(CLASSES, 61), _mixed(CLASSES, 62),
)  # fmt: skip
_HINT_113, _HINT_114 = _mixed(5, 63), _mixed(5, 64)

_CONTENT_STARTS, _CONTENT_ENDS, _SOURCE_STARTS, _SOURCE_ENDS, _ANY_BORDER = 1, 2, 4, 8, 16
_OWN_CONTENT, _OWN_SOURCE = 4, 5
Standing = tuple[int, int, int, int, int]
"""On which side of the cue a token is and how far, what lies between (and which side), what
quotation holds it, how likely it is a cue's head, and which part of a rule's proposal it is."""

_LONGEST_LEAD, _LONGEST_FOLLOW = 14, 6
"""How far, in tokens, quotation marks before and after a cue are looked for."""


def place_border_score(line: Line, place: int, table: Table) -> int:
    """What a table gives the border before the token at `place`, whatever the cue."""
    at = place + PAD
    w = line.marks
    c = line.classes
    s = line.shapes
    q = line.quotes
    w0, b1 = w[at], w[at - 1]
    c0, c1 = c[at], c[at + 1]
    q0, q1 = q[at], q[at - 1]
    sentences = line.sentences
    edge = place in (0, len(sentences))
    first = 2 if edge else sentences[place] != sentences[place - 1]
    around = q1 * 4 + q0
    return (
        table[w0 ^ _WORD]
        + table[b1 ^ _BEFORE]
        + table[w[at + 1] ^ _NEXT]
        + table[w[at - 2] ^ _BEFORE_THAT]
        + table[_LEFT_5[c[at - 1]] ^ _CLASS_5[c0]]
        + table[_SHAPED + (((s[at - 2] * 5 + s[at - 1]) * 5 + s[at]) * 5 + s[at + 1]) * 3 + first]
        + table[_MARKED + ((q[at - 2] * 16 + around) * 4 + q[at + 1]) * 3 + first]
        + table[b1 ^ _QUOTES_10[around]]
        + table[w0 ^ _QUOTES_11[around * 3 + first]]
        + table[w0 ^ _NEXT_13[c1]]
        + table[_CLASS_14[c0] ^ _NEXT_14[c1]]
    )


def place_inside_scores(line: Line, table: Table) -> list[int]:
    """What a table gives every token for lying in a source or a content, whatever the cue."""
    within = slice(PAD, PAD + len(line))
    return [
        table[_PLACED + group * _SHAPES + shape] + table[_QUOTED_INSIDE + quote]
        for group, shape, quote in zip(
            line.classes[within], line.shapes[within], line.quotes[within], strict=True
        )
    ]


class View:
    """A line as seen from one cue: gives the features that depend on both."""

    __slots__ = (
        "_between", "_borders", "_config", "_frame", "_head", "_kind", "_kinds_inside", "_line",
        "own",
    )  # fmt: skip

    def __init__(self, line: Line, frame: Frame) -> None:
        self._line = line
        self._frame = frame
        at = frame.head + PAD
        self._head = line.marks[at] ^ _HEAD
        kind = self._kind = line.kinds[at]
        self._kinds_inside = _KIND_64[kind], _KIND_72[kind], _KIND_73[kind]
        quotes = line.quotes
        first, last = frame.first + PAD, frame.last + PAD
        lead = quotes[max(frame.low + PAD, first - _LONGEST_LEAD) : first]
        follow = quotes[last : min(frame.high + PAD, last + _LONGEST_FOLLOW)]
        before = max(lead, default=OUTSIDE) >= OPENS
        after = max(follow, default=OUTSIDE) >= OPENS
        right = quotes[last] if frame.last < frame.high else OUTSIDE
        self._config = ((before * 2 + after) * 4 + quotes[at]) * 4 + right
        self._between = self._measure()
        hints = (line.hinted.get(at) for at in range(frame.first, frame.last))
        self.own = next(filter(None, hints), None) if line.hinted else None
        self._borders = self._own_borders()

    def _measure(self) -> list[int]:
        """For each border of the stretch, what lies between it and the cue, as one number."""
        frame = self._frame
        events = frame.events
        cue = bisect_left(events, frame.first)
        before = events[bisect_left(events, frame.low, 0, cue) : cue]
        after = events[bisect_left(events, frame.last, cue) : bisect_left(events, frame.high, cue)]
        left = self._outward(reversed(before), frame.first - 1, frame.first - frame.low)
        right = self._outward(after, frame.last, frame.high - frame.last)
        return [*reversed(left), *[0] * (frame.last - frame.first - 1), *right]

    def _outward(self, events: Iterable[int], start: int, size: int) -> list[int]:
        """What lies between the cue and each of `size` borders, from the token `start` outwards."""
        frame = self._frame
        sentences, words, quotes = self._line.sentences, self._line.words, self._line.quotes
        rivals = frame.rivals
        origin = sentences[frame.first if start < frame.first else frame.last - 1]
        commas = marks = nearest = that = value = 0
        values: list[int] = []
        for token in events:
            values += [value] * (abs(token - start) + 1 - len(values))
            word = words[token]
            if word in PAUSES:
                commas += commas < 2
            elif quotes[token + PAD] >= OPENS:
                marks += marks < 2
            elif word == "that":
                that = 1
            if rivals[token] > nearest:
                nearest = rivals[token]
            crossed = abs(sentences[token] - origin)
            if crossed > 2:
                crossed = 2
            value = (((commas * 3 + marks) * 3 + nearest) * 2 + that) * 3 + crossed
        return values + [value] * (size + 1 - len(values))

    def _own_borders(self) -> dict[int, int]:
        """What the rule that has this cue says begins or ends before a token."""
        found: dict[int, int] = {}
        if self.own is not None:
            for places, starts, ends in (
                (self.own.content, _CONTENT_STARTS, _CONTENT_ENDS),
                (self.own.source, _SOURCE_STARTS, _SOURCE_ENDS),
            ):
                for first, last in places:
                    found[first] = found.get(first, 0) | starts
                    found[last] = found.get(last, 0) | ends
        return found

    def border_scores(self, places: Iterable[int], table: Table) -> list[int]:
        """What a table gives the borders before the tokens at some places."""
        frame = self._frame
        line = self._line
        low, first, last, high = frame.low, frame.first, frame.last, frame.high
        w, c, q = line.marks, line.classes, line.quotes
        rivals = frame.rivals
        kind = self._kind
        config = self._config
        beside = config >> 4
        own = self.own is not None
        kind_38, kind_43, kind_46 = _KIND_38[kind], _KIND_43[kind], _KIND_46[kind]
        config_44 = _CONFIG_44[config]
        between_all, borders, hint_borders = self._between, self._borders, line.hint_borders
        scores: list[int] = []
        for place in places:
            right = place >= last
            gap = place - last if right else first - place
            side = right * _RIGHT + (_DISTANCES[gap] if gap < 26 else _FAR)
            between = between_all[place - low]
            stands = right * _BETWEEN + between
            at = place + PAD
            w0, b1 = w[at], w[at - 1]
            c0 = c[at]
            marks = q[at - 1] * 4 + q[at]
            near = right * 4 + (gap if gap < 3 else 3)
            edge = place in (low, high)
            edged = stands * 2 + edge
            rival = rivals[place] if place < len(rivals) else 0
            score = (
                table[_BESIDE + ((side * 2 + edge) * 4 + beside) * 16 + marks]
                + table[w0 ^ _NEAR_34[near]]
                + table[b1 ^ _NEAR_35[near]]
                + table[b1 ^ _RIGHT_38[right] ^ kind_38]
                + table[_STANDS + edged]
                + table[w0 ^ _STANDS_40[stands]]
                + table[b1 ^ _STANDS_41[stands]]
                + table[_STANDS_43[edged] ^ kind_43]
                + table[_STANDS_44[edged] ^ _MARKS_44[marks] ^ config_44]
                + table[_LEFT_45[c[at - 1]] ^ _CLASS_45[c0] ^ _NEAR_45[near * 3 + rival]]
                + table[_CLASS_46[c0] ^ _NEAR_46[near] ^ kind_46]
                + table[_SIDED + side * 9 + between % 9]
            )
            hinted = borders.get(place, 0)
            if place in hint_borders:
                hinted |= _ANY_BORDER
            if own or hinted:
                score += table[_HINT + hinted * 2 + right]
            if own:
                score += table[_HINT_KIND[hinted] ^ _KIND_HINT[kind]]
            if own and hinted:
                score += (
                    table[_HINT_MARKS + (hinted * 4 + beside) * 16 + marks]
                    + table[_HINT_HEAD[hinted] ^ self._head]
                    + table[_HINT_STANDS[hinted] ^ _STANDS_HINT[stands]]
                    + table[_HINT_CLASS[hinted] ^ _CLASS_HINT[c0]]
                )
            scores.append(score)
        return scores

    def standings(self) -> list[Standing]:
        """How each token of the stretch stands to the cue: many stand alike."""
        frame = self._frame
        line = self._line
        low, first, last, high = frame.low, frame.first, frame.last, frame.high
        size = high - low
        sides = [
            *reversed(_GAPS[: first - low]),
            *[0] * (last - first),
            *_RIGHT_GAPS[: high - last],
        ]
        between = self._between[1 : last - low + 1]
        between += [_BETWEEN + value for value in self._between[last - low : size]]
        within = [2 * quote for quote in line.quotes[low + PAD : high + PAD]]
        if any(within):
            own = line.quotations[frame.head]
            for place, number in enumerate(line.quotations[low:high]):
                if number and number == own:
                    within[place] += 1
        hints = line.hint_insides[low:high]
        if self.own is not None:
            for places, part in ((self.own.content, _OWN_CONTENT), (self.own.source, _OWN_SOURCE)):
                for begin, end in places:
                    begin, end = max(begin, low), min(end, high)
                    if begin < end:
                        hints[begin - low : end - low] = [part] * (end - begin)
        return list(zip(sides, between, within, frame.rivals[low:high], hints, strict=True))

    def inside_score(self, standing: Standing, table: Table) -> int:
        """What a table gives a token that stands so to the cue for lying in source or content."""
        kind_64, kind_72, kind_73 = self._kinds_inside
        side, stands, within, rival, hinted = standing
        right = side >> 4
        hint = (hinted * 2 + (self.own is not None)) * 2 + right
        return (
            table[_SIDE_64[side] ^ kind_64]
            + table[_STANDS_INSIDE + stands * _WITHIN + within]
            + table[_MARKED_INSIDE + (right * _WITHIN + within) * _CONFIG + self._config]
            + table[_RIVAL_INSIDE + stands * _RIVALS + rival]
            + table[_STANDS_72[stands * _WITHIN + within] ^ kind_72]
            + table[_HINT_INSIDE + hint]
            + table[_HINT_73[hint] ^ kind_73]
        )


def end_scores(line: Line, frame: Frame, table: Table) -> int:
    """What a table gives the cue for having a source, a content, both or none."""
    at = frame.head + PAD
    first = frame.first + PAD
    last = frame.last + PAD
    w = line.marks
    c = line.classes
    head = w[at]
    kind = line.kinds[at]
    quote = line.quotes[at]
    rival = frame.rivals[frame.head]
    own = line.hinted.get(frame.head)
    hinted = 0 if own is None else 1 + bool(own.source) + 2 * bool(own.content)
    mask = _END_MASK
    return (
        table[0]
        + table[(head ^ _END[0]) & mask]
        + table[(_KIND_98[kind] ^ rival) & mask]
        + table[(_LEFT_99[c[first - 1]] ^ head) & mask]
        + table[(head ^ _RIGHT_100[c[last]]) & mask]
        + table[(w[first - 1] ^ _END[1]) & mask]
        + table[(w[last] ^ _END[2]) & mask]
        + table[(_LEFT_103[c[first - 1]] ^ _KIND_103[kind]) & mask]
        + table[(_RIGHT_104[c[last]] ^ _KIND_104[kind]) & mask]
        + table[(_QUOTE_105[quote] ^ head) & mask]
        + table[(_LENGTH_106[min(frame.last - frame.first, 7)] ^ _KIND_106[kind]) & mask]
        + table[(w[first] ^ _END[3]) & mask]
        + table[(w[last - 1] ^ _END[4]) & mask]
        + table[(_END[5] ^ rival * 4 + quote) & mask]
        + table[(_LEFT_110[c[first - 2]] ^ w[first - 1] ^ _END[6]) & mask]
        + table[(w[last] ^ _RIGHT_111[c[last + 1]]) & mask]
        + table[(_END[7] ^ hinted) & mask]
        + table[(_HINT_113[hinted] ^ _KIND_106[kind]) & mask]
        + table[(_HINT_114[hinted] ^ head) & mask]
    )
