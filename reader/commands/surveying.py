"""What the commands about a whole corpus share: reading it, and whose verdicts are shown."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.commands.console import Parser, say
from reader.config import read_config, resolve_reviewer
from reader.corpus import ArticleError, Corpus, open_corpus
from reader.finding import Finder
from reader.judgement import Judgement
from reader.review.items import Findings, find, match
from reader.sidecar import SidecarError, store_for
from reader.statement import Statement
from reader.survey import Survey, SurveyedArticle, survey_article


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A corpus, compared; `complete` is False where an article or a sidecar could not be read."""

    survey: Survey
    judgements: Mapping[tuple[str, str], Judgement]
    complete: bool

    def verdict(self, article: str, key: str) -> str:
        """One's own verdict on a statement, "" where there is none."""
        judgement = self.judgements.get((article, key))
        return judgement.verdict.value if judgement and judgement.verdict else ""


def add_arguments(parser: Parser) -> None:
    """Take how to print, and whose verdicts."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for a person (text, the default) or for a program (json)",
    )
    parser.add_review_arguments()


def survey_corpus(paths: list[Path], options: Namespace) -> Surveyed:
    """Read and compare the articles of some paths; says on stderr what cannot be read.

    Raises CorpusError where there is nothing to read.
    """
    corpus = open_corpus(paths)
    config = read_config(os.environ)
    for problem in config.problems:
        say(problem)
    reviewer = resolve_reviewer(options.reviewer, os.environ, config, corpus.root)
    problems = [skipped.sentence for skipped in corpus.skipped]
    judgements: dict[tuple[str, str], Judgement] = {}
    articles = list(_articles(corpus, reviewer, options.reviews, judgements, problems))
    for problem in problems:
        say(problem)
    return Surveyed(Survey(articles), judgements, not problems)


def _articles(
    corpus: Corpus,
    reviewer: str,
    reviews: Path | None,
    judgements: dict[tuple[str, str], Judgement],
    problems: list[str],
) -> Iterator[SurveyedArticle]:
    finder = Finder.of_user(os.environ)
    for file in corpus.files:
        try:
            article = file.read()
        except ArticleError as error:
            problems.append(str(error))
            continue
        statements = finder.statements(article)
        try:
            own = store_for(corpus.root, article.name, reviewer, reviews).load().judgements
        except SidecarError as error:
            problems.append(str(error))
            own = {}
        surveyed = survey_article(article, statements)
        if own:
            judgements |= _by_key(surveyed, find(article.text, statements), own)
        yield surveyed
    finder.tidy()


def _by_key(
    surveyed: SurveyedArticle, findings: Findings, own: Mapping[str, Judgement]
) -> dict[tuple[str, str], Judgement]:
    """Join judgements with statements by their words: an edit may have given these another key."""
    judged: dict[Statement, Judgement] = {
        item.statement: item.judgement for item in match(findings, own).items if item.judgement
    }
    return {
        (surveyed.name, one.key): judged[one.statement]
        for one in surveyed.statements
        if one.statement in judged
    }
