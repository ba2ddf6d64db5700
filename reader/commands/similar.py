"""`reader similar`: the same claim in other articles."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.commands.console import FINE, FOUND, Parser, cannot_run, write_json, write_line
from reader.commands.surveying import Surveyed, add_arguments, place_as_json, survey_corpus
from reader.corpus import CorpusError
from reader.survey import Counterpart, SurveyedArticle
from reader.survey.plain import place_from, plain_place

_MOST = 5


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    options = "[--in FOLDER] [--format text|json] [--reviewer NAME] [--reviews DIR]"
    parser.usage = (
        f"reader similar FILE[#KEY] {options}\n       reader similar --text WORDS {options}"
    )
    parser.description = (
        "Print, for each statement of an article, for the one with a key, or for words of"
        " your own, the statements of other articles that are most like it."
    )
    parser.add_argument(
        "file", metavar="FILE[#KEY]", nargs="?", help="an article, or one statement"
    )
    parser.add_argument("--text", metavar="WORDS", help="words to look for instead")
    parser.add_argument(
        "--in",
        dest="folder",
        metavar="FOLDER",
        type=Path,
        help="where to look (default: the article's own folder, or the current one)",
    )
    add_arguments(parser)


def run(options: Namespace) -> int:
    """Print the counterparts; 1 where an article or a sidecar could not be read."""
    if (options.file is None) == (options.text is None):
        return cannot_run("Name an article, or give words with --text.")
    path, key = options.file or "", ""
    if "#" in path and not Path(path).exists():
        path, _, key = path.rpartition("#")
    file = Path(path) if options.file else None
    if file is not None and not file.is_file():
        return cannot_run(f"There is no article {path}.")
    folder = options.folder or (file.parent if file else Path())
    try:
        surveyed = survey_corpus([folder], options)
    except CorpusError as error:
        return cannot_run(str(error))
    if file is None:
        asked = [("", surveyed.survey.like(options.text, _MOST))]
    else:
        article = _named(surveyed, folder, file)
        if article is None:
            return cannot_run(f"{path} is no readable article below {folder}.")
        keys = {one.key: surveyed.key(article.name, one.key) for one in article.statements}
        wanted = [one for one, shown in keys.items() if key in ("", one, shown)]
        if key and not wanted:
            return cannot_run(f"No statement of {path} has the key {key}.")
        asked = [
            (keys[one], surveyed.survey.counterparts(article.name, one, _MOST)) for one in wanted
        ]
    _show(surveyed, asked, options.format)
    return FINE if surveyed.complete else FOUND


def _named(surveyed: Surveyed, folder: Path, file: Path) -> SurveyedArticle | None:
    try:
        name = file.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return None
    return surveyed.survey.article(name)


def _show(
    surveyed: Surveyed, asked: Sequence[tuple[str, Sequence[Counterpart]]], form: str
) -> None:
    if form == "json":
        answer = [
            {"key": key, "elsewhere": [_as_json(surveyed, one) for one in found]}
            for key, found in asked
        ]
        write_json(answer, indent=1)
        return
    for key, found in asked:
        if key:
            write_line(key)
        for one in found:
            write_line(f"  {_line(surveyed, one)}")
        if not found:
            write_line("  nothing alike")


def _as_json(surveyed: Surveyed, one: Counterpart) -> dict[str, object]:
    place = place_from(plain_place(one.article, one.statement))
    return {
        **place_as_json(surveyed, place),
        "likeness": round(one.likeness, 3),
        "opposed": one.opposed,
    }


def _line(surveyed: Surveyed, one: Counterpart) -> str:
    sign = "≠" if one.opposed else "="
    speaker = one.statement.statement.shown_speaker
    verdict = surveyed.verdict(one.article.name, one.statement.key) or "unreviewed"
    place = f"{one.article.name}#{surveyed.key(one.article.name, one.statement.key)}"
    quote = one.statement.quote
    return f"{sign} {one.article.outlet} · {speaker}: {quote} [{verdict}] {place}"
