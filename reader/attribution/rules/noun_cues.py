"""Rule: a noun or adverb cue: "his claim that …", "reports that …", "reportedly"."""

from __future__ import annotations

from reader.attribution.grammar.contents import clause_end, strip
from reader.attribution.grammar.noun_phrases import BREAKS, phrase_start
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import Range, Unit
from reader.language.english import ENGLISH

_NOUNS = ENGLISH.word_class("cue nouns")
_ADVERBS = ENGLISH.word_class("adverb cues")
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_GENITIVE = ("'s", "’s", "s'", "s’")


def noun_cues(scene: Scene) -> None:
    """Add a draft for each noun cue with a that-clause, and each "reportedly", still free."""
    unit = scene.unit
    low = unit.low
    for head, word in enumerate(low):
        if word in _ADVERBS and head >= scene.free:
            _adverb(scene, head)
        elif word in _NOUNS and low[head + 1 : head + 2] == ["that"] and not _said(scene, head):
            last = clause_end(unit, head + 1)
            scene.add(Draft(_owner(unit, head), [(head, head)], [(head + 1, last)], head))


def _said(scene: Scene, place: int) -> bool:
    """Whether a token is part of what another draft has somebody say."""
    return any(first <= place <= last for d in scene.drafts for first, last in d.content)


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
