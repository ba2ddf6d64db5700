"""`reader statements`: what the finder sees in articles, for a program or for a person."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.anchoring import describe
from reader.article import Article
from reader.attribution import attribute
from reader.commands.console import FINE, FOUND, Parser, cannot_run, say
from reader.corpus import ArticleError, CorpusError, open_corpus
from reader.judgement import make_key
from reader.span import Span
from reader.statement import Statement
from reader.text import safe_line


def run(arguments: Sequence[str]) -> int:
    """Print the statements of every article; 1 where an article could not be read."""
    options = _parser().parse_args(arguments)
    try:
        corpus = open_corpus([Path(path) for path in options.paths])
    except CorpusError as error:
        return cannot_run(str(error))
    complete = not corpus.skipped
    for skipped in corpus.skipped:
        say(skipped.sentence)
    show = _jsonl() if options.format == "jsonl" else _for_a_person()
    for entry in corpus.entries:
        try:
            article = entry.read()
        except ArticleError as error:
            say(str(error))
            complete = False
        else:
            show(article, attribute(article.text))
    return FINE if complete else FOUND


def _parser() -> Parser:
    parser = Parser(
        prog="reader statements",
        usage="%(prog)s PATH… [--format text|jsonl]",
        description="Print who says what in articles, as the screen would show it.",
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a folder of articles, or files")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="for a person (text, the default), or one JSON object an article (jsonl)",
    )
    return parser


_Show = Callable[[Article, Sequence[Statement]], None]


def _for_a_person() -> _Show:
    from reader.commands.page import Page

    return Page().show


def _jsonl() -> _Show:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is, whatever the terminal speaks

    def show(article: Article, statements: Sequence[Statement]) -> None:
        anchors = describe(article.text, statements)
        found = {
            "article": safe_line(article.name),
            "text": article.text,
            "statements": [
                {"key": make_key(anchor)} | as_json(statement)
                for anchor, statement in zip(anchors, statements, strict=True)
            ],
        }
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")

    return show


def as_json(statement: Statement) -> dict[str, object]:
    """Make plain data of a statement, as docs and other programs know it."""
    return {
        "kind": statement.kind.value,
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "speaker": statement.speaker,
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
