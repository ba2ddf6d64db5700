"""The same claim elsewhere: on the card, in the gutter, level in the other pane, and back."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.judgement import Verdict
from reader.survey.process import Stories
from reader.ui.elsewhere.tellings import Tellings
from reader.ui.screens.elsewhere.tellings import TellingsScreen
from reader.ui.widgets.card import Card
from tests.survey.corpus import write_corpus
from tests.ui.disk import come_back, judge
from tests.ui.driving import MEDIUM, NARROW, WIDE, Reviewer, opened

_GAZETTE, _WIRE, _POST = "1-ferry/gazette.md", "1-ferry/wire.md", "2-frost/post.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@asynccontextmanager
async def compared(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Reviewer]:
    """Open a corpus and wait until its articles are compared."""
    async with opened(folder, size, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings is not None and desk.tellings.complete)
        yield someone


def gutter(someone: Reviewer) -> list[str]:
    """The four cells beside each row of the active pane in which something stands."""
    lines = someone.screen.split("\n")
    return [line[:4] for line in lines if line[:4].strip()]


def row_of(someone: Reviewer, words: str) -> str:
    """The row of the card with some words, "" where there is none."""
    return next((line for line in someone.card.split("\n") if words in line), "")


def bold_on_card(someone: Reviewer, words: str) -> list[str]:
    """What is bold in the card's row with some words, keys and signs apart."""
    card = someone.desk.query_one(Card)
    strips = (card.render_line(y) for y in range(card.size.height))
    (strip,) = (strip for strip in strips if words in strip.text)
    bold = (segment.text.strip() for segment in strip if segment.style and segment.style.bold)
    return [text for text in bold if text not in {"", "m", "·", "≠"}]


async def test_the_card_names_the_same_claim_elsewhere(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "elsewhere" in someone.card, "a counterpart on the card")
        assert "≠ State Wire" in someone.card
        assert "Pavel Hadrik" in someone.card
        assert "Fourteen fishermen" in someone.card


async def test_what_differs_stands_out_on_the_card(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "≠ State Wire" in someone.card)
        assert bold_on_card(someone, "State Wire") == ["Fourteen"]


async def test_the_card_shows_ones_own_verdict_on_the_counterpart(folder: Path) -> None:
    judge(folder, Verdict.UNSOURCED, name=_WIRE)
    async with compared(folder, NARROW) as someone:
        await someone.until(lambda: "? " in row_of(someone, "State Wire")[-12:], "the verdict")


async def test_the_card_says_by_which_key_a_counterpart_comes_and_which_is_there(
    folder: Path,
) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: row_of(someone, "State Wire").endswith("·       m"))
        await someone.press("m")
        assert row_of(someone, "State Wire").endswith("·  beside")


async def test_an_article_that_changed_is_compared_again(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "Fourteen" in someone.card)
        text = (folder / _GAZETTE).read_text()
        (folder / _GAZETTE).write_text(text.replace("Thirty-one", "Fourteen"))
        come_back(someone)
        await someone.until(lambda: "= State Wire" in someone.card, "the same number")


async def test_the_header_tells_story_and_place_and_progress(folder: Path) -> None:
    async with compared(folder) as someone:
        assert "Ferry 1/2 · Vessin Gazette" in someone.screen
        assert "0 of 3 ▱▱▱▱" in someone.screen
        await someone.press("s")
        assert "1 of 3 ▰▱▱▱" in someone.screen


async def test_the_header_drops_the_story_with_the_article(folder: Path) -> None:
    async with compared(folder, NARROW) as someone:
        await someone.until(lambda: "Ferry 1/2" in someone.screen)
        column = someone.desk.column
        entry = someone.desk.corpus.files[2]
        column.show(entry, entry.read())
        await someone.until(lambda: "Ferry" not in someone.screen.split("\n")[0])


async def test_the_gutter_shows_what_others_tell(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "≠" in "".join(gutter(someone)), "a sign in the gutter")


async def test_m_brings_the_counterpart_level_with_the_statement(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "elsewhere" in someone.card)
        row = someone.pane.row_in_view
        await someone.press("m")
        other = someone.desk.columns[1]
        await someone.until(lambda: not other.busy)
        assert someone.names[0] == _GAZETTE
        assert other.pane.index is not None
        assert "Fourteen" in other.pane.items[other.pane.index].anchor.quote
        assert other.pane.row_in_view == someone.pane.row_in_view == row
        assert someone.item.anchor.quote.startswith("“Thirty-one")


_FILLER = "\n\n".join(f"On day {day} the ferry lay at its berth." for day in range(40))


@pytest.mark.parametrize(("above", "below"), [(_FILLER, ""), ("", _FILLER)])
async def test_a_counterpart_at_either_end_of_its_article_stands_level_too(
    folder: Path, above: str, below: str
) -> None:
    claim = "“Fourteen fishermen drowned when the ferry Alda went down,” said Pavel Hadrik."
    (folder / _WIRE).write_text(f"---\noutlet: State Wire\n---\n{above}\n\n{claim}\n\n{below}\n")
    text = (folder / _GAZETTE).read_text()
    (folder / _GAZETTE).write_text(text.replace("“Thirty-one", f"{_FILLER}\n\n“Thirty-one"))
    async with compared(folder) as someone:
        await someone.until(lambda: "State Wire" in someone.card)
        await someone.press("m")
        await someone.until(lambda: someone.desk.twin is not None)
        other = someone.desk.columns[1].pane
        assert other.in_view
        assert someone.pane.in_view
        assert other.row_in_view == someone.pane.row_in_view


