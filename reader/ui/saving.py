"""What the status line knows of saving: pending, saved, or why not."""

from __future__ import annotations

from reader.storage import AnyStore, Failed, Saver, Written


class Saving:
    """Remembers how the last saves of a saver went, and says it in a word."""

    def __init__(self, saver: Saver) -> None:
        self._saver = saver
        self._failures: dict[AnyStore, str] = {}
        self._saved = False

    @property
    def state(self) -> tuple[str, bool]:
        """A word for the status line, and whether it is bad news."""
        if self._failures:
            return f"NOT SAVED: {next(iter(self._failures.values()))}", True
        if self._saver.pending:
            return "saving…", False
        return ("saved" if self._saved else ""), False

    def heard(self, report: Written | Failed) -> None:
        """Take note of a report."""
        if isinstance(report, Failed):
            self._failures[report.store] = _why_first(report.store, report.reason)
        else:
            self._failures.pop(report.store, None)
            self._saved = True


def _why_first(store: AnyStore, reason: str) -> str:
    """Why, then which file: a narrow status line cuts off what comes last."""
    why = reason.removeprefix(f"{store.where}: ")
    return reason if why == reason else f"{why} ({store.path.name})"
