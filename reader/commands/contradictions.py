"""`reader contradictions`: statements of one story that may contradict each other."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from reader.commands.console import FINE, FOUND, Parser, cannot_run, write_json, write_line
from reader.commands.surveying import Surveyed, add_arguments, survey_corpus
from reader.corpus import CorpusError
from reader.survey import Contradiction, SurveyedArticle, SurveyedStatement


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader contradictions [FOLDER] [--format text|json]"
    parser.description = (
        "Print, story by story, pairs of statements that may contradict each other, and why. They"
        " are suggestions: about one in three is right."
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=Path())
    add_arguments(parser)


def run(options: Namespace) -> int:
    """Print the suggestions; 1 where an article or a sidecar could not be read."""
    try:
        surveyed = survey_corpus([options.folder], options)
    except CorpusError as error:
        return cannot_run(str(error))
    found = [
        (story.label or story.articles[0], surveyed.survey.contradictions(story))
        for story in surveyed.survey.stories
    ]
    if options.format == "json":
        answer = [
            {"story": label, "contradictions": [_as_json(surveyed, one) for one in pairs]}
            for label, pairs in found
        ]
        write_json(answer, indent=1)
    else:
        for label, pairs in found:
            write_line(label)
            for one in pairs:
                for line in _lines(one):
                    write_line(line)
            if not pairs:
                write_line("  none suggested")
    return FINE if surveyed.complete else FOUND


def _lines(one: Contradiction) -> tuple[str, str, str]:
    why = ", ".join(difference.value for difference in one.differences) or "alike"
    return f"  {why}", f"    {_line(*one.one)}", f"  ≠ {_line(*one.other)}"


def _line(article: SurveyedArticle, statement: SurveyedStatement) -> str:
    speaker = statement.statement.shown_speaker
    return f"{article.outlet} · {speaker}: {statement.quote}"


def _as_json(surveyed: Surveyed, one: Contradiction) -> dict[str, object]:
    return {
        "one": _side(surveyed, *one.one),
        "other": _side(surveyed, *one.other),
        "strength": round(one.strength, 3),
        "why": [difference.value for difference in one.differences],
    }


def _side(
    surveyed: Surveyed, article: SurveyedArticle, statement: SurveyedStatement
) -> dict[str, object]:
    return {
        "article": article.name,
        "key": statement.key,
        "speaker": statement.statement.speaker,
        "sure": statement.statement.speaker_sure,
        "quote": statement.quote,
        "verdict": surveyed.verdict(article.name, statement.key),
    }
