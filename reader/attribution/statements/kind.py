"""Whether a cue tells of something said or of something believed, wanted or planned."""

from __future__ import annotations

import math

from reader.attribution.grammar.neighbours import AUXILIARIES
from reader.language.lexicon import Lexicon
from reader.language.word_classes import word_class
from reader.statement import Kind

_HELD = word_class("held")
_SAID = word_class("said")


def kind(cue: str, words: Lexicon) -> Kind:
    """The kind of a cue's words; a cue that holds a word of speech is speech.

    Classes written by hand decide for common words, the counts for the rest; no cue is speech.
    """
    parts = [part.strip(",;:").lower() for part in cue.split()]
    if any(part in _SAID for part in parts):
        return Kind.SAID
    if any(part in _HELD for part in parts):
        return Kind.HELD
    best, odds = "", -math.inf
    for part in parts:
        counts = words.words.get(part)
        if counts is not None and part not in AUXILIARIES and counts["*"].cue_log_odds > odds:
            best, odds = part, counts["*"].cue_log_odds
    return Kind.SAID if not best or words.said(best) else Kind.HELD
