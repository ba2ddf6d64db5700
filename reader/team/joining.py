"""Several reviewers' judgements of one article, joined by the words they are on now.

Keys join nothing: they are fixed when first judged, and two reviewers may have judged the same
words by different keys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from reader.anchoring import State
from reader.anchoring.words import Words, read_words
from reader.judgement import Judgement, Verdict
from reader.review.items import Findings, Item, match
from reader.span import Span

_SAME_WORDS = 0.5
"""Two stretches are one statement with different borders from this share of common words on."""


class Gap(StrEnum):
    """Why a reviewer's verdict on a statement does not count."""

    CHANGED = "changed"
    TWO_VERDICTS = "two verdicts"


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement, and by reviewer the verdict on it or why there is none that counts.

    `key` is the one the statement would get, or a sidecar's where only reviewers list the words.
    """

    key: str
    quote: str
    cells: Mapping[str, Verdict | Gap]


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """An article's statements in text order, and how many verdicts of each reviewer lost theirs."""

    name: str
    units: tuple[Unit, ...]
    orphaned: Mapping[str, int]


def join(
    name: str, findings: Findings, judged: Mapping[str, Mapping[str, Judgement]]
) -> JudgedArticle:
    """Join judgements, by reviewer and key, with an article's statements and with each other."""
    words = _Words(findings.text)
    slots = [_Slot(item) for item in findings.bare]
    places = {item.statement: slot for item, slot in zip(findings.bare, slots, strict=True)}
    orphaned: dict[str, int] = {}
    for reviewer in sorted(judged):
        matched = match(findings, judged[reviewer])
        loose = []
        for item in matched.items:
            if item.judgement is None or item.judgement.verdict is None:
                continue
            slot = places.get(item.statement)
            if slot is None or reviewer in slot.cells:
                loose.append(item)
            else:
                slot.cells[reviewer] = _cell(item)
        if loose:
            _place(reviewer, loose, slots, words)
        lost = sum(judgement.verdict is not None for judgement in matched.orphans)
        if lost:
            orphaned[reviewer] = lost
    slots.sort(key=lambda slot: slot.item.start)
    units = (Unit(slot.item.key, slot.item.anchor.quote, slot.cells) for slot in slots)
    return JudgedArticle(name, tuple(units), orphaned)


@dataclass(slots=True)
class _Slot:
    """A statement while verdicts are put on it."""

    item: Item
    cells: dict[str, Verdict | Gap] = field(default_factory=dict)


def _cell(item: Item) -> Verdict | Gap:
    assert item.judgement is not None
    assert item.judgement.verdict is not None
    if item.state is State.CHANGED:
        return Gap.CHANGED
    return Gap.TWO_VERDICTS if item.judgement.disagreement else item.judgement.verdict


def _place(reviewer: str, loose: Sequence[Item], slots: list[_Slot], words: _Words) -> None:
    """Put judgements with borders of their own on the statements most like them, one to one."""
    inside = [words.within(item.statement.content) for item in loose]
    alike = sorted(
        (-likeness, place, number)
        for place, slot in enumerate(slots)
        if reviewer not in slot.cells
        for number, own in enumerate(inside)
        if (likeness := _likeness(own, words.within(slot.item.statement.content))) >= _SAME_WORDS
    )
    placed: set[int] = set()
    for _, place, number in alike:
        if number not in placed and reviewer not in slots[place].cells:
            placed.add(number)
            slots[place].cells[reviewer] = _cell(loose[number])
    for number, item in enumerate(loose):
        if number not in placed:
            slots.append(_Slot(item, {reviewer: _cell(item)}))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the words of either that both have."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


class _Words:
    """Which words of a text lie in which spans; the text is read when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[Span, ...], frozenset[int]] = {}

    def within(self, spans: tuple[Span, ...]) -> frozenset[int]:
        """The words that lie at least partly in some spans, by their places."""
        known = self._known.get(spans)
        if known is None:
            runs = (self._words.within(span.start, span.end) for span in spans)
            known = frozenset(place for first, last in runs for place in range(first, last))
            self._known[spans] = known
        return known

    @cached_property
    def _words(self) -> Words:
        return read_words(self._text)
