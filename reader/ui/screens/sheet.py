"""A sheet of paper over the desk: title, contents, and a line that says which keys do what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.keys import _character_to_key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from reader.text import safe

Result = TypeVar("Result")


class Sheet(ModalScreen[Result | None]):
    """Base of all sheets; Escape puts one away with no result."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "put_away", "Close", show=False)]
    DEFAULT_CLASSES = "dialog"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 - as Textual declares it
    is_direct: ClassVar[bool] = False
    """True where a key does all that it does at once: no field or list tells the sheet of it."""
    TITLE_LINE = ""
    FOOT = "Esc closes"

    def compose(self) -> ComposeResult:
        """Title, contents, foot."""
        with Vertical(classes="sheet"):
            yield plain(self.TITLE_LINE, "sheet-title")
            yield from self.contents()
            yield plain(self.FOOT, "sheet-foot")

    def contents(self) -> ComposeResult:
        """What stands on the sheet."""
        raise NotImplementedError

    def bind(self, keys: Iterable[str], action: str) -> None:
        """Have keys do something here: Textual's own way is for a class, before they are known."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self._bindings.key_to_bindings.pop(name, None)  # Tab, for one, is Textual's own
            self._bindings.bind(name, action, show=False)

    def action_put_away(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class TextSheet(Sheet[None]):
    """A sheet to read: text that scrolls, closed by Escape, Enter, q or the key that opened it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "put_away", "Close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]
    is_direct = True

    def contents(self) -> ComposeResult:
        """The text, in a box that scrolls."""
        with VerticalScroll():
            yield Static(self.text())

    def text(self) -> RenderableType:
        """What there is to read."""
        raise NotImplementedError

    def renew(self) -> None:
        """Show the text as it is by now."""
        self.query_one("VerticalScroll > Static", Static).update(self.text())

    def action_scroll(self, rows: int) -> None:
        """Move the text by rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


def plain(text: str, classes: str = "") -> Widget:
    """Words from anywhere, shown as they stand: nothing in them is markup."""
    return Static(Text(safe(text)), classes=classes, markup=False)


def labelled(rows: Sequence[tuple[str, str | Text]]) -> Table:
    """Labels and what they stand for, a row each; long words go on below their first line.

    Words are made safe here; a Text already is.
    """
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column()
    for label, words in rows:
        table.add_row(label, Text(safe(words)) if isinstance(words, str) else words)
    return table
