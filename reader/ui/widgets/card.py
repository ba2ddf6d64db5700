"""The card: what is known of the statement in focus, always as many rows high."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.judgement import GLYPHS
from reader.statement import Stance
from reader.text import safe_line
from reader.ui.widgets.line import Piece, row

if TYPE_CHECKING:
    from reader.review import Item


class Card(Widget):
    """Speaker and chain, cue, mode and signals, then the note and the evidence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--speaker",
        "card--label",
        "card--warning",
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
        note = judgement.note if judgement else ""
        evidence = judgement.evidence if judgement else ()
        second = self._labelled("note", note)
        third = self._labelled("evidence", "  ".join(evidence))
        if not second:
            second, third = third, []
        return [(self._who(item), self._verdict(item)), (second, []), (third, [])]

    def _who(self, item: Item) -> list[Piece]:
        statement = item.statement
        cue = " … ".join(self._text[span.start : span.end] for span in statement.cue)
        *passed_on, speaker = statement.chain
        pieces = [Piece(" "), Piece("".join(f"{name} › " for name in passed_on))]
        pieces.append(Piece(speaker, self._look("speaker")))
        if cue:
            pieces.append(Piece(f" › {safe_line(cue)}"))
        facts = [str(statement.mode)]
        if statement.stance is not Stance.ASSERTS:
            facts.append(str(statement.stance))
        facts += [str(signal.name) for signal in statement.signals]
        pieces.append(Piece("".join(f" · {fact}" for fact in facts), self._look("label")))
        return pieces

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
