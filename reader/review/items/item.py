"""What a reviewer steps through: a statement of the article, and the judgement made of it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.anchoring import State
from reader.judgement import Anchor, Judgement, Verdict
from reader.statement import Statement


@dataclass(frozen=True, slots=True)
class Item:
    """A statement with its anchor and key, and this reviewer's judgement of it, if any.

    `state` tells how a judgement found its statement (KEPT where there is none), `why` what is
    different where it is not simply kept.
    """

    statement: Statement
    anchor: Anchor
    key: str
    judgement: Judgement | None = None
    state: State = State.KEPT
    why: str = ""

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or None while the statement is unreviewed."""
        return self.judgement.verdict if self.judgement else None

    @property
    def is_changed(self) -> bool:
        """True where the judgement was made of other words and is not confirmed yet."""
        return self.state is State.CHANGED

    @property
    def start(self) -> int:
        """The code point at which the content begins."""
        return self.statement.content[0].start if self.statement.content else 0

    def is_of(self, other: Item) -> bool:
        """Tell whether both are the same words of the same source, whoever judged them.

        Where they start says too little: a relay and what it relays often start alike.
        """
        mine, theirs = self.statement, other.statement
        return (mine.source, mine.cue, mine.content) == (theirs.source, theirs.cue, theirs.content)
