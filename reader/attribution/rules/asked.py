"""Rule: who is asked something before answering: "Asked about the leak, the minister said …"."""

from __future__ import annotations

from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.noun_phrases import phrase_end
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range
from reader.language.english import ENGLISH

_ASKED = ENGLISH.word_class("asked first")
_QUESTIONS = frozenset(
    ("about", "on", "for", "whether", "if", "who", "whom", "whose", "what", "when", "where", "why")
) | {"how", "which"}
_REACH = 40
"""How many words a question may have."""
_BEFORE_QUESTION = 9
"""How many words may stand between the cue and its question: "by Radio Selm", "in the lobby"."""


def asked_first(scene: Scene) -> None:
    """Add a draft for the question that opens a unit, up to the comma before the answer."""
    unit = scene.unit
    low = unit.low
    start = scene.free
    while start < len(unit) and low[start] in ("when", "and", "but", "repeatedly", "later"):
        start += 1
    if start + 2 >= len(unit) or low[start] not in _ASKED:
        return
    source: list[Range] = []
    cue = (start, start)
    place = start + 1
    if low[place] == "by" and (end := phrase_end(unit, place + 1)) is not None:
        end -= low[end] in _QUESTIONS
        source, cue, place = [(place + 1, end)], (start, place), end + 1
    limit = min(len(unit), place + _BEFORE_QUESTION)
    while place < limit and low[place] not in _QUESTIONS:
        if low[place] in (".", QUOTE, ":") or low[place] == "to":
            return
        place += 1
    if place >= limit:
        return
    for comma in range(place + 1, min(len(unit), place + _REACH)):
        if low[comma] == ",":
            first, last = strip(unit, place, comma - 1)
            if first <= last:
                scene.add(Draft(source, [cue], [(first, last)], start))
            return
        if low[comma] in (".", ";", ":"):
            return
