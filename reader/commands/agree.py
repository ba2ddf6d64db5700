"""`reader agree`: how far the reviewers of a folder agree, and on what they do not."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from textwrap import shorten

from reader.commands.console import FINE, FOUND, Parser, cannot_run, say, write_json, write_line
from reader.corpus import ArticleError, Corpus, CorpusError, open_corpus
from reader.finding import Finder
from reader.judgement import Verdict
from reader.policy import policy_store
from reader.review.items import find
from reader.storage import SidecarError
from reader.team import (
    FOUR_LABELS,
    THREE_LABELS,
    Agreement,
    Costly,
    Interval,
    JudgedArticle,
    Missing,
    Pair,
    Team,
    TeamSidecars,
    everyone,
    join,
    measure,
)
from reader.text import safe_line

_MOST_COSTLY = 10
"""Statements listed for a person; a program gets all."""
_LONGEST_QUOTE = 70
_DIGITS = 4
"""Of a fraction, for a program."""


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = (
        "reader agree FOLDER [--reviewers A,B] [--by article|pair|label] [--labels 3|4]"
        " [--format text|json] [--reviews DIR]"
    )
    parser.description = (
        "Print how far the reviewers agree: Krippendorff's alpha with a 95% interval, Cohen's kappa"
        " of each two, and the statements that cost most. Verdicts are joined by the words they"
        " are on now; those whose words changed or are gone do not count."
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a folder of articles")
    parser.add_argument(
        "--reviewers", metavar="A,B", help="of these alone, not of all but adjudicators"
    )
    parser.add_argument(
        "--by", choices=("article", "pair", "label"), help="print this view alone, and whole"
    )
    parser.add_argument(
        "--labels",
        choices=("3", "4"),
        default="4",
        help="3 leaves not-a-statement out, which says more of the finder than of the reviewers",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for a person (text, the default) or, with every view, for a program (json)",
    )
    parser.add_argument(
        "--reviews",
        metavar="DIR",
        type=Path,
        help="where the sidecars are, if not beside the articles",
    )


def run(options: Namespace) -> int:
    """Print the agreement; 1 where a file could not be read, 2 where a reviewer is unknown."""
    try:
        corpus = open_corpus([options.folder])
        policy = policy_store(corpus.root, options.reviews).load().policy
    except (CorpusError, SidecarError) as error:
        return cannot_run(str(error))
    problems = [skipped.sentence for skipped in corpus.skipped]
    articles = _read(corpus, options.reviews, problems)
    known = everyone(articles)
    if options.reviewers is None:
        reviewers = everyone(articles, leave_out=policy.adjudicators)
    else:
        reviewers = _named(options.reviewers)
    for problem in problems:
        say(problem)
    unknown = [one for one in reviewers if one not in known]
    if unknown:
        there = ", ".join(known) or "nobody's"
        return cannot_run(f"There are no verdicts of {', '.join(unknown)} here; of: {there}.")
    if options.reviewers is not None and len(reviewers) < 2:
        return cannot_run("Agreement needs two reviewers or more: --reviewers NAME,NAME.")
    labels = FOUR_LABELS if options.labels == "4" else THREE_LABELS
    team = measure(articles, reviewers, labels)
    if options.format == "json":
        write_json(_as_json(team), indent=1)
    else:
        for line in _lines(team, options.by):
            write_line(line)
    return FOUND if problems else FINE


def _named(names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (name.strip() for name in names.split(",")))))


def _read(corpus: Corpus, reviews: Path | None, problems: list[str]) -> list[JudgedArticle]:
    sidecars = TeamSidecars(corpus.root, reviews)
    finder = Finder.of_user(os.environ)
    articles = []
    for file in corpus.files:
        try:
            article = file.read()
        except ArticleError as error:
            problems.append(str(error))
            continue
        findings = find(article.text, finder.statements(article))
        articles.append(join(file.name, findings, sidecars.judgements(file.name)))
    finder.tidy()
    problems += sidecars.problems
    return articles


def _lines(team: Team, by: str | None) -> Iterator[str]:
    """All views in short, or one of them whole, below what holds for all."""
    yield ", ".join(team.reviewers) or "No reviewer left a verdict here."
    yield f"  {_shares(team.overall)}"
    yield f"  alpha {coefficient(team.overall.alpha)}{_between(team)}"
    if by == "article":
        yield "By article"
        yield from _article_lines(team)
    if by in (None, "label"):
        yield "By label, each against the rest"
        yield from _label_lines(team)
    if by in (None, "pair"):
        yield "Two by two"
        for pair in team.pairs:
            yield from _pair_lines(pair, team.labels)
    if by is None:
        if team.costly:
            yield "What costs most"
        for one in team.costly[:_MOST_COSTLY]:
            yield from _costly_lines(one)
        if len(team.costly) > _MOST_COSTLY:
            yield f"  and {len(team.costly) - _MOST_COSTLY} more: --format json lists all"
        yield "Verdicts"
        for reviewer, missing in team.missing.items():
            yield f"  {reviewer}: {_missing_words(missing)}"


def _shares(one: Agreement) -> str:
    judged = f"{one.units} of {one.statements} statements judged by two or more"
    return f"{judged}, {_alike(one.agreed, one.units)}"


def _alike(agreed: int, units: int) -> str:
    return f"{agreed} alike" + (f" ({agreed * 100 / units:.0f}%)" if units else "")


def coefficient(value: Fraction | None) -> str:
    """Show a coefficient to a person."""
    return "undefined" if value is None else f"{float(value):z.3f}"


def _between(team: Team) -> str:
    if team.overall.alpha is None:
        return ": fewer than two labels were given" if team.overall.units else ""
    if team.interval is None:
        return ", with no interval: too few articles"
    low, high = float(team.interval.low), float(team.interval.high)
    return f" (95% interval {low:z.3f} to {high:z.3f})"


def _article_lines(team: Team) -> Iterator[str]:
    for name, one in team.by_article.items():
        if one.units:
            yield f"  {safe_line(name)}: {_shares(one)}, alpha {coefficient(one.alpha)}"
    rest = sum(not one.units for one in team.by_article.values())
    if rest:
        yield f"  nothing to compare in {rest} more"


def _label_lines(team: Team) -> Iterator[str]:
    width = max(map(len, team.labels))
    for label, (given, alpha) in team.by_label.items():
        yield f"  {label:<{width}}  alpha {coefficient(alpha):<9}  given: {given}"


def _pair_lines(pair: Pair, labels: Sequence[Verdict]) -> Iterator[str]:
    yield (
        f"  {pair.one} and {pair.other}: {pair.units} judged by both,"
        f" {_alike(pair.agreed, pair.units)}, kappa {coefficient(pair.kappa)}"
    )
    if not pair.units:
        return
    width = max(map(len, labels))
    yield f"    {'':<{width}}  " + "  ".join(labels) + f"  (of {pair.other})"
    for one in labels:
        counts = (f"{pair.table.get((one, other), 0):>{len(other)}}" for other in labels)
        yield f"    {one:<{width}}  " + "  ".join(counts)


def _costly_lines(one: Costly) -> Iterator[str]:
    said = ", ".join(f"{name} {verdict}" for name, verdict in one.verdicts.items())
    cost = "all there is" if one.cost is None else f"{float(one.cost):z.3f}"
    yield f"  {cost}  {safe_line(one.article)}#{one.unit.key}: {said}"
    yield f"    {shorten(one.unit.quote, _LONGEST_QUOTE, placeholder=' …')}"


def _missing_words(missing: Missing) -> str:
    words = [f"{missing.given} count"]
    for count, what in (
        (missing.unjudged, "unjudged"),
        (missing.changed, "changed"),
        (missing.orphaned, "orphaned"),
        (missing.two_verdicts, "with two verdicts"),
        (missing.excluded, "not-a-statement"),
    ):
        words += [f"{count} {what}"] if count else []
    return " · ".join(words)


def _as_json(team: Team) -> dict[str, object]:
    return {
        "reviewers": list(team.reviewers),
        "labels": list(team.labels),
        **_agreement_as_json(team.overall),
        "interval": _interval_as_json(team.interval),
        "by_article": [
            {"article": safe_line(name), **_agreement_as_json(one)}
            for name, one in team.by_article.items()
        ],
        "by_label": [
            {"label": label, "given": given, "alpha": _rounded(alpha)}
            for label, (given, alpha) in team.by_label.items()
        ],
        "pairs": [_pair_as_json(pair, team.labels) for pair in team.pairs],
        "costly": [
            {
                "article": safe_line(one.article),
                "key": one.unit.key,
                "quote": one.unit.quote,
                "verdicts": dict(one.verdicts),
                "cost": _rounded(one.cost),
            }
            for one in team.costly
        ],
        "verdicts": [
            {
                "reviewer": reviewer,
                "given": missing.given,
                "unjudged": missing.unjudged,
                "changed": missing.changed,
                "orphaned": missing.orphaned,
                "two_verdicts": missing.two_verdicts,
                "excluded": missing.excluded,
            }
            for reviewer, missing in team.missing.items()
        ],
    }


def _agreement_as_json(one: Agreement) -> dict[str, object]:
    return {
        "statements": one.statements,
        "units": one.units,
        "agreed": one.agreed,
        "alpha": _rounded(one.alpha),
    }


def _pair_as_json(pair: Pair, labels: Sequence[Verdict]) -> dict[str, object]:
    return {
        "one": pair.one,
        "other": pair.other,
        "units": pair.units,
        "agreed": pair.agreed,
        "kappa": _rounded(pair.kappa),
        "table": {
            one: {other: pair.table.get((one, other), 0) for other in labels} for one in labels
        },
    }


def _interval_as_json(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [_rounded(interval.low), _rounded(interval.high)]


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), _DIGITS)
