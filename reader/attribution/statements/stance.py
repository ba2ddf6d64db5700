"""Whether a source asserts, denies or concedes what is said."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.language.word_classes import word_class
from reader.statement import Stance

_DENIALS = word_class("denials")
_CONCESSIONS = word_class("concessions")
_PHRASAL_DENIALS = word_class("phrasal denials")
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without", "cannot"))
_NEGATED = ("n't", "n’t")
_FALSE = (
    r"(?:(?:just|simply|completely|totally|entirely|utterly|absolutely|plainly|patently|a|an|all|"
    r"pure|complete|total|outright|malicious)\ )*(?:made\ up|"
    + "|".join(["fairy\\ tales?", *sorted(word_class("falsehoods"))])
    + r")\b"
)
"""A word that calls something false, with what strengthens it; for verbose patterns."""
_REPORTS = (
    r"(?:allegations?|accusations?|claims?|reports?|rumou?rs?|charges?|stor(?:y|ies)|account)"
)
_DENIAL_IN_CONTENT = re.compile(
    rf"""
      ^\W*(?:(?:that|this|it|these|those|they|such\ \w+)(?:['’]s|\ (?:is|are|was|were))\ )?{_FALSE}
    | ^\W*(?:it|this|that)(?:\ is|['’]s|\ was)\ (?:\w+\ )?not\ (?:true|the\ case|so)\b
    | \bthere\ (?:is|was)\ (?:absolutely\ )?(?:no\ truth|not\ a\ word\ of\ truth|nothing\ to)\b
    | \b{_REPORTS}\b[^,;.\"“”]{{0,60}}\ (?:is|are|was|were|had\ been)\ \W*{_FALSE}
    | ^\W*(?:we|i|he|she|they)(?:\ \w+ly)?\ (?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss|refute)\b
    | ^\W*(?:no\ such|nothing\ of\ the\ (?:sort|kind)|none\ of\ (?:this|that|it|these))\b
    | \bnever\ happened\b|\bdid\ not\ happen\b|\bdidn['’]t\ happen\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_JUDGED_FALSE = re.compile(
    rf"\b(?:{_REPORTS}|it|them|that)\W+(?:as\W+)?{_FALSE}", re.IGNORECASE | re.VERBOSE
)
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+")
_CALLED_FALSE = re.compile(rf"\b{_FALSE}\W*$", re.IGNORECASE | re.VERBOSE)
_CALLING = word_class("calling")
_ESSENCE = 200
"""How much of a content is read for a denial: its essence comes first. Code points."""


def stance(cue: str, content: str) -> Stance:
    """The stance of a cue's words to a content's, both as written."""
    words = cue.lower().split()
    negated = any(word in _NEGATIONS or word.endswith(_NEGATED) for word in words)
    if any(word.strip(",;:") in _DENIALS for word in words):
        return Stance.ASSERTS if negated else Stance.DENIES
    if not negated and any("_".join(two) in _PHRASAL_DENIALS for two in pairwise(words)):
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
