"""Whether words found again still say the same, by the same speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.anchoring.candidates import Candidate
from reader.anchoring.document import Document, Listed, Ranges, Target, overlap, size
from reader.anchoring.slips import NEGATIONS, is_one_letter, is_slip

_MOST_LOST = 2
_MOST_GAINED = 8
"""Words a finder may leave out at a border, or take in (a cue clause), without a new statement."""
_BESIDE = 2
"""A negation turns a statement round from no farther away."""
_LONG_NAME = 3
"""In a name of so many words, with title and office, one letter makes no other speaker."""
_SPEAKER_REACH = 30
"""Words around a statement among which its speaker is named."""


def change(document: Document, target: Target, candidate: Candidate) -> str:
    """Say what changed in the statement, in words for the reader; empty if nothing did."""
    ranges = candidate.place.ranges
    listed = None if candidate.statement is None else document.listed[candidate.statement]
    return (
        _wording(document, target, ranges)
        or (listed is not None and _extent(document, target, ranges, listed))
        or _negation_beside(document, target, ranges)
        or _speaker(document, target, ranges, listed)
        or ""
    )


def _same(document: Document, old: str, new: str) -> bool:
    """Tell whether coded words are the same, but for slips."""
    if old == new:
        return True
    return len(old) == len(new) and all(
        one == other or is_slip(document.spell(one), document.spell(other), document.is_established)
        for one, other in zip(old, new, strict=True)
    )


def _is_nearly(document: Document, old: str, new: str) -> bool:
    """Tell whether a name of several words is the same but for one letter."""
    if len(old) != len(new) or len(old) < _LONG_NAME:
        return False
    others = [
        (document.spell(one), document.spell(other))
        for one, other in zip(old, new, strict=True)
        if one != other
    ]
    return len(others) == 1 and is_one_letter(*others[0])


def _wording(document: Document, target: Target, ranges: Ranges) -> str:
    new = document.text_of(ranges)
    if _same(document, target.coded, new):
        return ""
    gone, come = Counter(target.coded), Counter(new)
    lost = [document.spell(code) for code in gone - come]
    added = [document.spell(code) for code in come - gone]
    return _weighty(lost, added) or (
        "words moved"
        if not lost and not added
        else "words were added"
        if not lost
        else "words are missing"
        if not added
        else "words were changed"
    )


def _weighty(lost: Sequence[str], added: Sequence[str]) -> str:
    words = [*lost, *added]
    if any(word in NEGATIONS for word in words):
        return "a negation came or went"
    if any(character.isdigit() for word in words for character in word):
        return "a number changed"
    return ""


def _extent(document: Document, target: Target, ranges: Ranges, listed: Listed) -> str:
    """Compare the words found with the statement's: borders may move by a word or two."""
    if ranges == listed.content:
        return ""
    common = overlap(ranges, listed.content)
    if common == size(ranges) == size(listed.content):
        return ""
    stated = _places(listed.content)
    found = _places(ranges)
    framing = _places(listed.frame)
    canon = document.words.canon
    lost = [canon[place] for place in sorted(found - stated - framing)]
    if len(lost) > _MOST_LOST or _weighty(lost, ()):
        return "the statement is shorter"
    gained = sorted(stated - found)
    if len(gained) > _MOST_GAINED:
        return "the statement is longer"
    first, last = ranges[0][0], ranges[-1][1]
    for place in gained:
        beside = ""
        if place < first:
            beside = target.before[max(0, len(target.before) - (first - place)) :]
            expected = beside[0] if len(target.before) >= first - place else ""
        elif place >= last:
            expected = target.after[place - last : place - last + 1]
        else:
            expected = ""
        if expected and not _same(document, expected, document.coded[place]):
            return "words were added"
    return ""


def _places(ranges: Ranges) -> set[int]:
    return {place for first, last in ranges for place in range(first, last)}


def _negation_beside(document: Document, target: Target, ranges: Ranges) -> str:
    first, last = ranges[0][0], ranges[-1][1]
    left, right = document.beside(first, last, _BESIDE + 1)
    for stands, stood in ((left, target.before[::-1]), (right, target.after)):
        known = min(len(stands), len(stood))
        for distance, code in enumerate(stands[: min(_BESIDE, known)]):
            if document.spell(code) not in NEGATIONS:
                continue
            near = stood[max(0, distance - 1) : distance + 2]
            if code not in near or stands[:known].count(code) > stood[:known].count(code):
                return "a negation came or went"
    return ""


def _speaker(document: Document, target: Target, ranges: Ranges, listed: Listed | None) -> str:
    source = target.source
    if not source:
        return ""
    first, last = ranges[0][0], ranges[-1][1]
    if listed is not None and listed.source:
        named = document.text_of(listed.source)
        if _same(document, source, named) or _is_nearly(document, source, named):
            return ""
        if target.possessive and named.startswith(source):
            return "another speaker"  # somebody's spokesman is another than somebody
        start, end = listed.source[0][0], listed.source[-1][1]
        around = document.coded[max(0, start - len(source) + 1) : end + len(source) - 1]
        missing = "another speaker"
    else:
        around = document.coded[max(0, first - _SPEAKER_REACH) : last + _SPEAKER_REACH]
        missing = "the speaker is not named here any more"
    # A finder may draw the borders of a name anew, but the text must not have.
    if not _is_among(document, source, around) or _is_parted(document, target, first, last):
        return missing
    return ""


def _is_parted(document: Document, target: Target, first: int, last: int) -> bool:
    """Tell whether a speaker who was named right beside the words is not any more.

    All that stood from the name to the words, and one word beyond it, must stand there still.
    """
    before = target.before[max(0, target.before.rfind(target.source) - 1) :]
    after = target.after[: target.after.find(target.source) + len(target.source) + 1]
    led = target.source in target.before
    followed = target.source in target.after
    if not led and not followed:
        return _is_cut_off(document, target, first, last)
    if led and (not followed or len(before) <= len(after)):
        return not _same(document, before, document.coded[max(0, first - len(before)) : first])
    return followed and not _same(document, after, document.coded[last : last + len(after)])


def _is_cut_off(document: Document, target: Target, first: int, last: int) -> bool:
    """Tell the same of a speaker whose name runs out of the few words that are remembered."""
    source, before, after = target.source, target.before, target.after
    sizes = range(len(source) - 1, 0, -1)
    if any(before.startswith(source[-size:]) for size in sizes):
        return not _same(document, before, document.coded[max(0, first - len(before)) : first])
    if any(after.endswith(source[:size]) for size in sizes):
        return not _same(document, after, document.coded[last : last + len(after)])
    return False


def _is_among(document: Document, coded: str, around: str) -> bool:
    if coded in around:
        return True
    length = len(coded)
    windows = (around[at : at + length] for at in range(len(around) - length + 1))
    return any(
        (length == 1 or not set(coded).isdisjoint(window)) and _same(document, coded, window)
        for window in windows
    )
