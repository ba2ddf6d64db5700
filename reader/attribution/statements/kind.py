"""Whether a cue tells of something said or of something believed, wanted or planned."""

from __future__ import annotations

import math

from reader.attribution.grammar.neighbours import AUXILIARIES
from reader.language.cue_counts import Counts, CueCounts
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.statement import Kind

_HELD = ENGLISH.verbs.reporting(Trait.HELD)
_ASKED = ENGLISH.word_class("asked first")
_BE = ENGLISH.word_class("be")
_GRANTING = ENGLISH.verbs.forms(Trait.GRANTS)
_IMPERSONAL = ENGLISH.verbs.forms(Trait.IMPERSONAL)
_SAID = ENGLISH.verbs.reporting(Trait.SAID) | ENGLISH.word_class("rumours")


def kind(cue: str, words: CueCounts, proposed: Kind | None = None, *, clause: bool = False) -> Kind:
    """The kind of a cue's words; a cue that holds a word of speech is speech.

    `clause` says that a that-clause follows.

    The table of verbs decides for its own, whoever proposed the cue for the rest, then the counts;
    no cue is speech.
    """
    parts = [part.strip(",;:").lower() for part in cue.split()]
    if any(part in _SAID for part in parts) or parts[-1:] in (["put"], ["puts"]):
        return Kind.SAID
    if clause and not _GRANTING.isdisjoint(parts):
        return Kind.SAID
    if not _BE.isdisjoint(parts) and not _IMPERSONAL.isdisjoint(parts):
        return Kind.SAID
    if cue[:1].isupper() and parts[0] in _ASKED:
        return Kind.SAID
    if any(part in _HELD for part in parts):
        return Kind.HELD
    if proposed is not None:
        return proposed
    best: Counts | None = None
    odds = -math.inf
    for part in parts:
        counts = words.overall(part)
        if counts is not None and part not in AUXILIARIES and counts.cue_log_odds > odds:
            best, odds = counts, counts.cue_log_odds
    return Kind.SAID if best is None or best.said >= best.held else Kind.HELD
