"""What lost its place: judgements whose words are gone, and sidecars whose article is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.corpus import ArticleFile
from reader.judgement import GLYPHS, Judgement
from reader.review import CannotJudge, Reading, Review, Stray
from reader.text import safe_line
from reader.ui.background import in_background
from reader.ui.keys.actions import key_of
from reader.ui.screens.sheet import Sheet


class LostScreen(Sheet[Judgement]):
    """Gives back the judgement to let go; reattaches sidecars itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "reattach", show=False, priority=True),
    ]
    TITLE_LINE = "Judgements that lost their place"

    def __init__(self, review: Review, reading: Reading, keys: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.bind(keys["take-back"], "let_go")
        self.bind(keys["lost"], "reattach")
        self.bind(keys["next-statement"], "step(1)")
        self.bind(keys["previous-statement"], "step(-1)")
        self.FOOT = (
            f"{key_of(keys, 'take-back')} lets a judgement go · Enter gives a sidecar"
            " to the article that has its words · Esc closes"
        )
        self._review = review
        self._reading = reading
        self._orphans: tuple[Judgement, ...] = ()
        self._strays: list[tuple[Stray, ArticleFile | None]] | None = None
        self._refusals: dict[str, str] = {}

    def contents(self) -> ComposeResult:
        """One list of both kinds."""
        yield OptionList(markup=False)

    def on_mount(self) -> None:
        """List what is known at once, and look for the rest."""
        self._list()
        self.run_worker(self._look())

    async def _look(self) -> None:
        self._strays = await in_background(self._review.strays)
        self._list()

    def _list(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        # As listed here: the article may be read again while the sheet is open.
        self._orphans = self._reading.now.orphans
        rows = [_orphan_row(judgement) for judgement in self._orphans]
        for stray, home in self._strays or ():
            rows.append(_stray_row(stray, home, self._refusals.get(stray.name, "")))
        options.add_options(Option(row) for row in rows)
        if self._strays is None:
            options.add_option(Option(Text("Looking for sidecars without an article…", "dim")))
        elif not rows:
            options.add_option(Option(Text("None: every judgement has its words.", "dim")))
        options.highlighted = 0

    def action_step(self, rows: int) -> None:
        """Move up or down."""
        options = self.query_one(OptionList)
        options.highlighted = max(0, (options.highlighted or 0) + rows)

    def action_let_go(self) -> None:
        """Give back the judgement under the bar, to be dropped."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._orphans):
            self.dismiss(self._orphans[place])

    def action_reattach(self) -> None:
        """Give the sidecar under the bar to the article that has its words."""
        place = (self.query_one(OptionList).highlighted or 0) - len(self._orphans)
        if self._strays is None or not 0 <= place < len(self._strays):
            return
        stray, home = self._strays[place]
        if home is not None:
            self.run_worker(self._reattach(stray, home))

    async def _reattach(self, stray: Stray, home: ArticleFile) -> None:
        try:
            await in_background(partial(self._review.reattach, stray, home))
        except CannotJudge as error:
            self._refusals[stray.name] = str(error)
        self._strays = None
        self._list()
        await self._look()


def _orphan_row(judgement: Judgement) -> Text:
    text = Text(f"{GLYPHS[judgement.verdict]} ", "bold")
    text.append(safe_line(judgement.anchor.quote))
    if judgement.note:
        text.append(f"  {safe_line(judgement.note)}", "dim")
    return text


def _stray_row(stray: Stray, home: ArticleFile | None, refusal: str) -> Text:
    text = Text(safe_line(stray.name), "bold")
    if refusal:
        text.append(f"  {safe_line(refusal)}")
    elif stray.problem:
        text.append(f"  {safe_line(stray.problem)}", "dim")
    elif home is None:
        text.append("  its article is gone, and no article here has its words", "dim")
    else:
        text.append(f"  its article is gone; its words are in {home.label}", "dim")
    return text
