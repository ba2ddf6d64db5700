"""The command line: what to open, and the commands that need no screen."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reader.commands.console import Parser, cannot_run
from reader.corpus import CorpusError, open_corpus
from reader.files import reason_of

_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader` with these arguments and return its exit code: 0 fine, 1 found, 2 cannot."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an ASCII terminal shows "?" and no traceback
    try:
        command = _COMMANDS.get(arguments[0]) if arguments else None
        code = _open(arguments) if command is None else command(arguments[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return _PIPE_CLOSED
    except OSError as error:
        _let_go_of_stdout()
        return cannot_run(f"This cannot go on: {reason_of(error)}.")
    return code


def _let_go_of_stdout() -> None:
    """Send what is still to be written nowhere: the interpreter would try again, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _statements(arguments: list[str]) -> int:
    from reader.commands import statements

    return statements.run(arguments)


def _merge(arguments: list[str]) -> int:
    from reader.commands import merge

    return merge.run(arguments)


def _git(arguments: list[str]) -> int:
    from reader.commands import git

    return git.run(arguments)


def _status(arguments: list[str]) -> int:
    from reader.commands import status

    return status.run(arguments)


_COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "statements": _statements,
    "status": _status,
    "merge": _merge,
    "git": _git,
}


def _parser() -> Parser:
    parser = Parser(
        prog="reader",
        usage="%(prog)s PATH… [--reviewer NAME] [--theme NAME] [--reviews DIR]\n"
        "       %(prog)s statements PATH… [--format text|jsonl] [--reviewer NAME] [--reviews DIR]\n"
        "       %(prog)s status FOLDER [--format text|json] [--reviewer NAME] [--reviews DIR]\n"
        "       %(prog)s merge BASE OURS THEIRS PATH\n"
        "       %(prog)s git install|uninstall [--global]",
        description="Review, side by side, what news articles claim and who says so.",
        epilog="`reader statements` prints what is found in articles, without a screen. "
        "A folder that is called like a command is opened as ./statements.",
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a folder of articles, or files")
    parser.add_argument("--reviewer", metavar="NAME", help="who judges; names the sidecars")
    parser.add_argument("--theme", metavar="NAME", help="the colours to start with")
    parser.add_argument(
        "--reviews", metavar="DIR", type=Path, help="a folder for the sidecars, as the corpus' tree"
    )
    return parser


def _open(arguments: list[str]) -> int:
    """Open the screen over the paths."""
    options = _parser().parse_args(arguments)
    try:
        corpus = open_corpus([Path(path) for path in options.paths])
    except CorpusError as error:
        return cannot_run(str(error))
    if not _is_terminal():
        return cannot_run(
            "There is no terminal to show articles in; `reader statements` prints what is found"
            " in them."
        )
    # From here on there is a screen: what it needs is imported now, and for no command.
    from reader.config import read_config
    from reader.ui.app import run

    config = read_config(os.environ)
    theme = options.theme or config.theme or None
    return run(corpus, options.reviewer, theme, config, options.reviews)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
