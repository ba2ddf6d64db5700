"""Rule: a sentence that ends in who said it ("…, investigators said.")."""

from __future__ import annotations

from reader.attribution.grammar.clauses import cue_range, subject
from reader.attribution.grammar.contents import STRONG, content_start, strip
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.english import ENGLISH

_HEARING = frozenset(("heard", "hears"))
_HEARERS = ENGLISH.word_class("hearings")
_REACH = 14
"""How near to the sentence's end the cue of a closing tag stands."""


def closing_tag(scene: Scene) -> None:
    """Add a draft where who said it closes the sentence; all that stands before is said.

    What is quoted is left to the rules that join quotations with what follows them.
    """
    unit = scene.unit
    low = unit.low
    for head in range(len(unit) - 1, max(2, len(unit) - _REACH), -1):
        if low[head] in (",", QUOTE, ";", ":"):
            return
        if low[head] not in STRONG and low[head] not in _HEARING:
            continue
        cue = cue_range(unit, head, scene.free)
        source = subject(unit, cue[0], scene.free) if cue is not None else None
        if source is not None and low[head] in _HEARING and not _hears(unit, *source):
            return
        if cue is None or source is None or content_start(unit, cue[1]) < len(unit) - 1:
            return
        comma = source[0] - 1
        if comma <= scene.free or low[comma] != "," or low[comma - 1] == QUOTE:
            return
        first, last = strip(unit, scene.free, comma - 1)
        if first < last and any(finite(word) for word in low[first : last + 1]):
            scene.add(Draft([source], [cue], [(first, last)], head))
        return


def _hears(unit: Unit, first: int, last: int) -> bool:
    """Whether a subject is a court or meeting, before which things are said."""
    return not _HEARERS.isdisjoint(unit.low[first : last + 1])
