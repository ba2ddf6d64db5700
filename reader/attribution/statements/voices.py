"""Who speaks each link, and through whom it reached the reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.attribution.chains.nest import Link
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.coreference import NOT_FOUND, Coreference, Speaker
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.source_repair import (
    has_no_source,
    is_asked,
    is_impersonal,
    is_told,
    repaired,
)
from reader.attribution.speakers.turns import Echoes, Turns
from reader.attribution.text.document import Document
from reader.attribution.text.quotations import Quotation
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_RELAYED_BEFORE = 1
"""How many paragraphs back "he was quoted as saying" finds the outlet that quotes him."""
_WAS_QUOTED = re.compile(r"\b(?:quoted|cited)\b(?!.*\bby\b)", re.IGNORECASE | re.DOTALL)
_TOLD_IT = re.compile(
    rf"\s+(?:it|the\s+(?:{'|'.join(sorted(ENGLISH.word_class('outlet nouns')))}))\b", re.IGNORECASE
)
_ANSWERING = ENGLISH.verbs.forms(Trait.ANSWERS)
_TELLING = ENGLISH.verbs.lemma("tell")


@dataclass(frozen=True, slots=True)
class Step:
    """One of a chain: who it is, and the words that say so."""

    speaker: Speaker
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A proposal with its chain, outermost first, the speaker last."""

    proposal: Proposal
    steps: tuple[Step, ...]
    within: int | None

    @property
    def speaker(self) -> Speaker:
        """Who speaks."""
        return self.steps[-1].speaker

    @property
    def chain(self) -> tuple[str, ...]:
        """The names of the chain."""
        return tuple(step.speaker.name for step in self.steps)


def voices(document: Document, links: Sequence[Link], coreference: Coreference) -> list[Voice]:
    """Give each link its speaker; who only speaks of having spoken adds no link.

    "The firm said it knew": what lies within such an echo lies within its outer statement instead.
    """
    text, paragraphs, quotes = document.text, document.paragraphs, document.quotations
    starts = [paragraph.start for paragraph in paragraphs]
    made: list[Voice] = []
    places: list[int] = []
    reporter: _Reporter | None = None
    turns = Turns(document, coreference)
    echoes = Echoes(text, [link.proposal for link in links])
    for link in links:
        proposal = link.proposal
        relays = (Step(coreference.speaker(s, proposal.content), s) for s in link.passed_by)
        passed = tuple(step for step in relays if step.speaker.entity is not None)
        paragraph = bisect_right(starts, proposal.content[0].start)
        if link.within is None:
            turn = turns.other(proposal)
            if turn is not None:
                speaker, speaks = turn
                proposal = replace(proposal, source=speaks)
            else:
                speaks = link.speaks
                nobody = is_told(text, proposal)
                if is_impersonal(text, proposal) or is_asked(text, proposal) or nobody:
                    speaks = ()
                    proposal = replace(proposal, source=())
                mended = echoes.source(proposal)
                if mended is None and not passed and not nobody:
                    mended = repaired(text, proposal, coreference.mentions)
                if mended is not None:
                    speaks = mended
                    proposal = replace(proposal, source=speaks)
                speaker = coreference.speaker(
                    speaks, proposal.content, answers=turns.asked and _answers(text, proposal)
                )
                if not speaks and not nobody and not has_no_source(text, proposal):
                    speaker = NOT_FOUND
                elif not proposal.cue and not turns.goes_on(proposal, speaker):
                    speaker = replace(speaker, evidence=Evidence.FOLLOWS)
            turns.take(proposal, speaker)
            if not passed and reporter is not None and reporter.reports(text, proposal, paragraph):
                passed = (reporter.step,)
            steps = (*passed, Step(speaker, speaks))
            places.append(len(made))
            made.append(Voice(proposal, steps, None))
            if _is_outlet(steps[0].speaker):
                reporter = _Reporter(steps[0], paragraph)
            continue
        within = places[link.within]
        outer = made[within]
        speaker = coreference.speaker(
            link.speaks, proposal.content, None if _quoted(proposal, quotes) else outer.speaker
        )
        if not passed and (
            speaker.name == outer.speaker.name or _speaks_for(text, outer.steps[-1], speaker)
        ):
            places.append(within)
            continue
        places.append(len(made))
        made.append(Voice(proposal, (*outer.steps, *passed, Step(speaker, link.speaks)), within))
    return made


@dataclass(frozen=True, slots=True)
class _Reporter:
    """The outlet that was cited last, and the paragraph of what it reported."""

    step: Step
    paragraph: int

    def reports(self, text: str, proposal: Proposal, paragraph: int) -> bool:
        """Whether a statement reached the reader through this outlet: "he told the paper"."""
        if paragraph - self.paragraph > _RELAYED_BEFORE or not proposal.cue:
            return False
        words = " ".join(text[s:e] for s, e in proposal.cue)
        if _WAS_QUOTED.search(words):
            return True
        return words.lower().split()[-1] in _TELLING and bool(
            _TOLD_IT.match(text, proposal.cue[-1].end)
        )


def _answers(text: str, proposal: Proposal) -> bool:
    """Whether a statement answers another's."""
    words = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
    return not _ANSWERING.isdisjoint(words)


def _is_outlet(speaker: Speaker) -> bool:
    return speaker.entity is not None and speaker.entity.type is SourceType.OUTLET


def _speaks_for(text: str, outer: Step, inner: Speaker) -> bool:
    """Whether a body only says what its own speaker says: "its spokesman said the firm had …"."""
    if inner.entity is None or inner.entity.type is not SourceType.BODY:
        return False
    if outer.speaker.entity is None or outer.speaker.entity.type is not SourceType.PERSON:
        return False
    told = " ".join(text[s:e] for s, e in outer.source)
    known = f"{told} {outer.speaker.name} {' '.join(outer.speaker.entity.roles)}".lower()
    name = inner.name.lower().removeprefix("the ")
    return bool(name) and name in known


def _quoted(proposal: Proposal, quotes: Sequence[Quotation]) -> bool:
    """Whether a proposal's source stands in quotation marks."""
    if not proposal.source:
        return False
    place = proposal.source[0].start
    first = bisect_right(quotes, place, key=lambda quote: quote.span.start) - 1
    return first >= 0 and place < quotes[first].span.end
