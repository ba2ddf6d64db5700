"""Every key, made from the action table, and what the signs mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reader.judgement import GLYPHS, MEANINGS
from reader.ui.keys.actions import ACTIONS, shown
from reader.ui.painting.signs import SIGNS
from reader.ui.screens.sheet import TextSheet


class HelpScreen(TextSheet):
    """The keys as they are bound now."""

    TITLE_LINE = "Keys"
    FOOT = "↑ ↓ scroll · Esc closes"

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._keys = keys

    def text(self) -> RenderableType:
        """A row an action, in the table's groups."""
        table = Table.grid(padding=(0, 1))
        table.add_column(no_wrap=True)
        table.add_column()
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            table.add_row(Text(group, "bold underline"), "")
            for action in actions:
                keys = " ".join(shown(key) for key in self._keys[action.name])
                table.add_row(
                    Text(f"  {keys or 'by name'}", "bold" if keys else "dim"), action.title
                )
            table.add_row("", "")
        table.add_row(Text("Signs", "bold underline"), "")
        for verdict, glyph in GLYPHS.items():
            name = Text(str(verdict or "not reviewed yet").replace("-", " "))
            if verdict is not None:
                name.append(f": {MEANINGS[verdict]}")
            table.add_row(Text(f"  {glyph}", "bold"), name)
        for sign, meaning in SIGNS.items():
            table.add_row(Text(f"  {sign}", "bold"), meaning)
        table.add_row("", "")
        table.add_row(
            "", Text("Of the statement in focus the source is bold, the cue underlined.", "dim")
        )
        return table
