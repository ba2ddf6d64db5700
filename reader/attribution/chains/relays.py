"""Relays: one statement whose words somebody else passes on.

"The wire quoted the general as saying …", "the paper, citing two officials, reported …", "a memo
in which the engineer warns …" are one statement each: who passes it on and who speaks are both in
its source, the words of both are its cue. What is passed on by a clause of its own ("the wire said
that the general had said …") is nested instead.

Works on proposals, whoever made them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import FINITE, Form, Trait
from reader.span import Span

_QUOTING = ENGLISH.verbs.forms(Trait.RELAYS)
_PASSING = "|".join(
    (
        *sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=(Form.GERUND,))),
        r"with\s+reference\s+to",
    )
)
_PASSED = "|".join(sorted(ENGLISH.verbs.forms(Trait.RELAYS, of=FINITE)))
_GAP = r"(?:[^;:\n“”\"]|\n(?!\n))"
"""A character of a phrase; a hard-wrapped line may end within it."""
_AS = r"as\s+(?:saying|having\s+\w+|\w{3,}ing)"
_TO_WHOM = r"(?<=telling)\s+[^,;:\n“”\"]{2,40}?(?=\s(?:that\b|[“\"]))"
_OCCASION = (
    r"[,:]?(?:\s+(?:late\s+)?(?:on|at|in|during|after|before)\s"
    + _GAP
    + r"{2,60}?(?=\s(?:that\b|[“\"])))?"
)
_QUOTED_AS = re.compile(
    rf"(?P<who>{_GAP}{{2,200}}?)\s+(?P<cue>{_AS}\b(?:{_TO_WHOM})?){_OCCASION}\s*"
)
_AS_SAYING = re.compile(
    rf"(?:by\s+(?P<by>{_GAP}{{2,120}}?)\s+)?(?P<cue>{_AS}\b(?:{_TO_WHOM})?)[,:]?\s*"
)
_SAID_BEFORE = re.compile(rf"\s+(?P<who>{_GAP}{{2,160}}?)\s+(?P<cue>as\s+saying)\b")
_QUOTED_BEFORE = re.compile(rf"\b(?P<cue>{_PASSED})\s+(?P<who>{_GAP}{{2,140}}?),?\s+(?:as\s+)?$")
_AFTER = re.compile(
    r"^.{2,120}\s(?:after|when|because|while|since|before)\s+(?=the\s|[A-Z])", re.DOTALL
)
_BY = re.compile(rf"\s*by\s+(?P<by>{_GAP}{{2,80}}?)(?=\s+(?:that\b|[“\"])|,\s)[,:]?\s*")
_WITHIN = re.compile(
    rf",?\s+(?P<cue>{_PASSING}|according\s+to|which\s+(?:{_PASSED}))\s+"
    rf"(?P<who>{_GAP}{{2,140}})"
)
_AT_THE_END = re.compile(rf",\s+(?P<cue>{_PASSING})\s+(?P<who>{_GAP}{{2,140}})$")
_LEADING = re.compile(rf"(?P<cue>{_PASSING})\s+(?P<who>{_GAP}{{2,140}}?),\s+")
_TRAILING = re.compile(
    rf"(?:\s+(?:on|in|at|late|early)\s{_GAP}{{2,40}}?)?\s*,?\s*(?P<cue>{_PASSING})\s+"
    rf"(?P<who>{_GAP}{{2,160}}?)(?=[.,;]?\s*$|,\s|\.\s|;|\n\n|\s+as\s+evidence\b)"
)
_IN_WHICH = re.compile(
    r"(?P<what>(?:\b(?:an?|the|this|that|his|her|its|their|another|one)\s+|\b[\w-]+['’]s\s+)"
    r"(?:[\w’'-]+\s+){0,4}?(?P<noun>[\w-]+)(?:\s+(?:to|from|by|of|sent|seen|dated|obtained|written)\s"
    r"[^.;:“”\"]{2,60}?)?),?\s+in\s+which,?\s+(?:[^,.;:“”\"]{2,60},\s+)?$"
)
_REACH = 160
"""How far before a source a document may stand that passes it on, in code points."""
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
_FINAL = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Relayed:
    """A proposal, and the parts of its source that only pass it on, outermost first."""

    proposal: Proposal
    passed_by: tuple[tuple[Span, ...], ...] = ()


def relayed(text: str, proposal: Proposal) -> Relayed:
    """Take a relay apart; a proposal that is none comes back as it is."""
    words = _words(text, proposal.cue)
    found = _quoted(text, proposal) if any(word in _QUOTING for word in words) else None
    if found is None and words[-1:] == ["saying"]:
        found = _quoted_before(text, proposal)
    if found is None:
        found = (
            _citing_within(text, proposal)
            or _citing_between(text, proposal)
            or _citing_first(text, proposal)
            or _citing_last(text, proposal)
            or _in_which(text, proposal)
            or _said_around(text, proposal)
        )
    return found or Relayed(proposal)


def _quoted(text: str, one: Proposal) -> Relayed | None:
    """The wire quoted X as saying; X was quoted by the wire as saying."""
    first, rest = one.content[0], one.content[1:]
    if "by" in _words(text, one.cue) and rest:
        after = _AS_SAYING.match(text, rest[0].start, rest[0].end)
        if after is not None and after.end() < rest[0].end:
            content = (Span(after.end(), rest[0].end), *rest[1:])
            cue = (*one.cue, Span(*after.span("cue")))
            return _join(Proposal((first,), cue, content), one.source)
    match = _QUOTED_AS.match(text, first.start, first.end)
    if match is not None and match.end() < first.end and one.source:
        content = (Span(match.end(), first.end), *rest)
        return _said_by(text, one, match, content)
    if one.content[-1].end <= one.cue[0].start and one.source:
        match = _SAID_BEFORE.match(text, one.cue[-1].end)
        if match is not None:
            return _said_by(text, one, match, one.content)
    if "as" not in _words(text, one.cue) or "by" in _words(text, one.cue):
        return None
    match = _BY.match(text, one.cue[-1].end, one.content[-1].end)
    if match is None or not first.start <= match.end() + 1 < first.end:
        return None
    content = (Span(max(first.start, match.end()), first.end), *rest)
    cue = (*one.cue[:-1], Span(one.cue[-1].start, match.start("by") - 1))
    return _join(Proposal(one.source, cue, content), (_bare(text, *match.span("by")),))


def _quoted_before(text: str, one: Proposal) -> Relayed | None:
    """ "The wire quoted a cook, Ada Pohl, as saying …", where only the "saying" was taken."""
    if not one.source:
        return None
    floor = max(one.source[-1].end, one.cue[0].start - _REACH)
    match = _QUOTED_BEFORE.search(text, floor, one.cue[0].start)
    if match is None:
        return None
    cue = (Span(*match.span("cue")), *one.cue)
    return _join(Proposal((_bare(text, *match.span("who")),), cue, one.content), one.source)


def _citing_within(text: str, one: Proposal) -> Relayed | None:
    """ "The paper, citing two officials, reported …": the citing is part of the source."""
    if not one.source:
        return None
    last = one.source[-1]
    match = _WITHIN.search(text, last.start, last.end)
    if match is not None and match.start() > last.start:
        source = (*one.source[:-1], Span(last.start, match.start()))
        return _said_by(text, Proposal(source, one.cue, one.content), match, one.content)
    if one.cue and last.end < one.cue[0].start:
        match = _WITHIN.match(text, last.end, one.cue[0].start)
        return None if match is None else _said_by(text, one, match, one.content)
    return None


def _citing_between(text: str, one: Proposal) -> Relayed | None:
    """ "… reported, citing police, that …": the citing stands between cue and content."""
    if not one.cue or not one.source or one.content[0].start <= one.cue[-1].end:
        return None
    match = _WITHIN.search(text, one.cue[-1].end, one.content[0].start)
    return None if match is None else _said_by(text, one, match, one.content)


def _citing_first(text: str, one: Proposal) -> Relayed | None:
    """ "According to the paper, citing police, …": the citing opens the content."""
    first = one.content[0]
    match = _LEADING.match(text, first.start, first.end)
    if match is None or not one.source or match.end() >= first.end:
        return None
    return _said_by(text, one, match, (Span(match.end(), first.end), *one.content[1:]))


def _citing_last(text: str, one: Proposal) -> Relayed | None:
    """ "… , the paper reported on Monday, citing police.": the citing ends the sentence."""
    if not one.source or not one.cue:
        return None
    last = one.content[-1]
    match = _AT_THE_END.search(text, max(last.start, last.end - _REACH), last.end)
    if match is not None:
        content = (*one.content[:-1], Span(last.start, match.start()))
        return _said_by(text, one, match, content)
    end = max(one.source[-1].end, one.cue[-1].end, one.content[-1].end)
    match = _TRAILING.match(text, end)
    return None if match is None else _said_by(text, one, match, one.content)


def _in_which(text: str, one: Proposal) -> Relayed | None:
    """ "A memo in which the engineer warns …": the document passes it on."""
    if not one.source:
        return None
    start = one.source[0].start
    if text.find("in which", max(0, start - _NEAR), start) < 0:
        return None
    match = _IN_WHICH.search(text, max(0, start - _REACH), start)
    if match is None or match["noun"].lower() not in _DOCUMENTS:
        return None
    return _join(one, (Span(*match.span("what")),))


def _said_around(text: str, one: Proposal) -> Relayed | None:
    """ "The mayor said, according to the wire, that …": the wire stands amid the mayor's clause."""
    if _words(text, one.cue) != ["according", "to"] or len(one.content) < _HALVES:
        return None
    first, second, *rest = one.content
    if not first.end <= one.cue[0].start < second.start:
        return None
    match = _SPEAKS.fullmatch(text, first.start, first.end)
    if match is not None:
        who, said = Span(*match.span("who")), second
    else:
        match = _GOES_ON_SAYING.match(text, second.start, second.end)
        if match is None or match.end() >= second.end or first.end - first.start > _REACH:
            return None
        who, said = _bare(text, *first), Span(match.end(), second.end)
    cue = tuple(sorted((*one.cue, Span(*match.span("cue")))))
    return _join(Proposal((who,), cue, (said, *rest)), one.source)


