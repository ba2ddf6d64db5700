"""What the other reviewers said of one statement: blind until asked, and then of this one alone."""

from __future__ import annotations

from rich.text import Text

from reader.review import Item, Reading, Remark, Review
from reader.text import safe_line
from reader.ui.background import in_background
from reader.ui.screens.in_full import judged
from reader.ui.screens.sheet import TextSheet, labelled


class OthersScreen(TextSheet):
    """Verdict, note and evidence of each other reviewer."""

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

    def text(self) -> Text:
        """A paragraph a reviewer."""
        if self._remarks is None:
            return Text("Reading…")
        if not self._remarks:
            return Text("Nobody else has reviewed this article.")
        text = Text()
        for remark in self._remarks:
            text.append(f"{safe_line(remark.reviewer)}\n", "bold")
            if remark.problem:
                text.append(f"{safe_line(remark.problem)}\n\n")
            elif remark.judgement is None:
                text.append("has not judged this statement\n\n", "dim")
            else:
                text.append(labelled(judged(remark.judgement), "dim"))
                text.append("\n")
        return text
