"""Asked only where leaving would lose something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from reader.review import Draft
from reader.text import safe_line
from reader.ui.screens.sheet import Sheet, plain


class LeaveScreen(Sheet[bool]):
    """Gives back True to leave all the same; staying is the easier answer.

    `unsaved` says what is not on disk and why; `drafts` are kept nowhere else; `waiting` keys
    could not be carried out yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L", "leave", show=False),
    ]
    is_direct = True
    TITLE_LINE = "Not everything is saved"
    FOOT = "Esc stays · L leaves without saving"

    def __init__(self, unsaved: str, drafts: Sequence[Draft], waiting: int) -> None:
        super().__init__()
        self._unsaved = unsaved
        self._drafts = drafts
        self._waiting = waiting

    def contents(self) -> ComposeResult:
        """What is not saved, and why."""
        lines = []
        if self._unsaved:
            lines.append(self._unsaved)
        for draft in self._drafts:
            words, quote = safe_line(draft.words), safe_line(draft.quote)
            lines.append(f"The {draft.part} on {quote} is only a draft: {words}")
        if self._waiting:
            keys = "key waits" if self._waiting == 1 else "keys wait"
            lines.append(f"{self._waiting} {keys} until the statements are found.")
        with VerticalScroll():
            yield plain("\n".join(lines))

    def action_leave(self) -> None:
        """Leave all the same."""
        self.dismiss(True)
