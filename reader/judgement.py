"""What one reviewer decided about one statement, and what finds that statement again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """A reviewer's verdict; a statement without one is unreviewed."""

    SOURCED = "sourced"
    UNSOURCED = "unsourced"
    DISPUTED = "disputed"
    NOT_A_STATEMENT = "not-a-statement"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that find a statement again in an article that has changed.

    `quote` is the content, its spans joined by " … ", white space collapsed, whole words; `source`
    as it is written, never the resolved speaker; `before` and `after` are up to five words each;
    `copy` is (k, n), the k-th of n, only where the text repeats quote and source.
    """

    quote: str
    source: str = ""
    before: str = ""
    after: str = ""
    copy: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reviewer's judgement of one statement; `verdict` is None where only a note was made.

    `key` names the entry in the sidecar, is fixed when first judged and never worked out again.
    `disagreement` holds other verdicts of the same reviewer that a merge found.
    """

    key: str
    anchor: Anchor
    verdict: Verdict | None = None
    speaker: str = ""
    note: str = ""
    evidence: tuple[str, ...] = ()
    disagreement: tuple[Verdict, ...] = ()
