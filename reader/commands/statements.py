"""`reader statements`: what the finder sees in articles, for a program or for a person."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from reader.anchoring import describe
from reader.article import Article
from reader.commands.console import FINE, FOUND, Parser, cannot_run, say, write_json
from reader.config import read_config, resolve_reviewer
from reader.corpus import ArticleError, Corpus, CorpusError, open_corpus
from reader.finding import Finder
from reader.judgement import Judgement, make_key
from reader.review.items import Findings, find, match
from reader.sidecar import SidecarError, store_for
from reader.span import Span
from reader.statement import Statement


def run(options: Namespace) -> int:
    """Print the statements of every article; 1 where an article or a sidecar is unreadable."""
    try:
        corpus = open_corpus([Path(path) for path in options.paths])
    except CorpusError as error:
        return cannot_run(str(error))
    complete = not corpus.skipped
    for skipped in corpus.skipped:
        say(skipped.sentence)
    printer: _Printer
    if options.format == "jsonl":
        printer = _Jsonl(corpus, options.reviewer, options.reviews)
    else:
        from reader.commands.page import Page

        printer = Page()
    finder = Finder.of_user(os.environ)
    for file in corpus.files:
        try:
            article = file.read()
            printer.show(article, find(article.text, finder.statements(article)))
        except (ArticleError, SidecarError) as error:
            say(str(error))
            complete = False
    return FINE if complete else FOUND


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader statements PATH… [--format text|jsonl] [--reviewer NAME] [--reviews DIR]"
    parser.description = (
        "Print who says what in articles, as the screen would show it. In jsonl, statements that"
        " were judged have the keys of their sidecars."
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a folder of articles, or files")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="for a person (text, the default), or one JSON object per article (jsonl)",
    )
    parser.add_review_arguments()


class _Printer(Protocol):
    def show(self, article: Article, findings: Findings) -> None:
        """Print one article's statements; raises SidecarError where its sidecar is unreadable."""


class _Jsonl:
    """Prints one JSON object an article, each statement with the key it has in the sidecar."""

    def __init__(self, corpus: Corpus, reviewer: str | None, reviews: Path | None) -> None:
        config = read_config(os.environ)
        for problem in config.problems:
            say(problem)
        self._root = corpus.root
        self._reviews = reviews
        self._reviewer = resolve_reviewer(reviewer, os.environ, config, corpus.root)
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # JSON is, whatever the terminal speaks

    def show(self, article: Article, findings: Findings) -> None:
        try:
            store = store_for(self._root, article.name, self._reviewer, self._reviews)
            judgements = store.load().judgements
        except SidecarError:
            self._print(article, findings, {})
            raise
        self._print(article, findings, judgements)

    def _print(
        self, article: Article, findings: Findings, judgements: Mapping[str, Judgement]
    ) -> None:
        written = {item.statement: item.key for item in match(findings, judgements).items}
        anchors = describe(article.text, findings.statements)
        statements = [
            {"key": written.get(statement) or make_key(anchor)} | as_json(statement)
            for statement, anchor in zip(findings.statements, anchors, strict=True)
        ]
        line = {"article": article.name, "text": article.text, "statements": statements}
        write_json(line)


def as_json(statement: Statement) -> dict[str, object]:
    """Make plain data of a statement, as docs and other programs know it."""
    return {
        "kind": statement.kind.value,
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "speaker": statement.speaker,
        "sure": statement.speaker_sure,
        "chain": list(statement.chain),
        "mode": statement.mode.value,
        "stance": statement.stance.value,
        "signals": [
            {"name": signal.name.value, "spans": _pairs(signal.spans)}
            for signal in statement.signals
        ],
        "within": statement.within,
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
