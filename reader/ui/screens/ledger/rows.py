"""The rows of the ledger: what is counted stands in columns, as wide as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reader.judgement import GLYPHS, Verdict
from reader.survey.ledger import counted
from reader.survey.plain_ledger import KnownOrigin, KnownSaid, KnownSpeaker, StoryOrigins
from reader.text import safe_line
from reader.ui.painting.signs import OPPOSED

_COUNT, _ARTICLES, _JUDGED, _OUTLET = 8, 12, 14, 22
_WORDS_FROM, _HOW_FROM = 64, 96
"""Cells of a row from which on there is room for words, and to say through whom."""


def speaker_row(one: KnownSpeaker, width: int, marked: bool) -> Text:
    """Names, how many statements (and guesses), where, at whose hands, how judged."""
    guessed = f", {one.guessed}?" if one.guessed else ""
    names = [safe_line(name) for name in one.names]
    how = _how(one) if width >= _HOW_FROM else ""
    how_cells = (width - _HOW_FROM) // 2 + 24 if how else 0
    judged = _judged(one)
    where = counted(one.articles, "article") if width >= _WORDS_FROM else f"in {one.articles}"
    where_cells = _ARTICLES if width >= _WORDS_FROM else _ARTICLES // 2
    judged_cells = _JUDGED if width >= _WORDS_FROM else _JUDGED // 2
    room = width - _COUNT - where_cells - how_cells - judged_cells - 4
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f"{one.statements}{guessed}".rjust(_COUNT - 1) + " ")
    text.append(_named(names, room, marked))
    text.append(_fitted(f"  {where}", where_cells + 2), "dim")
    if how_cells:
        text.append(_fitted(how, how_cells), "dim")
    text.append(f"  {judged}")
    return text


def _named(names: Sequence[str], room: int, marked: bool) -> Text:
    text = Text()
    mark = "= " if marked else ""
    first = _cut(f"{mark}{names[0]}", room)
    text.append(first, "bold")
    left = room - cell_len(first)
    if names[1:] and left > 6:
        also = _cut(f"  {', '.join(names[1:])}", left)
        text.append(also, "dim")
        left -= cell_len(also)
    text.append(" " * left)
    return text


def _how(one: KnownSpeaker) -> str:
    """First hand, or through whom."""
    if one.first_hand == one.statements:
        return "first hand" if one.statements else ""
    through = ", ".join(safe_line(name) for name in one.through)
    if not one.first_hand:
        return f"through {through}"
    return f"{one.first_hand} first hand, else {through}"


def _judged(one: KnownSpeaker) -> str:
    words = [f"{GLYPHS[verdict]}{one.verdicts[verdict]}" for verdict in one.verdicts]
    return " ".join([*words, *([f"{OPPOSED}{one.opposed}"] if one.opposed else [])])


def story_row(one: StoryOrigins, width: int) -> Text:
    """How many statements a story has, on how many origins."""
    text = Text(no_wrap=True, overflow="ellipsis")
    label = safe_line(one.label or one.articles[0])
    count = f"  {counted(one.statements, 'statement')}, {counted(len(one.origins), 'origin')}"
    room = max(12, width - 30)
    text.append(_fitted(label, room), "bold")
    text.append(count)
    return text


def origin_row(one: KnownOrigin, width: int) -> Text:
    """One origin of a story: how many statements rest on it, in how many outlets."""
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f"{one.statements}".rjust(_COUNT - 1) + " ")
    text.append(_fitted(safe_line(one.name), max(12, width - 24)), "bold")
    text.append(f"  {counted(one.outlets, 'outlet')}", "dim")
    return text


def said_row(one: KnownSaid, name: str, width: int) -> Text:
    """A statement: verdict, outlet, under which other name or through whom, its words."""
    text = Text(no_wrap=True, overflow="ellipsis")
    verdict: Verdict | None = one.verdict
    text.append(f"{GLYPHS[verdict]} ")
    text.append(_fitted(safe_line(one.place.outlet), min(_OUTLET, width // 4)), "dim")
    if not one.place.sure:
        text.append("  ?", "dim")
    if one.known_as.name != name:
        text.append(f"  as {safe_line(one.known_as.name)}", "italic")
    if one.through:
        text.append(f"  through {', '.join(map(safe_line, one.through))}", "italic")
    text.append(f"  {safe_line(one.place.quote)}")
    return text


def _fitted(words: str, cells: int) -> str:
    return set_cell_size(_cut(words, cells), cells)


def _cut(words: str, cells: int) -> str:
    return words if cell_len(words) <= cells else f"{set_cell_size(words, max(0, cells - 1))}…"
