"""One file on disk that a reviewer's work is kept in: always wholly old or wholly new."""

from __future__ import annotations

import errno
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from reader.storage.errors import NotSavedError, SidecarError
from reader.storage.folder import BusyError, Folder, MovedError, OutsideError, open_folder
from reader.text import safe_line

_MOST_TRIES = 10
"""A file that changes ten times while one verdict is saved is not ours to write."""

_ELSEWHERE = "; name another folder for the sidecars with --reviews DIR"
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: f"the disk is read-only{_ELSEWHERE}",
    errno.EACCES: f"there is no permission to write here{_ELSEWHERE}",
    errno.EPERM: f"there is no permission to write here{_ELSEWHERE}",
    errno.ELOOP: "a link was put in its place; remove the link",
    errno.EFBIG: "the file is too large",
    errno.EIO: "the disk reports an error",
}
_UNREADABLE = "there is no permission to read it (chmod u+r gives it)"
_READING = {**_REASONS, errno.EACCES: _UNREADABLE, errno.EPERM: _UNREADABLE}
_OUTSIDE = (
    "it is a link that leads out of the corpus, or not a regular file; put a file in its place"
)


class Document(Protocol):
    """What a file holds, with the bytes it stands in; empty where there is no file."""

    @property
    def raw(self) -> bytes:
        """The bytes."""


DocumentT = TypeVar("DocumentT", bound=Document)
ChangeT = TypeVar("ChangeT")


@dataclass(frozen=True, slots=True)
class Saved(Generic[DocumentT, ChangeT]):
    """What is on disk after a save, and the edits that no longer fitted, each with its reason."""

    document: DocumentT
    refused: tuple[tuple[ChangeT, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FileStore(ABC, Generic[DocumentT, ChangeT]):
    """Reads and saves the file at `path`, which stays below `root` (resolved).

    Folders made for it go with it, as far up as `lasting`, which was there before. What the bytes
    mean, and what a change makes of them, is said by whoever knows the format.
    """

    path: Path
    root: Path
    lasting: Path

    @abstractmethod
    def parsed(self, raw: bytes | None) -> DocumentT:
        """Read the file's bytes, None where there is no file; raises SidecarError."""

    @abstractmethod
    def applied(self, document: DocumentT, change: ChangeT) -> DocumentT:
        """Make one change; raises SidecarError where it no longer fits."""

    @property
    def where(self) -> str:
        """The file as errors name it: as the reviewer knows it, below the root."""
        return safe_line(self.path.relative_to(self.root).as_posix())

    def load(self) -> DocumentT:
        """Read the file, an empty document where there is none; raises SidecarError."""
        with self._told(_READING):
            real = self._real()
            try:
                with open_folder(real.parent, self.root) as folder:
                    return self.parsed(folder.read(real.name))
            except FileNotFoundError:
                return self.parsed(None)

    def save(self, edits: Sequence[ChangeT]) -> Saved[DocumentT, ChangeT]:
        """Put these edits, and nothing else, into what is on disk now; durable when it returns.

        Raises SidecarError where the file cannot be read and NotSavedError where it cannot be
        written; it is unchanged then.
        """
        with self._told():
            real = self._real()
            with open_folder(real.parent, self.root, create=True) as folder:
                folder.lock()
                saved = self._save(folder, real.name, edits)
            if not saved.document.raw:
                self._prune(real.parent)
            return saved

    def stamp(self) -> tuple[int, int, int] | None:
        """Give what changes whenever the file does, to be looked at often; None: no file."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size

    def obstacle(self) -> str:
        """Say why verdicts could not be saved here, or nothing; writes nothing to find out."""
        try:
            with self._told():
                real = self._real()
                place = real
                while not place.exists() and place != place.parent:
                    place = place.parent
                needed = [place, real.parent] if place == real else [place]
                for one in needed:
                    if not os.access(one, os.W_OK):
                        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except SidecarError as error:
            return error.what
        return ""

    def sweep(self) -> int:
        """Remove the temporary files of killed writers from this folder, unless one is at work."""
        with self._told():
            real = self._real()
            if not os.access(real.parent, os.W_OK):
                return 0
            with open_folder(real.parent, self.root) as folder:
                return folder.sweep() if folder.try_lock() else 0

    def _save(
        self, folder: Folder, name: str, edits: Sequence[ChangeT]
    ) -> Saved[DocumentT, ChangeT]:
        for _ in range(_MOST_TRIES):
            with self._told(_READING):
                old = folder.read(name)
            saved = self._with(self.parsed(old), edits)
            new = saved.document.raw
            try:
                if new == (old or b""):
                    folder.sync()
                elif new:
                    folder.replace_if_same(name, new, old)
                elif old is not None:
                    folder.remove_if_same(name, old)
            except MovedError:
                continue  # somebody who takes no locks, as git and editors do
            return saved
        raise NotSavedError(self.where, 0, "another program keeps changing it; it is tried again")

    def _with(self, document: DocumentT, edits: Sequence[ChangeT]) -> Saved[DocumentT, ChangeT]:
        refused = []
        for edit in edits:
            try:
                document = self.applied(document, edit)
            except SidecarError as error:
                refused.append((edit, str(error)))
        # Each edit was checked where it was made; what goes to disk is read as a whole.
        if document.raw and self.parsed(document.raw) != document:
            what = "the change would alter something else in the file; correct it by hand"
            raise SidecarError(self.where, 0, what)
        return Saved(document, tuple(refused))

    def _real(self) -> Path:
        """Follow links within the corpus; raises OutsideError for one that leads out."""
        real = Path(os.path.realpath(self.path))
        if not real.is_relative_to(self.root):
            raise OutsideError
        return real

    def _prune(self, folder: Path) -> None:
        """Remove folders that mirrored the corpus' tree for a file that is gone."""
        while folder != self.lasting and folder.is_relative_to(self.lasting):
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    @contextmanager
    def _told(self, reasons: Mapping[int, str] = _REASONS) -> Iterator[None]:
        """Turn what the system says into one sentence; `reasons` by its error numbers."""
        try:
            yield
        except OSError as error:
            reason = reasons.get(error.errno or 0) or (error.strerror or str(error)).lower()
            raise NotSavedError(self.where, 0, reason) from error
        except OutsideError as error:
            raise NotSavedError(self.where, 0, _OUTSIDE) from error
        except BusyError as error:
            what = "another program is writing to the folder; it is tried again"
            raise NotSavedError(self.where, 0, what) from error


def write_atomically(path: str | Path, data: bytes) -> None:
    """Write a file wholly or not at all, keeping links, mode and owner; raises OSError."""
    real = Path(os.path.realpath(path))
    try:
        with open_folder(real.parent) as folder:
            folder.replace(real.name, data)
    except OutsideError as error:
        raise OSError(errno.EINVAL, f"{path} is not a regular file") from error
