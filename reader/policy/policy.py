"""A newsroom's policy as a value, and what holds where it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType


class Level(StrEnum):
    """How much a rule's finding weighs."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


class Rule(StrEnum):
    """What can be checked, by the name it has in the file."""

    UNREADABLE = "unreadable"
    STRAY = "stray"
    ORPHANED = "orphaned"
    CHANGED = "changed"
    TWO_VERDICTS = "two-verdicts"
    STALE_SETTLEMENT = "stale-settlement"
    UNKNOWN_REVIEWER = "unknown-reviewer"
    COVERAGE = "coverage"
    CONTESTED = "contested"
    NO_REASON = "no-reason"
    UNSOURCED_SHARE = "unsourced-share"
    UNASSIGNED = "unassigned"
    AGREEMENT = "agreement"
    SOURCED_BUT_ANONYMOUS = "sourced-but-anonymous"


@dataclass(frozen=True, slots=True)
class Limit:
    """The number a rule is held against: its field's name, its range, what it usually is."""

    name: str
    least: int
    most: int
    usual: Fraction
    is_whole: bool = False


LIMITS: Mapping[Rule, Limit] = MappingProxyType(
    {
        # Reviewers a statement.
        Rule.COVERAGE: Limit("min", 1, 1000, Fraction(1), is_whole=True),
        # Per cent of an article's judged statements.
        Rule.UNSOURCED_SHARE: Limit("max", 0, 100, Fraction(50)),
        # Krippendorff (2004): the least alpha from which one may draw tentative conclusions.
        Rule.AGREEMENT: Limit("min", 0, 1, Fraction(667, 1000)),
    }
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a rule is checked; `limit` is None for a rule that is held against no number."""

    level: Level
    limit: Fraction | None = None


_ON = frozenset(
    {
        Rule.UNREADABLE,
        Rule.STRAY,
        Rule.ORPHANED,
        Rule.CHANGED,
        Rule.TWO_VERDICTS,
        Rule.STALE_SETTLEMENT,
        Rule.UNKNOWN_REVIEWER,
    }
)
"""Each of these says that work is lost or contradicts itself: no newsroom wants that."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Who reviews what and how it is checked; the defaults are those of a corpus without a file.

    `assign` has reviewers by article, a POSIX path below the folder of the file. `check` has the
    rules that the file names; `setting` answers for all.
    """

    reviewers: tuple[str, ...] = ()
    adjudicators: tuple[str, ...] = ()
    blind: bool = False
    assign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    check: Mapping[Rule, Setting] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    guidelines: str = ""

    def setting(self, rule: Rule) -> Setting:
        """Tell how a rule is checked, whether the file names it or not."""
        if rule in self.check:
            return self.check[rule]
        limit = LIMITS.get(rule)
        return Setting(Level.ERROR if rule in _ON else Level.OFF, limit.usual if limit else None)

    def knows(self, reviewer: str) -> bool:
        """Tell whether somebody may have sidecars here; anybody, where no reviewers are named."""
        return not self.reviewers or reviewer in (*self.reviewers, *self.adjudicators)
