"""Whether a source asserts, denies or concedes what is said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.attribution.stance.debate import Said
from reader.attribution.stance.denials import calls_false, takes_back
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.statement import Stance

_DENIALS = ENGLISH.verbs.forms(Trait.DENIES) | ENGLISH.nouns.forms(Trait.DENIES)
_CONCESSIONS = ENGLISH.verbs.forms(Trait.CONCEDES) | ENGLISH.nouns.forms(Trait.CONCEDES)
_PHRASAL_DENIALS = ENGLISH.verbs.phrases(Trait.DENIES)
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without", "cannot"))
_OCCASIONS = frozenset(("in", "on", "at", "during", "after", "before", "from", "through"))
_NEGATED = ("n't", "n’t")


def stance(
    cue: str, content: str, speaker: str = "", paragraph: int = 0, before: Sequence[Said] = ()
) -> Stance:
    """The stance of a cue's words to a content's, both as written.

    `before` are the statements that `speaker` may answer with it, in order.
    """
    words = _without_occasion([word.strip(",;:") for word in cue.lower().split()])
    negated = any(word in _NEGATIONS or word.endswith(_NEGATED) for word in words)
    if any(word in _DENIALS for word in words):
        return Stance.ASSERTS if negated else Stance.DENIES
    if not negated and any("_".join(two) in _PHRASAL_DENIALS for two in pairwise(words)):
        return Stance.DENIES
    if any(word in _CONCESSIONS for word in words) or _concedes(words, content):
        return Stance.ASSERTS if negated else Stance.CONCEDES
    if cue == ":" and content[:3].lower() == "no ":
        return Stance.DENIES
    if not negated and (
        calls_false(words, content) or takes_back(words, content, speaker, paragraph, before)
    ):
        return Stance.DENIES
    return Stance.ASSERTS


def _without_occasion(words: list[str]) -> list[str]:
    """A cue's words up to the occasion that may follow the verb: "conceded in an interview"."""
    for place, word in enumerate(words[1:-1], 1):
        if word in _OCCASIONS:
            return words[:place]
    return words


def _concedes(words: Sequence[str], content: str) -> bool:
    """Whether a cue concedes only beside such a content: "accepted that", "allowed"."""
    return words == ["allowed"] or (
        words[-1:] == ["accepted"] and content.lower().startswith("that ")
    )
