"""The statement in full: its words, their way to the article, what a careful reader notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from reader.judgement import Judgement, Link
from reader.review import Item, Reading, Review
from reader.review.chain import ChainLink, chain_links, first_weak
from reader.span import Span
from reader.text import safe, safe_line
from reader.ui.elsewhere.ends import Ends
from reader.ui.painting.signs import SAME
from reader.ui.screens.sheet import TextSheet, labelled

if TYPE_CHECKING:
    from reader.survey.plain import Elsewhere

_MENTIONS = 12
"""Mentions listed; of more their number is told."""


class InFullScreen(TextSheet):
    """All that is known of one statement.

    `ends` is where its links lead. `waiting` says in words why the mentions of its origin are
    still to come; it is empty where nothing is compared.
    """

    TITLE_LINE = "The statement in full"

    def __init__(
        self,
        review: Review,
        reading: Reading,
        item: Item,
        ends: Ends,
    ) -> None:
        super().__init__()
        self._reading = reading
        self._item = item
        self._ends = ends
        self._history = review.history(reading, item.key)
        self._mentions: Sequence[Elsewhere] | None = None
        self.waiting = ""

    def take(self, mentions: Sequence[Elsewhere]) -> None:
        """Show what else rests on the statement's origin."""
        self._mentions = mentions
        if self.is_mounted:
            self.renew()

    def text(self) -> RenderableType:
        """Content first, then a row for each thing known."""
        statement = self._item.statement
        content = "\n".join(self._words(span) for span in statement.content)
        rows: list[tuple[str, str | Text]] = [
            ("speaker", statement.shown_speaker),
            *self._chain(),
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
        rows += self._elsewhere()
        rows += judged(self._item.judgement)
        rows += self._links()
        rows += [("history", line) for line in self._history]
        rows.append(("key", self._item.key))
        return Group(Text(f"{content}\n"), labelled(rows))

    def _chain(self) -> list[tuple[str, str | Text]]:
        """The way of the words from the article to their origin, one link a line."""
        statement, findings = self._item.statement, self._reading.now.findings
        article = self._reading.article
        links = chain_links(article.text, statement, findings.statements if findings else ())
        weak = first_weak(links)
        rows: list[tuple[str, str | Text]] = [("chain", article.outlet)]
        for place, link in enumerate(links):
            name = link.name
            if place == len(links) - 1:
                name = statement.shown_speaker
            rows.append(("", self._link(name, link, marked=place == weak)))
        return rows

    def _link(self, name: str, link: ChainLink, *, marked: bool) -> Text:
        cue = " … ".join(map(self._words, link.cue))
        words = Text(safe_line(f"› {name}" + (f" · “{cue}”" if any(map(str.isalnum, cue)) else "")))
        if marked and link.weakness is not None:
            said = ", ".join(f"“{self._words(span)}”" for span in link.words)
            if said.strip("“”").casefold() in ("", name.casefold()):
                said = ""  # The name says it.
            words.append(safe_line(f"  ◂ {link.weakness}" + (f": {said}" if said else "")), "bold")
        return words

    def _elsewhere(self) -> list[tuple[str, str | Text]]:
        """The same origin's other mentions, the same claim first."""
        if self._mentions is None:
            return [("mentions", self.waiting)] if self.waiting else []
        if not self._mentions:
            return [("mentions", "no other article quotes this origin")]
        rows: list[tuple[str, str | Text]] = []
        for one in self._mentions[:_MENTIONS]:
            sign = SAME if one.likeness else " "
            words = f"{sign} {one.place.outlet}: {one.place.quote}"
            rows.append(("" if rows else "mentions", safe_line(words)))
        if len(self._mentions) > _MENTIONS:
            rows.append(("", f"  and {len(self._mentions) - _MENTIONS} more"))
        return rows

    def _links(self) -> list[tuple[str, str | Text]]:
        links = self._item.judgement.links if self._item.judgement else ()
        return [(str(link.relation), self._linked(link)) for link in links]

    def _linked(self, link: Link) -> str:
        words = f"{self._ends.outlet(link)}: {link.quote}"
        if why := self._ends.why(link):
            words += f" ({why})"
        return safe_line(words + (f" — {link.note}" if link.note else ""))

    def _words(self, span: Span) -> str:
        return " ".join(self._reading.article.text[span.start : span.end].split())


def judged(judgement: Judgement | None) -> list[tuple[str, str | Text]]:
    """Rows that tell a judgement."""
    if judgement is None:
        return [("verdict", "not reviewed yet")]
    rows: list[tuple[str, str | Text]]
    rows = [("verdict", str(judgement.verdict or "none").replace("-", " "))]
    rows += [("also", f"{verdict} (a merge found both)") for verdict in judgement.disagreement]
    if judgement.note:
        rows.append(("note", safe(judgement.note)))
    rows += [("evidence", one) for one in judgement.evidence]
    return rows
