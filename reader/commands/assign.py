"""`reader assign`: give every article its reviewers, so that all have as much to do."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from reader.commands.console import FINE, FOUND, Parser, cannot_run, say, write_line
from reader.corpus import Corpus, CorpusError, open_corpus
from reader.policy import (
    Assign,
    PolicyFile,
    PolicyStore,
    balanced,
    is_writable,
    loads,
    policy_store,
)
from reader.storage import SidecarError
from reader.text import safe_line
from reader.yamlfields import nearest

_MOST_SAID = 20
"""Where a folder was renamed, every line is wrong for the same reason."""


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader assign FOLDER --per-article N [--write] [--reviews DIR]"
    parser.description = (
        "Give every article that has none N of the reviewers named in reader.yaml, so that all"
        " have as many articles as the others. What is assigned already stays as it is. Without"
        " --write it is printed only."
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder of articles")
    parser.add_argument(
        "--per-article",
        metavar="N",
        type=_count,
        required=True,
        help="how many reviewers each article has",
    )
    parser.add_argument("--write", action="store_true", help="write it into reader.yaml")
    parser.add_argument(
        "--reviews",
        metavar="DIR",
        type=Path,
        help="where the sidecars are, and reader.yaml with them, if not beside the articles",
    )


def run(options: Namespace) -> int:
    """Print or write who reviews what; 1 where something is left to do, or no longer fits."""
    try:
        corpus = open_corpus([Path(options.folder)])
        store = policy_store(corpus.root, options.reviews)
        file = store.load()
    except (CorpusError, SidecarError) as error:
        return cannot_run(str(error))
    reviewers, wanted = file.policy.reviewers, options.per_article
    if not reviewers:
        lines = "reviewers: [NAME, NAME]" if file.raw else "reader: 1 and reviewers: [NAME, NAME]"
        return cannot_run(
            f"{store.where} names no reviewers; write {lines}, on lines of their own."
        )
    if wanted > len(reviewers):
        what = f"it names {len(reviewers)}; name more, or take a smaller --per-article"
        return cannot_run(f"{store.where} has too few reviewers for {wanted} an article: {what}.")
    if options.write and options.reviews and not store.is_in(options.reviews):
        what = f"copy {safe_line(str(store.path))} there first"
        return cannot_run(f"With --reviews only its folder is written to: {what}.")
    articles = [store.named(one.name) for one in corpus.files]
    writable = [one for one in articles if is_writable(one)]
    given = balanced(writable, reviewers, wanted, file.policy.assign)
    if options.write and given:
        try:
            saved = store.save([Assign(given)])
        except SidecarError as error:
            return cannot_run(str(error))
        if saved.refused:
            return cannot_run(f"{saved.refused[0][1]}.")
    _print(given, file)
    problems = _problems(corpus, store, file, wanted)
    problems += [
        f"{one} cannot be assigned: YAML cannot hold its name; rename the article."
        for one in articles
        if one not in writable and one not in file.policy.assign
    ]
    for problem in problems[:_MOST_SAID]:
        say(problem)
    if len(problems) > _MOST_SAID:
        say(f"There are {len(problems) - _MOST_SAID} more of these.")
    if given:
        where = f"written to {store.where}" if options.write else "not written; add --write"
        say(f"{len(given)} of {len(articles)} articles assigned, {where}.")
    else:
        say("Nothing was left to assign.")
    return FOUND if problems or (given and not options.write) else FINE


def _print(given: Mapping[str, tuple[str, ...]], file: PolicyFile) -> None:
    """Print each new assignment, then how many articles each reviewer has with them."""
    for article, names in given.items():
        write_line(f"{article}: {'; '.join(names)}")
    if given:
        write_line("")
    load = loads(file.policy.reviewers, {**file.policy.assign, **given})
    width = len(str(max(load.values())))
    for name in file.policy.reviewers:
        write_line(f"{load[name]:>{width}}  {name}")


def _problems(corpus: Corpus, store: PolicyStore, file: PolicyFile, wanted: int) -> list[str]:
    """Say what stands in the file and no longer fits the corpus: it is a person's to change."""
    names = {store.named(one.name) for one in corpus.files}
    problems: list[str] = []
    for article, reviewers in file.policy.assign.items():
        if not article.startswith(store.below):
            continue  # of a part of the corpus that is not open
        where = f"{store.where}:{file.lines[article]}"
        if article not in names:
            # Looking for the nearest takes long among many, so only for those that are said.
            near = nearest(article, names) if len(problems) < _MOST_SAID else ""
            problems.append(f"{where}: there is no article {article!r}{near}")
        elif len(reviewers) < wanted:
            count = f"{len(reviewers)} of {wanted} reviewers; it was left as it is"
            problems.append(f"{where}: {article} has {count}")
    return problems


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5 and int(text)):
        raise argparse.ArgumentTypeError("a whole number from 1 is expected")
    return int(text)
