"""One sidecar on disk: always wholly old or wholly new, whoever else writes to it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.sidecar.edits import Edit
from reader.sidecar.errors import NotSavedError, SidecarError
from reader.sidecar.folder import BusyError, Folder, MovedError, OutsideError, open_folder
from reader.sidecar.format import Sidecar, empty, parse
from reader.sidecar.names import sidecar_path
from reader.sidecar.undo import Undo, apply
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


@dataclass(frozen=True, slots=True)
class Saved:
    """What is on disk after a save, and the edits that no longer fitted, each with its reason."""

    sidecar: Sidecar
    refused: tuple[tuple[Edit | Undo, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Store:
    """Reads and saves the sidecar at `path`, which stays below `root` (resolved).

    Folders made for it go with it, as far up as `lasting`, which was there before.
    """

    path: Path
    reviewer: str
    article: str
    root: Path
    lasting: Path

    @property
    def where(self) -> str:
        """The file as errors name it: as the reviewer knows it, below the root."""
        return safe_line(self.path.relative_to(self.root).as_posix())

    def load(self) -> Sidecar:
        """Read the file, an empty sidecar where there is none; raises SidecarError."""
        with self._told(_READING):
            real = self._real()
            try:
                with open_folder(real.parent, self.root) as folder:
                    return self._parsed(folder.read(real.name))
            except FileNotFoundError:
                return self._parsed(None)

    def save(self, edits: Sequence[Edit | Undo]) -> Saved:
        """Put these edits, and nothing else, into what is on disk now; durable when it returns.

        Raises SidecarError where the file cannot be read and NotSavedError where it cannot be
        written; it is unchanged then.
        """
        with self._told():
            real = self._real()
            with open_folder(real.parent, self.root, create=True) as folder:
                folder.lock()
                saved = self._save(folder, real.name, edits)
            if not saved.sidecar.raw:
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

    def _save(self, folder: Folder, name: str, edits: Sequence[Edit | Undo]) -> Saved:
        for _ in range(_MOST_TRIES):
            with self._told(_READING):
                old = folder.read(name)
            saved = _applied(self._parsed(old), edits)
            new = saved.sidecar.raw
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

    def _parsed(self, raw: bytes | None) -> Sidecar:
        if raw is None:
            return empty(self.article, self.reviewer, self.where)
        return parse(raw, self.where, reviewer=self.reviewer, article=self.article)

    def _real(self) -> Path:
        """Follow links within the corpus; raises OutsideError for one that leads out."""
        real = Path(os.path.realpath(self.path))
        if not real.is_relative_to(self.root):
            raise OutsideError
        return real

    def _prune(self, folder: Path) -> None:
        """Remove folders that mirrored the corpus' tree for a sidecar that is gone."""
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


def store_for(
    root: Path,
    article_name: str,
    reviewer: str,
    reviews: Path | None = None,
    lasting: Path | None = None,
) -> Store:
    """Give the store of an article's sidecar: beside it, or in `reviews`, which mirrors the tree.

    `article_name` is the article's POSIX path in the corpus; `lasting` the folder at or above
    `reviews` that was there when the run began, where that is not `reviews` itself.
    """
    top = Path(os.path.realpath(reviews or root))
    path = sidecar_path(top, article_name, reviewer)
    return Store(path, reviewer, article_name, top, lasting or top)


def write_atomically(path: str | Path, data: bytes) -> None:
    """Write a file wholly or not at all, keeping links, mode and owner; raises OSError."""
    real = Path(os.path.realpath(path))
    try:
        with open_folder(real.parent) as folder:
            folder.replace(real.name, data)
    except OutsideError as error:
        raise OSError(errno.EINVAL, f"{path} is not a regular file") from error


def _applied(sidecar: Sidecar, edits: Sequence[Edit | Undo]) -> Saved:
    refused = []
    for edit in edits:
        try:
            sidecar, _ = apply(sidecar, edit)
        except SidecarError as error:
            refused.append((edit, str(error)))
    if sidecar.raw:
        # Each edit was checked where it was made; what goes to disk is read as a whole.
        whole = parse(
            sidecar.raw, sidecar.where, reviewer=sidecar.reviewer, article=sidecar.article
        )
        if whole != sidecar:
            what = "the change would alter something else in the file; correct it by hand"
            raise SidecarError(sidecar.where, 0, what)
    return Saved(sidecar, tuple(refused))
