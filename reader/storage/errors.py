"""The one error of this room."""

from __future__ import annotations


class SidecarError(Exception):
    """A sidecar cannot be read, changed or saved; str() is one sentence, FILE:LINE first.

    `where` is the file as the person knows it, `line` counts from 1, or is 0 where no line is to
    blame.
    """

    def __init__(self, where: str, line: int, what: str) -> None:
        self.where = where
        self.line = line
        self.what = what
        super().__init__(f"{where}:{line}: {what}" if line else f"{where}: {what}")


class RefusedError(SidecarError):
    """An edit or undo no longer fits what the sidecar holds by now; nothing was changed."""


class NotSavedError(SidecarError):
    """The disk, the folder or its owner did not let a sidecar be saved; trying again may help."""
