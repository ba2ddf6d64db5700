"""Who passes on what he is not named beside: the outlet or document that an article retells.

"The paper reported … . A clerk told it …", "the memo says … . He is quoted as saying …", "she said"
after an outlet quoted her, and the items of a press review, each under its outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.chains.nest import Link
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.coreference import Coreference, Speaker
from reader.attribution.speakers.entities import Entity
from reader.attribution.text.document import Document
from reader.attribution.text.spanset import SpanSet
from reader.language.english import ENGLISH
from reader.span import Span

_RELAYED_BEFORE = 1
"""How many paragraphs back "he was quoted as saying" finds the outlet that quotes him."""
_KNOWN_FOR = 3
"""How many paragraphs a speaker without a name stays the one whom an outlet cited."""
_WAS_QUOTED = re.compile(r"\b(?:quoted|cited)\b(?!.*\bby\b)", re.IGNORECASE | re.DOTALL)
_TOLD_IT = re.compile(
    rf"\s+(?:it|the\s+(?:{'|'.join(sorted(ENGLISH.word_class('outlet nouns')))}))\b", re.IGNORECASE
)
_TELLING = ENGLISH.verbs.lemma("tell")
_PUBLISHED = re.compile(
    r"\b(?:published|printed|carried|aired|broadcast)\b[^,.;:]{0,40}?\b(?:by|in|on)\b[^,.;:]{0,30}$"
)
_NEAR = 120
"""How far before an outlet "published by" may stand, in code points."""
_CARRIES = re.compile(
    r"\s+(?:\w+\s+)?(?:carri|publish|print|air|broadcast|devote|feature|interview|r[ua]n|le[ad])\w*\b"
)
_LEAST_ITEMS = 3
"""How many outlets an article retells at least that is a press review."""
_CARRIERS = (SourceType.OUTLET, SourceType.DOCUMENT)
_OUTLETS = ENGLISH.word_class("outlet nouns")
_SPEAKERS = (SourceType.PERSON, SourceType.BODY, SourceType.PRONOUN)


@dataclass(frozen=True, slots=True)
class Step:
    """One of a chain: who it is, and the words that say so."""

    speaker: Speaker
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Cited:
    """Through whom somebody's words came, and the paragraph they came in."""

    step: Step
    paragraph: int


