"""Text to proposals: who says what, by numbers alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.attribution.proposal import Proposal
from reader.attribution.tagging.cues import Head, frames, heads
from reader.attribution.tagging.decoding import (
    CONTENT,
    CONTENT_AFTER,
    SOURCE,
    SOURCE_AFTER,
    Segment,
    best_path,
)
from reader.attribution.tagging.frame import Frame
from reader.attribution.tagging.line import OUTSIDE, PAD, Line, Places, read_line
from reader.attribution.tagging.quotations import (
    all_quoted,
    is_transcript,
    opening_quotation,
    own_quotations,
    resumed,
    signed,
    turn,
    up_to_next,
)
from reader.attribution.tagging.scorer import Scorer
from reader.attribution.tagging.weights import SCALE, Weights, shipped
from reader.attribution.text.document import Document
from reader.attribution.text.spanset import SpanSet
from reader.span import Span
from reader.statement import Kind

LEAST_MARGIN = -2.3
"""How much better a statement must be than none, in natural units: tuned on held-out training
articles so that recall comes near precision, since a miss costs a reviewer more."""
LEAST_MARGIN_QUOTED = -6.0
"""The same where all of the content stands in quotation marks."""
LEAST_MARGIN_HINTED = -4.0
"""The same where a rule proposes a statement of the same cue: rules know more styles."""
LEAST_MARGIN_HELD = -0.5
LEAST_MARGIN_HELD_HINTED = -3.0
"""The same for what was held, not said: a reviewer looks at it only when asked for."""
HELD_BIAS = 0.7
"""A statement is held where `held` outweighs `said` by more than one to this."""
_MOST_SHARED = 0.5
"""Two statements of a line may share at most this part of the shorter content."""
_PAUSES = frozenset((",", ";", ":"))
_ANNOUNCING = 0.1
_NEAR_COLON = 8
"""A cue this likely and this near to a colon that ends its line speaks the next line's words."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A statement as the numbers see it; spans are code points, ends exclusive.

    `content` is never empty, `cue` is one span, `source` one or none.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Found:
    frame: Frame
    head: Head
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    margin: float


def _runs(
    segments: Sequence[Segment], states: Sequence[int], wanted: tuple[int, int]
) -> list[tuple[int, int]]:
    """Where the states are among the wanted ones, in places of the line."""
    found: list[tuple[int, int]] = []
    for (begin, length, *_), state in zip(segments, states, strict=True):
        if state in wanted:
            end = begin + length
            if found and found[-1][1] == begin:
                begin = found.pop()[0]
            found.append((begin, end))
    return found


def _trimmed(line: Line, content: Sequence[Places]) -> list[Places]:
    """The pieces without a comma at their end that no quotation holds."""
    return [
        (first, last - 1)
        if line.words[last - 1] in _PAUSES and line.quotes[last - 1 + PAD] == OUTSIDE
        else (first, last)
        for first, last in content
        if last - first > 1 or line.words[first] not in _PAUSES
    ]


def _settle(found: list[_Found]) -> list[_Found]:
    """Of statements that share most of their content, the better one."""
    owner: dict[int, int] = {}
    sizes: list[int] = []
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (-one.margin, one.frame.head)):
        places = [place for first, last in one.content for place in range(first, last)]
        shared: dict[int, int] = {}
        for place in places:
            if place in owner:
                shared[owner[place]] = shared.get(owner[place], 0) + 1
        if any(
            count > _MOST_SHARED * min(len(places), sizes[other]) for other, count in shared.items()
        ):
            continue
        for place in places:
            owner.setdefault(place, len(kept))
        kept.append(one)
        sizes.append(len(places))
    kept.sort(key=lambda one: one.frame.head)
    return kept


