"""What nobody foresaw: one sentence for the person, the traceback in a file of its own."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from reader import __version__
from reader.files import reason_of
from reader.folders import state_folder
from reader.text import safe, safe_line

_MOST_FILES = 20
"""Older ones go: one error told again and again must not fill the disk."""


def unforeseen(error: BaseException, environ: Mapping[str, str]) -> str:
    """Write an error's details down, and give the sentence that says where; never raises."""
    told = f"An unexpected error ({type(error).__name__}) ended this"
    try:
        path = _write(state_folder(environ), _details(error))
    except OSError as obstacle:
        return f"{told}; its details could not be written: {reason_of(obstacle)}."
    return f"{told}; please report it with the details in {safe_line(str(path))}"


def _details(error: BaseException) -> str:
    import traceback

    try:
        lines = "".join(traceback.format_exception(error))
    except Exception as another:  # noqa: BLE001 - an error may fail to say what it is
        lines = f"{type(error).__name__}, which cannot be shown: {type(another).__name__}\n"
    # Its message may hold an article's words, and the file is read in a terminal.
    return safe(
        f"reader {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{' '.join(sys.argv)}\n\n{lines}"
    )


def _write(folder: Path, details: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    old = sorted(folder.glob("error-*.txt"))
    for path in old[: max(0, len(old) - _MOST_FILES + 1)]:
        with suppress(OSError):
            path.unlink()
    path = folder / f"error-{datetime.now():%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(details)
    return path
