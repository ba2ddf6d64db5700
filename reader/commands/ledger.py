"""`reader ledger`: who says what in a corpus, and on how many mouths each story rests."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from reader.commands.console import Parser, write_json, write_line
from reader.commands.surveying import Surveyed, add_arguments, add_folder, show_corpus
from reader.survey.ledger import Ledger, Speaker, StoryCount, counted


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader ledger [FOLDER] [--format text|json] [--reviewer NAME] [--reviews DIR]"
    parser.description = (
        "Print of each story on how many origins its statements rest, then the speakers of the"
        " corpus, their names joined: how many statements in how many articles, how many first"
        " hand, how judged. Statements whose speaker is a guess are counted apart, with a question"
        " mark. Names are joined as your speakers.REVIEWER.yaml says, else by their likeness."
    )
    add_folder(parser)
    add_arguments(parser)


def run(options: Namespace) -> int:
    """Print the ledger; 1 where an article or a sidecar could not be read."""

    def show(surveyed: Surveyed) -> None:
        survey = surveyed.survey
        ledger = Ledger(survey.articles, survey.stories, surveyed.aliases)
        if options.format == "json":
            answer = {
                "stories": [_story_as_json(one) for one in ledger.stories],
                "speakers": [_as_json(surveyed, one) for one in ledger.speakers],
            }
            write_json(answer, indent=1)
            return
        for story in ledger.stories:
            count = counted(story.statements, "statement"), counted(len(story.origins), "origin")
            write_line(f"{_label(story)}: {', '.join(count)}")
        write_line("")
        for one in ledger.speakers:
            write_line(_line(surveyed, one))

    return show_corpus(options, show)


def _label(one: StoryCount) -> str:
    return one.story.label or one.story.articles[0]


def _verdicts(surveyed: Surveyed, one: Speaker) -> Counter[str]:
    found = (surveyed.verdict(said.article.name, said.statement.key) for said in one.statements)
    return Counter(verdict or "unreviewed" for verdict in found)


def _opposed(surveyed: Surveyed, one: Speaker) -> int:
    said = ((said.article.name, said.statement.key) for said in one.statements)
    return sum(surveyed.is_opposed(*statement) for statement in said)


def _story_as_json(one: StoryCount) -> dict[str, object]:
    return {"story": _label(one), "statements": one.statements, "origins": len(one.origins)}


def _as_json(surveyed: Surveyed, one: Speaker) -> dict[str, object]:
    return {
        "names": list(one.names),
        "statements": len(one.statements),
        "guessed": len(one.guessed),
        "articles": one.articles,
        "first_hand": one.first_hand,
        "through": list(one.through),
        "verdicts": dict(_verdicts(surveyed, one)),
        "opposed": _opposed(surveyed, one),
    }


def _line(surveyed: Surveyed, one: Speaker) -> str:
    guessed = f", {len(one.guessed)}?" if one.guessed else ""
    also = f" ({'; '.join(one.names[1:])})" if one.names[1:] else ""
    judged = (f"{count} {verdict}" for verdict, count in sorted(_verdicts(surveyed, one).items()))
    where = f"in {counted(one.articles, 'article')}, {one.first_hand} first hand"
    opposed = _opposed(surveyed, one)
    linked = f"{opposed} linked as contradicted" if opposed else ""
    parts = [f"{one.name}{also}", where, ", ".join(judged), linked]
    return f"{len(one.statements)}{guessed}  " + " · ".join(filter(None, parts))
