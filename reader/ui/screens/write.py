"""Writing a note or evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from reader.review import Draft
from reader.text import safe, safe_line
from reader.ui.painting.line import shortened
from reader.ui.screens.sheet import Sheet, plain

_QUOTE_CELLS = 140


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written, None where it is what was kept before; and whether to keep it now."""

    draft: Draft | None
    is_kept: bool


class WriteScreen(Sheet[Writing]):
    """Gives back what was written about a quote.

    `kept` is what the judgement has for the part; what stands on the paper to begin with is an
    earlier draft of it, if there is one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", show=False, priority=True),
        # Alt+Enter and Shift+Enter do not reach us from every terminal; Ctrl+J does.
        Binding("ctrl+j,alt+enter,shift+enter,ctrl+enter", "new_line", show=False, priority=True),
    ]
    FOOT = "Enter keeps it · Ctrl+J or Alt+Enter: new line · Esc: leave a draft"

    def __init__(self, part: str, hint: str, quote: str, kept: str, draft: Draft | None) -> None:
        super().__init__()
        self.TITLE_LINE = part[:1].upper() + part[1:] + hint + (" (a draft)" if draft else "")
        self._part = part
        self._quote = safe_line(quote)
        self._kept = kept
        words = draft.words if draft else kept
        self._paper = TextArea(words, soft_wrap=True, show_line_numbers=False)
        self._paper.cursor_location = self._paper.document.end

    def contents(self) -> ComposeResult:
        """The statement's words, and paper."""
        yield plain(shortened(self._quote, _QUOTE_CELLS), "sheet-quote")
        yield self._paper

    @property
    def draft(self) -> Draft | None:
        """What stands on the paper and is not kept, if that is anything new."""
        words = safe(self._paper.text)
        return Draft(self._part, self._quote, words) if words != self._kept else None

    def action_new_line(self) -> None:
        """Go on writing below."""
        self._paper.replace("\n", *self._paper.selection)

    def action_keep(self) -> None:
        """Give back the words to be kept."""
        self.dismiss(Writing(self.draft, is_kept=True))

    def action_put_away(self) -> None:
        """Give back the words, not to be kept yet."""
        self.dismiss(Writing(self.draft, is_kept=False))
