"""Asked only when something could not be saved in time."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from reader.ui.saving import Saving
from reader.ui.screens.sheet import Sheet, plain


class LeaveScreen(Sheet[bool]):
    """Gives back True to leave without saving; staying is the easier answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "put_away", show=False),
        Binding("L", "leave", show=False),
    ]
    TITLE_LINE = "Not everything is saved"
    FOOT = "Esc stays, and saving is tried again · L leaves without saving"

    def __init__(self, saving: Saving) -> None:
        super().__init__()
        self._saving = saving

    def contents(self) -> ComposeResult:
        """What is not saved, and why."""
        count = self._saving.pending
        changes = "One change is" if count == 1 else f"{count} changes are"
        why, _ = self._saving.state
        with VerticalScroll():
            yield plain(f"{changes} not on disk yet.\n{why}")

    def action_leave(self) -> None:
        """Leave all the same."""
        self.dismiss(True)
