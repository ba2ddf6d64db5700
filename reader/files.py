"""Reading files that may be anything: only regular ones, without waiting, within bounds."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
"""A text larger than this is refused: years of a newspaper's reporting on one event fit."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a link",
}


class UnreadableError(Exception):
    """The file was not read; the message says why, in words for the reader."""


def read_regular(path: Path, *, within: Sequence[Path] = (), most: int = MOST_BYTES) -> bytes:
    """Read a regular file of at most `most` bytes; raises UnreadableError for anything else.

    With `within` (resolved paths), the file must be one of them or lie inside one, also when a
    link on the way to it has been changed since it was listed.
    """
    try:
        # Without blocking, or a pipe nobody writes to would hold the program for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        try:
            return _read(descriptor, path, within, most)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error


def _read(descriptor: int, path: Path, within: Sequence[Path], most: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(f"it is {kind_of(status.st_mode)}, not a file")
    if within:
        real = path.resolve()
        # The descriptor is what will be read: the path must lead inside, and to the same file.
        if not is_within(real, within) or not os.path.samestat(status, real.stat()):
            raise UnreadableError("it is a link that leads out of the corpus")
    if status.st_size > most:
        raise UnreadableError(_too_large(most))
    raw = bytearray()
    while chunk := os.read(descriptor, most + 1 - len(raw)):
        raw += chunk
        if len(raw) > most:
            raise UnreadableError(_too_large(most))
    return bytes(raw)


def is_within(real: Path, bounds: Sequence[Path]) -> bool:
    """Tell whether a resolved path is one of these, or lies inside one."""
    return any(real == bound or bound in real.parents for bound in bounds)


def kind_of(mode: int) -> str:
    """Name what a file mode stands for: "a pipe", "a device"."""
    return _KINDS.get(stat.S_IFMT(mode), "a special file")


def reason_of(error: OSError) -> str:
    """Say in lower-case words why the system refused."""
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "it is not there"
    return (error.strerror or str(error)).lower()


def _too_large(most: int) -> str:
    size = f"{most // (1024 * 1024)} MB" if most >= 1024 * 1024 else f"{most // 1024} KB"
    return f"it is larger than {size}"
