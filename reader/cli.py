"""The command line: what to open, and the commands that need no screen."""

from __future__ import annotations

import gc
import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from reader.commands.console import Parser, cannot_run
from reader.corpus import CorpusError, open_corpus
from reader.files import reason_of

_PIPE_CLOSED = 141

_ABOUT = frozenset({"-h", "--help", "--version"})
_USAGE = (
    "reader [PATH…] [--reviewer NAME] [--theme NAME] [--reviews DIR]\n"
    "       reader COMMAND …   (`reader COMMAND --help` says more)"
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command that needs no screen; `reader.commands` has a module of its name."""

    name: str
    summary: str
    example: str


COMMANDS = (
    Command(
        "statements",
        "print who says what in articles",
        "reader statements sample_corpus/ --format jsonl",
    ),
    Command(
        "status",
        "print how far a review has come",
        "reader status sample_corpus/ --reviewer alice",
    ),
    Command(
        "similar",
        "print the same claim in other articles",
        'reader similar --text "four were killed" --in sample_corpus/',
    ),
    Command(
        "contradictions",
        "print statements of a story that may contradict each other",
        "reader contradictions sample_corpus/",
    ),
    Command(
        "ledger",
        "print who says what, and how many origins a story has",
        "reader ledger sample_corpus/",
    ),
    Command(
        "assign",
        "give every article its reviewers",
        "reader assign sample_corpus/ --per-article 2",
    ),
    Command(
        "agree",
        "print how far the reviewers agree, and on what they do not",
        "reader agree sample_corpus/",
    ),
    Command(
        "merge",
        "merge two versions of a sidecar; git calls it",
        "reader merge base.yaml ours.yaml theirs.yaml a.txt.review.alice.yaml",
    ),
    Command(
        "git",
        "set up git to merge sidecars entry by entry",
        "reader git install",
    ),
)


class _Module(Protocol):
    """What a command's module offers."""

    def arguments(self, parser: Parser) -> None:
        """Say which arguments it takes."""

    def run(self, options: Namespace) -> int:
        """Carry it out and give the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader` with these arguments and return its exit code: 0 fine, 1 found, 2 cannot."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _give_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return _PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        _let_go_of_stdout()
        if isinstance(
            error.__cause__, KeyboardInterrupt
        ):  # while a class was made: Python wraps it
            raise error.__cause__ from None
        if isinstance(error, OSError) and error.filename is None:  # it has no name: stdout
            return cannot_run(f"The command cannot continue: {reason_of(error)}.")
        from reader.unforeseen import unforeseen

        return cannot_run(unforeseen(error, os.environ))
    return code


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in {command.name for command in COMMANDS}:
        module = cast(_Module, import_module(f"reader.commands.{first}"))
        return module.run(_parser(first, module).parse_args(arguments))
    # A first word that is no command is a path.
    if not _ABOUT.isdisjoint(arguments):
        _parser().parse_args([one for one in arguments if one in _ABOUT])
    parser = Parser("reader", usage=_USAGE)
    parser.add_argument("paths", metavar="PATH", nargs="*")
    _opening_arguments(parser)
    return _open(parser.parse_args(arguments))


def _parser(wanted: str = "", module: _Module | None = None) -> Parser:
    """All commands by name, with the arguments of the one that is wanted."""
    parser = Parser(
        "reader",
        usage=_USAGE,
        description="Review, side by side, what news articles claim and who says so."
        " Without a PATH, the articles of the current folder are opened.",
        examples=(
            ("reader sample_corpus/", "open a folder of articles, two side by side"),
            ("reader statements gazette.txt", "print what is found in one of them"),
            ("reader ./status", "open a folder that has the name of a command"),
        ),
    )
    _opening_arguments(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="reader")
    for command in COMMANDS:
        inner = commands.add_parser(
            command.name, help=command.summary, examples=((command.example, ""),)
        )
        if command.name == wanted and module is not None:
            module.arguments(inner)
    return parser


def _opening_arguments(parser: Parser) -> None:
    parser.add_argument("--reviewer", metavar="NAME", help="your name as a reviewer")
    parser.add_argument("--theme", metavar="NAME", help="the theme to start with")
    parser.add_argument(
        "--reviews",
        metavar="DIR",
        type=Path,
        help="keep the sidecars in DIR, not beside the articles",
    )


def _open(options: Namespace) -> int:
    """Open the screen over the paths."""
    try:
        corpus = open_corpus([Path(path) for path in options.paths or ["."]])
    except CorpusError as error:
        return cannot_run(str(error))
    if not _is_terminal():
        return cannot_run(
            "There is no terminal to show articles in; `reader statements` prints what is found"
            " in them."
        )
    # From here on there is a screen: what it needs is imported now, and for no command. Collecting
    # the garbage of start-up would cost a tenth of it; the screen turns it on again.
    gc.disable()
    from reader.config import read_config
    from reader.ui.app import run

    config = read_config(os.environ)
    theme = options.theme or config.theme or None
    return run(corpus, options.reviewer, theme, config, options.reviews)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _give_streams() -> None:
    """Have stdin, stdout and stderr, also where whoever started us closed them."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w" if number else "r", encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an ASCII terminal shows "?" and no traceback


def _let_go_of_stdout() -> None:
    """Send what is still to be written nowhere: the interpreter would try again, and complain."""
    with suppress(ValueError):  # a stdout that is no file has nothing waiting
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
