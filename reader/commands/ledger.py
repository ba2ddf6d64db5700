"""`reader ledger`: who says what in a corpus, and on how many mouths each story rests."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path

from reader.commands.console import FINE, FOUND, Parser, cannot_run, write_json, write_line
from reader.commands.surveying import Surveyed, add_arguments, survey_corpus
from reader.corpus import CorpusError
from reader.survey import Said, Speaker, origins, speakers


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader ledger [FOLDER] [--format text|json]"
    parser.description = (
        "Print the speakers of a corpus, their names joined: how many statements in how many"
        " articles, how many first hand, how judged; and of each story how many origins it has."
        " Statements whose speaker is a guess are counted apart, with a question mark."
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=Path())
    add_arguments(parser)


def run(options: Namespace) -> int:
    """Print the ledger; 1 where an article or a sidecar could not be read."""
    try:
        surveyed = survey_corpus([options.folder], options)
    except CorpusError as error:
        return cannot_run(str(error))
    survey = surveyed.survey
    story_of = {
        name: number for number, story in enumerate(survey.stories) for name in story.articles
    }
    listed = speakers(survey.articles, story_of)
    told = [
        (story.label or story.articles[0], [Said(*one) for one in survey.statements_of(story)])
        for story in survey.stories
    ]
    if options.format == "json":
        answer = {
            "stories": [
                {"story": label, "statements": len(said), "origins": origins(said)}
                for label, said in told
            ],
            "speakers": [_as_json(surveyed, one) for one in listed],
        }
        write_json(answer, indent=1)
    else:
        for label, said in told:
            count = f"{_counted(len(said), 'statement')}, {_counted(origins(said), 'origin')}"
            write_line(f"{label}: {count}")
        write_line("")
        for one in listed:
            write_line(_line(surveyed, one))
    return FINE if surveyed.complete else FOUND


def _verdicts(surveyed: Surveyed, one: Speaker) -> Counter[str]:
    found = (surveyed.verdict(said.article.name, said.statement.key) for said in one.statements)
    return Counter(verdict or "unreviewed" for verdict in found)


def _as_json(surveyed: Surveyed, one: Speaker) -> dict[str, object]:
    return {
        "names": list(one.names),
        "statements": len(one.statements),
        "guessed": len(one.guessed),
        "articles": one.articles,
        "first_hand": one.first_hand,
        "through": sorted({name for said in one.statements for name in said.through}),
        "verdicts": dict(_verdicts(surveyed, one)),
    }


def _line(surveyed: Surveyed, one: Speaker) -> str:
    guessed = f", {len(one.guessed)}?" if one.guessed else ""
    also = f" ({'; '.join(one.names[1:])})" if one.names[1:] else ""
    judged = ", ".join(
        f"{count} {verdict}" for verdict, count in sorted(_verdicts(surveyed, one).items())
    )
    where = f"in {_counted(one.articles, 'article')}, {one.first_hand} first hand"
    return f"{len(one.statements)}{guessed}  {one.name}{also} · {where} · {judged}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
