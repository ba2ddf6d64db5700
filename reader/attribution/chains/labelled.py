"""Labelled turns: interviews and transcripts whose paragraphs begin with who speaks.

"MAREK: My director said the gauge had moved." What somebody says in his turn, others pass on only
through him: what is proposed within a turn is a link inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from reader.attribution.proposal import Proposal
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span

_LABEL = re.compile(r"(?P<who>[QA]|[^\W\d_][\w.’'-]+(?: [\w.’'-]+){0,3}):\s+(?=\S)")
_KICKERS = ENGLISH.word_class("kickers")
_GOES_ON = re.compile(r"(?:I|My|We|Our)\b(?!['’-])")
"""How a paragraph without a label begins that belongs to the turn before it."""
_TIMES = 2
"""How often each of two labels must stand for an article to be in turns."""


@dataclass(frozen=True, slots=True)
class LabelledTurns:
    """The turns of an article, in order, each a proposal; none where it is not in turns."""

    proposals: tuple[Proposal, ...]
    _starts: tuple[int, ...]

    def place(self, proposal: Proposal) -> int | None:
        """The turn in which a proposal is made, by its place, or None."""
        first = min((*proposal.source, *proposal.cue, *proposal.content)).start
        place = bisect_right(self._starts, first) - 1
        if place < 0 or proposal.content[-1].end > self.proposals[place].content[-1].end:
            return None
        return place

    def addressee(self, text: str, proposal: Proposal, place: int) -> tuple[Span, ...]:
        """Whom a turn's "you" means: who has the next turn, else who had the one before."""
        if text[proposal.source[0].start : proposal.source[-1].end].lower() != "you":
            return ()
        speaker = _name(text, self.proposals[place])
        for other in (*self.proposals[place + 1 : place + 2], *self.proposals[:place][-1:]):
            if _name(text, other) != speaker:
                return other.source
        return ()

    def is_turn(self, proposal: Proposal) -> bool:
        """Whether a proposal is only the turn itself: its cue is the label's colon."""
        place = self.place(proposal)
        return place is not None and proposal.cue == self.proposals[place].cue


def labelled_turns(document: Document) -> LabelledTurns:
    """Read the turns of an article in which two take turns, each at least twice."""
    text = document.text
    found = [_LABEL.match(text, *span) for span in document.paragraphs]
    labels = [match if match is not None and _is_label(match) else None for match in found]
    often = Counter(match["who"] for match in labels if match is not None)
    if sum(times >= _TIMES for times in often.values()) <= 1:
        return LabelledTurns((), ())
    turns: list[Proposal] = []
    follows = False
    # In an interview two labels side by side are turns, however seldom they stand.
    beside = [any(labels[max(0, n - 1) : n] + labels[n + 1 : n + 2]) for n in range(len(labels))]
    for paragraph, match, joined in zip(document.paragraphs, labels, beside, strict=True):
        if match is not None and (often[match["who"]] >= _TIMES or joined):
            turns.append(_turn(match, paragraph))
            follows = True
        elif follows and _GOES_ON.match(text, *paragraph):
            turns[-1] = replace(turns[-1], content=(*turns[-1].content, paragraph))
        else:
            follows = False
    return LabelledTurns(tuple(turns), tuple(turn.source[0].start for turn in turns))


def _name(text: str, turn: Proposal) -> str:
    return text[turn.source[0].start : turn.source[0].end]


def _is_label(match: re.Match[str]) -> bool:
    words = match["who"].split()
    return words[0][0].isupper() and words[-1][0].isupper() and words[0].lower() not in _KICKERS


def _turn(match: re.Match[str], paragraph: Span) -> Proposal:
    colon = match.end("who")
    end = paragraph.end - (match.string[paragraph.end - 1] == ".")
    return Proposal(
        (Span(*match.span("who")),), (Span(colon, colon + 1),), (Span(match.end(), end),)
    )
