"""Relays by "quoted as saying": who quotes, and whose words they are."""

from __future__ import annotations

import re

from reader.attribution.chains.relay import (
    GAP,
    PASSED,
    REACH,
    Relayed,
    bare,
    joined,
    said_by,
    words,
)
from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait
from reader.span import Span

_QUOTING = ENGLISH.verbs.forms(Trait.RELAYS)
_QUOTED_BY = "|".join(sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.PARTICIPLE,))))
_AS = r"as\s+(?:saying|having\s+\w+|\w{3,}ing)"
_TO_WHOM = r"(?<=telling)\s+[^,;:\n“”\"]{2,40}?(?=\s(?:that\b|[“\"]))"
_OCCASION = (
    r"[,:]?(?:\s+(?:late\s+)?(?:on|at|in|during|after|before)\s"
    + GAP
    + r"{2,60}?(?=\s(?:that\b|[“\"])))?"
)
_QUOTED_AS = re.compile(
    rf"(?P<who>{GAP}{{2,200}}?)\s+(?P<cue>{_AS}\b(?:{_TO_WHOM})?){_OCCASION}\s*"
)
_AS_SAYING = re.compile(
    rf"(?:(?:by|in)\s+(?P<by>{GAP}{{2,120}}?)\s+)?(?P<cue>(?:{_AS})\b(?:{_TO_WHOM})?)[,:]?\s*"
)
_SAID_BEFORE = re.compile(rf"\s+(?P<who>{GAP}{{2,160}}?)\s+(?P<cue>as\s+saying)\b")
_QUOTED_BEFORE = re.compile(rf"\b(?P<cue>{PASSED})\s+(?P<who>{GAP}{{2,140}}?),?\s+(?:as\s+)?$")
_BY = re.compile(rf"\s*by\s+(?P<by>{GAP}{{2,80}}?)(?=\s+(?:that\b|[“\"])|,\s)[,:]?\s*")
_BY_LAST = re.compile(
    rf"\s+(?P<cue>by|in)\s+(?P<by>{GAP}{{2,80}}?)(?:\s+as\s+saying)?"
    r"(?=[.,;]?\s*(?:$|\n\n)|[.;,]\s)"
)
_CITED_SOURCE = re.compile(
    rf"(?P<who>{GAP}{{2,120}}?),?\s+(?P<cue>(?:who\s+(?:was|were)\s+)?(?:{_QUOTED_BY}|interviewed)"
    rf"\s+(?:by|in|on))\s+(?P<by>{GAP}{{2,120}}?),?"
)
_AS_DOING = re.compile(r"\s+(?P<cue>as\s+\w{3,}ing)\s+")
_OPENING = re.compile(r"(?:[.!?]\s+|\n|^)(?P<who>[A-Z][^.!?,;:\n]{1,100})\s+$")
"""The subject with which a sentence opens."""
_CITED_SIGNS = (*_QUOTED_BY.split("|"), "interviewed")
_SAYING_BETWEEN = re.compile(
    rf"\s+(?P<who>{GAP}{{2,60}}?)\s+(?P<cue>saying|telling\s+(?:him|her|them|me|us))[:,]?\s+"
)


def quoted(text: str, one: Proposal) -> Relayed | None:
    """The relay of a "quoted as saying", wherever its parts were taken for source or content."""
    if not one.cue:
        return None
    said = words(text, one.cue)
    found = None
    if any(word in _QUOTING for word in said) or "as" in words(text, one.content[-1:])[:6]:
        found = _quoted(text, one)
    if found is None and said[-1:] == ["saying"]:
        found = _quoted_before(text, one)
    return found or _cited_by(text, one) or _cited_source(text, one) or _saying_between(text, one)


