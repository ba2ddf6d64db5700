"""The status line: whose review, how far, saved or not, and which keys come next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.strip import Strip

from reader.ui.painting.line import Piece, row, shortened, wrapped
from reader.ui.widgets.kept_rows import KeptRows

if TYPE_CHECKING:
    from reader.review import Filter, Reading

_LONGEST_NAME = 24
"""Cells for the reviewer's name: what is saved and what is not must be seen beside it."""
_MOST_ROWS = 3
"""Rows for one message; the rest of it is cut."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line says. `alert` says that `saved` is bad news.

    `compared` is how far other articles are; `hints` are keys with a short word, most wanted first.
    """

    reviewer: str = ""
    progress: str = ""
    saved: str = ""
    alert: bool = False
    message: str = ""
    compared: str = ""
    hints: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, reading: Reading | None, wanted: Filter | None, saving: tuple[str, bool]) -> Status:
        """What there is to say of an article and its filter; of saving a word, whether it is bad.

        What keeps the article's judgements from being saved goes before how the last save went.
        """
        saved, alert = saving
        if reading is None:
            return cls(saved=saved, alert=alert)
        if reading.now.problem or (reading.now.obstacle and not alert):
            saved, alert = reading.now.problem or f"CANNOT SAVE: {reading.now.obstacle}", True
        progress = reading.progress.words() + _oddities(reading, wanted)
        return cls(progress=progress, saved=saved, alert=alert)


class StatusLine(KeptRows):
    """One plain row, more where it must; Textual's Footer would cost twice as much."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--key",
        "status--dim",
        "status--alert",
        "status--message",
    }

    def __init__(self) -> None:
        super().__init__()
        self._status = Status()

    def show(self, status: Status) -> None:
        """Say something else."""
        if status != self._status:
            self._status = status
            self._make_room()
            self.refresh()

    def on_resize(self) -> None:
        """Take the rows that the words need at another width."""
        self._make_room()

    def _make_room(self) -> None:
        """Grow by what has no room in one row: what went wrong is not to be guessed."""
        rows = len(self._above()) + 1
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def render_line(self, y: int) -> Strip:
        """A row of words that need one of their own, or the last, which is always there."""
        width, base = self.size.width, self.rich_style
        above = self._above()
        if y < len(above):
            return row([above[y]], [], width, base)
        left, message = self._left(), self._message()
        if message and self._fits(message):
            look = self.get_component_rich_style("status--message", partial=True)
            return row(left, [Piece(f"{message} ", look)], width, base)
        if (compared := self._status.compared) and self._fits(compared):
            left.append(
                Piece(f" · {compared}", self.get_component_rich_style("status--dim", partial=True))
            )
        return row(left, self._fitting(width - _cells(left) - 2), width, base)

    def _above(self) -> list[Piece]:
        """The rows of what is wrong and of what is said, as far as they do not fit below."""
        room, found = max(1, self.size.width - 2), []
        if self._status.alert and not self._fits(self._status.saved):
            look = self.get_component_rich_style("status--alert", partial=True)
            lines = wrapped(self._status.saved, room, _MOST_ROWS)
            found += [Piece(f" {line}", look) for line in lines]
        if (message := self._message()) and not self._fits(message):
            look = self.get_component_rich_style("status--message", partial=True)
            found += [Piece(f" {line}", look) for line in wrapped(message, room, _MOST_ROWS)]
        return found

    def _message(self) -> str:
        """What is said, unless it stands there already as what is wrong."""
        status = self._status
        return "" if status.alert and status.message.endswith(status.saved) else status.message

    def _left(self) -> list[Piece]:
        """Whose review, how far, and how it is saved, bad news only where it fits."""
        status = self._status
        left = [Piece(" ")]
        if status.reviewer:
            left.append(Piece(shortened(status.reviewer, _LONGEST_NAME)))
        if status.progress:
            left.append(Piece(f" · {status.progress}"))
        if status.saved and not status.alert:
            left.append(Piece(f" · {status.saved}"))
        elif status.saved and self._fits(status.saved):
            alert = self.get_component_rich_style("status--alert", partial=True)
            left += [Piece(" · "), Piece(status.saved, alert)]
        return left

    def _fits(self, words: str) -> bool:
        """Tell whether words have room in the last row, beside what else stands there."""
        status, width = self._status, self.size.width
        who = shortened(status.reviewer, _LONGEST_NAME)
        told = [part for part in (who, status.progress) if part]
        beside = words != status.saved and (not status.alert or self._fits(status.saved))
        if status.saved and beside:
            told.append(status.saved)
        return cell_len(" · ".join([*told, words])) + 3 <= width

    def _fitting(self, room: int) -> list[Piece]:
        """As many hints as there is room for: help, the last, stays, those before it go first."""
        key_look = self.get_component_rich_style("status--key", partial=True)
        dim = self.get_component_rich_style("status--dim", partial=True)
        shown = list(self._status.hints)
        while shown and sum(len(key) + len(word) + 3 for key, word in shown) > room:
            shown.pop(-2 if len(shown) > 1 else 0)
        pieces = []
        for key, word in shown:
            pieces += [Piece(key, key_look), Piece(f" {word}  ", dim)]
        return pieces


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def _oddities(reading: Reading, wanted: Filter | None) -> str:
    """What else there is to know: statements that changed, judgements whose words are gone."""
    words = ""
    if changed := len(reading.changed()):
        words += f" · {changed} changed"
    if twice := sum(bool(one.judgement and one.judgement.disagreement) for one in reading.items):
        words += f" · {twice} with two verdicts"
    if reading.now.orphans:
        words += f" · {len(reading.now.orphans)} orphaned"
    if wanted is not None and wanted != "all":
        words += f" · only {wanted.replace('-', ' ')}"
    return words
