"""What the other reviewers said of one statement: blind until asked, and then of this one alone."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from reader.judgement import GLYPHS, Judgement
from reader.review import Item, Reading, Remark, Review
from reader.text import safe, safe_line
from reader.ui.background import in_background
from reader.ui.screens.in_full import judged
from reader.ui.screens.sheet import TextSheet, labelled


class OthersScreen(TextSheet):
    """The statement's words; one's own verdict, and verdict, note and evidence of each other."""

    TITLE_LINE = "The other reviewers"

    def __init__(self, review: Review, reading: Reading, item: Item) -> None:
        super().__init__()
        self._review = review
        self._reading = reading
        self._item = item
        self._remarks: list[Remark] | None = None

    async def on_mount(self) -> None:
        """Read the others' sidecars, which may take a moment."""
        self.run_worker(self._ask())

    async def _ask(self) -> None:
        self._remarks = await in_background(lambda: self._review.remarks(self._reading, self._item))
        self.renew()

    def text(self) -> RenderableType:
        """A paragraph a reviewer, one's own first."""
        if self._remarks is None:
            return Text("Reading…")
        if not self._remarks:
            return Text("Nobody else has reviewed this article.")
        parts: list[RenderableType] = [Text(f"{safe(self._item.anchor.quote)}\n")]
        if self._item.judgement is not None:
            parts += _paragraph("you", self._item.judgement)
        for remark in self._remarks:
            parts += _paragraph(safe_line(remark.reviewer), remark.judgement, remark.problem)
        return Group(*parts)


def _paragraph(
    reviewer: str, judgement: Judgement | None, problem: str = ""
) -> list[RenderableType]:
    if problem:
        return [Text(reviewer, "bold"), Text(f"{safe_line(problem)}\n")]
    if judgement is None:
        return [Text(reviewer, "bold"), Text("has not judged this statement\n", "dim")]
    (_, verdict), *rest = judged(judgement)
    head = Text.assemble((reviewer, "bold"), f"  {GLYPHS[judgement.verdict]} {verdict}")
    return [head, labelled(rest), Text()]
