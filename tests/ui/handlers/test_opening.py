"""What stands on the desk at first, and keys pressed before it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.config import Config
from tests.articles import HARBOUR, TIDES, write_articles
from tests.ui.driving import MEDIUM, NARROW, WIDE, opened, painted, started, until


async def test_the_first_two_articles_stand_side_by_side(harbour: Path) -> None:
    async with opened(harbour) as someone:
        assert someone.visible == ["1-courier.txt", "2-herald.txt"]
        first, second = someone.desk.columns
        assert painted(first.header).split() == ["Halvik", "Courier", "0", "of", "4", "▱▱▱▱"]
        assert painted(second.header).split() == ["Tarn", "Herald", "0", "of", "3", "▱▱▱▱"]
        assert "forty lorries waited" in painted(first.pane)
        assert "the mail boat" in painted(second.pane)
        assert "outlet:" not in someone.screen
        assert someone.pane is first.pane
        assert someone.pane.index == 0
        assert "Ilse Brandt · “said” · direct" in someone.card
        assert "direct" in someone.card
        assert "· unreviewed" in someone.card
        assert "alice · 0 of 4" in someone.status


@pytest.mark.parametrize(("size", "panes"), [(WIDE, 3), (MEDIUM, 2), (NARROW, 1), ((99, 30), 1)])
async def test_as_many_panes_are_in_view_as_the_width_has_room_for(
    harbour: Path, size: tuple[int, int], panes: int
) -> None:
    async with opened(harbour, size) as someone:
        await someone.press("o")
        await someone.type("post")
        await someone.press("tab")
        assert len(someone.visible) == panes
        assert someone.visible[-1] == "3-post.txt"
        await someone.press("tab")
        assert someone.visible[0] == "1-courier.txt"
        assert someone.desk.column.display


async def test_another_width_shows_other_panes_and_the_active_one_always(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("tab")
        for width, panes in ((60, 1), (100, 2), (61, 1), (160, 2)):
            await someone.resize(width, 30)
            assert len(someone.visible) == panes
            assert "2-herald.txt" in someone.visible
            assert someone.reading.file.name == "2-herald.txt"


async def test_another_width_keeps_the_top_character_and_the_focus(tmp_path: Path) -> None:
    many = "\n\n".join(f"“Buoy {n} has come adrift again,” said Ilse Brandt." for n in range(60))
    folder = write_articles(tmp_path / "buoys", {"a.txt": many + "\n"})
    async with opened(folder, MEDIUM) as someone:
        for _ in range(30):
            await someone.press("j")
        for width, height in ((60, 20), (160, 45), (44, 12), (100, 30)):
            rows = someone.pane._rows
            top = rows.starts[someone.pane.scroll_offset.y]
            await someone.resize(width, height)
            assert someone.pane.index == 30
            assert "Buoy 30 has" in painted(someone.pane)
            now = someone.pane._rows
            place = someone.pane.scroll_offset.y
            if now.at(top) + someone.pane.size.height > now.at(someone.item.start) + 2:
                assert place == now.at(top)


async def test_an_article_without_a_statement_is_shown_and_takes_no_verdict(
    tmp_path: Path,
) -> None:
    folder = write_articles(tmp_path / "tides", {"tides.txt": TIDES})
    async with opened(folder) as someone:
        assert someone.pane.index is None
        assert "No statements in this article." in someone.card
        for key in ("s", "0", "j", "k"):
            await someone.press(key)
        assert "High water at Halvik" in painted(someone.pane)
        await someone.press("s")
        assert "no statement here" in someone.status.lower()
        assert sorted(path.name for path in folder.iterdir()) == ["tides.txt"]


@pytest.mark.parametrize("content", [b"", b"\n\n\n", b"\xef\xbb\xbf", b"---\ntitle: x\n---\n"])
async def test_an_empty_article_opens(tmp_path: Path, content: bytes) -> None:
    folder = write_articles(tmp_path / "empty", {"a.txt": content, "b.txt": HARBOUR["3-post.txt"]})
    async with opened(folder) as someone:
        assert someone.reading.file.name == "a.txt"
        assert "No statements in this article." in someone.card
        for key in ("j", "s", "G", "g", "space", "down", "n"):
            await someone.press(key)
        assert someone.reading.file.name == "b.txt"
        await someone.press("s")
        assert someone.verdicts == ["sourced", "-"]


async def test_what_cannot_be_read_is_skipped_and_the_list_says_why(tmp_path: Path) -> None:
    folder = write_articles(
        tmp_path / "mixed",
        {"0-picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), **HARBOUR},
    )
    os.mkfifo(folder / "9-[b]pipe.txt")
    async with opened(folder, MEDIUM) as someone:
        assert someone.visible == ["1-courier.txt", "2-herald.txt"]
        assert "2 files skipped" in someone.status
        await someone.press("o")
        assert "9-[b]pipe.txt" in someone.sheet
        assert "pipe" in someone.sheet
        await someone.type("picture")
        await someone.press("enter")
        assert "0-picture.txt cannot be read" in someone.status
        assert someone.visible == ["1-courier.txt", "2-herald.txt"]
        await someone.press("j", "s")
        assert someone.verdicts[1] == "sourced"


async def test_a_folder_of_nothing_readable_says_so_and_lets_one_leave(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "dark", {"a.txt": b"\0\1\2\3" * 50})
    async with opened(folder) as someone:
        assert "cannot be read" in someone.card
        for key in ("s", "j", "n", "p", "]", "[", "z", "i", "c", "tab", "G", "space", "0", "."):
            await someone.press(key)
        await someone.press("q")
        await until(lambda: not someone.app.is_running, "the end")
        assert someone.app.return_code == 0


async def test_a_file_that_goes_away_after_listing_is_told(harbour: Path) -> None:
    async with opened(harbour) as someone:
        (harbour / "3-post.txt").unlink()
        await someone.press("]")
        assert "3-post.txt cannot be read" in someone.status
        assert someone.reading.file.name == "1-courier.txt"
        await someone.press("s")
        assert someone.verdicts[0] == "sourced"


HOSTILE = "[/nope] [red]x[/] [@click=app.quit]q[/]"


async def test_brackets_are_shown_as_they_stand_everywhere(tmp_path: Path) -> None:
    text = (
        f"---\ntitle: 'Title {HOSTILE}'\noutlet: 'Outlet {HOSTILE}'\n---\n"
        f"“The ramp {HOSTILE} is cracked,” said Ilse [sic] Brandt of the [/b] yard.\n"
    )
    folder = write_articles(tmp_path / "[/nope]", {"[bold]a[/].txt": text})
    async with opened(folder, reviewer="[/al]ice") as someone:
        header, pane = someone.desk.column.header, someone.pane
        assert f"Outlet {HOSTILE}" in painted(header)
        assert f"“The ramp {HOSTILE}" in " ".join(painted(pane).split())
        assert "Brandt" in someone.card
        assert HOSTILE in someone.card
        assert "[/al]ice" in someone.status
        await someone.press("s", "i")
        assert HOSTILE in " ".join(someone.sheet.split())
        await someone.press("escape", "c")
        assert "[/nope]" in someone.sheet
        await someone.press("escape", "o")
        assert "[bold]a[/].txt" in someone.sheet
        assert f"Outlet {HOSTILE}" in " ".join(someone.sheet.split())
        await someone.type("[/nope]")
        await someone.press("escape", "z")
        assert someone.verdicts == ["-"]


async def test_controls_in_an_article_become_signs(tmp_path: Path) -> None:
    text = "“The \x1b]52;c;aGk=\x07 ramp\x9b31m \u202eis\u2066 cracked,” said Ilse\x00 Brandt.\n"
    folder = write_articles(tmp_path / "hostile", {"a\x1b[2J.txt": text})
    async with opened(folder) as someone:
        assert "“The ␛]52;c;aGk=␇ ramp�31m �is� cracked,”" in painted(someone.pane)
        await someone.press("s", "i")
        screen = someone.screen
        assert not [letter for letter in screen if ord(letter) < 32 and letter != "\n"]
        assert not set(screen) & set("\x7f\x9b\u202e\u2066")


async def test_a_line_of_five_megabytes_opens_and_takes_verdicts(tmp_path: Path) -> None:
    sentence = "“The ramp is cracked,” said Ilse Brandt. The lorries wait on the quay at Halvik. "
    text = sentence + "The lorries wait on the quay at Halvik. " * 125_000
    folder = write_articles(tmp_path / "huge", {"a.txt": text, "b.txt": HARBOUR["3-post.txt"]})
    async with started(folder, MEDIUM) as someone:
        await until(lambda: "The ramp is cracked" in painted(someone.pane), "the text")
        await until(lambda: someone.pane.index == 0, "the statement")
        await someone.press("s")
        assert someone.verdicts[0] == "sourced"
        await until(lambda: someone.pane._rows.complete, "all rows")
        await someone.press("G")
        assert someone.pane.scroll_offset.y > 60_000
        await someone.press("g", "z")
        assert someone.verdicts[0] == "-"


async def test_keys_pressed_before_the_statements_are_there_are_carried_out_in_order(
    harbour: Path,
) -> None:
    async with started(harbour) as someone:
        assert not someone.app.has_review
        someone.send(*"sujxkk0")
        await someone.done()
        assert someone.verdicts == ["sourced", "-", "-", "not-a-statement"]
        assert someone.pane.index == 1


async def test_early_keys_go_to_the_pane_and_the_sheet_they_were_meant_for(harbour: Path) -> None:
    async with started(harbour) as someone:
        someone.send("s", "tab", *"uopost")
        await until(lambda: someone.app.screen is not someone.desk, "the sheet")
        await someone.done()
        assert "Open an article" in someone.sheet
        await someone.press("enter")
        assert someone.names == ["1-courier.txt", "3-post.txt"]
        await someone.press("z", "z")
        assert someone.names == ["1-courier.txt", "2-herald.txt"] or (
            someone.reading.file.name == "1-courier.txt"
        )
        await someone.saved()
        assert not list(harbour.glob("*.yaml"))


async def test_keys_wait_while_an_article_is_opened(harbour: Path) -> None:
    async with opened(harbour) as someone:
        someone.send(*"]sdn")
        await someone.done()
        assert someone.names == ["1-courier.txt", "2-herald.txt"]
        post = someone.app.review.articles.read(someone.app.review.corpus.files[2])
        assert [str(item.verdict) for item in post.items] == ["sourced", "disputed"]


async def test_quitting_does_not_wait_for_statements(harbour: Path) -> None:
    async with started(harbour) as someone:
        someone.send(*"q")
        await until(lambda: not someone.app.is_running, "the end")
        assert someone.app.return_code == 0


async def test_a_click_puts_the_focus_on_a_statement_and_makes_its_pane_active(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        second = someone.desk.columns[1].pane
        rows = painted(second).splitlines()
        y = next(place for place, row in enumerate(rows) if "simply untrue" in row)
        x = rows[y].index("simply")
        await someone.pilot.click(second, offset=(x, y))
        await someone.until(lambda: someone.pane is second, "the other pane")
        assert someone.pane.index == 2
        assert "Ilse Brandt" in someone.card
        await someone.pilot.click(second, offset=(rows[0].index("Ferry"), 0))
        await someone.pilot.pause()
        assert someone.pane.index == 2


async def test_a_config_with_problems_is_told_and_the_app_starts(harbour: Path) -> None:
    config = Config(keys={"sourced": ("u",)}, problems=("config.yaml:3: no such [/field].",))
    async with opened(harbour, config=config) as someone:
        assert "config.yaml:3: no such [/field]." in someone.status
        assert someone.app.keys["sourced"] == ("s", "1")


async def test_ones_own_keys_work_and_are_the_ones_hinted_at(harbour: Path) -> None:
    config = Config(keys={"sourced": ("y",), "open": ("f5",)})
    async with opened(harbour, config=config) as someone:
        assert "y sourced" in someone.status
        await someone.press("y", "s")
        assert someone.verdicts == ["sourced", "-", "-", "-"]
        await someone.press("f5")
        assert "Open an article" in someone.sheet
