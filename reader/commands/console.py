"""What every command does the same way: its arguments, its words on stderr, its exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reader import __version__
from reader.text import safe_json, safe_line

FINE = 0
FOUND = 1
CANNOT_RUN = 2


class Parser(argparse.ArgumentParser):
    """Arguments with --help and --version, whose errors repeat no control characters.

    `examples` are command lines, each with a word of what it does or "".
    """

    def __init__(
        self,
        prog: str,
        usage: str | None = None,
        description: str | None = None,
        examples: Sequence[tuple[str, str]] = (),
    ) -> None:
        width = max((len(line) for line, _ in examples), default=0)
        shown = [f"  {line:<{width}}  {what}".rstrip() for line, what in examples]
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog="\n".join([f"example{'s' if len(shown) > 1 else ''}:", *shown]) if shown else "",
            formatter_class=_Help,
            allow_abbrev=False,
        )
        self.add_argument("--version", action="version", version=f"reader {__version__}")

    def add_review_arguments(self) -> None:
        """Take --reviewer and --reviews: whose sidecars are read, and where they are."""
        self.add_argument("--reviewer", metavar="NAME", help="whose sidecars to read")
        self.add_argument(
            "--reviews",
            metavar="DIR",
            type=Path,
            help="where the sidecars are, if not beside the articles",
        )

    def error(self, message: str) -> NoReturn:
        """Show the usage and the error, and leave."""
        self.print_usage(sys.stderr)
        self.exit(CANNOT_RUN, f"{self.prog}: {safe_line(message)}\n")


_LONGEST_COMMAND = len("    contradictions")


class _Help(argparse.HelpFormatter):
    """Help whose examples keep their lines, with room for the longest command's name."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog)
        self._action_max_length = _LONGEST_COMMAND  # it leaves a command's indent out of account

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text.startswith("example"):
            return text
        return super()._fill_text(text, width, indent)


def write_line(words: str) -> None:
    """Write a line to stdout."""
    sys.stdout.write(f"{safe_line(words)}\n")


def write_json(data: object, indent: int | None = None) -> None:
    """Write JSON and a newline to stdout, without anything a terminal would obey."""
    import json

    sys.stdout.write(safe_json(json.dumps(data, ensure_ascii=False, indent=indent)) + "\n")


def say(sentence: str) -> None:
    """Write one sentence to stderr."""
    sys.stderr.write(f"reader: {safe_line(sentence)}\n")


def cannot_run(sentence: str) -> int:
    """Say why not, and return the exit code for it."""
    say(sentence)
    return CANNOT_RUN
