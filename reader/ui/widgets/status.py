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
    from reader.ui.keys.actions import Hint

_LONGEST_NAME = 24
"""Cells for the reviewer's name: what is saved and what is not must be seen beside it."""
_MOST_ROWS = 3
"""Rows for one message; the rest of it is cut."""
_BESIDE = 12
"""Cells beside a message and the keys of the verdicts: the spaces between, and help."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line says. `alert` says that `saved` is bad news.

    `said` is what happened, in forms from long to short; `compared` is how far other articles are;
    `hints` are keys, most wanted first.
    """

    reviewer: str = ""
    progress: str = ""
    saved: str = ""
    alert: bool = False
    said: tuple[str, ...] = ()
    compared: str = ""
    hints: tuple[Hint, ...] = ()

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
        left, right = self._left(), []
        if message := self._message():
            look = self.get_component_rich_style("status--message", partial=True)
            right = [Piece(f"{message}  ", look)]
        elif (compared := self._status.compared) and self._fits(compared):
            left.append(
                Piece(f" · {compared}", self.get_component_rich_style("status--dim", partial=True))
            )
        room = width - _cells(left) - _cells(right) - 2
        return row(left, [*right, *self._fitting(room)], width, base)

    def _above(self) -> list[Piece]:
        """The rows of what is wrong and of what is said, as far as they do not fit below."""
        room, found = max(1, self.size.width - 2), []
        if self._status.alert and not self._fits(self._status.saved):
            look = self.get_component_rich_style("status--alert", partial=True)
            lines = wrapped(self._status.saved, room, _MOST_ROWS)
            found += [Piece(f" {line}", look) for line in lines]
        if len(self._said) == 1 and not self._fits(self._said[0]):
            look = self.get_component_rich_style("status--message", partial=True)
            found += [Piece(f" {line}", look) for line in wrapped(self._said[0], room, _MOST_ROWS)]
        return found

    @property
    def _said(self) -> tuple[str, ...]:
        """What is said, unless it stands there already as what is wrong."""
        status = self._status
        known = status.alert and any(one.endswith(status.saved) for one in status.said)
        return () if known else status.said

    def _message(self) -> str:
        """The longest form of what is said that has room in the last row.

        A shorter one, where that leaves room for the keys of all verdicts.
        """
        fitting = [form for form in self._said if self._fits(form)]
        verdicts = [(one.key, one.sign) for one in self._status.hints if one.sign]
        room = self.size.width - _cells(self._left()) - _length(verdicts) - _BESIDE
        beside = [form for form in fitting if cell_len(form) <= room]
        return next(iter(beside or fitting), "")

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
        """As many hints as there is room for: help, the last, stays, those before it go first.

        Before a verdict goes, all have their signs in place of words.
        """
        key_look = self.get_component_rich_style("status--key", partial=True)
        dim = self.get_component_rich_style("status--dim", partial=True)
        hints = self._status.hints
        shown = _cut([(one.key, one.word) for one in hints], room)
        if len(shown) <= sum(bool(one.sign) for one in hints):
            shown = _cut([(one.key, one.sign or one.word) for one in hints], room)
        pieces = []
        for key, word in shown:
            pieces += [Piece(key, key_look), Piece(f" {word}  ", dim)]
        return pieces


def _cut(shown: list[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    while shown and _length(shown) > room:
        shown.pop(-2 if len(shown) > 1 else 0)
    return shown


def _length(shown: list[tuple[str, str]]) -> int:
    return sum(len(key) + len(word) + 3 for key, word in shown)


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
