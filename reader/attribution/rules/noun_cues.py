"""Rule: a noun or adverb cue: "his claim that …", "reports that …", "reportedly"."""

from __future__ import annotations

from reader.attribution.grammar.contents import clause_end, strip
from reader.attribution.grammar.noun_phrases import BREAKS, finite, phrase_end, phrase_start
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

_NOUNS = ENGLISH.nouns.forms(Trait.CLAUSE)
_ADVERBS = ENGLISH.word_class("adverb cues")
_CUES = _NOUNS | _ADVERBS
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_GENITIVE = ("'s", "’s", "s'", "s’")


def noun_cues(scene: Scene) -> None:
    """Add a draft for each noun cue with a that-clause, and each "reportedly", still free."""
    unit = scene.unit
    low = unit.low
    if _CUES.isdisjoint(low):
        return
    for head, word in enumerate(low):
        if word in _ADVERBS and head >= scene.free:
            _adverb(scene, head)
        elif word in _NOUNS and head + 1 < len(unit) and not _said(scene, head, head + 1):
            if low[head + 1] == "that":
                source, first = _owner(unit, head), head + 1
            elif (made := _made_by(unit, head)) is not None:
                source, first = [made[0]], made[1]
            else:
                continue
            scene.add(Draft(source, [(head, head)], [(first, clause_end(unit, first))], head))


_BY = frozenset(("by", "from", "in"))
_BEFORE_THAT = 6
"""How many words may stand between who made a claim and its "that": "four months earlier"."""


def _made_by(unit: Unit, head: int) -> tuple[Range, int] | None:
    """Who made a claim, and where its clause begins: "a warning by the insurer that …"."""
    low = unit.low
    if low[head + 1] not in _BY or head + 2 >= len(unit):
        return None
    end = phrase_end(unit, head + 2)
    if end is None:
        return None
    for place in range(end + 1, min(len(unit), end + 2 + _BEFORE_THAT)):
        if low[place] == "that":
            return (head + 2, end), place
        if low[place] in BREAKS or finite(low[place]):
            return None
    return None


def _said(scene: Scene, *places: int) -> bool:
    """Whether one of these tokens is part of what another draft has somebody say."""
    spoken = [part for draft in scene.drafts for part in draft.content]
    return any(first <= place <= last for first, last in spoken for place in places)


def _owner(unit: Unit, head: int) -> list[Range]:
    """Whose claim it is: "the firm's denial", "his claim"."""
    low = unit.low
    place = head - 1
    while (
        place > 0
        and low[place][0].isalpha()
        and place > head - 3
        and not (low[place] in _POSSESSIVES or low[place].endswith(_GENITIVE))
    ):
        place -= 1
    if place < 0:
        return []
    if low[place] in _POSSESSIVES:
        return [(place, place)]
    if low[place].endswith(_GENITIVE):
        first = phrase_start(unit, place)
        return [(first, place)] if first is not None else []
    return []


def _adverb(scene: Scene, head: int) -> None:
    """The clause that a "reportedly" casts doubt on."""
    unit = scene.unit
    low = unit.low
    first = head
    while (
        first > scene.free and low[first - 1] not in (",", "that") and low[first - 1] not in BREAKS
    ):
        first -= 1
    while first < head and low[first] in ("and", "but", "while", "when", "because", "as"):
        first += 1
    last = head
    while (
        last + 1 < len(unit)
        and low[last + 1] not in (",", ".", "?", "!")
        and (low[last + 1] not in BREAKS)
    ):
        last += 1
    content = [r for r in ((first, head - 1), (head + 1, last)) if r[0] <= r[1]]
    content = [strip(unit, *r) for r in content]
    if content and not any(a <= last and first <= b for d in scene.drafts for a, b in d.content):
        scene.add(Draft([], [(head, head)], content, head))
