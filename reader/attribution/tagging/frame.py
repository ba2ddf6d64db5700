"""A cue and the stretch of its line where its source and content are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.tagging.line import OPENS, OUTSIDE, PAD, Line

_FURTHEST = 180
_FURTHEST_CROWDED = 40
"""Tokens to either side of a cue; less where cues stand thicker than anybody writes."""
_MOST_SENTENCES = 8
_FOLLOWS = 12
"""Within how many tokens of the next sentence a quotation must show for it to be looked into."""
_RESUMES = 40
"""The same where the cue follows a quotation, which often resumes later."""
_LEAD = 14
PAUSES = frozenset((",", ";", ":", "-", "—", "--", "–", "―", "−"))


@dataclass(slots=True)
class Frame:
    """A cue and its stretch, in places of tokens, ends exclusive.

    The head, the cue `first`..`last`, the stretch `low`..`high`. `rivals` tells for every token of
    the line how likely it is to be the head of a cue: 0, 1, 2. `events` are the tokens of the line
    that change what lies between a cue and a place beyond them.
    """

    head: int
    first: int
    last: int
    low: int
    high: int
    rivals: list[int]
    events: list[int]


def stretch(line: Line, first: int, last: int, crowded: bool) -> tuple[int, int]:
    """From where to where the arguments of the cue `first`..`last` are looked for.

    The cue's sentence, and its neighbours as far as quotations reach without a break; not far where
    the line is `crowded` with cues.
    """
    sentences = line.sentences
    quotes = line.quotes
    quoted = any(quotes[max(0, first - _LEAD) + PAD : first + PAD])
    low = first
    floor = max(0, first - (_FURTHEST_CROWDED if crowded else _FURTHEST))
    crossed = 0
    while low > floor:
        if sentences[low - 1] != sentences[low]:
            crossed += 1
            if crossed > _MOST_SENTENCES or quotes[low - 1 + PAD] == OUTSIDE:
                break
        low -= 1
    high = last
    ceiling = min(len(line), last + (_FURTHEST_CROWDED if crowded else _FURTHEST))
    reach = PAD + (_RESUMES if quoted else _FOLLOWS)
    crossed = 0
    while high < ceiling:
        if sentences[high] != sentences[high - 1]:
            crossed += 1
            if crossed > _MOST_SENTENCES or not any(quotes[high + PAD : high + reach]):
                break
        high += 1
    return low, high


def events(line: Line, rivals: list[int]) -> list[int]:
    """The tokens that are pauses, marks, a "that", likely cues, or at either end of a sentence."""
    sentences = line.sentences
    behind = [-1, *sentences[:-1]]
    ahead = [*sentences[1:], -1]
    return [
        place
        for place, (word, quote, rival, left, here, right) in enumerate(
            zip(line.words, line.quotes[PAD:-PAD], rivals, behind, sentences, ahead, strict=True)
        )
        if quote >= OPENS
        or rival
        or left != here
        or here != right
        or word in PAUSES
        or word == "that"
    ]
