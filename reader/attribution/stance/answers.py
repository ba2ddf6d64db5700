"""Negatives that answer somebody: "no shot was fired", after others said that shots were.

A content that is only negative denies in answer: after a cue that insists or answers, after a
denial by its own side, where it takes back what somebody else had said a few statements before, or
where it says that its speaker did not do what the article has just told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.stance.debate import Said
from reader.attribution.stance.denials import ESSENCE, SENTENCE
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

_NEGATIVE = re.compile(
    r"""
    ^\W*(?:that\W+)?(?:
      (?P<being>there(?:['’]s|\ (?:is|are|was|were|has|have|had)(?:\ been)?)(?:\ \w+ly)?
        \ (?:no|never|nothing|not|nobody|none)\b
        |there\ (?:has|have|had|is|are|was|were)(?:n['’]t|\ not|\ never)\b)
    | (?P<subject>(?:no(?!\.\ \d|\ (?:matter|longer|doubt|more)\b)
        |nobody|none|not\ (?:one|an?|any))\b)
    | (?P<verb>(?:[\w’'-]+\W+){0,4}?(?:(?:has|have|had|did|was|were)
        (?:n['’]t|\ not)\b|(?:has|have|had)?\ ?never\b))
    )(?P<rest>[^.;:]{0,80})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOT_ONE = re.compile(
    r"\W*(?:that\W+)?(?:there\s(?:has|have|had|was|were|is)(?:n['’]t|\snot)\s(?:been\s)?a\ssingle\b"
    r"|not\s(?:one|a\ssingle|an?\s\w+\s(?:was|were|has|have|had))\b)[^.;]{0,60}",
    re.IGNORECASE,
)
"""So stressed that it answers somebody, whether the article tells whom or not."""
_NEGATIVE_SIGNS = ("no", "never", "n't", "n’t")
"""What stands in all that is negative, to pass over most of the rest."""
_YET_TO_COME = re.compile(
    r"\b(?:would|will|could|can|may|might|shall|should|must)\b|\bwon['’]t\b", re.IGNORECASE
)
_DONE_TO_THEM = re.compile(r"\W*(?:been |even |ever |once )?\w+(?:ed|en|wn|ld|given|told|made)\b")
_ABOUT_KNOWING = re.compile(
    r"\b(?:evidence|suspects?|date|plans?|reason|word|sign|trace|time|need|point|choice|hurry|rush|"
    r"alternative|intention)\b",
    re.IGNORECASE,
)
_CASUALTIES = re.compile(
    r"\b(?:hurt|injur\w+|killed|dead|died|lost|harmed|arrest\w*|charged|casualt\w+|recorded|registered"
    r"|observed|reported|decision)\b",
    re.IGNORECASE,
)
"""What is reported beside any quarrel: "nobody was hurt"."""
_LIVING = ENGLISH.deeds.forms(Trait.LIVES) | {
    phrase.replace("_", " ") for phrase in ENGLISH.deeds.phrases(Trait.LIVES)
}
_LIVED = re.compile(rf"\W*(?:{'|'.join(sorted(_LIVING))})\b", re.IGNORECASE)
"""What somebody went through, and nobody contests."""
_OWN_DEED = re.compile(
    r"""
    ^\W*(?:that\W+)?(?:i|we|he|she|it|they)(?:['’](?:ve|d|s))?\W+(?:
      (?:(?:has|have|had|did)(?:n['’]t|\ not|\ never)|never)
      \ (?:\w+ly\ |even\ |ever\ |once\ )?(?P<deed>[\w’'-]+)
    | (?:(?:has|have|had)\ )?(?P<done>\w+)\ (?:nobody|nothing|no\ one|none)\b)
    (?P<what>[^.;:]{0,80})
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a speaker says that he, or his own side, did not do."""
_ONESELF = re.compile(r"^[“\"‘'«]\s*(?:i|we)\b", re.IGNORECASE)
_MARKS = ("“", '"', "‘", "'", "«")
_UNDERGONE = ENGLISH.deeds.forms(Trait.LIVES, Trait.UNDERGOES) | ENGLISH.word_class("be") | {"yet"}
_NEGATION = re.compile(r"\b(?:no|not|never|nobody|none|nothing|without)\b|n['’]t\b", re.I)
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
_SMALL_WORDS = ENGLISH.word_class("small words")
_INSISTING = ENGLISH.verbs.forms(Trait.INSISTS)
_CLAIMING = ENGLISH.verbs.forms(Trait.CLAIMS)
_ANSWERING = ENGLISH.verbs.forms(Trait.ANSWERS)
_NEAR = 7
"""How many words after its negation tell what a content negates."""
_VERB_REACH = 24
"""Where a negated subject's verb stands, in code points after the negation."""


def takes_back(
    cue: Sequence[str], content: str, turn: Said, before: Sequence[Said], told: str
) -> bool:
    """Whether a negative content answers one of the statements made shortly before, in order.

    `turn` is the statement itself, `told` what the article says right before it.
    """
    essence = " ".join(content[:ESSENCE].split())
    if not any(sign in essence.lower() for sign in _NEGATIVE_SIGNS):
        return False
    for number, part in enumerate(SENTENCE.split(essence)[:2]):
        found = _NEGATIVE.match(part)
        if found is None:
            continue
        rest = " ".join(found["rest"].split()[:_NEAR])
        if _YET_TO_COME.search(rest[:_VERB_REACH]) or _YET_TO_COME.search(
            part[: found.start("rest")]
        ):
            continue
        suffered = found["verb"] is not None and _DONE_TO_THEM.match(rest) is not None
        if _LIVED.match(rest) or _ABOUT_KNOWING.search(rest):
            continue
        if not _INSISTING.isdisjoint(cue):
            return number == 0
        if _NOT_ONE.match(part):
            return True
        if not _CLAIMING.isdisjoint(cue) and found["verb"] is None:
            return True
        if not _ANSWERING.isdisjoint(cue) and found["verb"] is None and " " in part.strip():
            return "nothing" not in found.group().lower()
        if suffered:
            continue
        own = any(said.denied and said.side & turn.side for said in before)
        beside = before and before[-1].denied and before[-1].paragraph == turn.paragraph
        if (beside or (own and found["verb"] is None)) and not _CASUALTIES.search(rest):
            return True
        near = _stems(rest)
        if any(said.speaker != turn.speaker and near & _affirmed(said) for said in before):
            return True
    return _did_not(essence, told)


def _did_not(essence: str, told: str) -> bool:
    """Whether somebody says of himself that he did not do what was just told of."""
    found = _OWN_DEED.match(essence)
    if found is None or (essence.startswith(_MARKS) and not _ONESELF.match(essence)):
        return False
    deed = (found["deed"] or found["done"]).lower()
    if deed in _UNDERGONE or _YET_TO_COME.search(found["what"][:_VERB_REACH]):
        return False
    return bool(_stems(found["what"]) & _stems(told))


def _affirmed(said: Said) -> frozenset[str]:
    """The beginnings of the words that a statement affirms; none where it is negative itself."""
    if _NEGATION.search(said.content):
        return frozenset()
    return _stems(said.content)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word.removesuffix("s")[:_STEM]
        for word in _WORD.findall(text.lower())
        if word not in _SMALL_WORDS
    )
