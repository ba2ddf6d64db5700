"""Text selected with the mouse is copied as it stands in the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from reader.ui.widgets.pane import ArticlePane
from tests.ui.driving import MEDIUM, Reviewer, opened
from tests.ui.test_contrast import contrast


async def test_ctrl_c_copies_what_is_selected_and_leaves_where_nothing_is(tmp_path: Path) -> None:
    text = (
        "The mill is shut.\n\n“Nobody asked us,” said [sic] Ada Brenn, who has run it since 1998\n"
    )
    (tmp_path / "mill.txt").write_text(text, encoding="utf-8")
    async with opened(tmp_path, MEDIUM) as someone:
        lines = [someone.pane.render_line(y).text for y in range(6)]
        row, column = next(
            (y, line.index("“Nob")) for y, line in enumerate(lines) if "“Nob" in line
        )
        await someone.pilot.mouse_down(ArticlePane, offset=(column, row))
        await someone.pilot.hover(ArticlePane, offset=(column + 23, row))
        await someone.pilot.mouse_up(ArticlePane, offset=(column + 23, row))
        await someone.until(lambda: someone.desk.get_selected_text(), "a selection")
        await someone.pilot.press("ctrl+c")
        await someone.until(lambda: "Copied" in someone.status, "the word copied")

        assert someone.app.clipboard.startswith("“Nobody asked us,” said")
        assert someone.app.clipboard in text
        assert someone.app.is_running

        await someone.pilot.press("ctrl+c")
        await someone.until(lambda: someone.app.return_code == 0, "the end")


async def _drag(someone: Reviewer, start: tuple[int, int], end: tuple[int, int]) -> str:
    """Drag from one cell of the pane to another; gives what is selected."""
    pane = someone.pane
    await someone.pilot.mouse_down(pane, offset=start)
    await someone.pilot.hover(pane, offset=end)
    await someone.pilot.mouse_up(pane, offset=end)
    await someone.until(lambda: someone.desk.get_selected_text(), "a selection")
    return someone.desk.get_selected_text() or ""


def _row(someone: Reviewer, words: str) -> tuple[int, int]:
    lines = [someone.pane.render_line(y).text for y in range(someone.pane.size.height)]
    return next((line.index(words), y) for y, line in enumerate(lines) if words in line)


async def test_a_drag_from_a_blank_line_copies_what_it_crosses(harbour: Path) -> None:
    async with opened(harbour, MEDIUM) as someone:
        _, row = _row(someone, "“Two crews")
        column, _ = _row(someone, " sail,”")
        for start in (2, 20):
            someone.desk.clear_selection()
            words = await _drag(someone, (start, row - 1), (column + 4, row))
            assert words.strip() == "“Two crews have refused to sail"


async def test_a_drag_from_the_gutter_copies_the_row_beside_it(harbour: Path) -> None:
    async with opened(harbour, MEDIUM) as someone:
        column, row = _row(someone, "Two crews")
        words = await _drag(someone, (1, row), (column + 8, row))
        assert words == "“Two crews"


async def test_a_drag_from_below_the_text_goes_back_from_its_end(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text("The mill is shut.\n\nNobody was asked.\n", "utf-8")
    async with opened(tmp_path, MEDIUM) as someone:
        column, row = _row(someone, "was asked")
        words = await _drag(someone, (30, row + 5), (column, row))
        assert words.strip() == "was asked."


async def test_a_drag_moves_no_focus(harbour: Path) -> None:
    async with opened(harbour) as someone:
        before, pane = someone.pane.index, someone.pane
        column, row = _row(someone, "“Two crews")
        assert await _drag(someone, (column, row), (column + 10, row))
        other = someone.desk.columns[1].pane
        await someone.pilot.mouse_down(other, offset=(10, 3))
        await someone.pilot.hover(other, offset=(20, 3))
        await someone.pilot.mouse_up(other, offset=(20, 3))
        await someone.done()
        assert someone.pane is pane
        assert someone.pane.index == before


@pytest.mark.parametrize("theme", ["dark", "light", "sepia", "high-contrast"])
async def test_what_is_selected_is_seen(harbour: Path, theme: str) -> None:
    async with opened(harbour, theme=theme) as someone:
        column, row = _row(someone, "Two crews")

        def style() -> Style:
            segment = next(s for s in someone.pane.render_line(row) if "Two crews" in s.text)
            assert segment.style is not None
            return segment.style

        before = style()
        await _drag(someone, (column, row), (column + 12, row))
        assert contrast(style().bgcolor, before.bgcolor) > 3
        assert contrast(style().color, style().bgcolor) > 4.5
