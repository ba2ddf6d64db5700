"""Rule: who said it stands in a parenthesis, after the cue ("The quay, insists its owner, …")."""

from __future__ import annotations

from reader.attribution.grammar.contents import PARTICIPLES, content_end, strip
from reader.attribution.grammar.neighbours import PREPOSITIONS, RELATIVES
from reader.attribution.grammar.noun_phrases import finite, phrase_end
from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Trait

_CUES = ENGLISH.verbs.forms(Trait.SAID, Trait.HELD, of=FINITE, without=(Trait.CALLS,))
_TELLING = ENGLISH.verbs.forms(Trait.TELLS)
_SPEAKERS = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT)


def inverted_aside(scene: Scene) -> None:
    """Add a draft for the first such parenthesis of the unit."""
    unit = scene.unit
    low = unit.low
    start = scene.free
    if "," not in low:
        return
    for head in range(start + 2, len(unit) - 3):
        if low[head - 1] != "," or low[head] not in _CUES:
            continue
        source = _source(unit, head)
        if source is None or not _goes_on(unit, source[1] + 2) or QUOTE in low[start:head]:
            continue
        before = strip(unit, start, head - 2)
        if "," in low[before[0] : before[1]] or not _may_be_said(unit, head, before):
            continue
        after = strip(unit, source[1] + 2, content_end(unit, source[1] + 2))
        scene.add(Draft([source], [(head, head)], [before, after], head))
        return


def _source(unit: Unit, head: int) -> Range | None:
    """Who speaks, between the cue and the comma that closes the parenthesis."""
    end = phrase_end(unit, head + 1) if unit.low[head + 1] not in PREPOSITIONS else None
    if end is None or unit.low[end + 1 : end + 2] != [","]:
        return None
    return (head + 1, end) if _type(unit, head + 1, end) in _SPEAKERS else None


def _goes_on(unit: Unit, place: int) -> bool:
    """Whether the clause goes on after the parenthesis."""
    rest = unit.low[place:]
    return (
        len(rest) > 1
        and rest[0] not in RELATIVES
        and rest[0] not in PARTICIPLES
        and QUOTE not in rest
        and any(finite(word) for word in rest)
    )


def _may_be_said(unit: Unit, head: int, before: Range) -> bool:
    """Whether the words before are said: "The man, told the news, left" tells who was told."""
    if before[0] > before[1]:
        return False
    return unit.low[head] not in _TELLING or _type(unit, *before) not in _SPEAKERS


def _type(unit: Unit, first: int, last: int) -> SourceType:
    return understand(" ".join(unit.text[slice(*unit.span(first, last))].split())).type
