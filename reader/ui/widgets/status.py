"""The status line: whose review, how far, saved or not, and which keys come next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip
from textual.widget import Widget

from reader.text import safe_line
from reader.ui.painting.line import Piece, row

_LONGEST_NAME = 24
"""Cells for the reviewer's name: what is saved and what is not must be seen beside it."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line says. `alert` says that `saved` is bad news."""

    reviewer: str = ""
    progress: str = ""
    saved: str = ""
    alert: bool = False
    message: str = ""


class StatusLine(Widget):
    """One plain row; Textual's Footer would cost each change of pane twice as much."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--key",
        "status--dim",
        "status--alert",
        "status--message",
    }

    def __init__(self, hints: list[tuple[str, str]]) -> None:
        super().__init__()
        self._hints = hints
        self._status = Status()

    def show(self, status: Status) -> None:
        """Say something else."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one row."""
        status, base = self._status, self.rich_style
        alert = self.get_component_rich_style("status--alert", partial=True)
        left = [Piece(" ")]
        if status.reviewer:
            left.append(Piece(_cut(status.reviewer, _LONGEST_NAME)))
        if status.progress:
            left.append(Piece(f" · {status.progress}"))
        if status.saved:
            left.append(Piece(f" · {status.saved}", alert if status.alert else base))
        width = self.size.width
        if status.message:
            look = self.get_component_rich_style("status--message", partial=True)
            if cell_len(status.message) + 2 > width // 2:
                # What is not saved is not hidden by whatever else there is to say.
                news = [Piece(f"{_cut(status.saved, width // 3)} ", alert)] if status.alert else []
                return row([Piece(f" {status.message}", look)], news, width, base)
            return row(left, [Piece(f"{status.message} ", look)], width, base)
        room = width - sum(cell_len(piece.text) for piece in left) - 2
        return row(left, self._fitting(room), width, base)

    def _fitting(self, room: int) -> list[Piece]:
        """As many hints as there is room for: help, the last, stays, those before it go first."""
        key_look = self.get_component_rich_style("status--key", partial=True)
        dim = self.get_component_rich_style("status--dim", partial=True)
        shown = list(self._hints)
        while shown and sum(len(key) + len(word) + 3 for key, word in shown) > room:
            shown.pop(-2 if len(shown) > 1 else 0)
        pieces = []
        for key, word in shown:
            pieces += [Piece(key, key_look), Piece(f" {word}  ", dim)]
        return pieces


def _cut(words: str, cells: int) -> str:
    if cell_len(words) <= cells:
        return words
    return set_cell_size(safe_line(words), cells - 1).rstrip() + "…"
