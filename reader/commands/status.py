"""`reader status`: how far the review of a folder has come, and what needs a person's eye."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from reader.anchoring import State
from reader.commands.console import FINE, FOUND, Parser, cannot_run, say, write_json, write_line
from reader.config import read_config, resolve_reviewer
from reader.corpus import ArticleError, ArticleFile, Corpus, CorpusError, open_corpus
from reader.finding import Finder
from reader.judgement import Verdict
from reader.review import Progress
from reader.review.items import find, match
from reader.review.strays import Stray, homes, strays
from reader.sidecar import SidecarError, store_for


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """One article's state for one reviewer; `problem` says why it could not be worked out."""

    article: str
    progress: Progress
    changed: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()
    problem: str = ""

    @property
    def needs_eye(self) -> bool:
        """Whether something here waits for the reviewer, beyond what is not judged yet."""
        return bool(self.changed or self.orphaned or self.disagreements or self.problem)


def run(options: Namespace) -> int:
    """Print the state of a review; 1 where something changed, lost its words or is unreadable."""
    try:
        corpus = open_corpus([Path(options.folder)])
    except CorpusError as error:
        return cannot_run(str(error))
    config = read_config(os.environ)
    for problem in config.problems:
        say(problem)
    reviewer = resolve_reviewer(options.reviewer, os.environ, config, corpus.root)
    reviews = None if options.reviews is None else Path(os.path.realpath(options.reviews))
    finder = Finder.of_user(os.environ)
    articles = [_status(corpus, file, reviewer, reviews, finder) for file in corpus.files]
    found = strays(corpus, reviewer, reviews)
    lost = list(zip(found, homes(found, corpus), strict=True))
    if options.format == "json":
        _print_json(reviewer, articles, lost)
    else:
        _print_text(reviewer, articles, lost)
    return FOUND if lost or any(one.needs_eye for one in articles) else FINE


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader status FOLDER [--format text|json] [--reviewer NAME] [--reviews DIR]"
    parser.description = (
        "Print how far a review has come, which judgements need a second look because their"
        " article changed, and which sidecars have lost their article."
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder of articles")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="for a person, or a program"
    )
    parser.add_review_arguments()


def _status(
    corpus: Corpus, file: ArticleFile, reviewer: str, reviews: Path | None, finder: Finder
) -> ArticleStatus:
    name = file.label
    try:
        article = file.read()
        sidecar = store_for(corpus.root, file.name, reviewer, reviews).load()
    except (ArticleError, SidecarError) as error:
        problem = str(error).replace(f"{corpus.root}/", "")
        return ArticleStatus(name, Progress.of(()), problem=problem)
    if sidecar.unknown:
        say(sidecar.unknown.replace(f"{corpus.root}/", ""))
    matched = match(find(article.text, finder.statements(article)), sidecar.judgements)
    return ArticleStatus(
        name,
        Progress.of(item.verdict for item in matched.items),
        tuple(item.key for item in matched.items if item.state is State.CHANGED),
        tuple(judgement.key for judgement in matched.orphans),
        tuple(key for key, one in sidecar.judgements.items() if one.disagreement),
    )


_Lost = list[tuple[Stray, ArticleFile | None]]


def _print_json(reviewer: str, articles: list[ArticleStatus], lost: _Lost) -> None:
    data = {
        "reviewer": reviewer,
        "articles": [
            {
                "article": one.article,
                "statements": one.progress.total,
                "judged": one.progress.judged,
                "verdicts": {str(verdict): count for verdict, count in one.progress.counts},
                "changed": list(one.changed),
                "orphaned": list(one.orphaned),
                "disagreements": list(one.disagreements),
                "problem": one.problem,
            }
            for one in articles
        ],
        "sidecars_without_article": [
            {
                "sidecar": stray.name,
                "problem": stray.problem,
                "found_in": home.label if home else None,
            }
            for stray, home in lost
        ],
    }
    write_json(data, indent=2)


def _print_text(reviewer: str, articles: list[ArticleStatus], lost: _Lost) -> None:
    width = max((len(one.article) for one in articles), default=0)
    for one in articles:
        words = one.problem or one.progress.words()
        for what, keys in (
            ("changed", one.changed),
            ("orphaned", one.orphaned),
            ("with two verdicts", one.disagreements),
        ):
            words += f" · {len(keys)} {what}" if keys else ""
        write_line(f"{one.article:<{width}}  {words}")
    for stray, home in lost:
        where = f"its words are in {home.label}" if home else "no article here has its words"
        write_line(f"{stray.name}: its article is gone; {stray.problem or where}")
    write_line(f"{reviewer}: {_sum(articles).words()} in {len(articles)} articles")


def _sum(articles: list[ArticleStatus]) -> Progress:
    counts = dict.fromkeys(Verdict, 0)
    for one in articles:
        for verdict, count in one.progress.counts:
            counts[verdict] += count
    return Progress(
        sum(one.progress.judged for one in articles),
        sum(one.progress.total for one in articles),
        tuple((verdict, count) for verdict, count in counts.items() if count),
    )
