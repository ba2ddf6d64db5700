"""Statements of proposals: kind, speaker, chain, mode, stance and signals, whoever proposed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.chains import Link, nest
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.coreference import Cast, Speaker
from reader.attribution.statements.borders import tidy
from reader.attribution.statements.debate import Debate, Said
from reader.attribution.statements.kind import kind
from reader.attribution.statements.mode import mode
from reader.attribution.statements.no_comment import says_nothing
from reader.attribution.statements.signals import signals
from reader.attribution.statements.stance import stance
from reader.attribution.text.quotations import Quotation
from reader.attribution.text.searched import Searched
from reader.language.lexicon import Lexicon
from reader.span import Span
from reader.statement import Kind, Mode, Stance, Statement


def build(
    text: str,
    parts: Searched,
    quotes: Sequence[Quotation],
    proposals: Sequence[Proposal],
    words: Lexicon,
) -> list[Statement]:
    """Make statements of proposals and of the links inside them, in document order."""
    links = _in_order(_tidied(text, nest(text, proposals, quotes)))
    starts = [p.start for p in parts.paragraphs]
    made: list[Statement] = []
    debate = Debate()
    for voice in _voices(links, Cast(text, parts.paragraphs, quotes), quotes):
        proposal = voice.passed_on[-1]
        cue = " ".join(text[s:e] for s, e in proposal.cue)
        how = mode(text, proposal.content, quotes)
        place = max(0, bisect_right(starts, proposal.content[0].start) - 1)
        whole = Span(proposal.content[0].start, proposal.content[-1].end)
        content = " ".join(text[s:e] for s, e in proposal.content)
        name = voice.speaker.name
        stands = stance(cue, content, name, place, debate.before(whole))
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
                    voice.speaker,
                    voice.passed_on,
                    quotes,
                    how,
                    parts.paragraphs[place] if starts else Span(0, len(text)),
                ),
                within=voice.within,
            )
        )
    return made


@dataclass(frozen=True, slots=True)
class _Voice:
    """A link with its speaker: the names and the proposals of its chain, outermost first."""

    speaker: Speaker
    chain: tuple[str, ...]
    passed_on: tuple[Proposal, ...]
    within: int | None


def _voices(links: Sequence[Link], cast: Cast, quotes: Sequence[Quotation]) -> list[_Voice]:
    """Give each link its speaker; who only speaks of having spoken adds no link.

    "The firm said it knew": what lies within such an echo lies within its outer statement instead.
    """
    voices: list[_Voice] = []
    places: list[int] = []
    for link in links:
        proposal = link.proposal
        if link.within is None:
            speaker = cast.speaker(proposal.source, proposal.content)
            places.append(len(voices))
            voices.append(_Voice(speaker, (speaker.name,), (proposal,), None))
            continue
        within = places[link.within]
        outer = voices[within]
        reporter = None if _quoted(proposal, quotes) else outer.speaker
        speaker = cast.speaker(proposal.source, proposal.content, reporter)
        if speaker.name == outer.speaker.name:
            places.append(within)
            continue
        places.append(len(voices))
        voices.append(
            _Voice(speaker, (*outer.chain, speaker.name), (*outer.passed_on, proposal), within)
        )
    return voices


def _quoted(proposal: Proposal, quotes: Sequence[Quotation]) -> bool:
    """Whether a proposal's source stands in quotation marks."""
    if not proposal.source:
        return False
    place = proposal.source[0].start
    first = bisect_right(quotes, place, key=lambda quote: quote.span.start) - 1
    return first >= 0 and place < quotes[first].span.end


def _tidied(text: str, links: Sequence[Link]) -> list[Link]:
    """Links with clean borders; one without content goes, and what lay within it moves out."""
    kept: list[Link] = []
    moved: dict[int, int | None] = {}
    for place, link in enumerate(links):
        within = None if link.within is None else moved[link.within]
        proposal = tidy(link.proposal, text)
        if proposal is None or says_nothing(text, proposal):
            moved[place] = within
        else:
            moved[place] = len(kept)
            kept.append(Link(proposal, within, 0 if within is None else kept[within].depth + 1))
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
        Link(
            links[old].proposal,
            None if (within := links[old].within) is None else new[within],
            links[old].depth,
        )
        for old in order
    ]


def _top(links: Sequence[Link], place: int) -> int:
    within = links[place].within
    while within is not None:
        place, within = within, links[within].within
    return links[place].proposal.content[0].start
