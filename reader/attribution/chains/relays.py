"""Relays: one statement whose words somebody else passes on.

"The wire quoted the general as saying …", "the paper, citing two officials, reported …", "a memo
in which the engineer warns …" are one statement each: who passes it on and who speaks are both in
its source, the words of both are its cue. What is passed on by a clause of its own ("the wire said
that the general had said …") is nested instead.

Works on proposals, whoever made them.
"""

from __future__ import annotations

import re

from reader.attribution.chains.citing import citing
from reader.attribution.chains.quoting import quoted
from reader.attribution.chains.relay import REACH, Relayed, bare, joined, words
from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Trait
from reader.span import Span

_DETERMINERS = "(?i:an?|the|this|that|his|her|its|their|another|one)"
_IN_WHICH = re.compile(
    rf"(?P<what>(?:\b(?:{_DETERMINERS})\s+|\b[\w-]+['’]s\s+)"
    rf"(?:(?!(?:{_DETERMINERS})\s)[\w’'-]+\s+){{0,4}}?(?P<noun>[\w-]+)(?:\s+(?:to|from|by|of|sent|seen|dated|obtained|written)\s"
    r"[^.;:“”\"]{2,60}?)?),?\s+in\s+which,?\s+(?:[^,.;:“”\"]{2,60},\s+)?$"
)
_ACCORDING = re.compile(
    r"(?P<cue>According to) (?P<who>him|her|them|it),?\s+(?P<says>\S[^\n]*)", re.IGNORECASE
)
_NEAR = 80
"""How near to a source the "in which" of such a document stands, in code points."""
_HALVES = 2
_DOCUMENTS = ENGLISH.word_class("documents")
_SAYS = "|".join(sorted(ENGLISH.verbs.forms(Trait.SAID, of=FINITE, without=(Trait.DENIES,))))
_SPEAKS = re.compile(
    rf"(?P<who>[^,;:.“”\"]{{2,120}}?)\s+(?P<cue>(?:\w+ly\s+|has\s+|had\s+)?(?:{_SAYS}))"
    rf"(?:\s+(?:in|on|at|to|the|a|an|[A-Z])\b[^,;:.“”\"]{{0,40}})?"
)
_GOES_ON_SAYING = re.compile(
    rf"(?P<cue>(?:\w+ly\s+|has\s+|had\s+)?(?:{_SAYS}))\b"
    rf"(?:\s+[^,;:.“”\"]{{2,50}}?(?=\s+that\b))?\s+"
)


def relayed(text: str, proposal: Proposal) -> Relayed:
    """Take a relay apart; a proposal that is none comes back as it is."""
    return (
        quoted(text, proposal)
        or citing(text, proposal)
        or _in_which(text, proposal)
        or _said_around(text, proposal)
        or _by_whom(text, proposal)
        or Relayed(proposal)
    )


def _in_which(text: str, one: Proposal) -> Relayed | None:
    """ "A memo in which the engineer warns …": the document passes it on."""
    if not one.source:
        return None
    start = one.source[0].start
    if text.find("in which", max(0, start - _NEAR), start) < 0:
        return None
    match = _IN_WHICH.search(text, max(0, start - REACH), start)
    if match is None or match["noun"].lower() not in _DOCUMENTS:
        return None
    return joined(one, (Span(*match.span("what")),))


def _by_whom(text: str, one: Proposal) -> Relayed | None:
    """ "According to her the office said …", where no comma parts her from the office."""
    if len(one.source) != 1:
        return None
    match = _ACCORDING.fullmatch(text, *one.source[0])
    if match is None:
        return None
    cue = (Span(*match.span("cue")), *one.cue)
    inner = Proposal((Span(*match.span("says")),), cue, one.content, one.kind)
    return joined(inner, (Span(*match.span("who")),))


def _said_around(text: str, one: Proposal) -> Relayed | None:
    """ "The mayor said, according to the wire, that …": the wire stands amid the mayor's clause."""
    if words(text, one.cue) != ["according", "to"] or len(one.content) < _HALVES:
        return None
    first, second, *rest = one.content
    if not first.end <= one.cue[0].start < second.start:
        return None
    match = _SPEAKS.fullmatch(text, first.start, first.end)
    if match is not None:
        who, said = Span(*match.span("who")), second
    else:
        match = _GOES_ON_SAYING.match(text, second.start, second.end)
        if match is None or match.end() >= second.end or first.end - first.start > REACH:
            return None
        who, said = bare(text, *first), Span(match.end(), second.end)
    cue = tuple(sorted((*one.cue, Span(*match.span("cue")))))
    return joined(Proposal((who,), cue, (said, *rest)), one.source)
