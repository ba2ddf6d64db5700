"""Every key, made from the action table, and what the signs mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.text import Text

from reader.judgement import GLYPHS
from reader.ui.actions import ACTIONS, shown
from reader.ui.screens.sheet import TextSheet


class HelpScreen(TextSheet):
    """The keys as they are bound now."""

    TITLE_LINE = "Keys"
    FOOT = "j k or ↑ ↓ scroll · Esc closes"

    def __init__(self, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._keys = keys

    def text(self) -> Text:
        """A row an action, in the table's groups."""
        text = Text()
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            text.append(f"{group}\n", "bold")
            for action in actions:
                keys = " ".join(shown(key) for key in self._keys[action.name]) or "by name"
                text.append(f"  {keys:<16}", "bold" if self._keys[action.name] else "dim")
                text.append(f"{action.title}\n")
            text.append("\n")
        text.append("Signs\n", "bold")
        for verdict, glyph in GLYPHS.items():
            text.append(f"  {glyph:<16}", "bold")
            text.append(f"{str(verdict or 'not reviewed yet').replace('-', ' ')}\n")
        text.append(
            "\nOf the statement in focus the source is bold and the cue underlined; words in\n"
            "quotation marks have a colour of their own."
        )
        return text