def _quoted(text: str, one: Proposal) -> Relayed | None:
    """The wire quoted X as saying; X was quoted by the wire as saying."""
    first, rest = one.content[0], one.content[1:]
    if rest and (not one.source or "by" in words(text, one.cue)):
        after = _AS_SAYING.match(text, rest[0].start, rest[0].end)
        if after is not None and after.end() < rest[0].end:
            content = (Span(after.end(), rest[0].end), *rest[1:])
            cue = (*one.cue, Span(*after.span("cue")))
            outer = one.source or ((Span(*after.span("by")),) if after["by"] else ())
            return joined(Proposal((first,), cue, content), outer)
    match = _QUOTED_AS.match(text, first.start, first.end)
    if match is not None and match.end() < first.end and one.source:
        content = (Span(match.end(), first.end), *rest)
        return said_by(text, one, match, content)
    if one.content[-1].end <= one.cue[0].start and one.source:
        by = _by_last(text, one)
        if by is not None:
            return by
        match = _SAID_BEFORE.match(text, one.cue[-1].end)
        return None if match is None else said_by(text, one, match, one.content)
    if "as" not in words(text, one.cue) or "by" in words(text, one.cue):
        return None
    match = _BY.match(text, one.cue[-1].end, one.content[-1].end)
    if match is None or not first.start <= match.end() + 1 < first.end:
        return None
    content = (Span(max(first.start, match.end()), first.end), *rest)
    cue = (*one.cue[:-1], Span(one.cue[-1].start, match.start("by") - 1))
    return joined(Proposal(one.source, cue, content), (bare(text, *match.span("by")),))


def _by_last(text: str, one: Proposal) -> Relayed | None:
    """ "…," X was quoted as saying by the wire; "…," X is quoted by the wire as saying."""
    match = _BY_LAST.match(text, one.cue[-1].end)
    if match is None or not ("as" in words(text, one.cue) or match.group().endswith("saying")):
        return None
    cue = (*one.cue, Span(*match.span("cue")))
    return joined(Proposal(one.source, cue, one.content), (bare(text, *match.span("by")),))


def _quoted_before(text: str, one: Proposal) -> Relayed | None:
    """ "The wire quoted a cook, Ada Pohl, as saying …", where only the "saying" was taken."""
    if not one.source:
        return None
    floor = max(one.source[-1].end, one.cue[0].start - REACH)
    match = _QUOTED_BEFORE.search(text, floor, one.cue[0].start)
    if match is None:
        return None
    cue = (Span(*match.span("cue")), *one.cue)
    return joined(Proposal((bare(text, *match.span("who")),), cue, one.content), one.source)


def _cited_by(text: str, one: Proposal) -> Relayed | None:
    """ "Experts have been cited by the wire as finding that …", where the wire was the source."""
    if not one.source or one.cue[-1].end > one.source[0].start:
        return None
    if text[one.cue[-1].end : one.source[0].start].strip() != "by":
        return None
    cue = _AS_DOING.fullmatch(text, one.source[-1].end, one.content[0].start)
    start = max(0, one.cue[0].start - REACH)
    who = _OPENING.search(text, start, one.cue[0].start)
    if cue is None or who is None or one.content[0].start < one.source[-1].end:
        return None
    cues = (Span(one.cue[0].start, one.source[0].start - 1), Span(*cue.span("cue")))
    return joined(Proposal((Span(*who.span("who")),), cues, one.content, one.kind), one.source)


def _cited_source(text: str, one: Proposal) -> Relayed | None:
    """ "An aide quoted by the wire said …", "according to an aide cited in the paper"."""
    if len(one.source) != 1:
        return None
    start, end = one.source[0]
    if not any(text.find(sign, start, end) >= 0 for sign in _CITED_SIGNS):
        return None
    match = _CITED_SOURCE.fullmatch(text, start, end)
    if match is None:
        return None
    cue = tuple(sorted((*one.cue, Span(*match.span("cue")))))
    inner = Proposal((bare(text, *match.span("who")),), cue, one.content)
    return joined(inner, (bare(text, *match.span("by")),))


def _saying_between(text: str, one: Proposal) -> Relayed | None:
    """ "She remembered him saying: “…”": his words, which only she passes on."""
    if not one.cue or not one.source or one.content[0].start <= one.cue[-1].end:
        return None
    match = _SAYING_BETWEEN.fullmatch(text, one.cue[-1].end, one.content[0].start)
    return None if match is None else said_by(text, one, match, one.content)
