"""Rule: who says it at the end of a headline: "Keepers misled over pool, says report".

Headlines tell in the present tense.
"""

from __future__ import annotations

from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Range
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait

_SAYS = ENGLISH.verbs.forms(Trait.SAID, of=(Form.PRESENT,), without=(Trait.LOOSE,))
_SAY = ENGLISH.verbs.forms(Trait.SAID, of=(Form.BASE,), without=(Trait.LOOSE,))
_INVERTS = ENGLISH.verbs.forms(Trait.INVERTS, of=(Form.PRESENT,))
_SOURCE_WORDS = 6
"""A source at the end of a headline has no more words than this."""
_LEAST = 2


def headline_tag(scene: Scene) -> None:
    """Add a draft where a headline's last comma parts what is said from who says it."""
    unit = scene.unit
    low = unit.low
    comma = max((n for n, word in enumerate(low) if word == ","), default=-1)
    if comma < _LEAST:
        return
    first, last = strip(unit, comma + 1, len(unit) - 1)
    if not _LEAST <= last - first + 1 <= _SOURCE_WORDS or QUOTE in low[first : last + 1]:
        return
    parts: tuple[Range, Range] | None = None
    if low[first] in _INVERTS:
        parts = (first + 1, last), (first, first)
    elif low[last] in _SAYS or (low[last] in _SAY and low[last - 1].endswith("s")):
        parts = (first, last - 1), (last, last)
    if parts is None or any(finite(word) for word in low[parts[0][0] + 1 : parts[0][1] + 1]):
        return
    source, cue = parts
    content = strip(unit, scene.free, comma - 1)
    if content[0] < content[1]:
        scene.add(Draft([source], [cue], [content], cue[0]))
