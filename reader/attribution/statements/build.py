"""Statements of proposals: kind, speaker, chain, mode, stance and signals, whoever proposed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.attribution.chains.nest import Link
from reader.attribution.speakers.coreference import Coreference
from reader.attribution.statements.appositions import with_apposition
from reader.attribution.statements.borders import tidy
from reader.attribution.statements.citations import Imprint
from reader.attribution.statements.debate import Debate, Said
from reader.attribution.statements.denials import judges_report
from reader.attribution.statements.kind import kind
from reader.attribution.statements.mode import mode, quoted
from reader.attribution.statements.no_comment import says_nothing
from reader.attribution.statements.not_said import is_not_said
from reader.attribution.statements.repeats import without_repeats
from reader.attribution.statements.signals import signals
from reader.attribution.statements.stance import stance
from reader.attribution.statements.trimming import trimmed
from reader.attribution.statements.voices import Voice, voices
from reader.attribution.text.document import Document
from reader.language.cue_counts import CueCounts
from reader.span import Span
from reader.statement import Kind, Mode, Stance, Statement


def build(document: Document, links: Sequence[Link], words: CueCounts) -> list[Statement]:
    """Make statements of proposals and of the links inside them, in document order."""
    text, quotes = document.text, document.quotations
    links = _in_order(_tidied(text, without_repeats(document, links)))
    starts = [p.start for p in document.paragraphs]
    made: list[Statement] = []
    debate = Debate()
    imprint = Imprint(_unsearched(text, document.stretches))
    spoken = voices(document, links, Coreference(document))
    passing = _passing_on(spoken)
    for number, voice in enumerate(spoken):
        proposal = voice.proposal
        cue = " ".join(text[s:e] for s, e in proposal.cue)
        how = mode(text, proposal.content, quotes)
        place = max(0, bisect_right(starts, proposal.content[0].start) - 1)
        whole = Span(proposal.content[0].start, proposal.content[-1].end)
        content = " ".join(text[s:e] for s, e in proposal.content)
        name = voice.speaker.name
        passes_on = number in passing and how is not Mode.DIRECT
        essence = "" if passes_on and not judges_report(content) else content
        stands = stance(cue, essence, name, place, debate.before(whole))
        debate.add(Said(name, whole, place, content, stands is Stance.DENIES))
        made.append(
            Statement(
                source=proposal.source,
                cue=proposal.cue,
                content=proposal.content,
                # What stands in quotation marks was spoken or written, whatever the verb.
                kind=Kind.SAID if how is Mode.DIRECT else proposal.kind or kind(cue, words),
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


_AT_ONCE = 80
"""How near to the beginning of a content somebody else speaks, where it only passes that on."""


def _passing_on(spoken: Sequence[Voice]) -> set[int]:
    """The places of those whose content begins with what somebody else says."""
    return {
        inner.within
        for inner in spoken
        if inner.within is not None
        and (inner.proposal.source or inner.proposal.cue)[0].start
        < spoken[inner.within].proposal.content[0].start + _AT_ONCE
    }


_MOST = 20_000
"""How much of what is not searched may tell the outlet's name, in code points."""


def _unsearched(text: str, stretches: Sequence[Span]) -> str:
    """What stands outside headline and body, lower-cased: bylines, datelines, disclaimers."""
    edges = [0, *(edge for span in stretches for edge in span), len(text)]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))[:_MOST].lower()


def _tidied(text: str, links: Sequence[Link]) -> list[Link]:
    """Links with clean borders; one without content goes, and what lay within it moves out."""
    kept: list[Link] = []
    moved: dict[int, int | None] = {}
    for place, link in enumerate(links):
        within = None if link.within is None else moved[link.within]
        proposal = tidy(link.proposal, text)
        if proposal is not None:
            proposal = trimmed(text, proposal)
        if proposal is None or says_nothing(text, proposal) or is_not_said(text, proposal):
            moved[place] = within
        else:
            moved[place] = len(kept)
            depth = 0 if within is None else kept[within].depth + 1
            proposal = with_apposition(text, proposal)
            kept.append(replace(link, proposal=proposal, within=within, depth=depth))
    return kept


def _in_order(links: Sequence[Link]) -> list[Link]:
    """Links in document order, outer before inner, their places renumbered."""
    order = sorted(
        range(len(links)),
        key=lambda n: (
            links[n].proposal.content[0].start if links[n].within is None else _top(links, n),
            links[n].depth,
            links[n].proposal.content[0].start,
            n,
        ),
    )
    new = {old: place for place, old in enumerate(order)}
    return [
        replace(links[old], within=None if (within := links[old].within) is None else new[within])
        for old in order
    ]


def _top(links: Sequence[Link], place: int) -> int:
    within = links[place].within
    while within is not None:
        place, within = within, links[within].within
    return links[place].proposal.content[0].start
