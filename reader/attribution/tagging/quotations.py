"""What quotation marks settle by rule: whether a content is all quoted, and where it resumes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.tagging.frame import Frame
from reader.attribution.tagging.line import CLOSES, INSIDE, OPENS, PAD, Line, Places
from reader.attribution.text.tokens import CAPITAL, LOWER, MARK, UPPER

_STRONG = 2
_CLAIMED_WITHIN = 8
"""A quotation followed this closely by another likely cue is that cue's."""
_LONGEST_SIGNATURE = 14
_SIGNING = frozenset(("—", "–", "―", "−", "-", "--", "---"))
_OF = frozenset(("of", "and", "de", "la", "von", "van", "der", "the"))
_TURN = re.compile(r"^[A-Z][A-Z.'’ -]{2,40}:(?=[ \t])", re.MULTILINE)
_LEAST_TURNS = 3
_LONGEST_NAME = 5
_FURTHEST = 400
"""How far, in tokens, a quotation that resumes is looked for."""


def all_quoted(line: Line, content: Sequence[tuple[int, int]]) -> bool:
    """Whether all words of the content, in places of the line, stand in quotation marks."""
    quoted = False
    for first, last in content:
        for place in range(first, last):
            if line.quotes[place + PAD] == INSIDE:
                quoted = True
            elif line.shapes[place + PAD] != MARK:
                return False
    return quoted


def up_to_next(line: Line, content: Sequence[Places], frame: Frame) -> list[Places]:
    """A content up to where, by the rules, something else is said.

    That is a sentence behind the content's first that has a cue of its own, or a quotation with one
    behind it: "it had changed: “…,” he claimed".
    """
    kept: list[Places] = []
    for first, last in content:
        end = _next_said(line, max(first, frame.last) + 1, last)
        if end is not None:
            return [*kept, (first, end)]
        kept.append((first, last))
    return kept


def _next_said(line: Line, first: int, last: int) -> int | None:
    """Where, behind the token `first`, the first thing begins that a rule's other cue has said."""
    quotes, sentences = line.quotes, line.sentences
    for at in sorted(place for place in line.hinted if first < place < last):
        hint = line.hinted[at]
        if quotes[at + PAD] == INSIDE or hint.cue[0] != at:
            continue
        spoken = hint.content[:1]
        if spoken and first <= spoken[0][0] and all_quoted(line, spoken) and spoken[0][1] <= at:
            return spoken[0][0]
        begin = at
        while begin > first and sentences[begin - 1] == sentences[at]:
            begin -= 1
        if begin > first and quotes[begin + PAD] != INSIDE and quotes[begin + PAD] != CLOSES:
            return begin
    return None


def own_quotations(
    line: Line, content: Sequence[tuple[int, int]], frame: Frame
) -> list[tuple[int, int]]:
    """Of a content that begins with a quotation before its cue, the pieces that are quoted as well.

    A later quotation in mid-sentence behind a likely cue is that cue's.
    """
    kept: list[tuple[int, int]] = []
    for first, last in content:
        claimed = first > frame.last and any(
            frame.rivals[at] == _STRONG and line.quotes[at + PAD] != INSIDE
            for at in range(frame.last, first)
        )
        begins = first == 0 or line.sentences[first] != line.sentences[first - 1]
        if all_quoted(line, [(first, last)]) and (begins or not claimed):
            kept.append((first, last))
    return kept


def resumed(line: Line, content: Sequence[tuple[int, int]], frame: Frame) -> list[tuple[int, int]]:
    """Later quotations of the same paragraph that have no other cue: the same voice goes on.

    A quotation counts that begins a sentence after the cue, with no likely cue outside quotation
    marks on the way to it or just behind it.
    """
    found: list[tuple[int, int]] = []
    quotes, rivals = line.quotes, frame.rivals
    place = max(frame.last, content[-1][1])
    end = min(len(line), place + _FURTHEST)
    while place < end:
        if quotes[place + PAD] == OPENS:
            begins = line.sentences[place] != line.sentences[place - 1]
            close = place + 1
            while close < end and quotes[close + PAD] == INSIDE:
                close += 1
            after = close + (close < end and quotes[close + PAD] == CLOSES)
            if not begins or any(rivals[after : after + _CLAIMED_WITHIN]):
                break
            found.append((place, after))
            place = after
        elif quotes[place + PAD] != INSIDE and rivals[place] == _STRONG:
            break
        else:
            place += 1
    return found


def signed(line: Line) -> tuple[tuple[int, int], int, tuple[int, int]] | None:
    """Content, place of the cue and source of a line such as “…” — A. Person, or None.

    The dash is the cue; the name runs to the end of the line and begins with a capital.
    """
    dash = len(line) - 2
    floor = max(0, len(line) - _LONGEST_SIGNATURE)
    while dash > floor and line.words[dash] not in _SIGNING:
        dash -= 1
    if dash <= floor or line.words[dash] not in _SIGNING or line.quotes[dash - 1 + PAD] != CLOSES:
        return None
    last = len(line) - (line.words[-1] == ".")
    name = range(dash + 1, last)
    if line.shapes[dash + 1 + PAD] not in (CAPITAL, UPPER):
        return None
    if not name or any(line.quotes[at + PAD] for at in name):
        return None
    if any(line.shapes[at + PAD] == LOWER for at in name if line.words[at] not in _OF):
        return None
    start = dash - 1
    while start > 0 and line.quotes[start + PAD] != OPENS:
        start -= 1
    return (start, dash), dash, (dash + 1, last)


def is_transcript(text: str) -> bool:
    """Whether names in capitals, with colons, begin several lines."""
    return len(_TURN.findall(text)) >= _LEAST_TURNS


def turn(line: Line) -> tuple[tuple[int, int], int, tuple[int, int]] | None:
    """Content, place of the cue and source of a transcript's line such as VOSS: We waited."""
    colon = 0
    while colon < min(_LONGEST_NAME, len(line)) and line.shapes[colon + PAD] == UPPER:
        colon += 1
    last = len(line) - (line.words[-1] == ".")
    if not colon or colon + 1 >= last or line.words[colon] != ":":
        return None
    return (colon + 1, last), colon, (0, colon)


def opening_quotation(line: Line) -> tuple[int, int] | None:
    """The quotation that a line begins with, or None."""
    if line.quotes[PAD] != OPENS:
        return None
    close = 1
    while close < len(line) and line.quotes[close + PAD] == INSIDE:
        close += 1
    return 0, min(len(line), close + 1)
