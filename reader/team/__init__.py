"""Several reviewers' verdicts on one corpus, and how far they agree.

`TeamSidecars` reads what every reviewer wrote, `join` joins their verdicts by the words they are on
now, `measure` says how far the reviewers agree. All figures are exact fractions.
"""

from reader.team.agreement import (
    FOUR_LABELS,
    THREE_LABELS,
    Agreement,
    Costly,
    Missing,
    Pair,
    Team,
    everyone,
    measure,
)
from reader.team.interval import Interval
from reader.team.joining import Gap, JudgedArticle, Unit, join
from reader.team.sidecars import TeamSidecars

__all__ = [
    "FOUR_LABELS",
    "THREE_LABELS",
    "Agreement",
    "Costly",
    "Gap",
    "Interval",
    "JudgedArticle",
    "Missing",
    "Pair",
    "Team",
    "TeamSidecars",
    "Unit",
    "everyone",
    "join",
    "measure",
]
