"""The list of contradictions: opened, followed, answered, undone; at every width."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.survey.corpus import write_corpus
from tests.ui.driving import MEDIUM, NARROW, WIDE, Reviewer, bytes_of, opened

EIGHTY = (80, 24)
MORE = {
    "1-ferry/gazette.md": "“Captain Dorn slept through the alarm of the Alda for forty minutes that"
    " night,” said Tilo Brask, a stoker.",
    "1-ferry/wire.md": "“From the alarm to the boats Captain Dorn of the Alda needed six minutes,”"
    " said Vera Lund, the harbour master.",
}
_GAZETTE = "1-ferry/gazette.md.review.alice.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = write_corpus(tmp_path / "corpus")
    for name, more in MORE.items():
        with (corpus / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{more}\n")
    return corpus


@asynccontextmanager
async def listed(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Reviewer]:
    """Open the list of the ferry's contradictions."""
    async with opened(folder, size, compares=True) as someone:
        await someone.press("t")
        await someone.until(lambda: "suggested" in someone.screen, "the list")
        await settled(someone)
        yield someone


async def settled(someone: Reviewer) -> None:
    """Wait until the left pane has followed the list."""
    await someone.until(
        lambda: not someone.desk.column.busy and not someone.desk.listed.answering, "the pane"
    )
    await someone.done()


def row_of(someone: Reviewer, words: str) -> int:
    """The row of the screen in which some words stand in the panes."""
    lines = someone.screen.splitlines()
    return next(at for at, line in enumerate(lines) if words in line)


async def test_a_pair_tells_why_and_who_and_which_words_differ(folder: Path) -> None:
    async with listed(folder) as someone:
        assert "Contradictions · Ferry" in someone.screen
        assert "Enter side by side  ! contradicts" in someone.status
        assert "0 linked, 2 suggested" in someone.screen
        assert "numbers differ: Thirty-one / Fourteen" in someone.screen
        assert "Vessin Gazette Ines Obrecht" in someone.screen
        assert "State Wire Pavel Hadrik" in someone.screen


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_the_left_pane_keeps_its_width_and_follows(
    folder: Path, size: tuple[int, int]
) -> None:
    async with opened(folder, size, compares=True) as someone:
        width = someone.pane.size.width
        await someone.press("t")
        await someone.until(lambda: "2 suggested" in someone.screen, "the list")
        await settled(someone)
        assert someone.pane.size.width == width
        assert "Thirty-one fishermen" in someone.item.anchor.quote
        await someone.press("j")
        await settled(someone)
        assert "forty minutes" in someone.item.anchor.quote
        await someone.press("j")
        assert "This is the last of them." in someone.status
        await someone.press("up")
        await settled(someone)
        assert "Thirty-one fishermen" in someone.item.anchor.quote


@pytest.mark.parametrize("size", [EIGHTY, NARROW])
async def test_a_narrow_window_has_the_list_alone_and_the_card_follows(
    folder: Path, size: tuple[int, int]
) -> None:
    async with listed(folder, size) as someone:
        assert not someone.desk.column.display
        assert "Ines Obrecht" in someone.card
        await someone.press("j")
        await someone.until(lambda: "Tilo Brask" in someone.card, "the card")
        await someone.press("t")
        await someone.until(lambda: someone.desk.column.display, "the article")
        assert "forty minutes" in someone.screen


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_enter_shows_both_sides_level_and_there_they_are_linked(
    folder: Path, size: tuple[int, int]
) -> None:
    async with listed(folder, size) as someone:
        await someone.press("enter")
        await someone.until(lambda: someone.desk.twin is not None, "its twin")
        assert someone.visible == ["1-ferry/gazette.md", "1-ferry/wire.md"]
        assert row_of(someone, "Thirty-one fishermen") == row_of(someone, "Fourteen fishermen")
        await someone.press("!")
        assert "Contradicts State Wire" in someone.status
        await someone.press("t")
        await someone.until(lambda: "1 linked, 1 suggested" in someone.screen, "the list")
        await settled(someone)
        assert "forty minutes" in someone.item.anchor.quote, "on with the next"


async def test_in_one_pane_enter_shows_the_other_side_and_a_key_goes_back(folder: Path) -> None:
    async with listed(folder, EIGHTY) as someone:
        await someone.press("enter")
        await someone.until(lambda: "Fourteen fishermen" in someone.screen, "the other side")
        await someone.press("'")
        await someone.until(lambda: "Thirty-one fishermen" in someone.screen, "the one side")


