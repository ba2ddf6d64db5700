"""`reader merge`: the merge driver git calls for sidecars."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path, PurePath

from reader.commands.console import FINE, FOUND, Parser, say
from reader.files import UnreadableError, read_regular
from reader.sidecar import NotSavedError, Sidecar, SidecarError, is_sidecar, parse
from reader.sidecar.merge import merge
from reader.storage import write_atomically
from reader.storage.folder import MOST_BYTES


def run(options: Namespace) -> int:
    """Merge THEIRS into OURS; 1, which git takes for a conflict, where OURS stays as it was."""
    path: str = options.path
    try:
        if not is_sidecar(PurePath(path).name):
            raise SidecarError(path, 0, "this is not the name of a sidecar, so it was left alone")
        base, ours, theirs = (
            _read(Path(one), f"{path} ({side})")
            for one, side in (
                (options.base, "base"),
                (options.ours, "ours"),
                (options.theirs, "theirs"),
            )
        )
        if ours is None or theirs is None:
            raise SidecarError(path, 0, "one side is empty, so there is nothing to merge")
        _write(Path(options.ours), path, merge(base, ours, theirs).raw)
    except SidecarError as error:
        say(f"{error} (not merged)")
        return FOUND
    return FINE


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader merge BASE OURS THEIRS PATH"
    parser.description = (
        "Merge two versions of one reviewer's sidecar, entry by entry, into OURS. git calls"
        " this after `reader git install`."
    )
    parser.add_argument("base", metavar="BASE", help="what both sides began with; may be empty")
    parser.add_argument("ours", metavar="OURS", help="our version; the result is written here")
    parser.add_argument("theirs", metavar="THEIRS", help="their version")
    parser.add_argument("path", metavar="PATH", help="the sidecar's name in the repository")


def _read(file: Path, where: str) -> Sidecar | None:
    """Read one version, None for the empty file git gives where there was none.

    A person writes /dev/null for that.
    """
    if str(file) == os.devnull:
        return None
    try:
        raw = read_regular(file, most=MOST_BYTES)
    except UnreadableError as error:
        raise SidecarError(where, 0, str(error)) from error
    return parse(raw, where) if raw else None


def _write(file: Path, where: str, raw: bytes) -> None:
    try:
        write_atomically(file, raw)
    except OSError as error:
        raise NotSavedError(where, 0, (error.strerror or str(error)).lower()) from error
