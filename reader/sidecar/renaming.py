"""Giving a sidecar another name, never in the place of a file that is there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from reader.storage.folder import Folder, OutsideError, open_folder

_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})


def rename_new(source: Path, target: Path, root: Path) -> None:
    """Rename a regular file below `root` (resolved), making folders; follows no link on the way.

    Raises FileExistsError where the target is there, and OSError.
    """
    try:
        with (
            open_folder(source.parent, root) as old,
            open_folder(target.parent, root, create=True) as new,
        ):
            _rename(old, source.name, new, target.name)
            new.sync()
            old.sync()
    except OutsideError as error:
        raise OSError(errno.EINVAL, "it is a link, or not a regular file") from error


def _rename(old: Folder, name: str, new: Folder, new_name: str) -> None:
    status = os.stat(name, dir_fd=old.descriptor, follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        raise OutsideError
    try:
        # Unlike a rename, a link is refused where a file of that name is there already.
        os.link(
            name,
            new_name,
            src_dir_fd=old.descriptor,
            dst_dir_fd=new.descriptor,
            follow_symlinks=False,
        )
        os.unlink(name, dir_fd=old.descriptor)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # Taking the name first is what makes replacing safe: what is replaced is our own.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        os.close(os.open(new_name, flags, 0o600, dir_fd=new.descriptor))
        os.rename(name, new_name, src_dir_fd=old.descriptor, dst_dir_fd=new.descriptor)
