"""Who speaks each link, and through whom it reached the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.attribution.chains.nest import Link
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.coreference import NOBODY, Coreference, Speaker
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.speakers.source_repair import (
    has_no_source,
    is_asked,
    is_impersonal,
    is_passive,
    is_told,
    repaired,
)
from reader.attribution.speakers.turns import Echoes, Turns
from reader.attribution.text.document import Document
from reader.attribution.text.spanset import SpanSet
from reader.attribution.voices.reporters import Reporters, Step
from reader.language.english import ENGLISH
from reader.language.reporting import Trait

_ANSWERING = ENGLISH.verbs.forms(Trait.ANSWERS)


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
    text = document.text
    made: list[Voice] = []
    places: list[int] = []
    reporters = Reporters(document, links, coreference)
    turns = Turns(document, coreference)
    echoes = Echoes(text, [link.proposal for link in links])
    for link in links:
        proposal = link.proposal
        relays = (Step(coreference.speaker(s, proposal.content), s) for s in link.passed_by)
        passed = tuple(step for step in relays if step.speaker.entity is not None)
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
                    # Words elsewhere tell whom the source's own words mean; they stay the source.
                    if not proposal.source or SpanSet(mended).meet(proposal.source):
                        proposal = replace(proposal, source=mended)
                    speaks = mended
                speaker = coreference.speaker(
                    speaks,
                    proposal.content,
                    asked=turns.last if _answers(text, proposal) else None,
                )
                if not speaks and not nobody and not has_no_source(text, proposal):
                    speaker = NOBODY
                elif not speaks and is_passive(text, proposal):
                    speaker = replace(speaker, evidence=Evidence.PASSIVE)
                elif not proposal.cue and not turns.goes_on(proposal, speaker):
                    speaker = replace(speaker, evidence=Evidence.FOLLOWS)
                if not proposal.ruled and speaker.sure and not _is_person(speaker):
                    speaker = replace(speaker, evidence=Evidence.TAGGED_ALONE)
            turns.take(proposal, speaker)
            passed = passed or reporters.passing(proposal, speaker)
            steps = (*passed, Step(speaker, speaks))
            reporters.take(proposal, steps)
            places.append(len(made))
            made.append(Voice(proposal, steps, None))
            continue
        within = places[link.within]
        outer = made[within]
        speaks = link.speaks
        if speaks and not passed and not link.means:
            speaks = repaired(text, proposal, coreference.mentions) or speaks
            proposal = replace(proposal, source=speaks)
        if SpanSet(outer.proposal.source).meet(speaks):
            places.append(within)  # nobody is passed on by himself
            continue
        speaker = coreference.speaker(speaks, proposal.content, outer.speaker)
        if not passed and (
            speaker.name == outer.speaker.name or _speaks_for(text, outer.steps[-1], speaker)
        ):
            places.append(within)
            continue
        places.append(len(made))
        made.append(Voice(proposal, (*outer.steps, *passed, Step(speaker, speaks)), within))
    return made


def _is_person(speaker: Speaker) -> bool:
    """Whether a speaker is surely somebody rather than something."""
    entity = speaker.entity
    return entity is not None and entity.type is SourceType.PERSON and not entity.supposed


def _answers(text: str, proposal: Proposal) -> bool:
    """Whether a statement answers another's."""
    words = " ".join(text[s:e] for s, e in proposal.cue).lower().split()
    return not _ANSWERING.isdisjoint(words)


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
