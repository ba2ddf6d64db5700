"""The card: what is known of the statement in focus, always as many rows high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.judgement import GLYPHS
from reader.span import Span
from reader.statement import Stance
from reader.text import safe_line
from reader.ui.painting.line import Piece, row

if TYPE_CHECKING:
    from reader.review import Item


class Card(Widget):
    """Speaker and chain, cue, mode and signals, then the note and the evidence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--speaker",
        "card--label",
        "card--warning",
        "card--gone",
        "card--new",
        "card--sourced",
        "card--unsourced",
        "card--disputed",
        "card--not-a-statement",
        "card--unreviewed",
    }

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._text = ""
        self._absence = ""

    def show(self, item: Item | None, text: str, absence: str) -> None:
        """Show a statement of an article's text, or say why there is none."""
        if (item, absence) != (self._item, self._absence) or text is not self._text:
            self._item, self._text, self._absence = item, text, absence
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the card."""
        base = self.rich_style
        width = self.size.width
        if self._item is None:
            words = [Piece(f" {self._absence}", self._look("label"))] if y == 0 else []
            return row(words, [], width, base)
        left, right = self._rows(self._item)[y] if y < 3 else ([], [])
        return row(left, right, width, base)

    def _rows(self, item: Item) -> list[tuple[list[Piece], list[Piece]]]:
        judgement = item.judgement
        rows = []
        if judgement is not None and item.why:
            warning = self._look("warning")
            rows.append([Piece(f" {item.state}  ", warning), Piece(f"{item.why}; Enter confirms")])
            rows.append([Piece(" was  ", self._look("label")), *self._difference(item)])
        if judgement is not None and judgement.note:
            rows.append(self._labelled("note", judgement.note))
        if judgement is not None and judgement.evidence:
            rows.append(self._labelled("evidence", "  ".join(judgement.evidence)))
        rows += [[], []]
        return [(self._who(item), self._verdict(item)), (rows[0], []), (rows[1], [])]

    def _difference(self, item: Item) -> list[Piece]:
        """The words that were judged beside those that stand there now."""
        from reader.anchoring import Op, difference

        assert item.judgement is not None
        looks = {
            Op.SAME: self._look("label"),
            Op.GONE: self._look("gone"),
            Op.NEW: self._look("new"),
        }
        old, new = item.judgement.anchor, item.anchor
        runs = difference(old.quote, new.quote)
        if old.source != new.source:
            runs += [(Op.SAME, " — "), *difference(old.source, new.source)]
        # What is the same gives way: the card has one row for it.
        return [Piece(_shortened(text) if op is Op.SAME else text, looks[op]) for op, text in runs]

    def _who(self, item: Item) -> list[Piece]:
        statement = item.statement
        *passed_on, speaker = statement.shown_chain
        pieces = [Piece(" "), Piece("".join(f"{name} › " for name in passed_on))]
        pieces.append(Piece(speaker, self._look("speaker")))
        if not statement.speaker_sure and statement.source:
            pieces.append(Piece(f" ({self._words(statement.source)})", self._look("label")))
        if statement.cue:
            pieces.append(Piece(f" › {self._words(statement.cue)}"))
        facts = [str(statement.mode)]
        if statement.stance is not Stance.ASSERTS:
            facts.append(str(statement.stance))
        facts += [str(signal.name) for signal in statement.signals]
        pieces.append(Piece("".join(f" · {fact}" for fact in facts), self._look("label")))
        return pieces

    def _words(self, spans: Sequence[Span]) -> str:
        return safe_line(" … ".join(self._text[span.start : span.end] for span in spans))

    def _verdict(self, item: Item) -> list[Piece]:
        name = str(item.verdict or "unreviewed")
        words = name.replace("-", " ")
        if item.judgement and item.judgement.disagreement:
            also = ", ".join(str(verdict) for verdict in item.judgement.disagreement)
            words += f", but also {also}"
        return [Piece(f"{GLYPHS[item.verdict]} {words} ", self._look(name))]

    def _labelled(self, label: str, words: str) -> list[Piece]:
        if not words:
            return []
        return [Piece(f" {label}  ", self._look("label")), Piece(words)]

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"card--{name}", partial=True)


_KEPT_WORDS = 4
"""Words left on either side where many are the same."""


def _shortened(text: str) -> str:
    words = text.split(" ")
    if len(words) <= 2 * _KEPT_WORDS + 1:
        return text
    return " ".join([*words[:_KEPT_WORDS], "…", *words[-_KEPT_WORDS:]])
