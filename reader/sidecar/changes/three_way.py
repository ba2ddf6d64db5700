"""Two judgements of one reviewer on one statement, made apart, become one; nothing is lost.

Each function takes what both began with, ours and theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from reader.judgement import Judgement, Link, Verdict, in_order

_T = TypeVar("_T")

_BETWEEN_NOTES = "\n\n"
"""Two notes on one statement stand as two paragraphs."""


def merged(base: Judgement | None, ours: Judgement, theirs: Judgement) -> Judgement:
    """Merge field by field; where both sides changed one, both verdicts, notes, evidence stay."""
    old = base or Judgement(ours.key, ours.anchor)
    verdict, disagreement = _verdicts(old, ours, theirs)
    return replace(
        ours,
        verdict=verdict,
        disagreement=disagreement,
        anchor=changed(old.anchor, ours.anchor, theirs.anchor),
        speaker=changed(old.speaker, ours.speaker, theirs.speaker),
        note=_notes(old.note, ours.note, theirs.note),
        evidence=_lists(old.evidence, ours.evidence, theirs.evidence),
        links=merged_links(old.links, ours.links, theirs.links),
    )


def changed(base: _T, ours: _T, theirs: _T) -> _T:
    """Take the side that changed; ours where both did."""
    return theirs if ours == base else ours


def _verdicts(
    base: Judgement, ours: Judgement, theirs: Judgement
) -> tuple[Verdict | None, tuple[Verdict, ...]]:
    """Keep ours where both decided, and theirs beside it; one that was taken back gives way.

    A disagreement that was settled is a decision too, even where the verdict stayed.
    """
    old, mine, other = ((one.verdict, one.disagreement) for one in (base, ours, theirs))
    if old in (mine, other):
        return changed(old, mine, other)
    verdict = ours.verdict or theirs.verdict
    kept = {*ours.disagreement, *theirs.disagreement, ours.verdict, theirs.verdict}
    # In the enumeration's order, so that two merges the other way round say the same.
    return verdict, tuple(one for one in Verdict if one in kept and one is not verdict)


def _notes(base: str, ours: str, theirs: str) -> str:
    if base in (ours, theirs):
        return changed(base, ours, theirs)
    if theirs in ours:
        return ours
    if ours in theirs:
        return theirs
    return ours + _BETWEEN_NOTES + theirs


def _lists(base: tuple[_T, ...], ours: tuple[_T, ...], theirs: tuple[_T, ...]) -> tuple[_T, ...]:
    """Keep what either side added, and drop what either took away."""
    kept = [one for one in ours if one in theirs or one not in base]
    return (*kept, *(one for one in theirs if one not in ours and one not in base))


def merged_links(
    base: Sequence[Link], ours: Sequence[Link], theirs: Sequence[Link]
) -> tuple[Link, ...]:
    """Keep each link that either side added or wrote to, and drop what a side took away."""
    old, mine, other = ({link.id: link for link in one} for one in (base, ours, theirs))
    joined = []
    for link in [*ours, *(link for link in theirs if link.id not in mine)]:
        before, here, there = (one.get(link.id) for one in (old, mine, other))
        if here and there:
            joined.append(_link(before, link, there) if here == link else link)
        elif before != link:  # new, or written to on the side that still has it
            joined.append(link)
    return in_order(joined)


def _link(base: Link | None, ours: Link, theirs: Link) -> Link:
    old = base or replace(ours, quote="", note="")
    return replace(
        ours,
        quote=changed(old.quote, ours.quote, theirs.quote),
        note=_notes(old.note, ours.note, theirs.note),
    )
