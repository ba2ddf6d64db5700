"""What speaks for a word being the head of a cue, and for its neighbours being of the cue.

Features look at single words, classes, shapes and distances, never at a run of more than two words.
A score is the sum of their rows of a table.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from reader.attribution.tagging.line import CLOSES, OPENS, PAD, Line
from reader.attribution.tagging.scatter import Table, scattered
from reader.attribution.tagging.vocabulary import CLASSES, KINDS, WORD_BITS

HEAD_ROWS = 1 << WORD_BITS
REACH_ROWS = 1 << WORD_BITS
_REACH = 12
"""How far, in tokens, a quotation mark or a stronger cue is looked for."""
_NEAR_MARK = 6
_MARKS = 14 * 16 * 4


def _mixed(count: int, salt: int) -> array[int]:
    return scattered(count, 3000 + salt, WORD_BITS)


_ALWAYS, _HEAD, _BEFORE, _NEXT, _BEFORE_THAT, _AFTER_THAT = _mixed(6, 0)
_KIND_1 = _mixed(KINDS, 1)
_MARKS_15, _MARKS_16, _KIND_16 = _mixed(_MARKS, 4), _mixed(_MARKS, 5), _mixed(KINDS, 6)
_LEFT_18, _KIND_18 = _mixed(KINDS, 8), _mixed(KINDS, 9)
_RIGHT_19, _KIND_19 = _mixed(KINDS, 10), _mixed(KINDS, 11)
_SHAPES_22 = _mixed(5**4, 13)
_QUOTE_34, _QUOTES_35 = _mixed(4, 17), _mixed(4**4, 18)
_PART_36, _KIND_36, _PART_37 = _mixed(4, 19), _mixed(KINDS, 20), _mixed(4, 21)

_SIDES = 16
_SIDE_40, _RIGHT_43, _BEHIND_43 = _mixed(_SIDES, 30), _mixed(2, 31), _mixed(CLASSES, 32)
_RIGHT_44, _CLASS_44, _AHEAD_44 = _mixed(2, 33), _mixed(CLASSES, 34), _mixed(CLASSES, 35)
_CLASS_45, _KIND_45 = _mixed(2 * CLASSES, 36), _mixed(KINDS, 37)
_SIDE_46, _CLASS_46, _BEHIND_46 = _mixed(_SIDES, 38), _mixed(CLASSES, 39), _mixed(CLASSES, 40)
_STEP_47, _QUOTES_48 = _mixed(2 * 16, 41), _mixed(2 * 4 * 4 * 5, 42)
_CLASS_49, _AHEAD_50 = _mixed(2 * CLASSES, 43), _mixed(2 * CLASSES, 44)
_RIGHT_51, _KIND_51 = _mixed(2, 45), _mixed(KINDS, 46)
_SIDE_52, _AHEAD_52, _FURTHER_52 = _mixed(_SIDES, 47), _mixed(CLASSES, 48), _mixed(CLASSES, 49)
_AHEAD_53, _SIDE_54, _KIND_54 = _mixed(2 * CLASSES, 50), _mixed(_SIDES, 51), _mixed(KINDS, 52)
_SIDE_55, _SHAPES_55 = _mixed(_SIDES, 53), _mixed(5 * 5, 54)
_RIGHT_56, _FURTHER_56 = _mixed(2, 55), _mixed(CLASSES, 56)
_HINT_57, _KIND_57 = _mixed(2 * 3 * 4, 57), _mixed(KINDS, 58)


def _mark_before(quotes: list[int], at: int) -> int:
    """Distance to the nearest mark to the left (0 none within reach), and whether it closes."""
    if max(quotes[max(0, at - _REACH) : at]) < OPENS:
        return 0
    for step in range(1, min(_REACH, at) + 1):
        quote = quotes[at - step]
        if quote >= OPENS:
            return min(step, _NEAR_MARK) * 2 + (quote == CLOSES)
    return 0


def _mark_after(quotes: list[int], at: int) -> int:
    if max(quotes[at + 1 : at + 1 + _REACH]) < OPENS:
        return 0
    for step in range(1, min(_REACH, len(quotes) - 1 - at) + 1):
        quote = quotes[at + step]
        if quote >= OPENS:
            return min(step, _NEAR_MARK) * 2 + (quote == CLOSES)
    return 0


def head_score(line: Line, head: int, table: Table) -> int:
    """What a table gives the token at `head` (its place in the line) as head of a cue."""
    at = head + PAD
    w = line.marks
    s = line.shapes
    q = line.quotes
    kinds = line.kinds
    w0 = w[at]
    kind = kinds[at]
    inside = q[at]
    sentences = line.sentences
    sentence = sentences[head]
    first = bisect_left(sentences, sentence, max(0, head - _REACH + 1), head)
    last = bisect_right(sentences, sentence, head, min(len(sentences), head + _REACH))
    left = max(kinds[first + PAD : at], default=0)
    right = max(kinds[at + 1 : last + PAD], default=0)
    marks = (_mark_before(q, at) * 16 + _mark_after(q, at)) * 4 + inside
    part = line.hint_insides[head]
    return (
        table[_ALWAYS]
        + table[w0 ^ _HEAD]
        + table[_KIND_1[kind]]
        + table[w[at - 1] ^ _BEFORE]
        + table[w[at + 1] ^ _NEXT]
        + table[w[at - 2] ^ _BEFORE_THAT]
        + table[w[at + 2] ^ _AFTER_THAT]
        + table[_MARKS_15[marks]]
        + table[_MARKS_16[marks] ^ _KIND_16[kind]]
        + table[_LEFT_18[left] ^ _KIND_18[kind]]
        + table[_RIGHT_19[right] ^ _KIND_19[kind]]
        + table[_SHAPES_22[((s[at - 2] * 5 + s[at - 1]) * 5 + s[at]) * 5 + s[at + 1]]]
        + table[_QUOTE_34[inside] ^ w0]
        + table[_QUOTES_35[((q[at - 2] * 4 + q[at - 1]) * 4 + q[at + 1]) * 4 + q[at + 2]]]
        + table[_PART_36[part] ^ _KIND_36[kind]]
        + table[_PART_37[part] ^ w0]
    )


def reach_score(line: Line, head: int, at: int, step: int, right: bool, table: Table) -> int:
    """What a table gives to taking one more token, at place `at`, into the cue of `head`.

    `step` counts from 1, to the right of the head or to the left of it.
    """
    place = at + PAD
    ahead = place + 1 if right else place - 1
    behind = place - 1 if right else place + 1
    further = ahead + (1 if right else -1)
    w = line.marks
    c = line.classes
    s = line.shapes
    w0, c0 = w[place], c[place]
    h = w[head + PAD]
    kind = line.kinds[head + PAD]
    side = right + 2 * min(step, 7)
    turned = right * CLASSES
    hint = line.hinted.get(head)
    hinted = 0 if hint is None else 1 + (line.hinted.get(at) is hint)
    quotes = (right * 4 + line.quotes[place]) * 4 + line.quotes[ahead]
    return (
        table[_SIDE_40[side] ^ w0]
        + table[_RIGHT_43[right] ^ w0 ^ _BEHIND_43[c[behind]]]
        + table[_RIGHT_44[right] ^ _CLASS_44[c0] ^ _AHEAD_44[c[ahead]]]
        + table[_CLASS_45[turned + c0] ^ _KIND_45[kind]]
        + table[_SIDE_46[side] ^ _CLASS_46[c0] ^ _BEHIND_46[c[behind]]]
        + table[_STEP_47[right * 16 + min(step, 15)] ^ h]
        + table[_QUOTES_48[quotes * 5 + s[place]]]
        + table[_CLASS_49[turned + c0] ^ h]
        + table[_AHEAD_50[turned + c[ahead]] ^ h]
        + table[_RIGHT_51[right] ^ w0 ^ _KIND_51[kind]]
        + table[_SIDE_52[side] ^ _AHEAD_52[c[ahead]] ^ _FURTHER_52[c[further]]]
        + table[_AHEAD_53[turned + c[ahead]] ^ w0]
        + table[_SIDE_54[side] ^ _KIND_54[kind]]
        + table[_SIDE_55[side] ^ _SHAPES_55[s[place] * 5 + s[ahead]]]
        + table[_RIGHT_56[right] ^ w[ahead] ^ _FURTHER_56[c[further]]]
        + table[_HINT_57[(right * 3 + hinted) * 4 + line.hint_insides[at]] ^ _KIND_57[kind]]
    )
