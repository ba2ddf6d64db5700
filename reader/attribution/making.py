"""Statements of proposals: kind, speaker, chain, mode, stance and signals, whoever proposed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reader.attribution.borders import tidy
from reader.attribution.cast import Cast, Speaker
from reader.attribution.kinds import kind
from reader.attribution.layout import Layout
from reader.attribution.lexicon import Lexicon
from reader.attribution.marks import Quotation
from reader.attribution.modes import mode
from reader.attribution.nesting import Link, nest
from reader.attribution.proposal import Proposal
from reader.attribution.signals import signals
from reader.attribution.silence import says_nothing
from reader.attribution.stances import stance
from reader.span import Span
from reader.statement import Statement


def statements(
    text: str,
    arrangement: Layout,
    quotes: Sequence[Quotation],
    proposals: Sequence[Proposal],
    words: Lexicon,
) -> list[Statement]:
    """Make statements of proposals and of the links inside them, in document order."""
    links = _in_order(_tidied(text, nest(text, proposals, quotes)))
    cast = Cast(text, arrangement.paragraphs, quotes)
    starts = [p.start for p in arrangement.paragraphs]
    speakers: list[Speaker] = []
    chains: list[tuple[str, ...]] = []
    made: list[Statement] = []
    for link in links:
        proposal = link.proposal
        speaker = cast.speaker(proposal.source, proposal.content)
        chain: tuple[str, ...] = (speaker.name,)
        passed_on = [proposal]
        if link.within is not None:
            outer = chains[link.within]
            chain = outer if outer[-1] == speaker.name else (*outer, speaker.name)
            if chain is not outer:
                passed_on = [*_outer(links, link), proposal]
        speakers.append(speaker)
        chains.append(chain)
        cue = " ".join(text[s:e] for s, e in proposal.cue)
        how = mode(text, proposal.content, quotes)
        place = max(0, bisect_right(starts, proposal.content[0].start) - 1)
        made.append(
            Statement(
                source=proposal.source,
                cue=proposal.cue,
                content=proposal.content,
                kind=kind(cue, words),
                speaker=speaker.name,
                chain=chain,
                mode=how,
                stance=stance(cue, " ".join(text[s:e] for s, e in proposal.content)),
                signals=signals(
                    text,
                    proposal,
                    speaker,
                    passed_on,
                    quotes,
                    how,
                    arrangement.paragraphs[place] if starts else Span(0, len(text)),
                ),
                within=link.within,
            )
        )
    return made


def _tidied(text: str, links: Sequence[Link]) -> list[Link]:
    """Links with clean borders; one without content goes, and what lay within it moves out."""
    kept: list[Link] = []
    moved: dict[int, int | None] = {}
    for place, link in enumerate(links):
        within = None if link.within is None else moved[link.within]
        proposal = tidy(link.proposal, len(text))
        if proposal is None or says_nothing(text, proposal):
            moved[place] = within
        else:
            moved[place] = len(kept)
            kept.append(Link(proposal, within, 0 if within is None else kept[within].depth + 1))
    return kept


def _outer(links: Sequence[Link], link: Link) -> list[Proposal]:
    """The proposals a link lies within, outermost first."""
    found: list[Proposal] = []
    place = link.within
    while place is not None:
        found.append(links[place].proposal)
        place = links[place].within
    return found[::-1]


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
