"""Rules and learned numbers, each where it is right.

The rules' proposals are hints to the learned tagger, which weighs them: its statements stand. The
rules lead on what the annotated news knows nothing of: what runs over paragraphs, and chains
("according to", "quoted as saying") of more than one link. Where the tagger sees nothing, a rule is
heard on quotations, on words of speech and on hearsay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from reader.attribution.chains.nest import passes_on
from reader.attribution.grammar.source_type import SourceType, noun
from reader.attribution.proposal import Proposal
from reader.attribution.tagging.propose import Tagged
from reader.attribution.text.document import Document
from reader.attribution.text.spanset import SpanSet
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_PASSING = frozenset(("according to", "citing", "quoting"))
"""Cues that pass on the cues within their content."""
_SPEECH = ENGLISH.verbs.forms(Trait.SAID, without=(Trait.DENIES,))
_ASKED = ENGLISH.word_class("asked first")
_STRONG = ENGLISH.verbs.forms(Trait.STRONG)
_HEARSAY = ENGLISH.word_class("adverb cues")
_AND_THEN = re.compile(r",?\s+(?:and|but)\s+(?:also\s+|then\s+|later\s+)?")
_AND_THAT = re.compile(r",?\s+(?:and|but|or) that\b")
_ARTICLE = len("the ")
_COUNTS = frozenset(("several", "many", "some", "most", "both", "few", "a few"))
_COUNTED = re.compile(r"\s([a-z][\w-]+s)\s+")
_TITLE = re.compile(r"[“\"«]([^“”\"«»\n]{1,60})[”\"»]")
_MOST_TITLE_WORDS = 6


def leading(document: Document, ruled: Sequence[Proposal]) -> list[Proposal]:
    """The rules' proposals that the tagger cannot know better."""
    text = document.text
    return [
        one
        for one in ruled
        if _is_over_paragraphs(text, one)
        or passes_on(text, one)
        or _holds_a_cue(text, one)
        or _is_question(text, one)
    ]


def combine(
    document: Document,
    ruled: Sequence[Proposal],
    leads: Sequence[Proposal],
    tagged: Sequence[Tagged],
) -> list[Proposal]:
    """Choose among the rules' proposals, some of which lead, and the tagger's.

    All are in document order, and so is the result; the contents of those chosen share nothing.
    """
    text = document.text
    marks = frozenset(quote.span for quote in document.quotations)
    by_cue = {one.cue: one for one in tagged}
    chosen = [*leads]
    for one, after in zip_longest(ruled, ruled[1:]):
        other = by_cue.get(one.cue)
        if other is None or one in chosen:
            continue
        if _goes_on(text, other, one) or _embraces(one, other):
            chosen.append(one)
        elif after is not None and _runs_into(text, other, one, after):
            chosen += [one, after]
    carried = {
        after.cue: after.source
        for one, after in pairwise(ruled)
        if after.cue and one.source == after.source and _goes_straight_on(text, one, after)
    }
    taken = SpanSet(span for one in chosen for span in one.content)
    spoken = SpanSet(span for one in chosen for span in (*one.cue, *one.source))
    known = SpanSet(span for one in ruled for span in one.content)
    by_edge: dict[int, list[Proposal]] = {}
    for one in ruled:
        for edge in _edges(one.cue):
            by_edge.setdefault(edge, []).append(one)
    alone = sorted(span for one in ruled if _is_bare(one, marks) for span in one.content)
    bare = SpanSet(alone)
    for other in (_up_to(one, alone) for one in tagged):
        if bare.meet(other.cue):
            continue  # what is told within a quotation that stands alone is a link of its own
        if taken.meet(other.content) or spoken.meet(other.cue) or spoken.meet(other.content):
            continue
        if not known.meet(other.content) and _is_title(_words(text, other.content)):
            continue
        source = other.source or carried.get(other.cue, ())
        same = any(
            _near(one.source, source) for edge in _edges(other.cue) for one in by_edge.get(edge, ())
        )
        source, cue = _with_counted(text, source, other.cue)
        chosen.append(Proposal(source, cue, other.content, other.kind, ruled=same))
    taken = SpanSet(span for one in chosen for span in one.content)
    chosen += [
        one
        for one in ruled
        if (_is_quoted(one, marks) or _is_heard(text, one)) and not taken.meet(one.content)
    ]
    return sorted(chosen, key=lambda one: (one.content[0], one.cue))


