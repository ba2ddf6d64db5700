"""Denials that no word of the cue tells: "that is false", "There was no such letter"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait

ESSENCE = 200
"""How much of a content is read for a denial: its essence comes first. Code points."""
_FALSE = (
    r"(?:(?:just|simply|completely|totally|entirely|utterly|absolutely|plainly|patently|quite|"
    r"wholly|flatly|a|an|all|pure|complete|total|outright|malicious|crude|clumsy)\ )*"
    r"(?:made\ up|politically\ motivated|wide\ of\ the\ mark|works?\ of\ imagination|"
    + "|".join(["fairy\\ tales?", *sorted(ENGLISH.word_class("falsehoods"))])
    + r")\b"
)
"""A word that calls something false, with what strengthens it; for verbose patterns."""
_REPORTS = (
    r"(?:allegations?|accusations?|claims?|reports?|rumou?rs?|charges?|stor(?:y|ies)|accounts?|"
    r"suggestions?|insinuations?|talk)"
)
_DENY = "|".join(sorted(ENGLISH.verbs.forms(Trait.DENIES, of=(Form.BASE, *FINITE))))
_SPOKE = "|".join(sorted(ENGLISH.verbs.lemma("say") | ENGLISH.verbs.lemma("write")))
_DONE = (Form.BASE, Form.PAST, Form.PARTICIPLE)
_ACCUSED = "|".join(sorted(ENGLISH.deeds.forms(Trait.ACCUSED, of=_DONE)))
_GIVEN = "|".join(sorted(ENGLISH.deeds.forms(Trait.GIVES, of=_DONE)))
_MET = "|".join(
    sorted(ENGLISH.deeds.forms(Trait.MEETS, of=_DONE))
    + [phrase.replace("_", "\\ ") for phrase in sorted(ENGLISH.deeds.phrases(Trait.MEETS))]
)
_ACQUAINTED = rf"""
    ^\W*(?:(?:i|we|he|she|it)(?:['’](?:ve|d|s))?|(?!they\b)(?:\w+\W+){{1,4}}?(?:had|has|have))
    (?:\ (?:have|has|had)\ not\ (?=met|set|sp|work)|(?:\ (?:have|has|had))?\ never\ )(?:once\ )?
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
    | ^\W*(?:we|i)(?:\ \w+ly)?\ (?:{_DENY})\b
    | ^(?:he|she|it|they)(?:\ \w+ly)?\ (?:{_DENY})\b
    | ^\W*(?:we|i|he|she|it|they)\ (?:\w+\ ){{1,2}}no\ such\b
    | ^\W*(?:we|i)\ (?:never|did(?:\ not|n['’]t))\ (?:{_SPOKE}|do|did)
      \ (?:that|this|it|so|such|any\ such)\b
    | ^\W*(?:it|this|that)(?:\ is|['’]s|\ was)\ (?:\w+ly\ )?not\ (?:what|how)\b
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
    | {_REPORTS}\b[^,;.\"“”]{{0,60}}\ (?:is|are|was|were|had\ been)\ \W*(?:{_FALSE}|\w*\ ?wrong\b)
    | (?:i|we)\ (?:do(?:\ not|n['’]t)|did(?:\ not|n['’]t)|never)\ (?:know|knew)
      \ (?:him|her|them|(?:that|this|the)\ (?:m[ae]n|wom[ae]n|person|people|boy|girl))\b
    | nothing\ of\ the\ (?:sort|kind)\b
    | no\ (?:\w+\ ){{1,2}}of\ (?:the|that|this)\ (?:sort|kind|description|nature)\b
    | (?:not|n['’]t|never|no|nothing)\b[^.;]{{2,60}}?\ in\ any\ (?:way|form|shape)\b
    | never\ (?:served|worked)\ (?:in|at|for)\b
    | never\ (?:happened|existed|took\ place)\b
    | did(?:\ not|n['’]t)\ (?:happen|recogni[sz]e\ th(?:e|at|ose)\ (?:words?|remarks?|quotes?))\b
    | (?:unconnected|unrelated|nothing\ (?:whatever\ |at\ all\ )?to\ do)\ (?:with|to)\b
    | never\ [^.;]{{2,60}}?\bnever\b
    | (?:had|has|have|played|bore)\ no\ (?:role|part|knowledge|involvement|hand|contact|dealings|
      connection|relations?|bearing|links?|ties)\b
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
_REPORTS_AS_FALSE = re.compile(
    rf"\b{_REPORTS}\W+as\W+(?:\w+\W+){{0,3}}?{_FALSE}", re.IGNORECASE | re.VERBOSE
)
_AS = re.compile(r"[Aa](?<=\W.)[Ss]\W")
"""Without an "as" nothing is told of as false."""
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
SENTENCE = re.compile(
    r"[.!?,a](?:(?<=[.!?])(?!(?<=\b[Nn]o\.)\s\d)[\"”’»']?\s+"
    r"|(?<=,)[\"”’»']\s+|(?<=\ba)nd that )"
)
"""Where a content's next sentence begins: it is looked for by its first letter alone.

The stop of "No. 3" ends none.
"""


def calls_false(cue: Sequence[str], content: str) -> bool:
    """Whether a content calls something false, given the lower-cased words of its cue."""
    essence = " ".join(content[:ESSENCE].split()).removeprefix("that ")
    if any(
        _OPENING.match(part) or _ANYWHERE.search(part.lower()) for part in SENTENCE.split(essence)
    ):
        return True
    if _AS.search(essence) and _REPORTS_AS_FALSE.search(essence):
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
