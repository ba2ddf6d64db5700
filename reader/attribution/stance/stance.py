"""Whether a source asserts, denies or concedes what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.attribution.stance.answers import takes_back
from reader.attribution.stance.debate import Said
from reader.attribution.stance.denials import calls_false
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait
from reader.statement import Stance

_DENIALS = ENGLISH.verbs.forms(Trait.DENIES) | ENGLISH.nouns.forms(Trait.DENIES)
_CONCESSIONS = ENGLISH.verbs.forms(Trait.CONCEDES) | ENGLISH.nouns.forms(Trait.CONCEDES)
_PHRASAL_DENIALS = ENGLISH.verbs.phrases(Trait.DENIES)
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without", "cannot"))
_CONCEDE = "|".join(
    sorted(ENGLISH.verbs.forms(Trait.CONCEDES, Trait.GRANTS, of=(Form.BASE,)) - {"object"})
)
_CONCEDING = re.compile(
    r"\W*(?:I|we)\s(?:\w+ly\s|do\s|must\s|have\sto\s)?"
    rf"(?:{_CONCEDE})\b(?!\s+(?:with|to)\b)"
    r"|\W*(?:we|I)\s(?:got|had\sgot)\s(?:it|this|that)\swrong\b"
    r"|\W*(?:we|I)\s(?:have\s|had\s)?made\s(?:a\s|some\s)?(?:\w+\s)?(?:mistakes?|errors?)\b"
    r"|\W*(?:that|it|this)\s(?:is|was)\s(?:my|our)\s(?:fault|mistake|error)\b",
    re.IGNORECASE,
)
"""A content that owns up by itself: "we got it wrong"."""
_FACT = re.compile(
    r"that\s(?![^.;:]*\b(?:should|would|must|will|ought|need)\b)[^.;:]*\b(?:had|was|were|did)\b"
)
"""What somebody agrees to have been so, rather than that it should be."""
_VOUCHING = ENGLISH.verbs.forms(Trait.VOUCHES)
_OCCASIONS = frozenset(("in", "on", "at", "during", "after", "before", "from", "through"))
_NEGATED = ("n't", "n’t")


def stance(cue: str, content: str, turn: Said, before: Sequence[Said], told: str) -> Stance:
    """The stance of a cue's words to a content's, both as written.

    `turn` is the statement itself, `before` are those that it may answer, in order, and `told` is
    what the article says right before it.
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
    if (
        not negated
        and _VOUCHING.isdisjoint(words)
        and (calls_false(words, content) or takes_back(words, content, turn, before, told))
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
    if words == ["allowed"] or _CONCEDING.match(content):
        return True
    if words[-1:] == ["agreed"]:
        return _FACT.match(content) is not None
    return words[-1:] in (["accepted"], ["granted"]) and content.lower().startswith("that ")
