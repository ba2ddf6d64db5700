"""The statement in full: its words, who passed it on, what a careful reader notices."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from reader.judgement import Judgement
from reader.review import Item, Reading, Review
from reader.span import Span
from reader.text import safe
from reader.ui.screens.sheet import TextSheet, labelled


class InFullScreen(TextSheet):
    """All that is known of one statement."""

    TITLE_LINE = "The statement in full"

    def __init__(self, review: Review, reading: Reading, item: Item) -> None:
        super().__init__()
        self._reading = reading
        self._item = item
        self._history = review.history(reading, item.key)

    def text(self) -> RenderableType:
        """Content first, then a row for each thing known."""
        statement = self._item.statement
        content = "\n".join(self._words(span) for span in statement.content)
        rows = [
            ("speaker", statement.shown_speaker),
            ("chain", " › ".join(statement.shown_chain)),
            ("source", " … ".join(map(self._words, statement.source)) or "none in the text"),
            ("cue", " … ".join(map(self._words, statement.cue)) or "none in the text"),
            ("mode", str(statement.mode)),
            ("stance", str(statement.stance)),
        ]
        for signal in statement.signals:
            words = ", ".join(f"“{self._words(span)}”" for span in signal.spans)
            rows.append(("signal", f"{signal.name}" + (f": {words}" if words else "")))
        findings = self._reading.now.findings
        if statement.within is not None and findings is not None:
            outer = findings.statements[statement.within]
            rows.append(("within", " … ".join(map(self._words, outer.content))))
        rows += judged(self._item.judgement)
        rows += [("history", line) for line in self._history]
        rows.append(("key", self._item.key))
        return Group(Text(f"{content}\n"), labelled(rows))

    def _words(self, span: Span) -> str:
        return " ".join(self._reading.article.text[span.start : span.end].split())


def judged(judgement: Judgement | None) -> list[tuple[str, str]]:
    """Rows that tell a judgement."""
    if judgement is None:
        return [("verdict", "not reviewed yet")]
    rows = [("verdict", str(judgement.verdict or "none").replace("-", " "))]
    rows += [("also", f"{verdict} (a merge found both)") for verdict in judgement.disagreement]
    if judgement.note:
        rows.append(("note", safe(judgement.note)))
    rows += [("evidence", one) for one in judgement.evidence]
    return rows
