"""Text selected with the mouse is copied as it stands in the article."""

from __future__ import annotations

from pathlib import Path

from reader.ui.widgets.pane import ArticlePane
from tests.ui.driving import MEDIUM, opened


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
