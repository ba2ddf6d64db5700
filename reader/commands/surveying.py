"""What the commands about a whole corpus share: reading it, and whose work is shown."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.commands.console import FINE, FOUND, Parser, cannot_run, say
from reader.config import read_config, resolve_reviewer
from reader.corpus import ArticleError, Corpus, CorpusError, open_corpus
from reader.finding import Finder
from reader.judgement import Judgement
from reader.review.pairs import End
from reader.sidecar import SidecarError
from reader.speakers import Aliases, speakers_store
from reader.survey import Survey, SurveyedArticle, survey_article
from reader.survey.judged import own_judgements
from reader.survey.plain import Place


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A corpus, compared, with one's own judgements by article and key, and one's own aliases.

    `complete` is False where an article or a sidecar could not be read.
    """

    survey: Survey
    judgements: Mapping[End, Judgement]
    aliases: Aliases
    complete: bool

    def key(self, article: str, key: str) -> str:
        """The key a statement goes by: the sidecar's where it is judged, else the given one."""
        judgement = self.judgements.get((article, key))
        return judgement.key if judgement else key

    def is_opposed(self, article: str, key: str) -> bool:
        """Whether one linked a statement to one that contradicts it."""
        judgement = self.judgements.get((article, key))
        return judgement is not None and judgement.is_opposed

    def verdict(self, article: str, key: str) -> str:
        """One's own verdict on a statement, "" where there is none."""
        judgement = self.judgements.get((article, key))
        return judgement.verdict.value if judgement and judgement.verdict else ""


def place_as_json(surveyed: Surveyed, place: Place) -> dict[str, object]:
    """Say of a statement where it stands and who says what; offsets are of the article's text."""
    return {
        "article": place.article,
        "outlet": place.outlet,
        "key": surveyed.key(place.article, place.key),
        "start": place.content[0].start if place.content else None,
        "end": place.content[-1].end if place.content else None,
        "speaker": place.speaker,
        "sure": place.sure,
        "quote": place.quote,
        "verdict": surveyed.verdict(place.article, place.key),
    }


def add_arguments(parser: Parser) -> None:
    """Take how to print, and whose verdicts."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for a person (text, the default) or for a program (json)",
    )
    parser.add_review_arguments()


def add_folder(parser: Parser) -> None:
    """Take the folder of a corpus, the current one where none is named."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=Path())


def show_corpus(options: Namespace, show: Callable[[Surveyed], None]) -> int:
    """Survey the folder asked for and show what was found; gives the exit code.

    That is 1 where an article or a sidecar could not be read, 2 where there is nothing to read.
    """
    try:
        surveyed = survey_corpus([options.folder], options)
    except CorpusError as error:
        return cannot_run(str(error))
    show(surveyed)
    return FINE if surveyed.complete else FOUND


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
    judgements: dict[End, Judgement] = {}
    articles = list(_articles(corpus, reviewer, options.reviews, judgements, problems))
    aliases: Aliases = {}
    try:
        aliases = speakers_store(corpus.root, reviewer, options.reviews).load().aliases
    except SidecarError as error:
        problems.append(str(error))
    for problem in problems:
        say(problem)
    return Surveyed(Survey(articles), judgements, aliases, not problems)


def _articles(
    corpus: Corpus,
    reviewer: str,
    reviews: Path | None,
    judgements: dict[End, Judgement],
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
        surveyed = survey_article(article, statements)
        try:
            own = own_judgements(corpus.root, surveyed, reviewer, reviews)
        except SidecarError as error:
            problems.append(str(error))
            own = {}
        judgements |= {(surveyed.name, key): judgement for key, judgement in own.items()}
        yield surveyed
    finder.tidy()
