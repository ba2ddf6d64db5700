"""What became of a judgement when its article changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.span import Span


class State(StrEnum):
    """Whether a judgement still stands."""

    KEPT = "kept"
    CHANGED = "changed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor's words are now.

    `statement` is an index into the statements given, None where none of them has these words;
    `spans` are code points, the end exclusive, empty only where orphaned; `why` says in words for
    the reader what to look at, and is empty where kept.
    """

    state: State
    statement: int | None
    spans: tuple[Span, ...]
    why: str = ""


ORPHAN = Placement(State.ORPHANED, None, (), "its words are no longer here")
