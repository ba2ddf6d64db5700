"""What a statement cites that a reader could look at: a document, a post, another outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.coreference import Speaker
from reader.attribution.voices.voices import Voice
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_LINK = re.compile(r"https?://|www\.|<link>|<a |\]\(|\[link\]", re.IGNORECASE)
_POSTED = re.compile(
    r"\b(?:in|on|via|by|from) (?P<what>(?:(?:a|an|the|his|her|its|their) )?(?:[\w’'-]+ ){0,2}?"
    r"(?:post|posts|tweet|tweets|posting|blog|video|recording|memo|leaflet|study|survey|poll|"
    r"Facebook|Twitter|Instagram|Telegram|TikTok|YouTube)\b)",
)
_POSTING = ENGLISH.verbs.forms(Trait.POSTS)
_WRITING = ENGLISH.verbs.forms(Trait.WRITES)
_IN_A_PAPER = re.compile(
    rf"\b[Ii]n (?P<what>(?:an?|his|her|its|their|the) (?:[\w’'-]+ ){{0,3}}?"
    rf"(?:{'|'.join(sorted(ENGLISH.word_class('documents')))})\b[^,.;:“”\"\n]{{0,40}}), $"
)
_HEARER = re.compile(
    r"(?:\s+in\s+an\s+interview(?:\s+(?:published|aired|broadcast)\s[^.;:“”\"]{2,30}?)?\s(?:with|by|on|to))?"
    r"\s+(?P<who>(?:(?:the|a|an)\s+)?(?:[a-z][\w’'-]*\s+){0,3}?"
    r"(?:[A-Z\u00c0-\u00de][\w’'&.-]*(?:\s+(?:of|de|da|do|del|du|for|and|the)(?=\s+[A-Z]))?\s?){1,5}"
    rf"(?:(?:{'|'.join(sorted(ENGLISH.word_class('outlet nouns')))})\b)?"
    r"|(?:state|local|national|public|talk)\s+(?:radio|television|tv|media))"
)
_SPEAKING_TO = re.compile(r"(?:[Ss]peaking|interview|[Ii]nterviewed|[Tt]alking)\s(?:with|by|on|to)")
_SPEAKING_SIGNS = ("peaking", "nterview", "alking")
_TELLING = ENGLISH.verbs.forms(Trait.TELLS)
_BESIDE = 90
"""How near to its source or cue a statement tells of where it was said, in code points."""
_OWN = re.compile(r"\b(?:this|our)\b", re.IGNORECASE)


@dataclass(slots=True)
class Imprint:
    """What an article tells of its own: its outlet's name outside the body, and where it links."""

    words: str
    _linked: dict[Span, bool] = field(default_factory=dict)

    def links(self, text: str, paragraph: Span) -> bool:
        """Whether a paragraph holds a link; each is read once."""
        known = self._linked.get(paragraph)
        if known is None:
            found = _LINK.search(text, paragraph.start, paragraph.end)
            known = self._linked[paragraph] = found is not None
        return known

    def holds(self, name: str) -> bool:
        """Whether an outlet's name is the article's own."""
        bare = name.lower().removeprefix("the ").strip()
        return bool(bare) and (
            bare in self.words or _OWN.match(name) is not None or f"the {bare}" in self.words
        )


def unlinked(text: str, voice: Voice, paragraph: Span, imprint: Imprint) -> tuple[Span, ...]:
    """The words that cite something, where the paragraph holds no link to it."""
    cited = (
        _cited_source(voice, imprint)
        or _told_outlet(text, voice.proposal, paragraph, imprint)
        or _posted(text, voice.proposal, paragraph)
    )
    if not cited or imprint.links(text, paragraph):
        return ()
    return cited


def _cited_source(voice: Voice, imprint: Imprint) -> tuple[Span, ...]:
    """The document or outlet that speaks, or that passes on who does."""
    for step in voice.steps:
        if _can_be_looked_at(step.speaker, imprint):
            return step.source
    return ()


def _can_be_looked_at(speaker: Speaker, imprint: Imprint) -> bool:
    entity = speaker.entity
    if entity is None:
        return False
    if entity.type is SourceType.DOCUMENT:
        return True
    return (
        entity.type is SourceType.OUTLET and not entity.several and not imprint.holds(speaker.name)
    )


def _told_outlet(text: str, one: Proposal, paragraph: Span, imprint: Imprint) -> tuple[Span, ...]:
    """The outlet that something was told to: "told Radio Selm", "in an interview with the Post"."""
    if not one.cue:
        return ()
    cue = one.cue[-1]
    heads = text[cue.start : cue.end].lower().split()
    start = cue.end
    if heads[-1] not in _TELLING:
        near = Span(
            max(paragraph.start, cue.start - _BESIDE), min(paragraph.end, cue.end + _BESIDE)
        )
        if not any(text.find(sign, *near) >= 0 for sign in _SPEAKING_SIGNS):
            return ()
        found = _SPEAKING_TO.search(text, *near)
        if found is None or _inside(found.start(), one.content):
            return ()
        start = found.end()
    match = _HEARER.match(text, start, min(paragraph.end, start + _BESIDE))
    if match is None:
        return ()
    who = " ".join(match["who"].split())
    if understand(who).type is not SourceType.OUTLET or imprint.holds(who):
        return ()
    begin, end = match.span("who")
    while text[end - 1].isspace():
        end -= 1
    return (Span(begin, end),)


def _posted(text: str, one: Proposal, paragraph: Span) -> tuple[Span, ...]:
    """Where something was posted, or the paper that somebody wrote it in."""
    if not one.cue:
        return ()
    start, end = one.cue[0].start, one.cue[-1].end
    words = text[start:end].lower().split()
    if not _POSTING.isdisjoint(words):
        return one.cue
    match = _POSTED.search(text, start, min(paragraph.end, end + _BESIDE))
    if match is None and one.source and not _WRITING.isdisjoint(words):
        first = min(start, one.source[0].start)
        match = _IN_A_PAPER.search(text, max(paragraph.start, first - _BESIDE), first)
    if match is None or _inside(match.start(), one.content):
        return ()
    return (Span(*match.span("what")),)


def _inside(place: int, content: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in content)
