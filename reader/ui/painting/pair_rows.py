"""Rows of the list of contradictions: why, and both sides with the words that differ."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style

from reader.judgement import Relation
from reader.language.english import ENGLISH
from reader.likeness.comparison import Compared, compare
from reader.likeness.evidence import Difference
from reader.likeness.quantities import quantities
from reader.review.pairs import Pair
from reader.span import Span
from reader.statement import UNKNOWN
from reader.survey.plain import Place
from reader.ui.painting.excerpt import excerpt
from reader.ui.painting.line import Piece, shortened
from reader.ui.painting.signs import OPPOSED

_ONE_ROW_FROM = 70
"""Cells from which on the names and the words of a side stand in one row."""
_WHY = {
    Difference.NUMBER: "numbers differ",
    Difference.POLARITY: "one denies",
    Difference.OPPOSITES: "opposite words",
    Difference.CONTRAST: "set against each other",
}
_LINKED = {
    Relation.CONTRADICTS: "linked: contradicts",
    Relation.AGAINST: "linked: disputed against",
}
_SHARE = 4
"""Outlet and speaker take at most one of so many parts of the row each."""
_MOST_WORDS = 4
_TIMES = ENGLISH.word_class("months") | ENGLISH.word_class("days")

Look = Callable[[str], Style]


_compared = lru_cache(maxsize=512)(compare)


def rows_of_pair(width: int) -> int:
    """How many rows a pair takes where there are so many cells."""
    return 3 if width >= _ONE_ROW_FROM else 5


def pair_rows(pair: Pair, width: int, look: Look) -> list[list[Piece]]:
    """Sign and reason, then both sides: who, and the words, in one row or in two."""
    style = look("linked" if pair.linked else "why")
    first = [Piece(f"{OPPOSED if pair.linked else '?'} {_reason(pair)}", style)]
    return [
        first,
        *_side(pair.one, _compared(pair.one.quote, pair.other.quote), width, look),
        *_side(pair.other, _compared(pair.other.quote, pair.one.quote), width, look),
    ]


def _reason(pair: Pair) -> str:
    if pair.relation is not None:
        note = f" — {pair.note}" if pair.note else ""
        return f"{_LINKED[pair.relation]}{note}"
    reasons = [_WHY[Difference(one)] for one in pair.why]
    mine, theirs = _words(pair.one, pair.one_differs), _words(pair.other, pair.other_differs)
    if any(map(_is_named, mine)) and any(map(_is_named, theirs)):
        reasons.append("names differ")
    words = " / ".join(", ".join(words[:_MOST_WORDS]) or "–" for words in (mine, theirs))
    why = ", ".join(reasons) or "alike"
    return f"{why}: {words}" if mine or theirs else why


def _words(place: Place, spans: tuple[Span, ...]) -> list[str]:
    return [place.quote[span.start : span.end] for span in spans]


def _is_named(words: str) -> bool:
    return words[:1].isupper() and words.casefold() not in _TIMES and not any(quantities(words))


def _side(place: Place, compared: Compared, width: int, look: Look) -> list[list[Piece]]:
    in_one = width >= _ONE_ROW_FROM
    cells = width // _SHARE if in_one else width // 2 - 2
    outlet = shortened(place.outlet, cells)
    speaker = place.speaker + ("" if place.sure or place.speaker in ("", UNKNOWN) else "?")
    who = shortened(speaker, cells)
    names = [Piece(f"  {outlet} ", look("outlet")), Piece(f"{who}  " if who else " ", look("why"))]
    used = sum(cell_len(piece.text) for piece in names) if in_one else 4
    runs = excerpt(place.quote, compared.alike, compared.differs, max(1, width - used))
    words = [Piece(run.words, look("differs")) if run.differs else Piece(run.words) for run in runs]
    return [[*names, *words]] if in_one else [names, [Piece("    "), *words]]
