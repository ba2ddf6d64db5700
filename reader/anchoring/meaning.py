"""Whether words found again still say the same, by the same speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.anchoring.document import Document, Listed, Ranges, Sought, overlap, size
from reader.anchoring.lexicon import NEGATIONS, is_slip
from reader.anchoring.options import Option

_MOST_LOST = 2
_MOST_GAINED = 8
"""Words a finder may leave out at a border, or take in (a cue clause), without a new statement."""
_BESIDE = 2
"""A negation turns a statement round from no farther away."""
_SPEAKER_REACH = 40
"""Words around a statement among which its speaker is named."""


def change(document: Document, sought: Sought, option: Option) -> str:
    """Say what changed in the statement, in words for the reader; empty if nothing did."""
    ranges = option.place.ranges
    listed = None if option.statement is None else document.listed[option.statement]
    return (
        _wording(document, sought, ranges)
        or (listed is not None and _extent(document, sought, ranges, listed))
        or _negation_beside(document, sought, ranges)
        or _speaker(document, sought, ranges, listed)
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


def _wording(document: Document, sought: Sought, ranges: Ranges) -> str:
    new = document.text_of(ranges)
    if _same(document, sought.coded, new):
        return ""
    gone, come = Counter(sought.coded), Counter(new)
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


def _extent(document: Document, sought: Sought, ranges: Ranges, listed: Listed) -> str:
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
            beside = sought.before[max(0, len(sought.before) - (first - place)) :]
            expected = beside[0] if len(sought.before) >= first - place else ""
        elif place >= last:
            expected = sought.after[place - last : place - last + 1]
        else:
            expected = ""
        if expected and not _same(document, expected, document.coded[place]):
            return "words were added"
    return ""


def _places(ranges: Ranges) -> set[int]:
    return {place for first, last in ranges for place in range(first, last)}


def _negation_beside(document: Document, sought: Sought, ranges: Ranges) -> str:
    first, last = ranges[0][0], ranges[-1][1]
    known = {document.spell(code) for code in sought.before + sought.after}
    for place in document.neighbours(first, last, _BESIDE):
        word = document.words.canon[place]
        if word in NEGATIONS and word not in known:
            return "a negation came or went"
    return ""


def _speaker(document: Document, sought: Sought, ranges: Ranges, listed: Listed | None) -> str:
    source = sought.source
    if not source:
        return ""
    if listed is not None and listed.source:
        named = document.text_of(listed.source)
        if _same(document, source, named):
            return ""
        first = max(0, listed.source[0][0] - len(source) + 1)
        around = document.coded[first : listed.source[-1][1] + len(source) - 1]
        return "" if source in around else "another speaker"
    first, last = max(0, ranges[0][0] - _SPEAKER_REACH), ranges[-1][1] + _SPEAKER_REACH
    around = document.forgiven(source, document.coded[first:last])
    return "" if source in around else "the speaker is not named here any more"
