"""A proposal: somebody (source) says (cue) something (content), before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.span import Span
from reader.statement import Kind


@dataclass(frozen=True, slots=True)
class Proposal:
    """One candidate statement; each part in text order, code points, end exclusive.

    `source` and `cue` may be empty, `content` may not; `kind` is None where the cue's words are
    to tell it. `ruled` says that a rule finds the same source, not the learned tagger alone.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind | None = None
    ruled: bool = True
