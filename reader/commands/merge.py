"""`reader merge`: the merge driver git calls for sidecars."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeVar

from reader import sidecar, speakers
from reader.commands.console import FINE, FOUND, Parser, say
from reader.files import UnreadableError, read_regular
from reader.sidecar import is_sidecar
from reader.sidecar import merge as sidecar_merge
from reader.speakers import merge as speakers_merge
from reader.storage import Document, NotSavedError, SidecarError, write_atomically
from reader.storage.folder import MOST_BYTES

File = TypeVar("File", bound=Document)


def run(options: Namespace) -> int:
    """Merge THEIRS into OURS; 1, which git takes for a conflict, where OURS stays as it was."""
    path: str = options.path
    name = PurePath(path).name
    try:
        if is_sidecar(name):
            raw = _merged(options, sidecar.parse, sidecar_merge.merge)
        elif speakers.is_speakers_file(name):
            raw = _merged(options, speakers.parse, speakers_merge.merge)
        else:
            raise SidecarError(path, 0, "this is not the name of a sidecar, so it was left alone")
        _write(Path(options.ours), path, raw)
    except SidecarError as error:
        say(f"{error} (not merged)")
        return FOUND
    return FINE


def _merged(
    options: Namespace,
    parse: Callable[[bytes, str], File],
    merge: Callable[[File | None, File, File], File],
) -> bytes:
    path: str = options.path
    base, ours, theirs = (
        _read(Path(one), f"{path} ({side})", parse)
        for one, side in (
            (options.base, "base"),
            (options.ours, "ours"),
            (options.theirs, "theirs"),
        )
    )
    if ours is None or theirs is None:
        raise SidecarError(path, 0, "one side is empty, so there is nothing to merge")
    return merge(base, ours, theirs).raw


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader merge BASE OURS THEIRS PATH"
    parser.description = (
        "Merge two versions of one reviewer's sidecar, entry by entry, or of their aliases of"
        " speakers, line by line, into OURS. git calls"
        " this after `reader git install`."
    )
    parser.add_argument("base", metavar="BASE", help="what both sides began with; may be empty")
    parser.add_argument("ours", metavar="OURS", help="our version; the result is written here")
    parser.add_argument("theirs", metavar="THEIRS", help="their version")
    parser.add_argument("path", metavar="PATH", help="the sidecar's name in the repository")


def _read(file: Path, where: str, parse: Callable[[bytes, str], File]) -> File | None:
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
