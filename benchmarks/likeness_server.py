"""Lets an outside harness ask for counterparts and contradictions: one JSON request on stdin.

usage: python -m benchmarks.likeness_server

  {"corpus": FOLDER, "statements": {"S1": {"file", "start", "end"}, …}}
      → {"S1": [["S9", 0.8], … ten best of other files], …, "contradictions": [["S3", "S12"], …]}
`file` is a path below the folder, or below the folder's own parent; offsets are code points, the
end exclusive. Who speaks is found by the program itself.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.attribution import attribute
from reader.likeness import Index, Telling, find_contradictions
from reader.span import Span
from reader.statement import UNKNOWN, Kind, Stance, Statement


def main() -> None:
    """Answer one request."""
    json.dump(answer(json.load(sys.stdin)), sys.stdout)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Rank, for each statement, those of other files, and suggest contradictions within stories."""
    corpus = Path(request["corpus"])
    by_file: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for name, given in request["statements"].items():
        by_file[given["file"]].append((Span(given["start"], given["end"]), name))
    names: list[str] = []
    tellings: list[Telling] = []
    for file in sorted(by_file):
        path = corpus / file if (corpus / file).exists() else corpus.parent / file
        article = Article.from_bytes(path, file, path.read_bytes())
        found = attribute(article.text)
        for span, name in sorted(by_file[file]):
            names.append(name)
            tellings.append(telling(article, span, found))
    index = Index(tellings)
    answers: dict[str, Any] = {
        name: [[names[alike.telling], alike.likeness] for alike in index.most_alike(at)]
        for at, name in enumerate(names)
    }
    stories: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(tellings):
        stories[one.story].append(at)
    answers["contradictions"] = [
        [names[found.one], names[found.other]]
        for story in stories.values()
        for found in find_contradictions(index, tellings, story)
    ]
    return answers


def telling(article: Article, span: Span, found: Sequence[Statement]) -> Telling:
    """Make a telling of a given stretch of an article, with the speaker the finder sees there."""
    passage = next(
        (one for one in article.paragraphs if one.start <= span.start < one.end),
        span,
    )
    speaks = [one for one in found if one.kind is Kind.SAID and _shared(one, span)]
    best = max(speaks, key=lambda one: _shared(one, span), default=None)
    return Telling(
        article=article.name,
        story=str(Path(article.name).parent),
        text=article.text[span.start : span.end],
        passage=article.text[passage.start : passage.end],
        origin=origin(article, best),
        denies=best is not None and best.stance is Stance.DENIES,
    )


def origin(article: Article, statement: Statement | None) -> str:
    """Name whom a claim rests on: the last of the chain who has a name, else the outlet."""
    named = [] if statement is None else [one for one in statement.chain if one != UNKNOWN]
    return named[-1] if named else f"{article.outlet} itself"


def _shared(statement: Statement, span: Span) -> int:
    return sum(
        max(0, min(one.end, span.end) - max(one.start, span.start)) for one in statement.content
    )


if __name__ == "__main__":
    main()
