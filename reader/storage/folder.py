"""One folder, held by its descriptor while a file in it is read, replaced or removed.

Every name is looked up from the descriptor and no link is followed, so that nobody can lead a save
elsewhere by swapping a link in. The lock is on the descriptor too: it leaves no file behind.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 16 * 1024 * 1024
"""More than the parser takes; a larger file is not even read."""

_PATIENCE = 5.0
"""Seconds to wait for another program's save; one takes some 15 ms, so three writers never do."""
_PAUSE = 0.003
_TEMPORARY = re.compile(r"\.reader-[0-9]+-[0-9a-f]{8}\.tmp")
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})
_BUSY = frozenset({errno.EAGAIN, errno.EACCES})
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class MovedError(Exception):
    """The file changed on disk between reading and replacing it."""


class BusyError(Exception):
    """Another program holds the folder."""


class OutsideError(Exception):
    """The path leads out of the folder it must stay in, or to what is not a regular file."""


@contextmanager
def open_folder(path: Path, root: Path | None = None, *, create: bool = False) -> Iterator[Folder]:
    """Open a folder at or below `root` (both resolved), step by step, following no link.

    With `create`, folders that are missing are made. Raises OSError, and OutsideError where the
    folder is not below the root.
    """
    root = root or path
    if not path.is_relative_to(root):
        raise OutsideError
    if create:
        root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(root, _FOLDER)
    try:
        for part in path.relative_to(root).parts:
            if create:
                with suppress(FileExistsError):
                    os.mkdir(part, dir_fd=descriptor)
            inner = os.open(part, _FOLDER, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield Folder(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder; `descriptor` belongs to `open_folder`."""

    descriptor: int

    def lock(self) -> bool:
        """Wait for the lock; False where the file system has none. Raises BusyError."""
        end = time.monotonic() + _PATIENCE
        while (held := self.try_lock()) is None:
            if time.monotonic() > end:
                raise BusyError
            time.sleep(_PAUSE)
        return held

    def try_lock(self) -> bool | None:
        """Take the lock if nobody has it (None: somebody has); False where there are no locks."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return None
            if error.errno in _NO_LOCKS:
                # Some network file systems: comparing before replacing is the safety there.
                return False
            raise
        return True

    def read(self, name: str) -> bytes | None:
        """Read a regular file, None where there is none; raises OSError and OutsideError."""
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            descriptor = os.open(name, flags, dir_fd=self.descriptor)
        except FileNotFoundError:
            return None
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OutsideError
            chunks = []
            room = MOST_BYTES + 1
            while room > 0 and (chunk := os.read(descriptor, room)):
                chunks.append(chunk)
                room -= len(chunk)
        finally:
            os.close(descriptor)
        if room <= 0:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return b"".join(chunks)

    def replace(self, name: str, data: bytes) -> None:
        """Put bytes in the place of a file, wholly or not at all, whatever happens; OSError."""
        self._write(name, data, None)

    def replace_if_same(self, name: str, data: bytes, expected: bytes | None) -> None:
        """Replace a file that still holds the expected bytes (None: that is not there yet).

        Raises MovedError where it does not, and OSError.
        """
        self._write(name, data, (expected,))

    def remove_if_same(self, name: str, expected: bytes) -> None:
        """Remove a file that still holds the expected bytes; raises MovedError and OSError."""
        self._check_writable(name)
        if self.read(name) != expected:
            raise MovedError
        os.unlink(name, dir_fd=self.descriptor)
        self.sync()

    def sync(self) -> None:
        """Make the names in the folder last through a power cut."""
        try:
            os.fsync(self.descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some file systems sync no folders
                raise

    def sweep(self) -> int:
        """Remove what writers left that were killed; the lock must be held, so none is alive."""
        stale = [name for name in os.listdir(self.descriptor) if _TEMPORARY.fullmatch(name)]  # noqa: PTH208 - by descriptor
        for name in stale:
            with suppress(FileNotFoundError):
                os.unlink(name, dir_fd=self.descriptor)
        return len(stale)

    def _write(self, name: str, data: bytes, expected: tuple[bytes | None] | None) -> None:
        old = self._check_writable(name)
        temporary = f".reader-{os.getpid()}-{secrets.token_hex(4)}.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        mode = 0o666 if old is None else 0o600
        descriptor = os.open(temporary, flags, mode, dir_fd=self.descriptor)
        try:
            try:
                _write_all(descriptor, data)
                if old is not None:
                    _take_over(descriptor, old)
                _sync_file(descriptor)
            finally:
                os.close(descriptor)
            if expected is not None and self.read(name) != expected[0]:
                raise MovedError
            os.replace(temporary, name, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(temporary, dir_fd=self.descriptor)
            raise
        self.sync()

    def _check_writable(self, name: str) -> os.stat_result | None:
        try:
            status = os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(status.st_mode):
            raise OutsideError
        # A rename asks for no permission on what it replaces; the person who took it away does.
        if not os.access(name, os.W_OK, dir_fd=self.descriptor):
            read_only = os.fstatvfs(self.descriptor).f_flag & os.ST_RDONLY
            code = errno.EROFS if read_only else errno.EACCES
            raise OSError(code, os.strerror(code))
        return status


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _take_over(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the old one's owner, as far as the system lets us, and its mode."""
    new = os.fstat(descriptor)
    for owner, group in ((old.st_uid, old.st_gid), (-1, old.st_gid)):
        if (owner, group) == (new.st_uid, new.st_gid):
            break
        try:
            os.fchown(descriptor, owner, group)
            break
        except PermissionError:
            continue
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync_file(descriptor: int) -> None:
    os.fsync(descriptor)
    # On macOS fsync leaves the bytes in the disk's own cache.
    full = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        fcntl.fcntl(descriptor, full)
