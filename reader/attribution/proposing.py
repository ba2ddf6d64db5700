"""The proposals of a text by rules: sentence by sentence, then what runs on between them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.attribution.according import according_cues
from reader.attribution.drafts import Scene
from reader.attribution.layout import Layout
from reader.attribution.lexicon import Lexicon, lexicon
from reader.attribution.marks import Quotation, quotations
from reader.attribution.proposal import Proposal
from reader.attribution.verbs import verb_cues
from reader.attribution.words import QUOTE, Unit, sentences, units
from reader.span import Span


def propose(text: str, arrangement: Layout) -> list[Proposal]:
    """Propose the outermost statements of a text, in document order."""
    words = lexicon()
    quotes = quotations(text, arrangement.paragraphs)
    made: list[_Made] = []
    place = 0
    for number, paragraph in enumerate(arrangement.paragraphs):
        first = place
        while place < len(quotes) and quotes[place].paragraph == number:
            place += 1
        _paragraph(text, paragraph, number, quotes[first:place], words, made)
    found = [m.proposal for m in made]
    return sorted(found, key=_order)


@dataclass(slots=True)
class _Made:
    """A proposal, and where it stands: its paragraph, and whether it ends in a quotation."""

    proposal: Proposal
    paragraph: int
    ends_quoted: bool
    open_end: bool


def _paragraph(
    text: str,
    paragraph: Span,
    number: int,
    quotes: list[Quotation],
    words: Lexicon,
    made: list[_Made],
) -> None:
    for sentence in sentences(text, paragraph, quotes):
        for unit in units(text, sentence, number, quotes):
            if _bare(unit):
                _follow_on(unit, made)
                continue
            scene = Scene(unit)
            according_cues(scene)
            verb_cues(scene, words)
            for draft in scene.drafts:
                proposal = draft.proposal(unit)
                if proposal is not None:
                    last = max(draft.content)[1]
                    quote = unit.quotes.get(last)
                    made.append(
                        _Made(
                            proposal,
                            number,
                            quote is not None,
                            quote is not None and quote.open_end,
                        )
                    )


def _bare(unit: Unit) -> bool:
    """Whether a unit is nothing but a quotation."""
    return unit.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in unit.low)


def _follow_on(unit: Unit, made: list[_Made]) -> None:
    """A quotation without a cue: it goes on with the one before, or is its own proposal."""
    spans = tuple(q.span for q in unit.quotes.values())
    last = made[-1] if made else None
    first = next(iter(unit.quotes.values()))
    if last is not None and (
        (last.paragraph == unit.paragraph and last.ends_quoted) or (first.resumes and last.open_end)
    ):
        old = last.proposal
        made[-1] = _Made(
            Proposal(old.source, old.cue, tuple(sorted((*old.content, *spans)))),
            unit.paragraph,
            True,
            next(reversed(unit.quotes.values())).open_end,
        )
        return
    source = last.proposal.source if last is not None else ()
    made.append(_Made(Proposal(source, (), spans), unit.paragraph, True, first.open_end))


def _order(proposal: Proposal) -> tuple[int, int]:
    parts = [*proposal.source, *proposal.cue, *proposal.content]
    return min(proposal.content).start, min(parts).start