def _with_counted(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """A source and its cue, whom a number counts in the source: "Several | callers have said"."""
    if len(source) != 1 or text[source[0].start : source[0].end].lower() not in _COUNTS:
        return source, cue
    people = _COUNTED.match(text, source[0].end)
    if people is None or cue[0].start != people.start(1) or people.end() >= cue[0].end:
        return source, cue
    if noun(people[1]).type is not SourceType.PERSON:
        return source, cue
    whole = Span(source[0].start, people.end(1))
    return (whole,), (Span(people.end(), cue[0].end), *cue[1:])


def _up_to(one: Tagged, alone: Sequence[Span]) -> Tagged:
    """What the tagger found, up to the first quotation that stands alone behind words of its own.

    "She felt that few “know of it,” she said. | “We have …”": whoever goes on, begins anew.
    """
    last = one.content[-1]
    place = bisect_left(alone, last)
    if place == len(alone) or not last.start < alone[place].start < last.end:
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, alone[place].start)))


def _is_bare(one: Proposal, marks: frozenset[Span]) -> bool:
    """Whether a rule sees a quotation that stands alone, without a cue."""
    return not one.cue and _is_quoted(one, marks)


def _edges(cue: tuple[Span, ...]) -> tuple[int, ...]:
    """Where a cue begins and ends, by either of which it is known with or without auxiliaries."""
    return (cue[0].start, cue[-1].end) if cue else ()


def _near(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Whether two sources begin or end at one place, an article apart."""
    if not one or not other:
        return not one and not other
    return (
        abs(one[0].start - other[0].start) <= _ARTICLE
        or abs(one[-1].end - other[-1].end) <= _ARTICLE
    )


def _embraces(ruled: Proposal, tagged: Tagged) -> bool:
    """Whether a rule has words on both sides of a cue where the tagger has them on one alone."""
    if tagged.cue != ruled.cue or not ruled.cue:
        return False
    cue = ruled.cue[0].start
    return ruled.content[0].start < cue < ruled.content[-1].start and (
        tagged.content[0].start < cue
    ) == (tagged.content[-1].start < cue)


def _runs_into(text: str, tagged: Tagged, ruled: Proposal, after: Proposal) -> bool:
    """Whether the tagger runs on into what the same source says next: "… but said"."""
    if not after.cue or ruled.source != after.source:
        return False
    return after.cue[0].start < tagged.content[-1].end and _goes_straight_on(text, ruled, after)


def _goes_straight_on(text: str, one: Proposal, after: Proposal) -> bool:
    """Whether nothing but an "and" or "but" stands between a content and the next cue."""
    return _AND_THEN.fullmatch(text, one.content[-1].end, after.cue[0].start) is not None


def _goes_on(text: str, tagged: Tagged, ruled: Proposal) -> bool:
    """Whether a rule goes on over an "and that" at which the tagger stops."""
    end = tagged.content[-1].end
    return tagged.cue == ruled.cue and bool(_AND_THAT.match(text, end, ruled.content[-1].end))


def _holds_a_cue(text: str, one: Proposal) -> bool:
    """Whether a rule passes on what the annotated news would take for the only statement."""
    if _words(text, one.cue).lower() not in _PASSING:
        return False
    return not _STRONG.isdisjoint(_words(text, one.content).lower().split())


def _is_heard(text: str, one: Proposal) -> bool:
    """Whether a rule goes by a word of speech, a that-clause or hearsay."""
    cue = frozenset(_words(text, one.cue).lower().split())
    begins = text.startswith("that ", one.content[0].start)
    return begins or not cue.isdisjoint(_SPEECH) or not cue.isdisjoint(_HEARSAY)


def _is_quoted(one: Proposal, marks: frozenset[Span]) -> bool:
    """Whether each part of the content is a quotation."""
    return all(span in marks for span in one.content)


def _is_over_paragraphs(text: str, one: Proposal) -> bool:
    parts = sorted((*one.cue, *one.content))
    return any("\n" in text[before.end : after.start] for before, after in pairwise(parts))


def _is_question(text: str, one: Proposal) -> bool:
    """Whether it is what somebody was asked, told before the answer, or what is quoted of him."""
    words = _words(text, one.cue).lower().split()
    asked = words[:1] and words[0] in _ASKED and text[one.cue[0].start].isupper()
    return bool(asked) or words[-2:] == ["as", "saying"]


def _is_title(words: str) -> bool:
    """Whether quotation marks hold a name, a title, a slogan: no sentence, and capitalised."""
    found = _TITLE.search(words)
    if found is None:
        return False
    inner = found[1]
    short = len(inner.split()) <= _MOST_TITLE_WORDS
    return short and inner[0].isupper() and inner[-1] not in ",.?!"


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)
