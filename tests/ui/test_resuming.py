"""Reopening goes on where the reviewer left off, and writes nothing into the corpus."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.folders import state_folder
from reader.review import Filter
from tests.articles import write_articles
from tests.ui.driving import NARROW, WIDE, bytes_of, opened

LONG = "\n\n".join(
    f"“The pump at gate {number} was stopped at noon,” said Mira Stell." for number in range(60)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four reports, one of them long."""
    return write_articles(
        tmp_path / "lock",
        {f"{number}-report.txt": f"Report {number}\n\n{LONG}\n" for number in range(4)},
    )


async def test_articles_panes_scroll_focus_and_filter_are_as_they_were(folder: Path) -> None:
    before = bytes_of(folder)
    async with opened(folder, WIDE) as someone:
        await someone.press("]", "]", *"jjjjj", "tab", *"jj", "pagedown", "pagedown")
        someone.desk.set_filter(Filter.UNREVIEWED)
        names, key, top = someone.names, someone.item.key, someone.pane.top
        rows = someone.screen.split("\n")[1:30]
    assert top > 0
    async with opened(folder, WIDE) as someone:
        assert someone.names == names
        assert someone.item.key == key
        assert someone.pane.top == top
        assert someone.desk.filter is Filter.UNREVIEWED
        assert someone.desk.column is someone.desk.columns[1]
        assert someone.desk.columns[0].pane.index == 5
        assert someone.screen.split("\n")[1:30] == rows
    assert bytes_of(folder) == before


async def test_a_closed_pane_stays_closed_and_a_third_comes_back(folder: Path) -> None:
    async with opened(folder, WIDE) as someone:
        await someone.press("-")
        assert len(someone.names) == 1
    async with opened(folder, WIDE) as someone:
        assert len(someone.names) == 1
        await someone.press("o", *"3-report", "tab")
        await someone.until(lambda: len(someone.names) == 2)
        await someone.press("o", *"2-report", "tab")
        await someone.until(lambda: len(someone.names) == 3)
        names = someone.names
    async with opened(folder, WIDE) as someone:
        assert someone.names == names


async def test_another_reviewer_begins_at_the_beginning(folder: Path) -> None:
    async with opened(folder, NARROW) as someone:
        await someone.press("]", "]", "j")
        names = someone.names
    async with opened(folder, NARROW, reviewer="bob") as someone:
        assert someone.names == ["0-report.txt", "1-report.txt"]
        assert someone.pane.index == 0
    async with opened(folder, NARROW) as someone:
        assert someone.names == names
        assert someone.pane.index == 1


async def test_who_is_known_only_after_the_first_paint_goes_on_with_his_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(folder, NARROW, reviewer="bob") as someone:
        await someone.press("]", "]", "j", "-")
        assert len(someone.names) == 1
    monkeypatch.setattr("reader.config._git_email", lambda _: "alice@example.org")
    async with opened(folder, NARROW, reviewer="") as someone:
        assert someone.app.review.reviewer == "alice@example.org"
        assert someone.names == ["0-report.txt", "1-report.txt"]
        assert someone.pane.index == 0


async def test_what_is_gone_leaves_the_next_article_and_the_next_statement(folder: Path) -> None:
    async with opened(folder, NARROW) as someone:
        await someone.press("tab", "]", "]", "j", "tab", *"jjj")
        assert someone.names == ["0-report.txt", "3-report.txt"]
    (folder / "3-report.txt").unlink()
    text = (folder / "0-report.txt").read_text()
    (folder / "0-report.txt").write_text(text.replace("gate 3 was", "gate 3 had been"))
    async with opened(folder, NARROW) as someone:
        assert someone.names == ["0-report.txt", "1-report.txt"]
        assert someone.pane.index == 0


async def test_a_broken_session_is_none(folder: Path) -> None:
    async with opened(folder, NARROW) as someone:
        await someone.press("]", "]")
    (path,) = (state_folder(os.environ) / "sessions").iterdir()
    path.write_text('{"reviewers": {"alice": {"panes": [{"article": 7}]}}}')
    async with opened(folder, NARROW) as someone:
        assert someone.names == ["0-report.txt", "1-report.txt"]
