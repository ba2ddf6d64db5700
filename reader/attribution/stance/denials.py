"""Denials that no word of the cue tells: "that is false", "There was no such letter".

A content denies by itself where it calls a report false. A content that is negative ("no shot was
fired") denies only in answer to somebody: after a cue that insists or answers, after a denial by
its own side, or where it takes back what somebody else had said a few statements before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.stance.debate import Said
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait

ESSENCE = 200
"""How much of a content is read for a denial: its essence comes first. Code points."""
_FALSE = (
    r"(?:(?:just|simply|completely|totally|entirely|utterly|absolutely|plainly|patently|quite|"
    r"wholly|flatly|a|an|all|pure|complete|total|outright|malicious|crude|clumsy)\ )*"
    r"(?:made\ up|wide\ of\ the\ mark|works?\ of\ imagination|"
    + "|".join(["fairy\\ tales?", *sorted(ENGLISH.word_class("falsehoods"))])
    + r")\b"
)
"""A word that calls something false, with what strengthens it; for verbose patterns."""
_REPORTS = (
    r"(?:allegations?|accusations?|claims?|reports?|rumou?rs?|charges?|stor(?:y|ies)|accounts?|"
    r"suggestions?|insinuations?|talk)"
)
_DENY = "|".join(sorted(ENGLISH.verbs.forms(Trait.DENIES, of=(Form.BASE, *FINITE))))
_DONE = (Form.BASE, Form.PAST, Form.PARTICIPLE)
_ACCUSED = "|".join(sorted(ENGLISH.deeds.forms(Trait.ACCUSED, of=_DONE)))
_GIVEN = "|".join(sorted(ENGLISH.deeds.forms(Trait.GIVES, of=_DONE)))
_MET = "|".join(
    sorted(ENGLISH.deeds.forms(Trait.MEETS, of=_DONE))
    + [phrase.replace("_", "\\ ") for phrase in sorted(ENGLISH.deeds.phrases(Trait.MEETS))]
)
_ACQUAINTED = rf"""
    ^\W*(?:(?:i|we|he|she|it)(?:['’](?:ve|d|s))?|(?!they\b)(?:\w+\W+){{1,4}}?(?:had|has|have))
    (?:\ (?:have|has|had))?\ never\ (?:once\ )?
    (?:(?:{_MET})\b|been\ (?:in|to|at|part|involved|near|there)|was\ (?:there|in|at|part))
    (?!\ (?:so|such|a|an|anything\ like)\b)(?![^.;]{{0,60}}\ (?:so|like\ (?:this|that)|as)\b)
"""
"""A denial that somebody knew a person, a place or a paper."""
_OPENING = re.compile(
    rf"""
      ^\W*(?:(?:that|this|it|these|those|they|such\ \w+)(?:['’]s|\ (?:is|are|was|were))\ )?{_FALSE}
    | ^\W*(?:it|this|that)(?:\ is|['’]s|\ was)\ \W?(?:\w+\ )?not\ (?:\w+ly\ )?
      (?:true|the\ case|so|correct|accurate)\b
    | ^\W*(?:it|this|that)(?:\ is|['’]s|\ was)\ (?:\w+\ )?(?:wrong|false|untrue)\ to\ (?:say|sug|cl)
    | ^\W*not\ (?:me|us|i|true|so|by\ (?:one|a))\b
    | ^\W*(?:that\ )?prove[sd]\ nothing\b
    | ^\W*(?:he|she|they|you|(?-i:(?:[A-Z][\w’'-]+\ ){{1,3}}))\ ?(?:is|are|was|were)
      (?:\ \w+ly)?\ (?:mistaken|lying|confused|a\ liar)\W*$
    | ^\W*(?:we|i|he|she|they)(?:\ \w+ly)?\ (?:{_DENY})\b
    | ^\W*(?:there\ (?:is|was|were|has\ been|had\ been)\ |(?:it|he|she|we|they)\ (?:have|had)\ )?
      (?:no\ such|nothing\ of\ the\ (?:sort|kind)|none\ of\ (?:this|that|it|these))\b
    | ^\W*(?:i|we)\ do(?:\ not|n['’]t)\ (?:
      [^.;]{{2,40}}\ like\ that\b|(?:do|make|write|say)\ (?:that|such)\b)
    | ^\W*(?:i['’]m|i\ am|we['’]re|we\ are|(?:he|she)\ is|(?:he|she|it)\ was|they\ (?:are|were))
      \ not\ (?:in\ (?:any\ )?(?:talks|negotiations)|lying|a\ liar
      |making\ (?:it|this|that|anything)\ up)\b
    | ^\W*(?:\w+\ ){{1,3}}(?:did|does|do)(?:\ not|n['’]t)\ (?:exist|happen|take\ place)\b
    | ^\W*(?:i|we|he|she|it|they)(?:(?:['’](?:ve|d|s)|\ (?:have|has|had|did))
      (?:\ not|n['’]t|\ never)|\ never)(?:\ \w+ly|\ once)?\ (?:{_ACCUSED})\b
    | ^\W*(?:i|we|he|she|it|they)(?:['’](?:ve|d|s)|\ (?:have|has|had))?\ (?:
      (?:{_ACCUSED})(?:\ (?:him|her|them|me|us))?\ (?:nothing|nobody|no\ one)\b(?!\ but)
      | (?:{_GIVEN})\ no\b(?!\ (?:decision|comment|progress|difference|plans?|reply|answer|reason)))
    | {_ACQUAINTED}
    | ^\W*(?:we|i|he|she|it|they|that|this)\ (?:did|do|does|have|had|was|were|am|are|is)
      (?:\ not|n['’]t)\W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What calls a report false at the beginning of a sentence."""
_ANYWHERE = re.compile(
    rf"""
    \b(?:
      contrary\ to\ (?:what\b|(?:\w+\ )?{_REPORTS}\b)
    | (?:is|are|was|were)(?:\ not|n['’]t)\ (?:genuine|authentic|real|my\ \w+|our\ \w+|mine|ours)\b
    | there\ (?:is|was)\ (?:absolutely\ )?(?:no\ truth|not\ a\ word\ of\ truth|nothing\ to)\b
    | {_REPORTS}\b[^,;.\"“”]{{0,60}}\ (?:is|are|was|were|had\ been)\ \W*{_FALSE}
    | nothing\ of\ the\ (?:sort|kind)\b
    | no\ (?:\w+\ ){{1,2}}of\ (?:the|that|this)\ (?:sort|kind|description|nature)\b
    | (?:not|n['’]t|never|no|nothing)\b[^.;]{{2,60}}?\ in\ any\ (?:way|form|shape)\b
    | never\ (?:served|worked)\ (?:in|at|for)\b
    | never\ (?:happened|existed|took\ place)\b
    | did(?:\ not|n['’]t)\ (?:happen|recogni[sz]e\ th(?:e|at|ose)\ (?:words?|remarks?|quotes?))\b
    | (?:unconnected|unrelated|nothing\ (?:whatever\ |at\ all\ )?to\ do)\ (?:with|to)\b
    | never\ [^.;]{{2,60}}?\bnever\b
    | (?:had|has|have|played|bore)\ no\ (?:role|part|knowledge|involvement|hand|contact|dealings|
      connection|links?|ties)\b
    | nothing\ (?:wrong|improper|illegal|untoward)\b
    | at\ no\ (?:time|point)\b
    | without\ (?:any\ )?(?:foundation|basis|merit|substance)\b
    | not\ guilty\b
    )
    """,
    re.VERBOSE,
)
"""The same anywhere in a sentence in small letters: ignoring case takes three times as long."""
_JUDGED_FALSE = re.compile(
    rf"\b(?:{_REPORTS}|it|them|that)\W+(?:as\W+)?{_FALSE}", re.IGNORECASE | re.VERBOSE
)
_CALLED_FALSE = re.compile(rf"^\W*(?:\w+\W+){{1,5}}{_FALSE}", re.IGNORECASE | re.VERBOSE)
_REPORT_CALLED = re.compile(
    rf"^\W*(?:the|this|that|these|those|such|her|his|their|all)\ (?:\w+['’]?s?\ ){{0,2}}"
    rf"(?:{_REPORTS})\ (?:as\ )?(?:an?\ )?[\"“‘«']",
    re.IGNORECASE | re.VERBOSE,
)
_REPORT_JUDGED = re.compile(
    rf"^\W*(?:that\ )?(?:(?:the|any|all|these|those|such|her|his|their|its)\ )?(?:[\w-]+['’]s?\ )?"
    rf"{_REPORTS}\ (?:that|of)\b[^,;.\"“”]{{0,80}}?\ (?:is|are|was|were)\ {_FALSE}",
    re.IGNORECASE | re.VERBOSE,
)
_CALLING = ENGLISH.verbs.forms(Trait.CALLS)
_DESCRIBING = ENGLISH.verbs.lemma("describe")
_SENTENCE = re.compile(r"[.!?][\"”’»']?\s+|,[\"”’»']\s+|\band that ")
_NEGATIVE = re.compile(
    r"""
    ^\W*(?:that\W+)?(?:
      (?P<being>there(?:['’]s|\ (?:is|are|was|were|has|have|had)(?:\ been)?)(?:\ \w+ly)?
        \ (?:no|never|nothing|not|nobody|none)\b)
    | (?P<subject>(?:no(?!\ (?:matter|longer|doubt|more)\b)|nobody|none|not\ (?:one|an?|any))\b)
    | (?P<verb>(?:[\w’'-]+\W+){0,4}?(?:(?:has|have|had|did|was|were)
        (?:n['’]t|\ not)\b|(?:has|have|had)?\ ?never\b))
    )(?P<rest>[^.;:]{0,80})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEGATIVE_SIGNS = ("no", "never", "n't", "n’t")
"""What stands in all that is negative, to pass over most of the rest."""
_YET_TO_COME = re.compile(r"\b(?:would|will|could|can|may|might|shall)\b|\bwon['’]t\b", re.I)
_DONE_TO_THEM = re.compile(r"\W*(?:been |even |ever |once )?\w+(?:ed|en|wn|ld|given|told|made)\b")
_ABOUT_KNOWING = re.compile(r"\b(?:evidence|suspects?|date|plans?|reason|word|sign|trace)\b", re.I)
_CASUALTIES = re.compile(
    r"\b(?:hurt|injur\w+|killed|dead|died|lost|harmed|arrest\w*|charged|casualt\w+|recorded|registered"
    r"|observed|reported|decision)\b",
    re.IGNORECASE,
)
"""What is reported beside any quarrel: "nobody was hurt"."""
_LIVED = re.compile(
    rf"\W*(?:{'|'.join(sorted(ENGLISH.deeds.forms(Trait.LIVES)))})\b", re.IGNORECASE
)
"""What somebody went through, and nobody contests."""
_NEGATION = re.compile(r"\b(?:no|not|never|nobody|none|nothing)\b|n['’]t\b", re.IGNORECASE)
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


def calls_false(cue: Sequence[str], content: str) -> bool:
    """Whether a content calls something false, given the lower-cased words of its cue."""
    essence = " ".join(content[:ESSENCE].split()).removeprefix("that ")
    if any(
        _OPENING.match(part) or _ANYWHERE.search(part.lower()) for part in _SENTENCE.split(essence)
    ):
        return True
    return (
        bool(cue)
        and cue[-1] in _CALLING
        and (
            _JUDGED_FALSE.search(essence) is not None
            or (cue[-1] not in _DESCRIBING and _CALLED_FALSE.search(essence) is not None)
            or _REPORT_CALLED.match(essence) is not None
        )
    )


def judges_report(content: str) -> bool:
    """Whether a content names a claim and calls it false: "the mill's claim that … was untrue"."""
    return _REPORT_JUDGED.match(content[:ESSENCE]) is not None


def takes_back(
    cue: Sequence[str], content: str, speaker: str, paragraph: int, before: Sequence[Said]
) -> bool:
    """Whether a negative content answers one of the statements made shortly before, in order."""
    essence = " ".join(content[:ESSENCE].split())
    if not any(sign in essence.lower() for sign in _NEGATIVE_SIGNS):
        return False
    for part in _SENTENCE.split(essence)[:2]:
        found = _NEGATIVE.match(part)
        if found is None:
            continue
        rest = " ".join(found["rest"].split()[:_NEAR])
        if _YET_TO_COME.search(rest[:_VERB_REACH]) or _YET_TO_COME.search(
            part[: found.start("rest")]
        ):
            continue
        suffered = found["verb"] is not None and _DONE_TO_THEM.match(rest) is not None
        if not _INSISTING.isdisjoint(cue):
            return True
        if not _CLAIMING.isdisjoint(cue) and found["verb"] is None:
            return True
        if not _ANSWERING.isdisjoint(cue) and found["verb"] is None and " " in part.strip():
            return "nothing" not in found.group().lower()
        if suffered or _LIVED.match(rest) or _ABOUT_KNOWING.search(rest):
            continue
        own = any(said.denied and said.speaker == speaker for said in before)
        beside = before and before[-1].denied and before[-1].paragraph == paragraph
        if (beside or (own and found["verb"] is None)) and not _CASUALTIES.search(rest):
            return True
        near = _stems(rest)
        if any(said.speaker != speaker and near & _affirmed(said) for said in before):
            return True
    return False


def _affirmed(said: Said) -> frozenset[str]:
    """The beginnings of the words that a statement affirms; none where it is negative itself."""
    if _NEGATION.search(said.content):
        return frozenset()
    return _stems(said.content)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _SMALL_WORDS
    )
