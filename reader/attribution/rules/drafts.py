"""A draft: one proposal in the making, in tokens of its unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.attribution.proposal import Proposal
from reader.attribution.text.sentences import Range, Unit
from reader.span import Span


@dataclass(slots=True)
class Draft:
    """Source, cue and content as token ranges; `said` is the head of the cue."""

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    head: int

    def proposal(self, unit: Unit) -> Proposal:
        """The proposal in code points; its content may be empty, which makes it none."""
        return Proposal(
            _spans(unit, self.source), _spans(unit, self.cue), _spans(unit, self.content)
        )

    def parts(self, unit: Unit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Source and cue in code points."""
        return _spans(unit, self.source), _spans(unit, self.cue)


@dataclass(slots=True)
class Scene:
    """A unit being searched: its drafts so far and the first token not yet used up.

    A subject is looked for back to `floor`, which a draft in a parenthesis does not move.
    """

    unit: Unit
    drafts: list[Draft] = field(default_factory=list)
    free: int = 0
    floor: int = 0

    def add(self, draft: Draft, *, aside: bool = False) -> None:
        """Take a draft in and use up its tokens, unless it stands in a parenthesis."""
        self.drafts.append(draft)
        for _, last in draft.content if aside else ():
            self.free = max(self.free, last + 1)
        if aside:
            return
        for _, last in [*draft.content, *draft.cue, *draft.source]:
            self.free = max(self.free, last + 1)
        self.floor = self.free


def _spans(unit: Unit, ranges: list[Range]) -> tuple[Span, ...]:
    return tuple(unit.span(first, last) for first, last in sorted(ranges) if first <= last)