async def test_a_key_links_and_undo_unlinks(folder: Path) -> None:
    before = bytes_of(folder)
    async with listed(folder) as someone:
        await someone.press("!")
        await settled(someone)
        assert "Contradicts State Wire; z takes it back." in someone.status
        assert "1 linked, 1 suggested" in someone.screen
        assert "≠ linked: contradicts" in someone.screen
        assert "forty minutes" in someone.item.anchor.quote, "on to the next"
        await someone.saved()
        assert "  contradicts:\n  - file: wire.md\n" in (folder / _GAZETTE).read_text()
        await someone.press("z")
        await settled(someone)
        assert "0 linked, 2 suggested" in someone.screen
        assert "Thirty-one" in someone.item.anchor.quote
        assert someone.desk.listed.at == 0
        await someone.press("Z")
        await settled(someone)
        assert "1 linked, 1 suggested" in someone.screen
        await someone.press("z")
        await settled(someone)
        await someone.saved()
    assert bytes_of(folder) == before


async def test_another_key_dismisses_for_good(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.press("X")
        await settled(someone)
        assert "0 linked, 1 suggested" in someone.screen
        assert "Nothing to do with State Wire; z takes it back." in someone.status
        await someone.saved()
        assert "  unrelated:\n" in (folder / _GAZETTE).read_text()
        await someone.press("X", "X")
        await settled(someone)
        assert "None is suggested any more, and none is linked." in someone.screen
    async with listed(folder) as someone:
        assert "0 linked, 0 suggested" in someone.screen


async def test_the_same_key_again_unlinks(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.press("!", "k")
        await settled(someone)
        await someone.press("!")
        await settled(someone)
        assert "No longer linked to State Wire; z brings it back." in someone.status
        assert "0 linked, 2 suggested" in someone.screen


async def test_disputed_against_judges_and_links_in_one(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.press("D")
        await settled(someone)
        assert someone.verdicts[0] == "disputed"
        assert "linked: disputed against" in someone.screen
        await someone.press("z")
        await settled(someone)
        assert someone.verdicts[0] == "-"


async def test_a_verdict_stays_with_the_pair(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.press("u")
        assert someone.verdicts[0] == "unsourced"
        assert "Thirty-one" in someone.item.anchor.quote
        assert "Contradictions" in someone.screen


async def test_links_made_before_come_first_also_where_a_side_is_gone(folder: Path) -> None:
    (folder / _GAZETTE).write_text(
        "reader: 1\narticle: gazette.md\nreviewer: alice\n\nthe-bow-door-1234567:\n"
        "  quote: “The bow door had leaked since the spring,”\n  source: Obrecht\n"
        "  contradicts:\n  - file: wire.md\n    key: gone-1234567\n    quote: The door was dry\n"
        "    note: says nothing of the spring\n"
    )
    async with listed(folder) as someone:
        assert "1 linked, 2 suggested" in someone.screen
        assert "≠ linked: contradicts — says nothing of the spring" in someone.screen
        assert "The door was dry" in someone.screen
        await someone.press("g", "k", "k")
        await settled(someone)
        await someone.press("t", "t")
        await someone.until(lambda: "1 linked" in someone.screen, "the list")


async def test_the_list_closes_by_escape_and_by_whatever_goes_elsewhere(folder: Path) -> None:
    for key in ("escape", "t", "tab"):
        async with listed(folder) as someone:
            await someone.press(key)
            assert "Contradictions" not in someone.screen
            assert len(someone.visible) == 2


async def test_it_opens_at_what_is_in_focus(folder: Path) -> None:
    async with opened(folder, compares=True) as someone:
        await someone.press("G", "j", "j", "j", "t")
        await someone.until(lambda: "2 suggested" in someone.screen, "the list")
        await settled(someone)
        assert "forty minutes" in someone.item.anchor.quote
        assert someone.desk.listed.at == 1


async def test_keys_go_to_the_first_and_the_last_pair(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.press("G")
        await settled(someone)
        assert someone.desk.listed.at == len(someone.desk.listed.pairs) - 1 > 0
        await someone.press("g")
        await settled(someone)
        assert someone.desk.listed.at == 0
        await someone.press("g")
        assert "This is the first of them." in someone.status


async def test_a_click_chooses_a_pair(folder: Path) -> None:
    async with listed(folder) as someone:
        await someone.pilot.click("PairList", offset=(5, 7))
        await settled(someone)
        assert someone.desk.listed.at == 1
        assert "forty minutes" in someone.item.anchor.quote


async def test_without_a_survey_the_key_says_so(folder: Path) -> None:
    async with opened(folder) as someone:
        await someone.press("t")
        assert "The articles are not compared here." in someone.status
