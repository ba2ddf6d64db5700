"""What was said shortly before a statement, so that an answer can be told from a mere negative."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from reader.span import Span

_REMEMBERED = 8
"""How many statements back somebody may still be answered."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: by whom, where, its words, and whether it denied something.

    `side` is the speaker's name, lower case, and the words of what he speaks for.
    """

    speaker: str
    side: frozenset[str]
    span: Span
    paragraph: int
    content: str
    denied: bool = False


@dataclass(slots=True)
class Debate:
    """The latest statements of an article, in document order."""

    _latest: deque[Said] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def add(self, said: Said) -> None:
        """Remember a statement."""
        self._latest.append(said)

    def before(self, span: Span) -> list[Said]:
        """The latest statements that do not hold a stretch of text themselves, in order."""
        return [
            said
            for said in self._latest
            if not (said.span.start <= span.start and span.end <= said.span.end)
        ]
