"""Statements of proposals: kind, speaker, chain, mode, stance and signals, whoever proposed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.attribution.borders.links import bordered
from reader.attribution.chains.nest import Link
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.coreference import Coreference
from reader.attribution.speakers.entities import words_of_name
from reader.attribution.stance.debate import Debate, Said
from reader.attribution.stance.denials import judges_report
from reader.attribution.stance.stance import stance
from reader.attribution.statements.citations import Imprint
from reader.attribution.statements.kind import kind
from reader.attribution.statements.mode import mode, quoted
from reader.attribution.statements.signals import signals
from reader.attribution.text.document import Document
from reader.attribution.voices.voices import Voice, voices
from reader.language.cue_counts import CueCounts
from reader.span import Span
from reader.statement import Kind, Mode, Stance, Statement


def build(document: Document, links: Sequence[Link], words: CueCounts) -> list[Statement]:
    """Make statements of proposals and of the links inside them, in document order."""
    text, quotes = document.text, document.quotations
    links = bordered(document, links)
    starts = [p.start for p in document.paragraphs]
    made: list[Statement] = []
    debate = Debate()
    imprint = Imprint(_unsearched(text, document.stretches))
    spoken = voices(document, links, Coreference(document))
    passing = _passing_on(text, spoken, words)
    for number, voice in enumerate(spoken):
        proposal = voice.proposal
        cue = _cue(text, voice)
        how = mode(text, proposal.content, quotes)
        place = max(0, bisect_right(starts, proposal.content[0].start) - 1)
        whole = Span(proposal.content[0].start, proposal.content[-1].end)
        content = " ".join(text[s:e] for s, e in proposal.content)
        passes_on = number in passing and how is not Mode.DIRECT
        essence = "" if passes_on and not judges_report(content) else content
        turn = Said(voice.speaker.name, _side(voice), whole, place, content)
        first = min((*proposal.source, *proposal.cue, *proposal.content)).start
        told = text[max(0, first - _TOLD_BEFORE) : first]
        stands = stance(cue, essence, turn, debate.before(whole), told)
        debate.add(replace(turn, denied=stands is Stance.DENIES))
        made.append(
            Statement(
                source=proposal.source,
                cue=proposal.cue,
                content=proposal.content,
                # Words in quotation marks were spoken or written, whatever the verb.
                kind=Kind.SAID
                if how is not Mode.INDIRECT
                else kind(cue, words, proposal.kind, clause=content.startswith("that ")),
                speaker=voice.speaker.name,
                speaker_sure=voice.speaker.sure,
                chain=voice.chain,
                mode=how,
                stance=stands,
                signals=signals(
                    text,
                    voice,
                    quotes,
                    how,
                    document.paragraphs[place] if starts else Span(0, len(text)),
                    imprint,
                ),
                within=voice.within,
                quoted=quoted(proposal.content, quotes),
            )
        )
    return made


def _cue(text: str, voice: Voice) -> str:
    return " ".join(text[s:e] for s, e in voice.proposal.cue)


def _side(voice: Voice) -> frozenset[str]:
    """Who speaks, and whom he speaks for: the spokesman of a mill is on the mill's side."""
    name = voice.speaker.name.lower()
    entity = voice.speaker.entity
    if entity is None:
        return frozenset((name,))
    body = entity.type is SourceType.BODY or entity.supposed
    own = words_of_name(entity) if body else set()
    return frozenset({name, *own, *entity.of})


_TOLD_BEFORE = 600
"""How much of the article may be answered by "we did not do it", in code points."""
_AT_ONCE = 80
"""How near to the beginning of a content somebody else speaks, where it only passes that on."""


def _passing_on(text: str, spoken: Sequence[Voice], words: CueCounts) -> set[int]:
    """The places of those whose content begins with what somebody else says."""
    return {
        inner.within
        for inner in spoken
        if inner.within is not None
        and kind(_cue(text, inner), words, inner.proposal.kind) is Kind.SAID
        and (inner.proposal.source or inner.proposal.cue)[0].start
        < spoken[inner.within].proposal.content[0].start + _AT_ONCE
    }


_MOST = 20_000
"""How much of what is not searched may tell the outlet's name, in code points."""


def _unsearched(text: str, stretches: Sequence[Span]) -> str:
    """What stands outside headline and body, lower-cased: bylines, datelines, disclaimers."""
    edges = [0, *(edge for span in stretches for edge in span), len(text)]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))[:_MOST].lower()
