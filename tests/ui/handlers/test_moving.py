"""From statement to statement, through the text, from pane to pane and article to article."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.ui.widgets.pane import ArticlePane
from tests.articles import HARBOUR, TIDES, write_articles
from tests.ui.driving import MEDIUM, NARROW, WIDE, opened, painted


async def test_next_and_previous_statement_stay_within_the_article(harbour: Path) -> None:
    async with opened(harbour) as someone:
        places = []
        for key in "jjjj":
            await someone.press(key)
            places.append(someone.pane.index)
        assert places == [1, 2, 3, 3]
        assert "This is the last statement." in someone.status
        await someone.press("k", "k", "k", "k")
        assert someone.pane.index == 0
        assert "This is the first statement." in someone.status
        await someone.press("j")
        assert "This is" not in someone.status


async def test_next_unreviewed_goes_across_articles_and_round(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("j", "s", "k", "k", "n")
        assert someone.pane.index == 2
        await someone.press("n", "n")
        assert someone.reading.file.name == "2-herald.txt"
        assert someone.desk.column is someone.desk.columns[1]
        assert someone.pane.index == 0
        await someone.press("n", "n", "n")
        assert someone.reading.file.name == "3-post.txt"
        assert someone.names == ["1-courier.txt", "3-post.txt"]
        await someone.press("n", "n")
        assert someone.reading.file.name == "1-courier.txt"
        assert someone.pane.index == 0


async def test_previous_unreviewed_goes_back_across_articles_and_round(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("p")
        assert someone.reading.file.name == "3-post.txt"
        assert someone.pane.index == 1
        await someone.press("p", "p")
        assert someone.reading.file.name == "2-herald.txt"
        assert someone.pane.index == 2


async def test_unreviewed_behind_one_in_the_only_article_is_found(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "one", {"a.txt": HARBOUR["1-courier.txt"]})
    async with opened(folder) as someone:
        await someone.press("j", "j", "s", "k", "k", "j", "j", "j")
        assert someone.pane.index == 3
        await someone.press("n")
        assert someone.pane.index == 0
        await someone.press("p")
        assert someone.pane.index == 3


async def test_when_all_is_reviewed_the_next_unreviewed_is_said_not_to_exist(
    tmp_path: Path,
) -> None:
    folder = write_articles(tmp_path / "two", {"a.txt": HARBOUR["3-post.txt"], "b.txt": TIDES})
    async with opened(folder) as someone:
        await someone.press("s", "s", "n")
        assert "Every statement of every article has been reviewed." in someone.status
        assert someone.pane.index == 1
        await someone.press("p")
        assert "Every statement of every article has been reviewed." in someone.status


async def test_the_other_pane_becomes_active_and_keeps_its_place(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("j", "tab", "j", "j")
        assert someone.reading.file.name == "2-herald.txt"
        assert someone.pane.index == 2
        assert "Ilse Brandt" in someone.card
        assert "0 of 3" in someone.status
        await someone.press("tab")
        assert someone.reading.file.name == "1-courier.txt"
        assert someone.pane.index == 1


async def test_panes_changed_in_haste_are_each_judged(harbour: Path) -> None:
    async with opened(harbour) as someone:
        for _ in range(3):
            await someone.press("tab", "s", "tab", "u", "tab", "d", "tab")
            assert someone.desk.column is someone.desk.columns[0]
            assert someone.verdicts == ["unsourced", "-", "-", "-"]
            await someone.press("tab")
            assert someone.verdicts == ["sourced", "disputed", "-"]
            await someone.press("z", "z", "z")
            assert someone.desk.column is someone.desk.columns[1]
            await someone.press("tab")


async def test_previous_and_next_article_pass_over_those_beside(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("]")
        assert someone.names == ["3-post.txt", "2-herald.txt"]
        assert someone.pane.index == 0
        await someone.press("]")
        assert "This is the last article." in someone.status
        await someone.press("[")
        assert someone.names == ["1-courier.txt", "2-herald.txt"]
        await someone.press("[")
        assert "This is the first article." in someone.status


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_scrolling_moves_the_text_and_not_the_focus(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    long = HARBOUR["1-courier.txt"] + "\nThe tide turned at noon and nothing else did.\n" * 80
    folder = write_articles(tmp_path / "long", {"a.txt": long})
    async with opened(folder, size) as someone:
        pane = someone.pane
        await someone.press("G")
        assert pane.scroll_offset.y == pane.max_scroll_y > 0
        assert "The tide turned" in painted(pane).splitlines()[-1]
        await someone.press("g")
        assert pane.scroll_offset.y == 0
        await someone.press("down", "down", "up")
        assert pane.scroll_offset.y == 1
        await someone.press("space")
        assert pane.scroll_offset.y == 1 + pane.size.height - 2
        await someone.press("pageup", "pageup")
        assert pane.scroll_offset.y == 0
        assert pane.index == 0
        await someone.press("G", "j")
        assert pane.index == 1
        await someone.until(lambda: focus_in_view(pane), "the focus in view")


def focus_in_view(pane: ArticlePane) -> bool:
    """True when the first words of the statement in focus are painted beside its bar."""
    if pane.index is None:
        return True
    assert pane.article is not None
    span = pane.items[pane.index].statement.content[0]
    words = pane.article.text[span.start : span.end].split()[0]
    rows = painted(pane).splitlines()
    return any("▌" in row and words in row for row in rows)


@pytest.mark.parametrize(("size", "seed"), [(WIDE, 1), (MEDIUM, 2), (NARROW, 3), ((40, 9), 4)])
async def test_on_a_random_walk_the_focus_is_always_in_view(
    tmp_path: Path, size: tuple[int, int], seed: int
) -> None:
    spread = {
        name: text.replace("\n\n", "\n\nThe wind went round to the west.\n\n" * 4)
        for name, text in HARBOUR.items()
    }
    folder = write_articles(tmp_path / "spread", spread)
    walk = random.Random(seed)
    async with opened(folder, size) as someone:
        pressed = []
        for _ in range(30):
            key = walk.choice(["j", "k", "n", "p", "s", "0", "z", "Z", "tab", "]", "[", "G", "g"])
            pressed.append(key)
            await someone.press(key)
            if key in ("G", "g"):  # Scrolling leaves the focus where it is; so does `0`.
                await someone.press("j")
            elif key == "0":
                continue
            await someone.until(lambda: focus_in_view(someone.pane), f"the focus {pressed}")


async def test_articles_turned_over_in_haste_are_each_counted(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(1, 7)]
    folder = write_articles(tmp_path / "many", dict.fromkeys(names, HARBOUR["3-post.txt"]))
    async with opened(folder) as someone:
        await someone.press("]", "]", "]")
        assert someone.names == ["5.txt", "2.txt"]
        await someone.press("[", "[", "tab", "]", "s")
        assert someone.names == ["3.txt", "4.txt"]
        assert someone.verdicts == ["sourced", "-"]


async def test_a_pane_turned_over_after_a_walk_goes_on_from_where_it_ended(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("p", "[", "s", "tab", "d")
        assert someone.names == ["1-courier.txt", "2-herald.txt"]
        assert someone.verdicts == ["disputed", "-", "-"]
        await someone.press("tab")
        assert someone.verdicts == ["sourced", "-", "-", "-"]


async def test_a_pane_closed_while_its_article_is_opened_harms_nothing(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("]", "-", "s")
        assert someone.names == ["2-herald.txt"]
        assert someone.verdicts == ["sourced", "-", "-"]
        await someone.press("]", "d", "[", "z", "z")
        assert set(someone.verdicts) == {"-"}


async def test_a_filter_that_lets_nothing_through_says_so(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("f", "d")
        assert "No statement here is disputed; f shows others." in someone.status
        for key in "jk":
            await someone.press(key)
            assert "No statement here is disputed; f shows others." in someone.status


async def test_going_around_the_corpus_is_said(harbour: Path) -> None:
    async with opened(harbour, MEDIUM) as someone:
        await someone.press("p")
        assert someone.reading.file.name == "3-post.txt"
        assert "Nothing unreviewed before this: gone on at the corpus' end." in someone.status
        await someone.press("n")
        assert someone.reading.file.name == "1-courier.txt"
        assert "Nothing unreviewed after this: gone on at the corpus' beginning." in someone.status
        await someone.press("j", "j", "n")
        assert "gone on" not in someone.status
