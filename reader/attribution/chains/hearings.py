"""Courts and inquiries that heard something: who told them is named by nobody.

"The court heard that …", "the inquiry was told …": the speaker is unknown, and what is said there
is hearsay to the reader. Who hears is no source.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.language.english import ENGLISH
from reader.language.reporting import Form, Trait
from reader.span import Span

_HEARING = re.compile(
    rf"(?:(?:an?|the|this|that|its|his|her)\s+)?(?:[\w’'.-]+\s+){{0,4}}?"
    rf"(?:{'|'.join(sorted(ENGLISH.word_class('hearings')))})\b(?!['’])(?!\s+(?:official|member|spokes|clerk))",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"\s+(?:from|by)\s+(?P<who>[^;:.“”\"]{2,120}?),?\s+(?:that|to|how|of|about|why)\b"
)
_HEARD = ENGLISH.verbs.forms(Trait.HEARS)
_BY_LAST = re.compile(r"\s+by\s+(?P<who>[^,;:.“”\"]{2,80})$")
_BY_FIRST = re.compile(
    r"(?P<what>(?:\s+(?!(?:by|that|how|why|whether|what|who)\b)[\w’'-]+){1,6})"
    r"\s+by\s+(?P<who>(?:an?|the|his|her|its|their|two|three)\s+[^,;:.“”\"\n]{2,60}?)"
    r"(?=[,;]|\s+(?:and|but)\s)"
)
_REACH = 90
"""How near to the end of what was told its teller stands, in code points."""
_TOLD = ENGLISH.verbs.forms(Trait.TELLS)
_SAID = _TOLD | ENGLISH.verbs.forms(Trait.SAID, of=(Form.PARTICIPLE,))
_TELLERS = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET)
_BE = ENGLISH.word_class("be")


def heard_by_all(text: str, proposal: Proposal) -> Proposal:
    """The proposal without its source where that is only a court, inquiry or meeting that hears."""
    if not proposal.source or not proposal.cue:
        return proposal
    words = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
    if _HEARD.isdisjoint(words) and not (words[-1] == "told" and _told(text, proposal, words)):
        return proposal
    first = proposal.source[0]
    if not _HEARING.match(text, first.start, proposal.source[-1].end):
        return proposal
    teller = _TOLD_BY.match(text, proposal.cue[-1].end, proposal.content[-1].end)
    source = () if teller is None else (Span(*teller.span("who")),)
    return replace(proposal, source=source)


def told_by(text: str, proposal: Proposal) -> Proposal:
    """The proposal with who told it, where that stands last: "was told of it by a clerk"."""
    if proposal.source or not proposal.cue:
        return proposal
    words = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
    last = proposal.content[-1]
    if _SAID.isdisjoint(words[-2:]) or _BE.isdisjoint(words) or last.start < proposal.cue[-1].end:
        return proposal
    first = _BY_FIRST.match(text, proposal.cue[-1].end, last.end)
    if first is not None and understand(first["who"]).type in _TELLERS:
        told = Span(max(last.start, proposal.cue[-1].end), first.end("what"))
        if (
            not _TOLD.isdisjoint(words[-2:])
            and told.start < told.end
            and len(proposal.content) == 1
        ):
            who = (Span(*first.span("who")),)
            return Proposal(who, proposal.cue, (told,), proposal.kind)
    found = _BY_LAST.search(text, max(last.start, last.end - _REACH), last.end)
    if found is None or found.start() <= last.start:
        return proposal
    if understand(found["who"]).type not in _TELLERS:
        return proposal
    content = (*proposal.content[:-1], Span(last.start, found.start()))
    return Proposal((Span(*found.span("who")),), proposal.cue, content, proposal.kind)


def _told(text: str, proposal: Proposal, words: list[str]) -> bool:
    """Whether a "told" is a passive, though a headline leaves its auxiliary out."""
    if not _BE.isdisjoint(words):
        return True
    end = proposal.cue[-1].end
    before = proposal.content[-1].end <= proposal.cue[0].start
    return before or not text[end : proposal.content[0].start].strip(" :,")
