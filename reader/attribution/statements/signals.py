"""What a careful reader would notice about the sourcing of a statement, with the words for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.attribution.grammar.source_type import SourceType
from reader.attribution.speakers.coreference import Speaker
from reader.attribution.statements.citations import Imprint, unlinked
from reader.attribution.statements.mode import outside_marks, quoted_within
from reader.attribution.text.quotations import Quotation
from reader.attribution.voices.voices import Voice
from reader.language.english import ENGLISH
from reader.language.reporting import Trait
from reader.span import Span
from reader.statement import Mode, Signal, SignalName

_LOADED = ENGLISH.verbs.forms(Trait.LOADED)
_SPOKESMAN = re.compile(
    r"(?:spokes\w+|representative|attorney|lawyer)s?\b.*\b(?:for|of|at|from)\b|"
    r"\w+ (?:spokes\w+|press secretary)$",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:quoted|cited) as\b|\bas saying\b|\breportedly\b|\ballegedly\b", re.IGNORECASE
)
_OFFICES = re.compile(r"[Tt]he (?:\w+ )?(?:ministers|presidents|leaders|ambassadors) of [A-Z]")
_SPEAKING_TOGETHER = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET, SourceType.OTHER)
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
    if _collective(speaker):
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
    """Whether people speak who have no name here; the voice of a named body is not."""
    entity = speaker.entity
    if (
        entity is None
        or (entity.named and not entity.pseudonym)
        or entity.type is not SourceType.PERSON
    ):
        return False
    if entity.several and _OFFICES.match(speaker.name):
        return False  # "the foreign ministers of …": a reader can name them
    return not _SPOKESMAN.search(speaker.name.split(",")[0])


def _collective(speaker: Speaker) -> bool:
    """Whether several people or bodies speak as one."""
    entity = speaker.entity
    return entity is not None and entity.several and entity.type in _SPEAKING_TOGETHER


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
