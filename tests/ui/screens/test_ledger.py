"""The ledger on the screen: who says what, opened, found, corrected, undone; stories' origins."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.survey.plain_ledger import KnownLedger
from reader.ui.screens.ledger import LedgerScreen
from tests.survey.corpus import write_corpus
from tests.ui.driving import MEDIUM, NARROW, WIDE, Reviewer, bytes_of, opened

_FILE = "speakers.alice.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@asynccontextmanager
async def ledger(
    folder: Path, size: tuple[int, int] = WIDE, reviews: Path | None = None
) -> AsyncIterator[Reviewer]:
    """Open the ledger of a corpus, and wait for its speakers."""
    async with opened(folder, size, compares=True, reviews=reviews) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        await someone.press("l")
        await someone.until(lambda: "4 speakers" in someone.sheet, "the speakers")
        yield someone


async def find(someone: Reviewer, name: str) -> None:
    """Put the bar on a speaker by typing part of the name."""
    await someone.press("/")
    await someone.type(name)
    await someone.press("enter")


async def join(someone: Reviewer, one: str, other: str) -> None:
    """Say that one speaker is the other."""
    await find(someone, one)
    await someone.press("=")
    await find(someone, other)
    await someone.press("=")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_speakers_are_listed_with_what_is_theirs(folder: Path, size: tuple[int, int]) -> None:
    async with ledger(folder, size) as someone:
        line = next(one for one in someone.sheet.splitlines() if "Ines Obrecht" in one)
        assert "2 Ines Obrecht" in line
        assert ("1 article" in line) == (size != NARROW)
        assert ("first hand" in line) == (size == WIDE)
        assert "4 speakers" in someone.sheet


async def test_own_verdicts_and_links_are_counted(folder: Path) -> None:
    async with opened(folder, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        await someone.until(lambda: "elsewhere" in someone.card, "a counterpart")
        await someone.press("m", "D")
        await someone.saved()
        await someone.press("l")
        await someone.until(lambda: "!1 ≠1" in someone.sheet, "verdict and link")


async def test_enter_opens_a_speaker_and_goes_to_a_statement(folder: Path) -> None:
    async with ledger(folder) as someone:
        await find(someone, "okter")
        await someone.press("enter")
        await someone.until(lambda: "Four trees in ten" in someone.sheet, "the statement")
        await someone.press("enter")
        await someone.until(lambda: someone.reading.file.name == "2-frost/post.md")
        assert "Four trees in ten" in someone.item.anchor.quote
        await someone.press("'")
        await someone.until(lambda: someone.reading.file.name == "1-ferry/gazette.md")


async def test_letters_narrow_the_list_down_and_escape_opens_it_again(folder: Path) -> None:
    async with ledger(folder) as someone:
        await find(someone, "okt")
        assert "Maud Okter" in someone.sheet
        assert "Pavel Hadrik" not in someone.sheet
        await someone.press("/")
        await someone.type("zzz")
        assert "Nothing has these letters." in someone.sheet
        await someone.press("escape")
        assert "Pavel Hadrik" in someone.sheet
        await someone.press("escape")
        assert someone.app.screen is someone.desk


async def test_two_speakers_are_joined_and_taken_apart_by_undo(folder: Path) -> None:
    before = bytes_of(folder)
    async with ledger(folder) as someone:
        await join(someone, "selm", "obrecht")
        await someone.until(lambda: "Ruta Selm is Ines Obrecht; z takes it back" in someone.sheet)
        await someone.until(lambda: "3 Ines Obrecht  Ruta Selm" in someone.sheet, "one speaker")
        await someone.saved()
        assert (folder / _FILE).read_text().endswith("./:\n  Ruta Selm: Ines Obrecht\n")
        await someone.press("z")
        await someone.until(lambda: "2 Ines Obrecht   " in someone.sheet, "two speakers")
        assert "Undone: Ruta Selm is Ines Obrecht" in someone.sheet
        await someone.press("Z")
        await someone.until(lambda: "3 Ines Obrecht" in someone.sheet, "one speaker again")
        await someone.press("z")
        await someone.saved()
    assert bytes_of(folder) == before


async def test_a_name_is_taken_from_a_speaker(folder: Path) -> None:
    async with ledger(folder) as someone:
        await join(someone, "selm", "obrecht")
        await someone.until(lambda: "3 Ines Obrecht" in someone.sheet, "one speaker")
        await someone.press("enter")
        await someone.until(lambda: "as Ruta Selm" in someone.sheet, "her statements")
        while "lifeboats" not in chosen(someone):
            await someone.press("j")
        await someone.press("X")
        await someone.until(lambda: "2 Ines Obrecht" in someone.sheet, "two speakers")
        assert "Ruta Selm is not Ines Obrecht" in someone.sheet
        await someone.saved()
        assert "Ruta" not in (folder / _FILE).read_text()


def chosen(someone: Reviewer) -> str:
    """The words of the statement that the bar is on."""
    from reader.ui.screens.ledger.speaker import SpeakerScreen

    screen = someone.app.screen
    assert isinstance(screen, SpeakerScreen)
    return screen.chosen.place.quote if screen.chosen else ""


async def test_the_only_name_stays(folder: Path) -> None:
    async with ledger(folder) as someone:
        await find(someone, "okter")
        await someone.press("enter")
        await someone.until(lambda: "Four trees in ten" in someone.sheet, "the statement")
        await someone.press("X")
        assert "Maud Okter is the only name here" in someone.sheet


async def test_marking_a_speaker_again_lets_go(folder: Path) -> None:
    async with ledger(folder) as someone:
        await someone.press("=")
        assert "again on whoever" in someone.sheet
        await someone.press("=")
        assert "again on whoever" not in someone.sheet
        await someone.press("=", "escape")
        assert "Who says what" in someone.sheet
        await someone.press("escape")
        assert someone.app.screen is someone.desk
    assert not (folder / _FILE).exists()


async def test_undo_leaves_what_was_done_on_the_desk(folder: Path) -> None:
    async with opened(folder, compares=True) as someone:
        await someone.press("s", "l")
        await someone.until(lambda: "4 speakers" in someone.sheet, "the speakers")
        await someone.press("z")
        assert "No correction comes next" in someone.sheet
        await someone.press("escape")
        assert someone.verdicts[0] == "sourced"


async def test_undo_on_the_desk_takes_corrections_back_too(folder: Path) -> None:
    async with ledger(folder) as someone:
        await join(someone, "selm", "obrecht")
        await someone.press("escape", "escape")
        await someone.press("z")
        assert "Undone: Ruta Selm is Ines Obrecht" in someone.status
        await someone.saved()
    assert not (folder / _FILE).exists()


async def test_aliases_are_kept_where_the_reviews_are(folder: Path, tmp_path: Path) -> None:
    reviews = tmp_path / "reviews"
    async with ledger(folder, reviews=reviews) as someone:
        await join(someone, "selm", "obrecht")
        await someone.saved()
    assert list(bytes_of(reviews)) == [_FILE]
    assert not (folder / _FILE).exists()


async def test_aliases_that_cannot_be_read_are_told_and_left_alone(folder: Path) -> None:
    (folder / _FILE).write_text("reader: 1\n")
    async with ledger(folder) as someone:
        assert f"{_FILE}:1: the line reviewer: is missing" in someone.sheet
        await join(someone, "selm", "obrecht")
        assert f"{_FILE}:1: the line reviewer: is missing" in someone.sheet
    assert (folder / _FILE).read_text() == "reader: 1\n"


async def test_stories_tell_their_origins(folder: Path) -> None:
    async with ledger(folder, MEDIUM) as someone:
        await someone.press("tab")
        assert "5 statements, 3 origins" in someone.sheet
        await someone.press("enter")
        assert "Ferry: 5 statements, 3 origins" in someone.sheet
        assert "2 Pavel Hadrik" in someone.sheet
        await someone.press("enter")
        await someone.until(lambda: "fishermen drowned" in someone.sheet, "the statements")
        await someone.press("escape", "escape")
        assert "2 stories" in someone.sheet
        await someone.press("tab")
        assert "4 speakers" in someone.sheet


async def test_without_a_survey_the_key_says_so(folder: Path) -> None:
    async with opened(folder) as someone:
        await someone.press("l")
        assert "The articles are not compared here." in someone.status


async def test_an_answer_that_comes_while_the_sheet_closes_is_let_go(folder: Path) -> None:
    async with ledger(folder) as someone:
        screen = someone.app.screen
        assert isinstance(screen, LedgerScreen)
        await someone.press("escape")
        assert someone.app.screen is someone.desk
        screen._take(KnownLedger((), ()))
        screen.say("too late")
        screen.renew()
        await someone.press("j")
        assert someone.app.screen is someone.desk
