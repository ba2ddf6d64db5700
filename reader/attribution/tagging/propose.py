"""Text to proposals: who says what, by numbers alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.attribution.tagging.cues import Head, frames, heads
from reader.attribution.tagging.decoding import (
    AFTER,
    BEFORE,
    BORDER_COLUMNS,
    CONTENT,
    CONTENT_AFTER,
    CUE,
    FIELD_BITS,
    FIELD_HALF,
    FIELD_MASK,
    SOURCE,
    SOURCE_AFTER,
    Segment,
    best_field,
    best_path,
    levelled,
)
from reader.attribution.tagging.quotations import (
    all_quoted,
    is_transcript,
    opening_quotation,
    own_quotations,
    resumed,
    signed,
    turn,
)
from reader.attribution.tagging.span_features import (
    Frame,
    View,
    frame_features,
    place_border_features,
    place_inside_features,
)
from reader.attribution.tagging.tokens import Line, read_line, split_lines, tokens
from reader.attribution.tagging.vocabulary import Encoded
from reader.attribution.tagging.weights import SCALE, Weights, shipped, total
from reader.attribution.text.spanset import SpanSet
from reader.span import Span
from reader.statement import Kind

LEAST_MARGIN = -2.3
"""How much better a statement must be than none, in natural units: tuned on held-out training
articles so that recall comes near precision, since a miss costs a reviewer more."""
LEAST_MARGIN_QUOTED = -6.0
"""The same where all of the content stands in quotation marks."""
LEAST_MARGIN_HELD = -0.5
"""The same for what was held, not said: a reviewer looks at it only when asked for."""
HELD_BIAS = 0.7
"""A statement is held where `held` outweighs `said` by more than one to this."""
_BESIDE = 2
"""So near to a cue, in tokens, a source or content may begin or end anywhere."""
_HOPELESS = -0.9 * SCALE
"""Where no event scores this much by the place alone, the cue is not asked about it."""
_MOST_SHARED = 0.5
"""Two statements of a line may share at most this part of the shorter content."""
_ANNOUNCING = 0.1
_NEAR_COLON = 8
"""A cue this likely and this near to a colon that ends its line speaks the next line's words."""
_LEVEL = levelled(3)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A statement as the numbers see it; spans are code points, ends exclusive.

    `content` is never empty, `cue` is one span, `source` one or none. `margin` is how much better
    the statement is than none, in natural units: 0 is even.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    margin: float


@dataclass(frozen=True, slots=True)
class _Found:
    frame: Frame
    head: Head
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    margin: float


class _Scorer:
    """Scores of one line's places, worked out once for all cues."""

    def __init__(self, line: Encoded, weights: Weights) -> None:
        self._line = line
        self._weights = weights
        self._border_score = weights.borders.get
        self._borders: list[int | None] = [None] * (len(line.line) + 1)
        self._hopeless = [False] * (len(line.line) + 1)
        self._insides: list[int | None] = [None] * len(line.line)

    def reach(self, features: tuple[int, ...]) -> float:
        return total(self._weights.reaches, features)

    def _border(self, place: int, view: View, beside: bool) -> int:
        score = self._border_score
        alone = self._borders[place]
        if alone is None:
            alone = sum(filter(None, map(score, place_border_features(self._line, place))))
            self._borders[place] = alone
            self._hopeless[place] = best_field(alone, BORDER_COLUMNS) < _HOPELESS
        if self._hopeless[place] and not beside:
            return alone
        return alone + sum(filter(None, map(score, view.border_features(place))))

    def _inside(self, first: int, last: int, view: View, known: dict[int, int]) -> int:
        """The tokens' packed scores; `known` are those of standings met before with this cue."""
        insides = self._weights.insides
        stands = view.standing
        whole = 0
        for place in range(first, last):
            alone = self._insides[place]
            if alone is None:
                alone = total(insides, place_inside_features(self._line, place))
                self._insides[place] = alone
            standing = stands(place)
            score = known.get(standing)
            if score is None:
                score = known[standing] = total(insides, view.inside_features(standing))
            whole += alone + score
        return whole

    def segments(self, frame: Frame) -> list[Segment]:
        """The stretch cut where something may begin or end, scored."""
        view = View(self._line, frame)
        barred = self._line.barred
        first, last = frame.first, frame.last
        cuts = [
            place
            for place in range(frame.low + 1, first)
            if not barred[place] or first - place <= _BESIDE
        ]
        if frame.low < first:
            cuts.insert(0, frame.low)
        cuts.append(first)
        if last < frame.high:
            cuts.append(last)
            cuts += [
                place
                for place in range(last + 1, frame.high)
                if not barred[place] or place - last <= _BESIDE
            ]
        known: dict[int, int] = {}
        found: list[Segment] = []
        for begin, end in zip(cuts, [*cuts[1:], frame.high], strict=True):
            side = BEFORE if begin < first else CUE if begin == first else AFTER
            inside = 0 if side == CUE else self._inside(begin, end, view, known)
            border = self._border(begin, view, begin in (frame.low, first, last))
            found.append(Segment(begin, end - begin, side, border, inside))
        border = self._border(frame.high, view, True)
        found.append(Segment(frame.high, 0, AFTER, border, 0))
        return found

    def ends(self, frame: Frame) -> tuple[int, int, int]:
        """Scores of a content, a source and both having been seen."""
        fields = total(self._weights.ends, frame_features(self._line, frame)) + _LEVEL
        return (
            (fields & FIELD_MASK) - FIELD_HALF,
            (fields >> FIELD_BITS & FIELD_MASK) - FIELD_HALF,
            (fields >> 2 * FIELD_BITS & FIELD_MASK) - FIELD_HALF,
        )


