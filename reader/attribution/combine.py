"""Rules and learned numbers, each where it is right.

The rules lead on what they can prove: a quotation and who spoke it, what runs over paragraphs, and
chains ("according to", "quoted as saying") of which the annotated news knows one link only. The
learned tagger decides the rest, where people would argue: which words report, and where what was
said begins and ends. Where it sees nothing the rules are heard again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reader.attribution.chains.nest import passes_on
from reader.attribution.proposal import Proposal
from reader.attribution.tagging.propose import Tagged
from reader.attribution.text.document import Document
from reader.attribution.text.spanset import SpanSet
from reader.span import Span

_RELAYS = re.compile(r"\b(?:according|cit(?:ed|es?|ing)|quot(?:ed|es?|ing))\b", re.IGNORECASE)
_AND_THAT = re.compile(r",?\s+(?:and|but|or) that\b")
_TITLE = re.compile(r"[“\"«]([^“”\"«»\n]{1,60})[”\"»]")
_MOST_TITLE_WORDS = 6
_SURE = 1.0
"""The margin from which the tagger is believed over a rule: below it the rules are right as often
on the annotated news, and far more often on reporting of other styles."""


def certain(document: Document, ruled: Sequence[Proposal]) -> list[Proposal]:
    """The rules' proposals that the numbers need not look at: quotations, and what runs on."""
    marks = frozenset(quote.span for quote in document.quotations)
    return [
        one for one in ruled if _is_quoted(one, marks) or _is_over_paragraphs(document.text, one)
    ]


def combine(
    document: Document,
    ruled: Sequence[Proposal],
    sure: Sequence[Proposal],
    tagged: Sequence[Tagged],
) -> list[Proposal]:
    """Choose among the rules' proposals, `sure` of some, and the tagger's.

    All are in document order, and so is the result; the contents of those chosen share nothing.
    """
    text = document.text
    cues = SpanSet(span for one in tagged for span in one.cue)
    unheard = [
        one for one in ruled if not cues.meet(one.cue) or _RELAYS.search(_words(text, one.cue))
    ]
    leads = frozenset(sure) | frozenset(one for one in unheard if passes_on(text, one))
    leads |= frozenset(_believed(text, ruled, tagged))
    leading = [one for one in ruled if one in leads]
    taken = SpanSet(span for one in leading for span in one.content)
    spoken = SpanSet(span for one in leading for span in (*one.cue, *one.source))
    known = SpanSet(span for one in ruled for span in one.content)
    chosen = list(leading)
    for one in tagged:
        if taken.meet(one.content) or spoken.meet(one.cue) or spoken.meet(one.content):
            continue
        if not known.meet(one.content) and _is_title(_words(text, one.content)):
            continue
        chosen.append(Proposal(one.source, one.cue, one.content, one.kind))
    taken = SpanSet(span for one in chosen for span in one.content)
    chosen += [one for one in ruled if not taken.meet(one.content)]
    return sorted(chosen, key=lambda one: (one.content[0], one.cue))


def _believed(text: str, ruled: Sequence[Proposal], tagged: Sequence[Tagged]) -> Iterator[Proposal]:
    """The rules' proposals that the tagger contradicts without being sure, or by another cue."""
    pieces = sorted(
        ((span.start, span.end, one) for one in tagged for span in one.content),
        key=lambda piece: piece[:2],
    )
    starts = [start for start, _, _ in pieces]
    furthest = list(accumulate((end for _, end, _ in pieces), max))
    for one in ruled:
        against = []
        for span in one.content:
            place = bisect_left(starts, span.end) - 1
            while place >= 0 and furthest[place] > span.start:
                if pieces[place][1] > span.start:
                    against.append(pieces[place][2])
                place -= 1
        cue = SpanSet(one.cue)
        if against and (
            any(_goes_on(text, other, one) or _embraces(one, other) for other in against)
            or max(other.margin for other in against) < _SURE
            or not any(cue.meet(other.cue) for other in against)
        ):
            yield one


def _embraces(ruled: Proposal, tagged: Tagged) -> bool:
    """Whether a rule has words on both sides of a cue where the tagger has them on one alone."""
    if tagged.cue != ruled.cue or not ruled.cue:
        return False
    cue = ruled.cue[0].start
    return ruled.content[0].start < cue < ruled.content[-1].start and (
        tagged.content[0].start < cue
    ) == (tagged.content[-1].start < cue)


def _goes_on(text: str, tagged: Tagged, ruled: Proposal) -> bool:
    """Whether a rule goes on over an "and that" at which the tagger stops."""
    end = tagged.content[-1].end
    return tagged.cue == ruled.cue and bool(_AND_THAT.match(text, end, ruled.content[-1].end))


def _is_quoted(one: Proposal, marks: frozenset[Span]) -> bool:
    """Whether each part of the content is a quotation."""
    return all(span in marks for span in one.content)


def _is_over_paragraphs(text: str, one: Proposal) -> bool:
    return any("\n" in text[before.end : after.start] for before, after in pairwise(one.content))


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
