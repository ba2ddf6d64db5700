"""A paragraph as numbers: what the tagger sees of its words, marks and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from reader.attribution.proposal import Proposal
from reader.attribution.tagging.vocabulary import NOWHERE, Vocabulary, unknown
from reader.attribution.text.document import Document
from reader.span import Span

PAD = 3
"""Places kept free at both ends of what is padded, so that neighbours always exist."""

OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
"""Where a token stands to the quotation marks of its paragraph."""

NO_PART, CUE_PART, CONTENT_PART, SOURCE_PART = range(4)
"""Which part of a rule's proposal a token is."""

Places = tuple[int, int]
"""First token and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a rule proposed, in places of the line: its cue, source and content."""

    cue: Places
    source: tuple[Places, ...]
    content: tuple[Places, ...]


@dataclass(slots=True)
class Line:
    """The tokens of one paragraph; all lists run parallel.

    Those of the first group are padded by PAD at both ends: `marks` are the words' numbers in the
    tables of weights, `kinds` how they stand to cues. `sentences[i]` counts the sentences from 0;
    `quotations[i]` numbers the quotation a token belongs to, 0 being none; `hinted` is what rules
    proposed, by the places of its cue, `hint_borders` where that begins and ends, and
    `hint_insides` tells which part of it a token is.
    """

    marks: list[int]
    classes: list[int]
    kinds: list[int]
    shapes: list[int]
    quotes: list[int]

    starts: list[int]
    ends: list[int]
    words: list[str]
    heads: list[int]
    sentences: list[int]
    quotations: list[int]
    hinted: dict[int, Hint]
    hint_borders: set[int]
    hint_insides: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def spans(self, places: Iterable[Places]) -> tuple[Span, ...]:
        """These places in code points."""
        return tuple(Span(self.starts[first], self.ends[last - 1]) for first, last in places)


def read_line(
    document: Document, number: int, vocabulary: Vocabulary, proposals: Iterable[Proposal]
) -> Line:
    """A paragraph as a line; `proposals` are the rules' in it."""
    tokens = document.tokens
    first, last = tokens.first_of[number], tokens.first_of[number + 1]
    words = tokens.words[first:last]
    shapes = tokens.shapes[first:last]
    starts = tokens.starts[first:last]
    ends = tokens.ends[first:last]
    known = vocabulary.numbers
    numbers = [
        known[word] or unknown(word, shape) for word, shape in zip(words, shapes, strict=True)
    ]
    pad = [NOWHERE] * PAD
    marks, classes, kinds = vocabulary.marks, vocabulary.classes, vocabulary.kinds
    quotes, quotations = _quotes(document, number, starts, len(words))
    line = Line(
        marks=[*pad, *[marks[number] for number in numbers], *pad],
        classes=[*pad, *[classes[number] for number in numbers], *pad],
        kinds=[*pad, *[kinds[number] for number in numbers], *pad],
        shapes=[*pad, *shapes, *pad],
        quotes=[*pad, *quotes, *pad],
        starts=starts,
        ends=ends,
        words=words,
        heads=[place for place, number in enumerate(numbers) if vocabulary.heads[number]],
        sentences=_sentences(document, starts, ends, len(words)),
        quotations=quotations,
        hinted={},
        hint_borders=set(),
        hint_insides=[NO_PART] * len(words),
    )
    for proposal in proposals:
        _give_hint(line, proposal)
    return line


def _sentences(document: Document, starts: list[int], ends: list[int], size: int) -> list[int]:
    after = document.tokens.after
    if not size:
        return []
    found: list[int] = []
    at = bisect_left(after, starts[0] + 1)
    count = 0
    while at < len(after) and after[at] < ends[-1]:
        found += [count] * (bisect_left(starts, after[at]) - len(found))
        count += 1
        at += 1
    return found + [count] * (size - len(found))


def _quotes(
    document: Document, number: int, starts: list[int], size: int
) -> tuple[list[int], list[int]]:
    quotes = [OUTSIDE] * size
    quotations = [0] * size
    for count, quote in enumerate(document.quoted_in[number], 1):
        first = bisect_left(starts, quote.span.start)
        last = bisect_left(starts, quote.span.end, first)
        if first == last:
            continue
        quotes[first:last] = [INSIDE] * (last - first)
        quotations[first:last] = [count] * (last - first)
        if not quote.bare_start:
            quotes[first] = OPENS
        if not quote.open_end and last - first > 1:
            quotes[last - 1] = CLOSES
    return quotes, quotations


def _give_hint(line: Line, proposal: Proposal) -> None:
    """Add what a rule proposed, if it has a cue here."""
    cue = _places(line, proposal.cue)
    if not cue:
        return
    hint = Hint(cue[0], _places(line, proposal.source), _places(line, proposal.content))
    for place in range(*hint.cue):
        line.hinted[place] = hint
    for part, places in (
        (CUE_PART, (hint.cue,)), (CONTENT_PART, hint.content), (SOURCE_PART, hint.source),
    ):  # fmt: skip
        for first, last in places:
            line.hint_insides[first:last] = [part] * (last - first)
            if part != CUE_PART:
                line.hint_borders |= {first, last}


def _places(line: Line, spans: Iterable[Span]) -> tuple[Places, ...]:
    found: list[Places] = []
    for span in spans:
        first = bisect_left(line.starts, span.start)
        last = bisect_left(line.starts, span.end, first)
        if first < last and line.ends[last - 1] <= span.end:
            found.append((first, last))
    return tuple(found)