async def test_m_pressed_too_early_brings_the_counterpart_once_it_is_known(folder: Path) -> None:
    async with opened(folder, compares=True) as someone:
        await someone.press("m")
        if "still being read" in someone.status:
            assert someone.desk.twins.wish is not None
        other = someone.desk.columns[1].pane
        await someone.until(
            lambda: other.index is not None and "Fourteen" in other.items[other.index].anchor.quote
        )
        await someone.until(lambda: someone.desk.twin is not None)


async def test_moving_on_takes_back_an_early_m(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tellings, "_take", lambda self, message: None)
    async with opened(folder, compares=True) as someone:
        await someone.press("m")
        assert "still being read" in someone.status
        assert someone.desk.twins.wish is not None
        await someone.press("j")
        await someone.until(lambda: someone.desk.twins.wish is None)


async def test_what_was_known_stays_on_the_screen_while_it_is_asked_for_anew(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "≠ State Wire" in someone.card)
        tellings = someone.desk.tellings
        assert tellings is not None
        tellings._take(Stories(tellings.stories, complete=False))
        assert "≠ State Wire" in someone.card
        assert "≠" in "".join(gutter(someone))


async def test_in_one_pane_m_swaps_the_article_and_the_quotation_mark_comes_back(
    folder: Path,
) -> None:
    async with compared(folder, NARROW) as someone:
        await someone.until(
            lambda: (
                someone.desk.tellings
                and someone.desk.tellings.elsewhere(someone.reading, someone.item)
            )
        )
        before = someone.item.key
        await someone.press("m")
        await someone.until(
            lambda: someone.names[someone.desk.columns.index(someone.desk.column)] == _WIRE
        )
        await someone.until(lambda: someone.idle)
        assert "Fourteen" in someone.item.anchor.quote
        await someone.press("'")
        await someone.until(lambda: someone.idle and someone.item.key == before)


async def test_without_counterparts_m_says_so_and_back_has_nowhere_to_go(folder: Path) -> None:
    async with compared(folder, MEDIUM) as someone:
        await someone.press("'")
        assert "nowhere to go back" in someone.status
        await someone.press("]")
        await someone.until(lambda: _POST in someone.names and someone.idle)
        tellings = someone.desk.tellings
        assert tellings is not None
        await someone.until(lambda: tellings.elsewhere(someone.reading, someone.item) is not None)
        await someone.press("m")
        assert "No other article makes this claim" in someone.status


async def test_capital_j_steps_through_what_is_told_elsewhere(folder: Path) -> None:
    async with compared(folder) as someone:
        tellings = someone.desk.tellings
        assert tellings is not None
        await someone.until(lambda: tellings.signs(someone.reading))
        told = tellings.signs(someone.reading)
        await someone.press("J")
        assert someone.item.statement.content in told
        for _ in someone.reading.items:
            await someone.press("K")
        assert "first statement told elsewhere" in someone.status


async def test_locked_panes_move_to_counterparts(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "elsewhere" in someone.card)
        await someone.press("b")
        assert "⇄" in someone.screen
        other = someone.desk.columns[1].pane
        await someone.until(
            lambda: other.index is not None and "Fourteen" in other.items[other.index].anchor.quote
        )
        await someone.press("j")
        await someone.until(
            lambda: other.index is not None and "lifeboat" in other.items[other.index].anchor.quote
        )
        await someone.press("b")
        assert "⇄" not in someone.screen


async def test_all_tellings_are_listed_and_one_is_gone_to(folder: Path) -> None:
    async with compared(folder) as someone:
        await someone.until(lambda: "elsewhere" in someone.card)
        await someone.press("M")
        await someone.until(lambda: someone.app.screen is not someone.desk)
        assert "State Wire · Pavel Hadrik" in someone.sheet
        await someone.press("enter")
        await someone.until(lambda: someone.app.screen is someone.desk)
        other = someone.desk.columns[1].pane
        assert other.index is not None
        assert "Fourteen" in other.items[other.index].anchor.quote


async def test_the_list_of_tellings_shows_ones_own_verdicts(folder: Path) -> None:
    judge(folder, Verdict.UNSOURCED, name=_WIRE)
    async with compared(folder, NARROW) as someone:
        await someone.until(lambda: "? " in row_of(someone, "State Wire")[-12:])
        await someone.press("M")
        await someone.until(lambda: someone.app.screen is not someone.desk)
        await someone.until(lambda: re.search(r"\? . State Wire", someone.sheet), "the verdict")
        await someone.press("escape")
        await someone.until(lambda: someone.app.screen is someone.desk)


async def test_a_verdict_that_becomes_known_comes_into_the_list_of_tellings(folder: Path) -> None:
    async with compared(folder, WIDE) as someone:
        await someone.until(lambda: "elsewhere" in someone.card)
        desk = someone.desk
        assert desk.reading is not None
        assert desk.item is not None
        assert desk.tellings is not None
        assert desk.others is not None
        known: list[Verdict] = []
        sheet = TellingsScreen(
            desk.item.anchor.quote,
            desk.tellings.elsewhere(desk.reading, desk.item) or (),
            lambda _: (known[-1], True) if known else (None, False),
        )
        someone.app.push_screen(sheet)
        await someone.until(lambda: someone.app.screen is sheet and sheet.is_mounted)
        await someone.until(lambda: "State Wire" in someone.sheet, "no verdict yet")
        known.append(Verdict.UNSOURCED)
        sheet.renew()
        await someone.until(lambda: re.search(r"\? . State Wire", someone.sheet), "the verdict")
