"""All tellings of one claim: verdict, outlet, speaker, words; Enter shows one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.judgement import GLYPHS
from reader.text import safe_line
from reader.ui.painting.excerpt import excerpt
from reader.ui.painting.signs import OPPOSED, SAME
from reader.ui.screens.sheet import Sheet, plain

if TYPE_CHECKING:
    from reader.judgement import Verdict
    from reader.survey.plain import Elsewhere, Place

_SPEAKER_CELLS = 22
_QUOTE_CELLS = 140
"""A longer quote is cut to what is alike."""


class TellingsScreen(Sheet["Elsewhere"]):
    """Chooses one of a statement's counterparts.

    `verdict` gives one's own verdict at a place, and whether it is known yet.
    """

    TITLE_LINE = "The same claim elsewhere"
    FOOT = "↑ ↓ and Enter, or Esc"

    def __init__(
        self,
        quote: str,
        found: Sequence[Elsewhere],
        verdict: Callable[[Place], tuple[Verdict | None, bool]],
    ) -> None:
        super().__init__()
        self._quote = quote
        self._found = found
        self._verdict = verdict

    def contents(self) -> ComposeResult:
        """The statement's words, then a line for each telling."""
        yield plain(safe_line(self._quote))
        yield OptionList(*(Option(self._line(one)) for one in self._found))

    def renew(self) -> None:
        """Show the verdicts that are known by now."""
        rows = self.query_one(OptionList)
        for place, one in enumerate(self._found):
            rows.replace_option_prompt_at_index(place, self._line(one))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(self._found[event.option_index])

    def _line(self, one: Elsewhere) -> Text:
        place = one.place
        speaker = safe_line(place.speaker) + ("" if place.sure else "?")
        if len(speaker) > _SPEAKER_CELLS:
            speaker = speaker[: _SPEAKER_CELLS - 1] + "…"
        sign = OPPOSED if one.opposed else SAME if one.same else " "
        verdict, known = self._verdict(place)
        words = Text(f"{GLYPHS[verdict] if known else ' '} ", no_wrap=True, overflow="ellipsis")
        words.append(f"{sign} {safe_line(place.outlet)} · {speaker}  ")
        for run in excerpt(place.quote, one.alike, one.differs, _QUOTE_CELLS):
            words.append(run.words, "bold" if run.differs else "")
        return words
