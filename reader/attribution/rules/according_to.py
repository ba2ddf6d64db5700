"""Rule: "according to …", at the start, in the middle or at the end of its sentence."""

from __future__ import annotations

from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.noun_phrases import TIMES, phrase_end
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import Range, Unit
from reader.language.english import ENGLISH

_PARTICIPLES = ENGLISH.word_class("participles after nouns")
_APPOSITION_REACH = 14
_PHRASES = {"according": "to"}


def according_cues(scene: Scene) -> None:
    """Add a draft for each "according to" of the unit; it reaches back to the unit's start."""
    unit = scene.unit
    low = unit.low
    if _PHRASES.keys().isdisjoint(low):
        return
    for head, word in enumerate(low[:-1]):
        if head < scene.free or _PHRASES.get(word) != low[head + 1]:
            continue
        if _is_within_clause(low, head):
            continue
        end = phrase_end(unit, head + 2)
        if end is None:
            continue
        end = _with_participle(low, end)
        content = _content(unit, scene.free, head, end)
        if content:
            scene.add(Draft([(head + 2, end)], [(head, head + 1)], content, head))


def _with_participle(low: list[str], end: int) -> int:
    """The end of a source with what is told of it: "a letter, seen by this paper,"."""
    if low[end + 1 : end + 2] != [","] or not _PARTICIPLES.intersection(low[end + 2 : end + 3]):
        return end
    near = range(end + 3, min(len(low), end + _APPOSITION_REACH))
    return next((at - 1 for at in near if low[at] == ","), end)


def _is_within_clause(low: list[str], head: int) -> bool:
    """Whether it stands in what somebody says: "she said that, according to the log, …"."""
    return low[head - 2 : head] == ["that", ","] and head > 2


_TIME_REACH = 6


def _time_end(unit: Unit, end: int) -> int:
    """The end of a time between the source and its comma: "… released on Friday,"."""
    low = unit.low
    if end + 1 < len(unit) and (low[end + 1] in ("on", "in", "at") or low[end + 1] in TIMES):
        for place in range(end + 2, min(len(unit), end + _TIME_REACH)):
            if low[place] == ",":
                return place - 1
    return end


def _content(unit: Unit, floor: int, head: int, end: int) -> list[Range]:
    low = unit.low
    first, last = strip(unit, floor, head - 1)
    while first <= last and low[first] in ("and", "but", "that"):
        first += 1
    size = len(unit)
    end = _time_end(unit, end)
    rest = (size, size)
    if end + 2 < size and low[end + 1] in (",", "—", "–", "--"):
        rest = strip(unit, end + 2, size - 1)
    if first > last:
        return [rest] if rest[0] <= rest[1] < size else []
    # A long stretch after the source goes on with the content only where the source is set off.
    if (
        rest[0] <= rest[1] < size
        and low[head - 1] == ","
        and low[rest[0]]
        not in (
            "and",
            "but",
            "which",
            "who",
            "while",
            "a",
            "the",
            "as",
            "although",
            "though",
            "with",
        )
    ):
        return [(first, last), rest]
    return [(first, last)]
