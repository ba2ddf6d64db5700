"""The proposals of a text by rules: sentence by sentence, then what runs on between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.attribution.grammar.clauses import clause_subject
from reader.attribution.grammar.noun_phrases import phrase_start
from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType
from reader.attribution.proposal import Proposal
from reader.attribution.rules.according_to import according_cues
from reader.attribution.rules.as_reported import as_put, as_reported
from reader.attribution.rules.asked import asked_first
from reader.attribution.rules.closing_tag import closing_tag
from reader.attribution.rules.drafts import Draft, Scene
from reader.attribution.rules.headline_colon import headline_cues
from reader.attribution.rules.headline_tag import headline_tag
from reader.attribution.rules.inverted_aside import inverted_aside
from reader.attribution.rules.noun_cues import noun_cues
from reader.attribution.rules.uncued_quotations import colon, speech_cues
from reader.attribution.rules.verb_cues import verb_cues
from reader.attribution.text.document import Document
from reader.attribution.text.quotations import Quotation
from reader.attribution.text.sentences import QUOTE, Range, Unit
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span


def propose(document: Document) -> list[Proposal]:
    """Propose the outermost statements of an article, in document order."""
    made: list[_Made] = []
    before: Unit | None = None
    for number, paragraph in enumerate(document.paragraphs):
        mine = document.quoted_in[number]
        for sentence in document.sentences(paragraph, mine):
            for unit in document.units(sentence, number, mine):
                if _bare(unit):
                    _follow_on(unit, before, made)
                    continue
                drafts = _drafts(unit, headline=number in document.headlines)
                for draft in drafts:
                    _join_back(unit, draft, made)
                before = unit
    found = [m.proposal for m in made if m.proposal.content]
    return sorted(found, key=_order)


def search(document: Document, region: Span, quotes: Sequence[Quotation]) -> list[Proposal]:
    """Propose the statements of a stretch, bare quotations (of these) left alone."""
    found: list[Proposal] = []
    for sentence in document.sentences(region, quotes):
        for unit in document.units(sentence, 0, quotes):
            if not _bare(unit):
                found.extend(
                    _made(unit, _with_antecedent(unit, draft)).proposal for draft in _drafts(unit)
                )
    return sorted((p for p in found if p.content), key=_order)


_BEFORE_ANTECEDENT = frozenset(("by", "from", "with", "to")) | ENGLISH.verbs.forms(Trait.RELAYS)


def _with_antecedent(unit: Unit, draft: Draft) -> Draft:
    """A draft whose "who" is the noun phrase it stands for: "a teacher who called it a farce"."""
    if len(draft.source) != 1 or draft.source[0][0] != draft.source[0][1]:
        return draft
    place = draft.source[0][0]
    if unit.low[place] != "who" or place < 1:
        return draft
    last = place - 1 - (unit.low[place - 1] == ",")
    first = phrase_start(unit, last) if last >= 0 else None
    if first is None:
        return draft
    for place in range(first, last):
        if unit.low[place] in _BEFORE_ANTECEDENT:
            first = place + 1
    return Draft([(first, last)], draft.cue, draft.content, draft.head)


MAX_PARTS = 64
"""A statement of more spans than this is cut in two: bounds the work on endless quotations."""


@dataclass(slots=True)
class _Made:
    """A proposal, and where it stands: its paragraph, and whether it ends in a quotation."""

    proposal: Proposal
    paragraph: int
    ends_quoted: bool
    open_end: bool


def _drafts(unit: Unit, *, headline: bool = False) -> list[Draft]:
    scene = Scene(unit)
    if headline:
        headline_cues(scene)
        headline_tag(scene)
    asked_first(scene)
    as_reported(scene)
    as_put(scene)
    according_cues(scene)
    inverted_aside(scene)
    closing_tag(scene)
    verb_cues(scene, ENGLISH.cue_counts)
    noun_cues(scene)
    speech_cues(scene)
    return scene.drafts


def _made(unit: Unit, draft: Draft) -> _Made:
    last = max(draft.content, default=(0, -1))[1]
    quote = unit.quotes.get(last)
    return _Made(
        draft.proposal(unit),
        unit.paragraph,
        quote is not None,
        quote is not None and quote.open_end,
    )


def _bare(unit: Unit) -> bool:
    """Whether a unit is nothing but a quotation."""
    return unit.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in unit.low)


def _join_back(unit: Unit, draft: Draft, made: list[_Made]) -> None:
    """Add a draft; a quotation before it that had no cue, and that it goes on with, is its own."""
    new = _made(unit, draft)
    first = unit.quotes.get(min(draft.content)[0]) if draft.content else None
    spans: tuple[Span, ...] = ()
    if (
        first is not None
        and first.resumes
        and made
        and made[-1].open_end
        and not made[-1].proposal.cue
        and made[-1].paragraph < unit.paragraph
    ):
        spans = made.pop().proposal.content
    proposal = new.proposal
    content = tuple(sorted((*spans, *proposal.content)))
    new.proposal = Proposal(proposal.source, proposal.cue, content)
    made.append(new)


def _follow_on(unit: Unit, before: Unit | None, made: list[_Made]) -> None:
    """A quotation without a cue: it goes on with the one before, or is its own proposal."""
    spans = tuple(q.span for q in unit.quotes.values())
    last = made[-1] if made else None
    first = next(iter(unit.quotes.values()))
    open_end = next(reversed(unit.quotes.values())).open_end
    if last is not None and len(last.proposal.content) >= MAX_PARTS:
        last = None
    if last is not None and (
        (last.paragraph == unit.paragraph and last.ends_quoted) or (first.resumes and last.open_end)
    ):
        old = last.proposal
        content = tuple(sorted((*old.content, *spans)))
        made[-1] = _Made(Proposal(old.source, old.cue, content), unit.paragraph, True, open_end)
        return
    if last is not None and before is not None and _introduces(before, unit, last):
        old = last.proposal
        made[-1] = _Made(
            Proposal(old.source, old.cue, (*old.content, *spans)), unit.paragraph, True, open_end
        )
        return
    source: tuple[Span, ...] = last.proposal.source if last is not None else ()
    cue: tuple[Span, ...] = ()
    if before is not None and unit.paragraph - before.paragraph <= 1:
        spoken = last is not None and last.proposal.content[-1].end > before.start
        if before.low[-1] == ":" and not spoken:
            draft = colon(before, len(before) - 1, [])
            source, cue = draft.parts(before)
        elif not spoken:
            found = clause_subject(before, len(before), 0)
            if found is not None and _may_speak(before, found, source):
                source = (before.span(*found),)
    made.append(_Made(Proposal(source, cue, spans), unit.paragraph, True, open_end))


def _may_speak(unit: Unit, found: Range, source: tuple[Span, ...]) -> bool:
    """Whether the subject of a sentence before a bare quotation is who speaks it."""
    span = unit.span(*found)
    found_type = understand(unit.text[span.start : span.end]).type
    return found_type in (SourceType.PERSON, SourceType.PRONOUN) or not source


def _introduces(before: Unit, unit: Unit, last: _Made) -> bool:
    """Whether a statement that ends in a colon goes on with the quotation after it."""
    return (
        before.low[-1] == ":"
        and unit.paragraph - before.paragraph <= 1
        and last.proposal.content[-1].end > before.start
    )


def _order(proposal: Proposal) -> tuple[int, int]:
    parts = [*proposal.source, *proposal.cue, *proposal.content]
    return min(proposal.content).start, min(parts).start