class Reporters:
    """Follows through whom statements reach the reader, statement by statement."""

    def __init__(self, document: Document, links: Sequence[Link], coreference: Coreference) -> None:
        """Begin before the first statement."""
        self._text = document.text
        self._mentions = coreference.mentions
        self._paragraphs = document.paragraphs
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._headlines = document.headlines
        self._outlet: _Cited | None = None
        self._document: _Cited | None = None
        self._through: dict[int, _Cited] = {}
        self._last: Entity | None = None
        self._review = _items(document, links, coreference)

    def passing(self, proposal: Proposal, speaker: Speaker) -> tuple[Step, ...]:
        """Who passes on a statement that names nobody who does."""
        paragraph = self._paragraph(proposal)
        entity = speaker.entity
        cited = self._quoting(proposal, paragraph)
        if cited is None and entity is not None and entity.type in _SPEAKERS:
            cited = self._known(entity, paragraph)
        if cited is None or cited.step.speaker.entity is entity:
            return ()
        return (cited.step,)

    def take(self, proposal: Proposal, steps: Sequence[Step]) -> None:
        """Note who passed on whom."""
        paragraph = self._paragraph(proposal)
        outermost, innermost = steps[0], steps[-1].speaker.entity
        kind = outermost.speaker.entity.type if outermost.speaker.entity is not None else None
        if kind is SourceType.OUTLET or (len(steps) > 1 and _may_be_outlet(outermost.speaker)):
            self._outlet = _Cited(outermost, paragraph)
        elif kind is SourceType.DOCUMENT:
            self._document = _Cited(outermost, paragraph)
        self._last = innermost
        if innermost is None:
            return
        if len(steps) > 1 and kind in _CARRIERS:
            self._through[id(innermost)] = _Cited(outermost, paragraph)
        elif len(steps) == 1 and innermost.named:
            self._through.pop(id(innermost), None)

    def _paragraph(self, proposal: Proposal) -> int:
        return bisect_right(self._starts, proposal.content[0].start) - 1

    def _quoting(self, proposal: Proposal, paragraph: int) -> _Cited | None:
        """Who quotes, or was told: "he was quoted as saying", "he told the paper"."""
        if not proposal.cue:
            return None
        words = " ".join(self._text[s:e] for s, e in proposal.cue)
        quoted = _WAS_QUOTED.search(words)
        told = words.lower().split()[-1] in _TELLING and _TOLD_IT.match(
            self._text, proposal.cue[-1].end
        )
        told_it = bool(told) and self._text.startswith(" it", proposal.cue[-1].end)
        asked = self._asking(proposal, paragraph) if told_it else None
        if asked is not None:
            return asked
        latest = [self._outlet] if quoted or told else []
        latest += [self._document] if quoted else []
        near = [c for c in latest if c is not None and paragraph - c.paragraph <= _RELAYED_BEFORE]
        return max(near, key=lambda cited: cited.step.source[0].start, default=None)

    def _asking(self, proposal: Proposal, paragraph: int) -> _Cited | None:
        """The outlet that was a subject since one spoke last: "told it" means that one."""
        if self._outlet is None or paragraph - self._outlet.paragraph > _RELAYED_BEFORE:
            return None
        since = self._outlet.step.source[-1].end
        for mention in reversed(self._mentions.between(since, proposal.cue[0].start)):
            if mention.subject and not mention.quoted and _is_outlet(mention.entity):
                told = Step(Speaker(mention.entity.name, mention.entity), (mention.span,))
                return _Cited(told, paragraph)
        return None

    def _known(self, entity: Entity, paragraph: int) -> _Cited | None:
        """Through whom this speaker was heard before, or whose item of a review this is."""
        item = self._review.get(paragraph)
        if item is not None and not _is_outlet(entity):
            return _Cited(item, paragraph)
        cited = self._through.get(id(entity)) or self._through.get(id(entity.group))
        if cited is None:
            return None
        if entity.named:
            return cited if entity is self._last and paragraph == cited.paragraph else None
        return cited if paragraph - cited.paragraph <= _KNOWN_FOR else None


def _is_outlet(entity: Entity) -> bool:
    """Whether somebody is an outlet, or a body called one: "the agency Selm Press"."""
    if entity.type is SourceType.BODY:
        return any(not _OUTLETS.isdisjoint(role.split()) for role in entity.roles)
    return entity.type is SourceType.OUTLET


def _may_be_outlet(speaker: Speaker) -> bool:
    """Whether one who passes others on has a name that tells nothing: "the Financial Lantern"."""
    entity = speaker.entity
    return entity is not None and entity.named and (entity.supposed or _is_outlet(entity))


def _items(document: Document, links: Sequence[Link], coreference: Coreference) -> dict[int, Step]:
    """Of a press review, the outlet of each paragraph; nothing of another article.

    An item begins with a paragraph whose first sentence has an outlet say or carry something, and
    goes on to the next item.
    """
    starts = [paragraph.start for paragraph in document.paragraphs]
    sources = [span for link in links if link.within is None for span in link.proposal.source]
    spoken = SpanSet(sources)
    leads: dict[int, Step] = {}
    for number, paragraph in enumerate(document.paragraphs):
        if number in document.headlines:
            continue
        sentence = coreference.mentions.sentence(coreference.mentions.sentence_at(paragraph.start))
        for mention in coreference.mentions.between(paragraph.start, sentence.end):
            if (_is_outlet(mention.entity) and not mention.quoted) and (
                spoken.meet((mention.span,))
                or _CARRIES.match(document.text, mention.span.end)
                or _PUBLISHED.search(
                    document.text,
                    max(paragraph.start, mention.span.start - _NEAR),
                    mention.span.start,
                )
            ):
                speaker = Speaker(mention.entity.name, mention.entity)
                leads[number] = Step(speaker, (mention.span,))
                break
    outlets = {id(step.speaker.entity) for step in leads.values()}
    speaking = {bisect_right(starts, span.start) for span in sources}
    if len(outlets) < _LEAST_ITEMS or 2 * len(leads) < len(speaking):
        return {}
    found: dict[int, Step] = {}
    current: Step | None = None
    for number in range(len(starts)):
        current = leads.get(number, current)
        if current is not None and number not in document.headlines:
            found[number] = current
    return found
