"""What an article says that somebody said: spans, statements and what a careful reader notices.

All offsets are code points of the article's whole decoded text (front matter included), the end
exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.span import Span as Span


class Kind(StrEnum):
    """Spoken, written, published, shown; or believed, wanted, planned."""

    SAID = "said"
    HELD = "held"


class Mode(StrEnum):
    """All of the content in quotation marks, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the source stands to the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONCEDES = "concedes"


class SignalName(StrEnum):
    """What a careful reader would notice about the sourcing of a statement."""

    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    HEARSAY = "hearsay"
    NO_LINK = "no-link"
    LOADED_CUE = "loaded-cue"
    WORDS_OUTSIDE_MARKS = "words-outside-marks"


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal and the words that gave rise to it (none where it is an absence)."""

    name: SignalName
    spans: tuple[Span, ...] = ()


UNKNOWN = "unknown"
"""The speaker where an article names nobody."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution relation: who (source) said (cue) what (content).

    `content` has several spans where it is interrupted or runs over several paragraphs, in text
    order; `source` and `cue` may be empty. `quoted` are the stretches of the content that stand in
    quotation marks, the marks included, in text order. `chain` names who passed it on, outermost
    first, the speaker last, and is never empty. `speaker_sure` says that the article's own words
    tell who it is, and nobody else fits. `within` is the place of the outer statement in the list
    this one came in, or None.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind = Kind.SAID
    speaker: str = UNKNOWN
    speaker_sure: bool = True
    chain: tuple[str, ...] = (UNKNOWN,)
    mode: Mode = Mode.INDIRECT
    stance: Stance = Stance.ASSERTS
    signals: tuple[Signal, ...] = ()
    within: int | None = None
    quoted: tuple[Span, ...] = ()

    @property
    def shown_speaker(self) -> str:
        """The speaker as a reader is shown it: a guess bears a question mark."""
        return self.speaker if self.speaker_sure else f"{self.speaker}?"

    @property
    def shown_chain(self) -> tuple[str, ...]:
        """The chain, its last name as a reader is shown it."""
        return (*self.chain[:-1], self.shown_speaker)
