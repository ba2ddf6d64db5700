"""Rows of the card about statements in other articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from reader.judgement import GLYPHS, Link, Relation
from reader.statement import UNKNOWN
from reader.text import safe_line
from reader.ui.painting.excerpt import Run, excerpt
from reader.ui.painting.line import Piece
from reader.ui.painting.signs import OPPOSED, SAME

if TYPE_CHECKING:
    from reader.ui.elsewhere.around import Counterpart
    from reader.ui.elsewhere.ends import Ends

Row = tuple[list[Piece], list[Piece]]
"""What stands at the left and at the right."""

_SIGNS = {
    Relation.SAME: SAME,
    Relation.CONTRADICTS: OPPOSED,
    Relation.AGAINST: "!",
    Relation.UNRELATED: " ",
}
_LABEL_CELLS = 13
_NARROW = 80
"""Cells below which a row has no label: its sign must do."""
_OUTLET_CELLS, _SPEAKER_CELLS = 14, 16
_SHARE = 6
"""A name takes at most one of so many parts of the row."""
_KEYS_CELLS = 7


class TellingRows:
    """Builds rows for a card of some cells; `look` gives the style of a part by its name."""

    def __init__(self, width: int, look: Callable[[str], Style]) -> None:
        self._width = width
        self._look = look

    def counterpart(self, one: Counterpart, *, first: bool) -> Row:
        """The same claim elsewhere: whether opposed, outlet, speaker, words, verdict, keys."""
        found, place = one.elsewhere, one.elsewhere.place
        speaker = place.speaker + ("" if place.sure or place.speaker == UNKNOWN else "?")
        sign = Piece(SAME if found.same else " ")
        if found.opposed:
            sign = Piece(OPPOSED, self._look("disputed"))
        left = self._names("elsewhere" if first else "", sign, place.outlet, speaker)
        verdict = GLYPHS[one.verdict] if one.judged else " "
        look = self._look(str(one.verdict or "unreviewed"))
        right = [Piece(f"{verdict} ", look), self._keys(one.keys)]
        room = self._width - _cells(left) - _cells(right) - 1
        runs = excerpt(place.quote, found.alike, found.differs, max(room, 1))
        return [*left, *self._words(runs)], right

    def link(self, link: Link, ends: Ends) -> Row:
        """A link: what it says, the outlet and the words it leads to, its note, what is odd."""
        target = ends.of(link)
        item = target.item if target else None
        speaker = item.statement.shown_speaker if item else ""
        style = self._look("disputed" if _SIGNS[link.relation] == OPPOSED else "label")
        left = self._names(
            str(link.relation), Piece(_SIGNS[link.relation], style), ends.outlet(link), speaker
        )
        note = [Piece(f" — {link.note}")] if link.note else []
        if why := ends.why(link):
            note.insert(0, Piece(f" ({why})", self._look("warning")))
        right = []
        if item is not None:
            look = self._look(str(item.verdict or "unreviewed"))
            right = [Piece(f"{GLYPHS[item.verdict]} ", look), self._keys("")]
        room = self._width - _cells(left) - _cells(right) - 1
        beside = min(_cells(note), room // 2)
        quote = excerpt(link.quote, (), (), max(room - beside, 1))
        return [*left, *self._cut(self._words(quote), room - beside), *note], right

    def _names(self, label: str, sign: Piece, outlet: str, speaker: str) -> list[Piece]:
        label = " " if self._width < _NARROW else _fitted(f" {label}", _LABEL_CELLS)
        share = self._width // _SHARE
        return [
            Piece(label, self._look("label")),
            sign,
            Piece(f" {_fitted(outlet, min(_OUTLET_CELLS, share))} "),
            Piece(f"{_fitted(speaker, min(_SPEAKER_CELLS, share))} ", self._look("label")),
        ]

    def _words(self, runs: Sequence[Run]) -> list[Piece]:
        differs = self._look("differs")
        return [Piece(run.words, differs) if run.differs else Piece(run.words) for run in runs]

    def _cut(self, pieces: Sequence[Piece], cells: int) -> list[Piece]:
        """Pieces cut to so many cells, with a sign where something is missing."""
        kept: list[Piece] = []
        for piece in pieces:
            used = cell_len(piece.text)
            if used > cells:
                return [*kept, Piece(_fitted(piece.text, max(cells, 1)), piece.style)]
            kept.append(piece)
            cells -= used
        return kept

    def _keys(self, keys: str) -> Piece:
        pad = " " * max(0, _KEYS_CELLS - cell_len(keys))
        return Piece(f"{pad}{keys} ", self._look("key"))


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(safe_line(piece.text)) for piece in pieces)


def _fitted(words: str, cells: int) -> str:
    """Words made safe in a column of some cells, cut where they are longer."""
    words = safe_line(words)
    return set_cell_size(words if cell_len(words) <= cells else words[: cells - 1] + "…", cells)
