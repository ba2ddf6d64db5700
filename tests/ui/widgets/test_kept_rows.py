"""Rows that are kept: what stands on the screen is what would be painted anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.card import Card
from reader.ui.widgets.kept_rows import KeptRows, end_of_change
from tests.ui.driving import WIDE, Reviewer, opened


def shown(someone: Reviewer) -> list[Strip]:
    """What the screen shows, colours and all."""
    return [strip.simplify() for strip in someone.desk._compositor.render_strips(someone.app.size)]


def painted_anew(someone: Reviewer) -> list[Strip]:
    """The same with nothing kept."""
    for widget in someone.desk.walk_children(with_self=True):
        assert isinstance(widget, Widget)
        if isinstance(widget, KeptRows):
            widget.notify_style_update()
        widget._styles_cache.clear()
    return shown(someone)


async def test_what_is_kept_is_what_would_be_painted_anew(harbour: Path) -> None:
    async with opened(harbour, WIDE) as someone:
        for keys in (["j"], ["s", "u"], ["tab", "k"], ["z"], ["G"], ["c", "!", "enter"], ["x"]):
            await someone.press(*keys)
            assert shown(someone) == painted_anew(someone), keys
        await someone.resize(100, 30)
        assert shown(someone) == painted_anew(someone)
        someone.app.choose_theme("light")
        await someone.press("j")
        assert shown(someone) == painted_anew(someone)


async def test_a_key_paints_what_it_changes_and_no_more(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(harbour, WIDE) as someone:
        painted: Counter[str] = Counter()
        paint = Widget.render_lines

        def counting(widget: Widget, crop: Region) -> list[Strip]:
            painted[type(widget).__name__] += crop.height
            return paint(widget, crop)

        monkeypatch.setattr(Widget, "render_lines", counting)
        before = someone.card
        await someone.press("j")
        await someone.until(lambda: painted["Card"])
        told = zip(before.split("\n"), someone.card.split("\n"), strict=True)
        assert painted["Card"] == sum(one != other for one, other in told)
        assert painted["ArticlePane"] <= 8
        assert painted["Panes"] == painted["PaneColumn"] == painted["PaneHeader"] == 0


BOLD = Style(bold=True)


@pytest.mark.parametrize(
    ("old", "new", "end"),
    [
        ([("same", BOLD)], [("same", BOLD)], 0),
        ([("old", BOLD), (" ", None)], [("new", BOLD), (" ", None)], 3),
        ([("a", BOLD), ("   ", None), ("!", BOLD)], [("abc", BOLD), (" ", None), ("!", BOLD)], 3),
        ([("a", BOLD), ("   ", None)], [("a", BOLD), (" b ", None)], 4),
        ([("ab", BOLD)], [("ab", None)], 2),
    ],
)
def test_a_row_is_painted_up_to_the_last_cell_that_differs(
    old: list[tuple[str, Style | None]], new: list[tuple[str, Style | None]], end: int
) -> None:
    one, other = (Strip([Segment(text, style) for text, style in row]) for row in (old, new))
    assert end_of_change(one, other) == end


async def test_a_card_without_a_statement_is_painted_once(harbour: Path) -> None:
    async with opened(harbour, WIDE) as someone:
        card = someone.desk.query_one(Card)
        rows = [card.render_line(y) for y in range(card.size.height)]
        card.show_changes()
        assert not card._repaint_regions
        assert all(card.render_line(y) == row for y, row in enumerate(rows))
