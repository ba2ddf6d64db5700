"""Rule: quotations whose cue no lexicon knows, or that have none but a colon."""

from __future__ import annotations

from reader.attribution.grammar.clauses import clause_subject, cue_range, subject
from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.neighbours import PREPOSITIONS
from reader.attribution.grammar.noun_phrases import BREAKS, finite, phrase_end
from reader.attribution.rules.cue_odds import cue_odds, cue_words
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH

_SPEECH_WORDS = 4
"""A quotation shorter than this, brought in by a comma, may be a title or a scare quote."""
_REACH = 9


def speech_cues(scene: Scene) -> None:
    """Add a draft for each quotation of the unit that is speech and belongs to no draft yet."""
    unit = scene.unit
    for place in unit.quotes:
        if place < scene.free or _taken(scene, place):
            continue
        draft = _after_colon(unit, place) or _before_verb(unit, place) or _after_verb(unit, place)
        if draft is not None:
            scene.add(draft)


def _taken(scene: Scene, place: int) -> bool:
    return any(
        first <= place <= last
        for draft in scene.drafts
        for part in (draft.content, draft.source)
        for first, last in part
    )


def _after_colon(unit: Unit, place: int) -> Draft | None:
    """The chant went up: "Bread!"."""
    if place < 2 or unit.low[place - 1] != ":":
        return None
    return colon(unit, place - 1, [(place, place)])


_COLON_REACH = 40
"""How far back, in tokens, a colon looks for the verb that it stands for."""


def colon(unit: Unit, place: int, content: list[Range]) -> Draft:
    """A draft whose cue is a colon, or the verb that stands right before it."""
    low = unit.low
    for head in range(place - 1, max(0, place - _COLON_REACH), -1):
        if low[head].endswith("ing") and low[head - 1] != ",":
            continue
        if low[head] in cue_words() and cue_odds(unit, head, ENGLISH.cue_counts) > 0:
            cue = cue_range(unit, head, 0)
            found = subject(unit, cue[0], 0) if cue is not None else None
            if cue is not None and found is not None:
                return Draft([found], [cue], content, head)
    source = clause_subject(unit, place, 0)
    verb = place - 1
    if source is not None and verb > source[1] and (finite(low[verb]) or low[verb].endswith("s")):
        return Draft([source], [(verb, verb)], content, verb)
    return Draft([source] if source else [], [(place, place)], content, place)


def _before_verb(unit: Unit, place: int) -> Draft | None:
    """ "…," Vale grumbled; "…," grumbled Vale."""
    low = unit.low
    text = unit.text[unit.starts[place] : unit.ends[place]]
    if place + 2 >= len(unit) or not text.rstrip("”\"’'»«“‘ ").endswith((",", "?", "!", "…")):
        return None
    if low[place + 1] in BREAKS or low[place + 1] in (",", ".") or low[place + 1] in PREPOSITIONS:
        return None
    if low[place + 1].endswith("ed") and finite(low[place + 1]):
        end = phrase_end(unit, place + 2)
        return (
            Draft([(place + 2, end)], [(place + 1, place + 1)], [(place, place)], place + 1)
            if end is not None
            else None
        )
    for verb in range(place + 2, min(len(unit), place + _REACH)):
        word = low[verb]
        if word in BREAKS or word in (",", "."):
            return None
        if finite(word) and not unit.capital(verb):
            return Draft([(place + 1, verb - 1)], [(verb, verb)], [(place, place)], verb)
    return None


def _after_verb(unit: Unit, place: int) -> Draft | None:
    """Vale shot back, "…"."""
    low = unit.low
    text = unit.text[unit.starts[place] : unit.ends[place]].strip("“”\"'‘’«»„")
    if place < 3 or low[place - 1] != "," or not text[:1].isupper():
        return None
    if len(text.split()) < _SPEECH_WORDS:
        return None
    source = clause_subject(unit, place - 1, 0)
    if source is None:
        return None
    first, last = strip(unit, source[1] + 1, place - 2)
    if first > last:
        return None
    if last - first >= _REACH or low[last] == QUOTE:
        last = first
    return Draft([source], [(first, last)], [(place, place)], first)
