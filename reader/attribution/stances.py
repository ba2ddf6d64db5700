"""Whether a source asserts, denies or concedes what is said."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.attribution.odds import PHRASAL_DENIALS
from reader.attribution.word_classes import word_class
from reader.statement import Stance

_DENIALS = word_class("denials")
_CONCESSIONS = word_class("concessions")
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without", "cannot"))
_NEGATED = ("n't", "n’t")
_FALSEHOODS = (
    "(?:a lie|lies|all lies|false|untrue|nonsense|baseless|unfounded|groundless|fabricat\\w+|"
    "fiction|fictions|fictitious|rubbish|ridiculous|absurd|invented|made up|made-up|fake|"
    "(?:pure |malicious |complete |a )*(?:invention|fabrication|fantasy|slander|falsehood|hoax|smear))"
)
_ADVERBS = r"(?:(?:just|simply|completely|totally|entirely|utterly|absolutely|plainly|patently|a|an|all|pure|complete|total|outright|pure and simple|malicious) )*"
_DENIAL_IN_CONTENT = re.compile(
    r"(?:"
    rf"^\W*(?:(?:that|this|it|these|those|they|such \w+)(?:['’]s| is| are| was| were) )?{_ADVERBS}{_FALSEHOODS}\b"
    r"|^\W*(?:that )?(?:it|this|that)(?: is|['’]s| was) (?:simply |just )?(?:not true|not the case|not so)\b"
    r"|\bthere (?:is|was) (?:absolutely )?(?:no truth|not a word of truth|nothing to) "
    rf"|\b(?:allegations?|accusations?|claims?|reports?|rumou?rs?|charges?|story|stories|account)\b[^,;.\"“”]{{0,60}} "
    rf"(?:is|are|was|were|had been) {_ADVERBS}{_FALSEHOODS}\b"
    r"|^\W*(?:we|i|he|she|they)(?: \w+ly)? (?:deny|denies|denied|reject|rejects|rejected|dismiss|refute)\b"
    r"|^\W*no such\b"
    r")",
    re.IGNORECASE,
)
_JUDGED_FALSE = re.compile(
    rf"\b(?:report|reports|claim|claims|story|account|allegation|allegations|accusation|accusations|"
    rf"it|them|that|rumou?rs?|charges?)\W+(?:as\W+)?{_ADVERBS}{_FALSEHOODS}\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+")
_CALLED_FALSE = re.compile(rf"\b(?:as )?{_ADVERBS}{_FALSEHOODS}\W*$", re.IGNORECASE)
_CALLING = word_class("calling")
_ESSENCE = 200
"""How much of a content is read for a denial: its essence comes first. Code points."""


def stance(cue: str, content: str) -> Stance:
    """The stance of a cue's words to a content's, both as written."""
    words = cue.lower().split()
    negated = any(word in _NEGATIONS or word.endswith(_NEGATED) for word in words)
    if any(word.strip(",;:") in _DENIALS for word in words):
        return Stance.ASSERTS if negated else Stance.DENIES
    if not negated and any("_".join(two) in PHRASAL_DENIALS for two in pairwise(words)):
        return Stance.DENIES
    if any(word.strip(",;:") in _CONCESSIONS for word in words) or cue.lower() == "allowed":
        return Stance.ASSERTS if negated else Stance.CONCEDES
    essence = " ".join(content[:_ESSENCE].split()).removeprefix("that ")
    if not negated and any(
        _DENIAL_IN_CONTENT.search(sentence) for sentence in _SENTENCE.split(essence)
    ):
        return Stance.DENIES
    if (
        words
        and words[-1] in _CALLING
        and not negated
        and (_JUDGED_FALSE.search(essence) or _CALLED_FALSE.search(essence))
    ):
        return Stance.DENIES
    return Stance.ASSERTS
