"""What every command does the same way: its arguments, its words on stderr, its exit code."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from reader import __version__
from reader.text import safe_line

FINE = 0
FOUND = 1
CANNOT_RUN = 2


class Parser(argparse.ArgumentParser):
    """Arguments with --help and --version, whose errors repeat no control characters."""

    def __init__(self, prog: str, usage: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
        )
        self.add_argument("--version", action="version", version=f"reader {__version__}")

    def error(self, message: str) -> NoReturn:
        """Show the usage and the error, and leave."""
        self.print_usage(sys.stderr)
        self.exit(CANNOT_RUN, f"{self.prog}: {safe_line(message)}\n")


def say(sentence: str) -> None:
    """Write one sentence to stderr."""
    sys.stderr.write(f"reader: {safe_line(sentence)}\n")


def cannot_run(sentence: str) -> int:
    """Say why not, and return the exit code for it."""
    say(sentence)
    return CANNOT_RUN