def _runs(
    segments: Sequence[Segment], states: Sequence[int], wanted: tuple[int, int]
) -> list[tuple[int, int]]:
    """Where the states are among the wanted ones, in places of the line."""
    found: list[tuple[int, int]] = []
    for segment, state in zip(segments, states, strict=True):
        if state in wanted:
            begin, end = segment.begin, segment.begin + segment.length
            if found and found[-1][1] == begin:
                begin = found.pop()[0]
            found.append((begin, end))
    return found


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
    encoded = weights.vocabulary.encode(line)
    scorer = _Scorer(encoded, weights)
    found: list[_Found] = []
    announcing = None
    colon = line.words[-1] == ":"
    for frame, head in frames(encoded, heads(encoded, weights), scorer.reach):
        if head.place in settled:
            continue
        segments = scorer.segments(frame)
        path = best_path(segments, scorer.ends(frame), weights.transitions)
        margin = path.margin / SCALE
        content = _runs(segments, path.states, (CONTENT, CONTENT_AFTER))
        source = _runs(segments, path.states, (SOURCE, SOURCE_AFTER))[:1]
        if colon and head.sure >= _ANNOUNCING and len(line) - frame.last < _NEAR_COLON:
            alone = best_path(segments, scorer.ends(frame), weights.transitions, silent=True)
            spoken = _runs(segments, alone.states, (SOURCE, SOURCE_AFTER))[:1]
            announcing = (frame, head, spoken)
        if margin < LEAST_MARGIN_QUOTED or not content:
            continue
        if len(content) > 1 and content[0][1] <= frame.first and all_quoted(line, content[:1]):
            content = own_quotations(line, content, frame)
        if all_quoted(line, content):
            content += resumed(line, content, frame)
        elif margin < (LEAST_MARGIN_HELD if _kind(head) is Kind.HELD else LEAST_MARGIN):
            continue
        found.append(_Found(frame, head, source, content, margin))
    return _settle(found), announcing


def _spans(line: Line, places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(line.starts[first], line.ends[last - 1]) for first, last in places)


def _kind(head: Head) -> Kind:
    return Kind.HELD if head.said < HELD_BIAS * head.held else Kind.SAID


def _by_form(line: Line, transcript: bool) -> Iterator[Tagged]:
    """The statement of a line whose form tells who speaks: “…” — A. Person, or A. PERSON: …"""
    form = signed(line) or (turn(line) if transcript else None)
    if form is not None:
        content, cue, source = form
        yield Tagged(
            source=_spans(line, [source]),
            cue=_spans(line, [(cue, cue + 1)]),
            content=_spans(line, [content]),
            kind=Kind.SAID,
            margin=0.0,
        )


def _meet(formal: Tagged, other: Tagged) -> bool:
    """Whether the two have the same cue, or contents that begin together."""
    return formal.cue == other.cue or formal.content[0].start == other.content[0].start


def propose(
    text: str,
    stretches: Sequence[tuple[int, int]] | None = None,
    weights: Weights | None = None,
    settled: Iterable[Span] = (),
) -> list[Tagged]:
    """The statements of `text` that the learned numbers find, in the order of their cues.

    `stretches` (start, end) limits it to these parts of the text; `weights` are the shipped ones
    unless given; no cue is looked for within `settled`. Never raises, whatever the text.
    """
    known = SpanSet(settled)
    learned = weights or shipped()
    transcript = is_transcript(text)
    tagged: list[Tagged] = []
    for first, last in [(0, len(text))] if stretches is None else stretches:
        announced: Tagged | None = None
        for start, end in split_lines(text, first, last):
            starts, ends, words = tokens(text, start, end)
            if not words:
                continue
            line = read_line(starts, ends, words)
            places = known.places(starts) if known else ()
            found, announcing = _in_line(line, learned, places)
            quotation = opening_quotation(line)
            if announced and quotation and not any(one.content[0][0] == 0 for one in found):
                tagged.append(replace(announced, content=_spans(line, [quotation])))
            mine = [
                Tagged(
                    source=_spans(line, one.source),
                    cue=_spans(line, [(one.frame.first, one.frame.last)]),
                    content=_spans(line, one.content),
                    kind=_kind(one.head),
                    margin=one.margin,
                )
                for one in found
            ]
            for formal in _by_form(line, transcript):
                mine = [one for one in mine if not _meet(formal, one)]
                mine.append(formal)
            announced = None
            if announcing is not None:
                frame, head, source = announcing
                cue = _spans(line, [(frame.first, frame.last)])
                if not any(one.cue == cue for one in mine):
                    announced = Tagged(_spans(line, source), cue, (), _kind(head), 0.0)
            tagged += mine
    return tagged
