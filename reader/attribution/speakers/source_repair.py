"""The source that a proposal missed: a name its span cut, or its sentence's subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.grammar.source_phrase import understand
from reader.attribution.grammar.source_type import SourceType, noun
from reader.attribution.proposal import Proposal
from reader.attribution.speakers.groups import counts
from reader.attribution.speakers.mentions import Mentions
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span

_BE = ENGLISH.word_class("be")
_HEARSAY = ENGLISH.word_class("adverb cues") | ENGLISH.verbs.forms(Trait.HEARS)
_ASKED = ENGLISH.verbs.forms(Trait.ASKS)
_BY = re.compile(r"\s+(?:by|from)\s+")
_OPEN_BRACKET = re.compile(r"\([^()]{0,60}$")
_SEEN_BY = re.compile(
    r"(?P<what>[^,.;:“”\"\n]{3,60}?),? "
    r"(?:seen|obtained|reviewed|read|published|heard|received|acquired) (?:exclusively )?by "
    r"(?:the |The )?$"
)
"""What an outlet saw, which is what speaks: "emails seen by the Chronicle show"."""
_BY_WHOM = ("by ", "by the ", "by The ")
_AS = re.compile(r"\bas (?:the )?$")
_ABOUT = re.compile(r"\bwhom [^.;:,\n]{2,40} asked about $")
_HEARD = ("heard", "hears", "hear")
_TOLD = re.compile(r"\s*(?:$|\n|[.,;]|(?:that|how)\b)")
"""What follows a "told" that has no object: who stands before it was told."""
_SAINT = re.compile(r"\b(?:St|Mt|Fort|Port|San|Santa)\.?\s$")
_SAINT_REACH = 8
_AT = ("at ", "of ", "from ", "in ", "the ")
_PEOPLE_AT = re.compile(r"\b([a-z][\w-]+s) (?:at|of|from|in) (?:the )?$")
_WORDS_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,4}$")
_OF_WHICH = re.compile(
    r"(?:an? )?(?:cop(?:y|ies)|part|parts|excerpts?|extracts?|pages|the text|a summary) of which\b",
    re.IGNORECASE,
)
"""What opens a clause on a document: "a letter, | a copy of which the Post saw, asks"."""
_BEARERS = (SourceType.DOCUMENT, SourceType.OTHER)
_SPEAKING = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET)
_LEAD = 60
"""Code points before a source in which its first words are looked for."""


def has_no_source(text: str, one: Proposal) -> bool:
    """Whether a proposal is one of those that nobody is said to say: "was told", "reportedly"."""
    words = " ".join(text[s:e] for s, e in one.cue).lower().split()
    if words and words[-1].endswith("ing"):
        return False  # "is heard saying"
    return not words or _is_passive(words) or not _HEARSAY.isdisjoint(words)


def is_passive(text: str, one: Proposal) -> bool:
    """Whether a proposal's cue is passive and no word of hearsay: "was told"."""
    cue = " ".join(text[s:e] for s, e in one.cue).lower().split()
    return bool(cue) and _is_passive(cue) and _HEARSAY.isdisjoint(cue)


def _is_passive(cue: Sequence[str]) -> bool:
    """Whether a verb group is passive: "was told", not "was saying"."""
    return not _BE.isdisjoint(cue) and not cue[-1].endswith("ing")


def is_told(text: str, one: Proposal) -> bool:
    """Whether the source is who heard it, and nobody says from whom: "the court heard that"."""
    if not one.source or not one.cue or one.source[-1].end > one.cue[0].start:
        return False
    cue = " ".join(text[s:e] for s, e in one.cue).lower().split()
    if cue[-1] == "told" and len(cue) == 1:
        return _TOLD.match(text, one.cue[-1].end) is not None
    if cue[0] not in _HEARD:
        return False
    known = understand(" ".join(text[s:e] for s, e in one.source))
    return not known.named and known.type in (SourceType.PERSON, SourceType.BODY)


def is_asked(text: str, one: Proposal) -> bool:
    """Whether the source is who was asked: nobody says who asked."""
    cue = " ".join(text[s:e] for s, e in one.cue).lower().split()
    asked = _is_passive(cue) and cue[-1] in _ASKED
    return asked and bool(one.source) and one.source[-1].end <= one.cue[0].start


def is_impersonal(text: str, one: Proposal) -> bool:
    """Whether the source is the "it" of "it has been established"."""
    if not one.source or not one.cue:
        return False
    source = text[one.source[0].start : one.source[-1].end].lower()
    cue = " ".join(text[s:e] for s, e in one.cue).lower().split()
    return source == "it" and _is_passive(cue)


