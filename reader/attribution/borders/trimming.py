"""Contents that run over: an occasion before the words, or what happened next after them."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.attribution.grammar.noun_phrases import finite
from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_OCCASION = re.compile(
    r"(?:again|only|simply|also|first|initially|repeatedly|late|early|earlier|later|last|in|on|at|"
    r"during|after|before|from|by)\b[^.;:]{0,100}?[\s,]+(?=that\s)",
    re.IGNORECASE,
)
_ITS_NOUN = re.compile(r"(?:an?|the|his|her|its|their|this)\s[^.;:]{0,100}?[\s,]+(?=that\s)")
"""The rest of an occasion whose preposition is left out already."""
_SAID = ENGLISH.verbs.reporting(Trait.SAID)
_POSTING = ENGLISH.verbs.forms(Trait.POSTS, Trait.WRITES)
_ANSWERING = ENGLISH.verbs.forms(Trait.DENIES, Trait.CONCEDES)
_NAMING = ENGLISH.word_class("naming")
_PREPOSITIONS = ENGLISH.word_class("prepositions")
_CALLING = ENGLISH.verbs.forms(Trait.CALLS)
_QUOTE_END = re.compile(
    r"[”\"’'»](?=\s+(?:after|before|when|while|during|because|since|as|at|in|on|outside)\s)"
)
_TELLING = ENGLISH.verbs.forms(Trait.TELLS)
_HEARER = re.compile(
    r"(?:(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,3})?(?:correspondents?|reporters?|journalists?|"
    r"newspapers?|agency|court|jury|inquiry|hearing|parliament|council)\s*,\s+(?=\w)"
)
_AS_QUOTED = re.compile(r"\sas\s[“\"‘«']")
_AND = re.compile(
    r"\s+(?:but|and)\s+(?:(?:has|have|had|also|then|later|never|now)\s+)?(?P<verb>[a-z]+)\b"
)
_BRINGS_IN = re.compile(
    r"(?P<thing>(?:an?|the|his|her|its|their)\s[^.;:“”\"]{2,80}):\s+(?=[“\"‘«])"
)
_TIME = re.compile(
    r"\s+(?:(?:on|by|since|last)\s+\w+day|the\s+(?:same|next|following)\s+\w+|yesterday|"
    r"within\s+(?:\w+\s+){1,2}\w+|(?:minutes|hours|days|weeks)\s+later)$"
)
_WORD = re.compile(r"[\w’'-]+")
_OPENS = ("that ", "to ", "whether ", "if ", "how ", "why ", "what ", "when ")
_SHORT = 160
"""Only the beginning of a content is read for what runs over, in code points."""


def trimmed(text: str, one: Proposal) -> Proposal:
    """The proposal without what stands before or after what its source said."""
    if not one.cue or one.content[0].start < one.cue[0].start:
        return one
    head = text[one.cue[-1].start : one.cue[-1].end].lower().split()[-1]
    first = one.content[0]
    skipped = text[one.cue[-1].end : first.start].strip().lower()
    occasion = _ITS_NOUN if skipped in _PREPOSITIONS else _OCCASION
    if head in _TELLING:
        hearer = _HEARER.match(text, *first)
        first = first if hearer is None else Span(hearer.end(), first.end)
    start = _start(text, first, occasion) if head in _SAID else first.start
    if head in _SAID or head in _POSTING:
        start = _speech(text, start, one.content)
    end = _end(text, Span(start, first.end), head) if len(one.content) == 1 else first.end
    if head in _ANSWERING and len(one.content) == 1:
        end = _before_time(text, Span(start, end))
    if Span(start, end) == one.content[0]:
        return one
    return replace(one, content=(Span(start, end), *one.content[1:]))


def _start(text: str, span: Span, occasion: re.Pattern[str]) -> int:
    """Where a that-clause begins, the occasion before it passed over."""
    match = occasion.match(text, span.start, min(span.end, span.start + _SHORT))
    return span.start if match is None or _has_verb(match.group()) else match.end()


def _speech(text: str, start: int, content: tuple[Span, ...]) -> int:
    """Where the words begin that a colon brings in: "posted a film on Monday: “…”"."""
    first = content[0]
    colon = _BRINGS_IN.match(text, start, first.end)
    if colon is None:
        return start
    return colon.end() if text[first.end - 1] in "”\"’'»" else start


def _before_time(text: str, span: Span) -> int:
    """Where a content without a verb ends before a time: "it within the hour"."""
    match = _TIME.search(text, span.start, span.end)
    if match is None or _has_verb(text[span.start : match.start()]):
        return span.end
    return match.start()


def _end(text: str, span: Span, head: str) -> int:
    """Where a content without a verb of its own ends: before what its source did next."""
    content = text[span.start : span.end]
    if content.lower().startswith(_OPENS):
        return span.end
    if head in _CALLING or _AS_QUOTED.search(content[:_SHORT]):
        match = _QUOTE_END.search(text, span.start, span.end)
        if match is not None:
            return match.end()
    match = _AND.search(text, span.start, min(span.end, span.start + _SHORT))
    if match is None or not finite(match["verb"]):
        return span.end
    before = text[span.start : match.start()]
    return span.end if _has_verb(before) or _is_open(before) else match.start()


def _is_open(text: str) -> bool:
    """Whether a quotation that begins in a text does not end in it."""
    return (
        text.count('"') % 2 == 1 or text.count("“") > text.count("”") or "«" in text.split("»")[-1]
    )


def _has_verb(text: str) -> bool:
    return any(finite(word) and word not in _NAMING for word in _WORD.findall(text.lower()))