def _said_by(
    text: str, outer: Proposal, match: re.Match[str], content: tuple[Span, ...]
) -> Relayed:
    """The relay that a match completes: who speaks, or after "according to" who passes it on."""
    who = _bare(text, *match.span("who"))
    cue = tuple(sorted((*outer.cue, Span(*match.span("cue")))))
    outer = replace(outer, source=tuple(_own_clause(text, span) for span in outer.source))
    if match["cue"].startswith("according"):
        return _join(Proposal(outer.source, cue, content), (who,))
    return _join(Proposal((who,), cue, content), outer.source)


def _join(inner: Proposal, outer: tuple[Span, ...]) -> Relayed:
    if not outer:
        return Relayed(inner)
    source = tuple(sorted((*outer, *inner.source)))
    return Relayed(Proposal(source, inner.cue, inner.content, inner.kind), (outer,))


def _own_clause(text: str, source: Span) -> Span:
    """A source without the clause before it: "fell on Monday after the paper" is the paper."""
    match = _AFTER.match(text[source.start : source.end])
    return source if match is None else Span(source.start + match.end(), source.end)


def _bare(text: str, start: int, end: int) -> Span:
    while end > start and (text[end - 1] in _FINAL or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return " ".join(text[start:end] for start, end in spans).lower().split()
