"""What quotation marks settle by rule: whether a content is all quoted, and where it resumes."""

from __future__ import annotations

from collections.abc import Sequence

from reader.attribution.tagging.span_features import Frame
from reader.attribution.tagging.tokens import CLOSES, INSIDE, MARK, OPENS, Line

_STRONG = 2
_CLAIMED_WITHIN = 8
"""A quotation followed this closely by another likely cue is that cue's."""
_FURTHEST = 400
"""How far, in tokens, a quotation that resumes is looked for."""


def all_quoted(line: Line, content: Sequence[tuple[int, int]]) -> bool:
    """Whether all words of the content, in places of the line, stand in quotation marks."""
    quoted = False
    for first, last in content:
        for place in range(first, last):
            if line.quotes[place] == INSIDE:
                quoted = True
            elif line.shapes[place] != MARK:
                return False
    return quoted


def resumed(
    line: Line, content: Sequence[tuple[int, int]], frame: Frame
) -> list[tuple[int, int]]:
    """Later quotations of the same paragraph that have no other cue: the same voice goes on.

    A quotation counts that begins a sentence after the cue, with no likely cue outside quotation
    marks on the way to it or just behind it.
    """
    found: list[tuple[int, int]] = []
    quotes, rivals = line.quotes, frame.rivals
    place = max(frame.last, content[-1][1])
    end = min(len(line), place + _FURTHEST)
    while place < end:
        if quotes[place] == OPENS:
            begins = line.sentences[place] != line.sentences[place - 1]
            close = place + 1
            while close < end and quotes[close] == INSIDE:
                close += 1
            after = close + (close < end and quotes[close] == CLOSES)
            if not begins or any(rivals[after : after + _CLAIMED_WITHIN]):
                break
            found.append((place, after))
            place = after
        elif quotes[place] != INSIDE and rivals[place] == _STRONG:
            break
        else:
            place += 1
    return found
