"""How far reviewers agree: on all, by article, by label, two by two, and what it hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reader.judgement import Verdict
from reader.team.coefficients import Tally, kappa
from reader.team.interval import Interval, alpha_interval
from reader.team.joining import Gap, JudgedArticle, Unit

FOUR_LABELS = tuple(Verdict)
THREE_LABELS = tuple(one for one in Verdict if one is not Verdict.NOT_A_STATEMENT)
"""The labels without not-a-statement, which is missing then: on what is said, not on the finder."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far several reviewers agree on some statements.

    `units` are the statements with verdicts of two or more, `agreed` those on which all verdicts
    are one; `alpha` is None where undefined.
    """

    statements: int
    units: int
    agreed: int
    alpha: Fraction | None


@dataclass(frozen=True, slots=True)
class Pair:
    """How two reviewers agree; `table` counts statements by the one's and the other's verdict."""

    one: str
    other: str
    table: Mapping[tuple[Verdict, Verdict], int]
    kappa: Fraction | None

    @property
    def units(self) -> int:
        """The statements on which both have a verdict."""
        return sum(self.table.values())

    @property
    def agreed(self) -> int:
        """Those on which it is the same."""
        return sum(count for (one, other), count in self.table.items() if one is other)


@dataclass(frozen=True, slots=True)
class Costly:
    """A statement on which verdicts differ, and how much higher alpha would be without it.

    `cost` is None where alpha would be undefined.
    """

    article: str
    unit: Unit
    verdicts: Mapping[str, Verdict]
    cost: Fraction | None


@dataclass(frozen=True, slots=True)
class Missing:
    """How many verdicts one reviewer gave that count, and what is missing for which reason.

    `excluded` are verdicts that are not among the labels asked for.
    """

    given: int = 0
    unjudged: int = 0
    changed: int = 0
    orphaned: int = 0
    two_verdicts: int = 0
    excluded: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """All there is to say of the agreement of some reviewers; the costliest statement is first."""

    reviewers: tuple[str, ...]
    labels: tuple[Verdict, ...]
    overall: Agreement
    interval: Interval | None
    by_article: Mapping[str, Agreement]
    by_label: Mapping[Verdict, tuple[int, Fraction | None]]
    pairs: tuple[Pair, ...]
    costly: tuple[Costly, ...]
    missing: Mapping[str, Missing]


def everyone(articles: Iterable[JudgedArticle], leave_out: Collection[str] = ()) -> tuple[str, ...]:
    """Name all who gave a verdict, also one that lost its words, but those to `leave_out`."""
    found = {name for one in articles for unit in one.units for name in unit.cells}
    found |= {name for one in articles for name in one.orphaned}
    return tuple(sorted(found.difference(leave_out)))


def measure(
    articles: Sequence[JudgedArticle],
    reviewers: Sequence[str],
    labels: Sequence[Verdict] = FOUR_LABELS,
) -> Team:
    """Measure how far some reviewers agree; verdicts other than `labels` count as missing."""
    asked = tuple(dict.fromkeys(reviewers))
    rated = [
        (article, [_verdicts(unit, asked, labels) for unit in article.units])
        for article in articles
    ]
    every = [verdicts for _, units in rated for verdicts in units]
    tallies: list[Tally[Hashable]] = [Tally.of(map(_labels, units)) for _, units in rated]
    return Team(
        asked,
        tuple(labels),
        _agreement(every),
        alpha_interval(tallies),
        {article.name: _agreement(units) for article, units in rated},
        {label: _of_label(label, every) for label in labels},
        tuple(_pair(one, other, every) for one, other in combinations(asked, 2)),
        _costly(rated),
        {one: _missing(one, articles, labels) for one in asked},
    )


_Verdicts = Mapping[str, Verdict]


def _verdicts(unit: Unit, reviewers: Sequence[str], labels: Collection[Verdict]) -> _Verdicts:
    cells = ((one, unit.cells.get(one)) for one in reviewers)
    return {one: cell for one, cell in cells if isinstance(cell, Verdict) and cell in labels}


def _labels(verdicts: _Verdicts) -> list[Verdict]:
    return list(verdicts.values())


def _agreement(every: Sequence[_Verdicts]) -> Agreement:
    units = [_labels(one) for one in every if len(one) > 1]
    agreed = sum(len(set(one)) == 1 for one in units)
    return Agreement(len(every), len(units), agreed, Tally.of(units).alpha)


def _of_label(label: Verdict, every: Sequence[_Verdicts]) -> tuple[int, Fraction | None]:
    """How often a label was given where two or more judged, and its alpha against the rest."""
    units = [[one is label for one in verdicts.values()] for verdicts in every if len(verdicts) > 1]
    return sum(map(sum, units)), Tally.of(units).alpha


def _pair(one: str, other: str, every: Sequence[_Verdicts]) -> Pair:
    both = (verdicts for verdicts in every if one in verdicts and other in verdicts)
    table = Counter((verdicts[one], verdicts[other]) for verdicts in both)
    return Pair(one, other, table, kappa(table))


def _costly(rated: Sequence[tuple[JudgedArticle, Sequence[_Verdicts]]]) -> tuple[Costly, ...]:
    whole = Tally.of(_labels(verdicts) for _, units in rated for verdicts in units)
    alpha = whole.alpha
    found = []
    for article, units in rated:
        for unit, verdicts in zip(article.units, units, strict=True):
            if len(set(verdicts.values())) > 1:
                without = whole.without(_labels(verdicts)).alpha
                cost = None if without is None or alpha is None else without - alpha
                found.append(Costly(article.name, unit, verdicts, cost))
    found.sort(key=lambda one: (one.cost is not None, -(one.cost or 0)))
    return tuple(found)


def _missing(
    reviewer: str, articles: Sequence[JudgedArticle], labels: Collection[Verdict]
) -> Missing:
    cells = Counter(unit.cells.get(reviewer) for article in articles for unit in article.units)
    verdicts = {one: count for one, count in cells.items() if isinstance(one, Verdict)}
    given = sum(count for one, count in verdicts.items() if one in labels)
    return Missing(
        given,
        cells[None],
        cells[Gap.CHANGED],
        sum(article.orphaned.get(reviewer, 0) for article in articles),
        cells[Gap.TWO_VERDICTS],
        sum(verdicts.values()) - given,
    )
