"""What the status line knows of saving: pending, saved, or why not."""

from __future__ import annotations

from collections.abc import Callable

from reader.sidecar import Edit, Failed, Saver, Store, Undo, Written
from reader.ui.messages import SaveReport


class Saving:
    """Hands edits to the saver and remembers how the last save went.

    `post` is called with each report from the saver's thread.
    """

    def __init__(self, post: Callable[[SaveReport], None]) -> None:
        self._saver = Saver(lambda report: post(SaveReport(report)))
        self._failures: dict[Store, str] = {}
        self._used = False

    @property
    def state(self) -> tuple[str, bool]:
        """A word for the status line, and whether it is bad news."""
        if self._failures:
            return f"NOT SAVED: {next(iter(self._failures.values()))}", True
        if self._saver.pending:
            return "saving…", False
        return ("saved" if self._used else ""), False

    def submit(self, store: Store, edit: Edit | Undo) -> None:
        """Have an edit saved; returns at once."""
        self._used = True
        self._saver.submit(store, edit)

    def unsaved(self, store: Store) -> tuple[Edit | Undo, ...]:
        """The edits of a store that are not on disk yet, in their order."""
        return self._saver.unsaved(store)

    def retry(self) -> None:
        """Try now what has failed."""
        self._saver.retry()

    def sweep(self, store: Store) -> None:
        """Have what killed writers left beside a sidecar removed; returns at once."""
        self._saver.sweep(store)

    def heard(self, report: Written | Failed) -> None:
        """Take note of a report."""
        if isinstance(report, Failed):
            self._failures[report.store] = _told(report.store, report.reason)
        else:
            self._failures.pop(report.store, None)

    @property
    def pending(self) -> int:
        """How many edits are not on disk yet."""
        return self._saver.pending

    def flush(self, seconds: float) -> bool:
        """Wait until all is saved; False if something is not."""
        return self._saver.flush(seconds)

    def close(self, seconds: float) -> bool:
        """Flush, and stop saving."""
        return self._saver.close(seconds)


def _told(store: Store, reason: str) -> str:
    """Why first, then which file: a narrow status line cuts off what comes last."""
    why = reason.removeprefix(f"{store.where}: ")
    if why != reason:
        return f"{why} ({store.path.name})"
    return reason.replace(f"{store.root}/", "")
