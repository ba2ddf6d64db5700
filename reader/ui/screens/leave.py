"""Asked only when something could not be saved in time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from reader.ui.screens.sheet import Sheet, plain


class LeaveScreen(Sheet[bool]):
    """Gives back True to leave without saving; staying is the easier answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "put_away", show=False),
        Binding("L", "leave", show=False),
    ]
    TITLE_LINE = "Not everything is saved"
    FOOT = "Esc stays, and saving is tried again · L leaves without saving"

    def __init__(self, pending: int, why: str) -> None:
        super().__init__()
        self._pending = pending
        self._why = why

    def contents(self) -> ComposeResult:
        """What is not saved, and why."""
        changes = "One change is" if self._pending == 1 else f"{self._pending} changes are"
        with VerticalScroll():
            yield plain(f"{changes} not on disk yet.\n{self._why}")

    def action_leave(self) -> None:
        """Leave all the same."""
        self.dismiss(True)