def _in_line(
    line: Line, weights: Weights, settled: Collection[int]
) -> tuple[list[_Found], tuple[Frame, Head, list[tuple[int, int]]] | None]:
    """The statements of a line, and the cue whose colon ends it, with its source, if any."""
    scorer = Scorer(line, weights)
    found: list[_Found] = []
    announcing = None
    colon = line.words[-1] == ":"
    for frame, head in frames(line, heads(line, weights), weights.reaches):
        if head.place in settled:
            continue
        segments = scorer.segments(frame)
        path = best_path(segments, scorer.ends(frame), weights.transitions)
        margin = path.margin / SCALE
        content = _trimmed(line, _runs(segments, path.states, (CONTENT, CONTENT_AFTER)))
        source = _runs(segments, path.states, (SOURCE, SOURCE_AFTER))[:1]
        if colon and head.sure >= _ANNOUNCING and len(line) - frame.last < _NEAR_COLON:
            alone = best_path(segments, scorer.ends(frame), weights.transitions, silent=True)
            spoken = _runs(segments, alone.states, (SOURCE, SOURCE_AFTER))[:1]
            announcing = (frame, head, spoken)
        if margin < LEAST_MARGIN_QUOTED or not content:
            continue
        if len(content) > 1 and content[0][1] <= frame.first and all_quoted(line, content[:1]):
            content = own_quotations(line, content, frame)
        content = up_to_next(line, content, frame)
        if all_quoted(line, content):
            content += resumed(line, content, frame)
        elif margin < _least(line, head):
            continue
        found.append(_Found(frame, head, source, content, margin))
    return _settle(found), announcing


def _least(line: Line, head: Head) -> float:
    """How good a statement must be that is not all in quotation marks."""
    hinted = head.place in line.hinted
    if _kind(head) is Kind.HELD:
        return LEAST_MARGIN_HELD_HINTED if hinted else LEAST_MARGIN_HELD
    return LEAST_MARGIN_HINTED if hinted else LEAST_MARGIN


def _kind(head: Head) -> Kind:
    return Kind.HELD if head.said < HELD_BIAS * head.held else Kind.SAID


def _by_form(line: Line, transcript: bool) -> Iterator[Tagged]:
    """The statement of a line whose form tells who speaks: “…” — A. Person, or A. PERSON: …"""
    form = signed(line) or (turn(line) if transcript else None)
    if form is not None:
        content, cue, source = form
        yield Tagged(
            source=line.spans([source]),
            cue=line.spans([(cue, cue + 1)]),
            content=line.spans([content]),
            kind=Kind.SAID,
        )


def _meet(formal: Tagged, other: Tagged) -> bool:
    """Whether the two have the same cue, or contents that begin together."""
    return formal.cue == other.cue or formal.content[0].start == other.content[0].start


def propose(
    document: Document,
    ruled: Sequence[Proposal] = (),
    settled: Iterable[Span] = (),
    weights: Weights | None = None,
) -> list[Tagged]:
    """The statements that the learned numbers find, in the order of their cues.

    `ruled` is what rules propose, in document order; no cue is looked for within `settled`;
    `weights` are the shipped ones unless given. Never raises, whatever the text.
    """
    known = SpanSet(settled)
    learned = weights or shipped()
    transcript = is_transcript(document.text)
    hints = by_paragraph(document, ruled)
    tagged: list[Tagged] = []
    announced: Tagged | None = None
    for number in range(len(document.paragraphs)):
        line = read_line(document, number, learned.vocabulary, hints.get(number, ()))
        if not len(line):
            continue
        places = known.places(line.starts) if known else ()
        found, announcing = _in_line(line, learned, places)
        quotation = opening_quotation(line)
        if announced and quotation and not any(one.content[0][0] == 0 for one in found):
            tagged.append(replace(announced, content=line.spans([quotation])))
        mine = [
            Tagged(
                source=line.spans(one.source),
                cue=line.spans([(one.frame.first, one.frame.last)]),
                content=line.spans(one.content),
                kind=_kind(one.head),
            )
            for one in found
        ]
        for formal in _by_form(line, transcript):
            mine = [one for one in mine if not _meet(formal, one)]
            mine.append(formal)
        announced = None
        if announcing is not None:
            frame, head, source = announcing
            cue = line.spans([(frame.first, frame.last)])
            if not any(one.cue == cue for one in mine):
                announced = Tagged(line.spans(source), cue, (), _kind(head))
        tagged += mine
    return tagged


def by_paragraph(document: Document, ruled: Iterable[Proposal]) -> dict[int, list[Proposal]]:
    """The rules' proposals by the paragraph of their cue."""
    starts = [paragraph.start for paragraph in document.paragraphs]
    found: dict[int, list[Proposal]] = {}
    for one in ruled:
        if one.cue:
            found.setdefault(bisect_right(starts, one.cue[0].start) - 1, []).append(one)
    return found
