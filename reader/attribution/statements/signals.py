"""What a careful reader would notice about the sourcing of a statement, with the words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.grammar.source_phrase import Sort
from reader.attribution.speakers.coreference import Speaker
from reader.attribution.statements.citations import Imprint, unlinked
from reader.attribution.statements.mode import outside_marks, quoted_within
from reader.attribution.statements.voices import Voice
from reader.attribution.text.quotations import Quotation
from reader.language.english import ENGLISH
from reader.span import Span
from reader.statement import Mode, Signal, SignalName

_LOADED = ENGLISH.word_class("loaded")
_SPOKESMAN = re.compile(
    r"(?:spokes\w+|representative|attorney|lawyer)s?\b.*\b(?:for|of|at|from)\b|"
    r"\w+ (?:spokes\w+|press secretary)$",
    re.IGNORECASE,
)
_HEARD = re.compile(r"\b(?:quoted|cited) as\b|\breportedly\b|\ballegedly\b", re.IGNORECASE)
_OFFICES = re.compile(r"[Tt]he (?:\w+ )?(?:ministers|presidents|leaders|ambassadors) of [A-Z]")
_WORD = re.compile(r"[^\W_]+")


def signals(
    text: str,
    voice: Voice,
    quotes: Sequence[Quotation],
    how: Mode,
    paragraph: Span,
    imprint: Imprint,
) -> tuple[Signal, ...]:
    """The signals of one statement, which stands in `paragraph` of an article of this imprint."""
    proposal, speaker, source = voice.proposal, voice.speaker, voice.steps[-1].source
    found: list[Signal] = []
    if source and _anonymous(speaker):
        found.append(Signal(SignalName.ANONYMOUS, source))
    if speaker.named is not None and speaker.named.several and _bodies_or_people(speaker):
        found.append(Signal(SignalName.COLLECTIVE, source))
    hearsay = _hearsay(text, voice)
    if hearsay is not None:
        found.append(hearsay)
    cited = unlinked(text, voice, paragraph, imprint)
    if cited:
        found.append(Signal(SignalName.NO_LINK, cited))
    loaded = tuple(
        Span(span.start + m.start(), span.start + m.end())
        for span in proposal.cue
        for m in _WORD.finditer(text[span.start : span.end])
        if m.group().lower() in _LOADED
    )
    if loaded:
        found.append(Signal(SignalName.LOADED_CUE, loaded))
    words = _words_outside(text, proposal.content, quotes, how)
    if words:
        found.append(Signal(SignalName.WORDS_OUTSIDE_MARKS, words))
    return tuple(found)


def _anonymous(speaker: Speaker) -> bool:
    named = speaker.named
    if named is None or named.named:
        return False
    if named.sort is Sort.PRONOUN:
        return named.head not in ("it", "which", "i", "we", "you")
    if named.sort is not Sort.PEOPLE:
        return False
    if named.several and _has_bodies_only(speaker):
        return False
    return not _SPOKESMAN.search(named.name.split(",")[0])


def _has_bodies_only(speaker: Speaker) -> bool:
    """Whether a group is of offices that a reader can name ("the foreign ministers of …")."""
    name = speaker.name
    return bool(_OFFICES.match(name))


def _bodies_or_people(speaker: Speaker) -> bool:
    return speaker.named is not None and speaker.named.sort not in (Sort.DOCUMENT, Sort.THING)


def _hearsay(text: str, voice: Voice) -> Signal | None:
    if len(voice.steps) > 1:
        spans = {span for step in voice.steps for span in step.source}
        return Signal(SignalName.HEARSAY, tuple(sorted(spans)))
    cue = voice.proposal.cue
    if not voice.proposal.source or _HEARD.search(" ".join(text[s:e] for s, e in cue)):
        return Signal(SignalName.HEARSAY, cue)
    return None


def _words_outside(
    text: str, content: Sequence[Span], quotes: Sequence[Quotation], how: Mode
) -> tuple[Span, ...]:
    if how is Mode.MIXED:
        return outside_marks(text, content, quotes)
    broken = [q for span in content for q in quoted_within(span, quotes) if q.unbalanced]
    return tuple(q.span for q in broken)
