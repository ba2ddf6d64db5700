"""The card: what is known of the statement in focus, always as many rows high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from reader.judgement import GLYPHS, Link, Relation, Verdict
from reader.span import Span
from reader.statement import Stance
from reader.text import safe_line
from reader.ui.elsewhere.around import NOTHING, Around
from reader.ui.painting.line import Piece, row, wrapped
from reader.ui.painting.telling_rows import Row, TellingRows
from reader.ui.widgets.kept_rows import FewRows

if TYPE_CHECKING:
    from reader.review import Item

_LOW = 3
"""Rows of a card in a window that is not high."""


class Card(FewRows):
    """Speaker and chain, cue, mode and signals; the quote; then the note and the evidence.

    `confirm` is the key that lets a changed judgement stand.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--speaker",
        "card--label",
        "card--warning",
        "card--differs",
        "card--gone",
        "card--key",
        "card--new",
        "card--sourced",
        "card--unsourced",
        "card--disputed",
        "card--not-a-statement",
        "card--unreviewed",
    }

    def __init__(self, confirm: str) -> None:
        super().__init__()
        self._confirm = confirm
        self._item: Item | None = None
        self._text = ""
        self._absence = ""
        self._around = NOTHING

    def show(self, item: Item | None, text: str, absence: str, around: Around = NOTHING) -> None:
        """Show a statement of an article's text and what is around it, or say why there is none."""
        shown = self._item, self._absence, self._around
        if (item, absence, around) != shown or text is not self._text:
            self._item, self._text, self._absence = item, text, absence
            self._around = around
            self.show_changes()

    def lay_out(self, size: Size) -> list[Strip]:
        """All rows of the card."""
        base = self.rich_style
        if self._item is None:
            said = [Piece(f" {self._absence}", self._look("label"))]
            return [row(said if y == 0 else [], [], size.width, base) for y in range(size.height)]
        rows = self._rows(self._item, size.height)
        return [row(left, right, size.width, base) for left, right in rows]

    def _rows(self, item: Item, height: int) -> list[Row]:
        """As many rows as the card is high: who, the quote, then what the reviewer made of it."""
        judgement = item.judgement
        label = self._look("label")
        below: list[Row] = []
        quote: list[Row] = []
        if judgement is not None and item.why:
            told = Piece(f"{item.why}; {self._confirm} confirms")
            below.append(([Piece(f" {item.state}  ", self._look("warning")), told], []))
            was = [Piece(" was  ", label), *self._difference(item)]
            if height > _LOW:
                below.append((was, []))
            else:
                quote.append((was, []))  # It holds the words as they stand there now.
        if judgement is not None and judgement.note:
            below.append(([Piece(" note  ", label), Piece(judgement.note)], []))
        if judgement is not None and judgement.evidence:
            words = Piece("  ".join(judgement.evidence))
            below.append(([Piece(" evidence  ", label), words], []))
        room = height - 2
        below += self._elsewhere(item, room - len(below) - (height > _LOW))
        if len(below) > room:
            last = [piece for left, _ in below[room - 1 :] for piece in left]
            below = [*below[: room - 1], (last, [])]
        quote = quote or self._quote(item, height - 1 - len(below))
        rows = [(self._who(item), self._verdict(item)), *quote, *below]
        return [*rows, *(([], []) for _ in range(height - len(rows)))]

    def _elsewhere(self, item: Item, most: int) -> list[Row]:
        """All links, and the best counterparts as far as there is room, or why there are none."""
        rows = TellingRows(self.size.width, self._look)
        links = _links(item)
        found = [rows.link(link, self._around.ends) for link in links]
        linked = {link.key for link in links}
        for one in self._around.counterparts:
            if len(found) < most and one.elsewhere.place.key not in linked:
                found.append(rows.counterpart(one, first=len(found) == len(links)))
        if self._around.unknown and len(found) < most:
            words = Piece(f" elsewhere    {self._around.unknown}", self._look("label"))
            found.append(([words], []))
        return found

    def _quote(self, item: Item, most: int) -> list[Row]:
        """The statement's words, wrapped; what the last row has no room for is cut there."""
        lines = wrapped(item.anchor.quote, max(1, self.size.width - 2), most)
        return [([Piece(f" {line}")], []) for line in lines]

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
        return [
            Piece(_without_middle(text) if op is Op.SAME else text, looks[op]) for op, text in runs
        ]

    def _who(self, item: Item) -> list[Piece]:
        statement = item.statement
        *passed_on, speaker = statement.shown_chain
        pieces = [Piece(" "), Piece("".join(f"{name} › " for name in passed_on))]
        pieces.append(Piece(speaker, self._look("speaker")))
        if not statement.speaker_sure and statement.source:
            pieces.append(Piece(f" ({self._words(statement.source)})", self._look("label")))
        cue = self._words(statement.cue)
        if any(map(str.isalnum, cue)):  # A colon says nothing that is not seen in the text.
            pieces.append(Piece(f" · “{cue}”"))
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
        links = (one for one in _links(item) if one.relation is Relation.AGAINST)
        against = [safe_line(self._around.ends.outlet(link)) for link in links]
        if against and item.verdict is Verdict.DISPUTED:
            words += f" against {', '.join(against)}"
        return [Piece(f"{GLYPHS[item.verdict]} {words} ", self._look(name))]

    def _look(self, name: str) -> Style:
        return self.look(f"card--{name}")


_KEPT_WORDS = 4
"""Words left on either side where many are the same."""


def _without_middle(text: str) -> str:
    words = text.split(" ")
    if len(words) <= 2 * _KEPT_WORDS + 1:
        return text
    return " ".join([*words[:_KEPT_WORDS], "…", *words[-_KEPT_WORDS:]])


def _links(item: Item) -> Sequence[Link]:
    return item.judgement.links if item.judgement else ()