def repaired(text: str, one: Proposal, mentions: Mentions) -> tuple[Span, ...] | None:
    """The source of a proposal whose own is missing, cut short, or can speak to nobody."""
    if not one.source:
        return None if has_no_source(text, one) else _subject(one, mentions)
    seen = _seen(text, one)
    if seen is not None:
        return (seen, *one.source)
    whole = _whole(text, one.source[0], mentions)
    if whole != one.source[0]:
        return (whole, *one.source[1:])
    if _hangs(text, one, mentions) or _is_asked_about(text, one):
        return _subject(one, mentions)
    words = " ".join(text[s:e] for s, e in one.source)
    if counts(words) or understand(words).type is not SourceType.NOBODY:
        return None
    return _said_by(text, one, mentions) or _subject(one, mentions) or _before(text, one)


def _hangs(text: str, one: Proposal, mentions: Mentions) -> bool:
    """Whether a participle's source is an object: "resigned as its auditor, saying"."""
    if not one.cue or len(one.source) != 1 or text[one.source[0].end : one.cue[0].start] != ", ":
        return False
    if not text[one.cue[0].start : one.cue[0].end].split()[0].endswith("ing"):
        return False
    start = one.source[0].start
    if _AS.search(text, max(0, start - _LEAD), start) is not None:
        return True
    here = mentions.between(start, start + 1)
    return bool(here) and here[0].oblique and not here[0].subject


def _is_asked_about(text: str, one: Proposal) -> bool:
    """Whether a source is only what its speaker was asked about: "a nurse asked about the dead"."""
    start = one.source[0].start
    return _ABOUT.search(text, max(0, start - _LEAD), start) is not None


def _seen(text: str, one: Proposal) -> Span | None:
    """The document that speaks where a proposal took who saw it."""
    start = one.source[0].start
    lead = max(0, start - _LEAD, *(s.end for s in one.content if s.end <= start), 0)
    if not text.endswith(_BY_WHOM, lead, start):
        return None
    found = _SEEN_BY.search(text, lead, start)
    if found is None:
        return None
    words = found["what"].split()
    for first in range(len(words)):
        known = understand(" ".join(words[first:]))
        if known.type is SourceType.DOCUMENT:
            begin = found.start() + found["what"].index(words[first])
            return Span(begin, start)
    return None


def _whole(text: str, source: Span, mentions: Mentions) -> Span:
    """A source from where it really begins: before a bracket, a "St", "doctors at"."""
    start = source.start
    if _OF_WHICH.match(text, start, source.end) is not None:
        sentence = mentions.sentence(mentions.sentence_at(start)).start
        bearer = text[sentence:start].rstrip()
        if bearer.endswith(",") and understand(bearer).type in _BEARERS:
            return Span(sentence, source.end)
    if ")" in text[start : source.end] and "(" not in text[start : source.end]:
        bracket = _OPEN_BRACKET.search(text, max(0, start - _LEAD), start)
        if bracket is not None:
            before = mentions.between(max(0, bracket.start() - _LEAD), bracket.start())
            if before and bracket.start() - before[-1].span.end <= 1:
                return Span(before[-1].span.start, source.end)
    if not text[start].isupper():
        return source
    saint = _SAINT.search(text, max(0, start - _SAINT_REACH), start)
    if saint is not None:
        start = saint.start()
    if not text.endswith(_AT, 0, start):
        return Span(start, source.end)
    people = _PEOPLE_AT.search(text, max(0, start - _LEAD), start)
    if people is not None:
        known = noun(people[1])
        if known.type is SourceType.PERSON and known.several:
            start = people.start()
    return Span(start, source.end)


def _said_by(text: str, one: Proposal, mentions: Mentions) -> tuple[Span, ...] | None:
    """Whose words a noun cue tells: "a warning by the mayor that …"."""
    if not one.cue:
        return None
    by = _BY.match(text, one.cue[-1].end)
    found = mentions.between(by.end(), by.end() + 1) if by is not None else []
    return (found[0].span,) if found else None


def _subject(one: Proposal, mentions: Mentions) -> tuple[Span, ...] | None:
    """The first whom the cue's sentence mentions before it, outside what is said."""
    if not one.cue:
        return None
    place = one.cue[0].start
    sentence = mentions.sentence(mentions.sentence_at(place))
    for mention in mentions.between(sentence.start, place):
        said = any(span.start <= mention.span.start < span.end for span in one.content)
        if not mention.oblique and not mention.quoted and not said:
            return (mention.span,)
    return None


def _before(text: str, one: Proposal) -> tuple[Span, ...] | None:
    """The words right before a source that is none: "state radio | twice repeated"."""
    start = max([one.source[0].start - _LEAD, *(s.end for s in one.cue if s < one.source[0]), 0])
    found = _WORDS_BEFORE.search(text, start, one.source[0].start)
    if found is None:
        return None
    words = found.group().split()
    end = found.end() - 1
    speaks: int | None = None
    for count in range(1, len(words) + 1):
        if understand(" ".join(words[-count:])).type in _SPEAKING:
            speaks = count
        elif speaks is not None:
            break
    return (Span(end - len(" ".join(words[-speaks:])), end),) if speaks is not None else None
