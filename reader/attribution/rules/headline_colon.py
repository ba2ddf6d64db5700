"""Rule: the colon of a headline: "Dam to be drained: ministry", "Tal: 'We will not sit …'"."""

from __future__ import annotations

from reader.attribution.grammar.contents import strip
from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.rules.cue_odds import cue_words
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.text.sentences import QUOTE, Unit
from reader.language.english import ENGLISH

_KICKERS = ENGLISH.word_class("kickers")
_SOURCE_WORDS = 5
"""A source on one side of a headline's colon has no more words than this."""
_SPEAKERS = (
    ENGLISH.word_class("people nouns")
    | ENGLISH.word_class("documents")
    | ENGLISH.word_class("organisation words")
    | ENGLISH.word_class("outlet nouns")
    | ENGLISH.word_class("institutions")
    | ENGLISH.word_class("titles")
)


def headline_cues(scene: Scene) -> None:
    """Add a draft where a headline's colon or dash parts a source from what it says."""
    unit = scene.unit
    for place, word in enumerate(unit.low):
        if word in (":", "—", "–") and scene.free <= place and 0 < place < len(unit) - 1:
            _at(scene, place)
            return


def _at(scene: Scene, place: int) -> None:
    unit = scene.unit
    before = strip(unit, scene.free, place - 1)
    after = strip(unit, place + 1, len(unit) - 1)
    if before[0] > before[1] or after[0] > after[1]:
        return
    if _is_source(unit, *after, trailing=True):
        scene.add(Draft([after], [(place, place)], [before], place))
    elif unit.low[place] == ":" and _is_source(unit, *before, trailing=False):
        scene.add(Draft([before], [(place, place)], [after], place))


def _is_source(unit: Unit, first: int, last: int, *, trailing: bool) -> bool:
    """Whether a short side of the colon names somebody who could say the other."""
    low = unit.low
    words = low[first : last + 1]
    if len(words) > _SOURCE_WORDS or QUOTE in words or words[-1] in _KICKERS:
        return False
    if any(finite(word) or (word in cue_words() and word.endswith("s")) for word in words[1:]):
        return False
    if any(word.removesuffix("s") in _SPEAKERS or word in _SPEAKERS for word in words):
        return True
    if trailing:
        return False
    spoken = any(place in unit.quotes for place in range(last + 1, len(unit)))
    return (
        spoken and "," not in words and all(unit.capital(place) for place in range(first, last + 1))
    )
