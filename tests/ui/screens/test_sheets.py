"""Sheets over the desk: notes, evidence, the statement in full, the others, help, palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input

from reader.ui.keys.actions import ACTIONS, shown
from reader.ui.keys.keymap import keymap
from reader.ui.screens.palette import commands
from tests.ui.driving import MEDIUM, NARROW, opened

HOSTILE = "[/nope] [b]bold[/b] \x1b]52;c;aGk=\x07 ‮evil : # - 'one' \"two\" 港口"
SHOWN = "[/nope] [b]bold[/b] ␛]52;c;aGk=␇ �evil : # - 'one' \"two\" 港口"


async def test_a_note_is_written_shown_and_changed(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("c")
        assert "Note" in someone.sheet
        assert "The ramp is cracked" in someone.sheet
        await someone.type("Ask the yard. [urgent]")
        await someone.press("enter")
        assert "note  Ask the yard. [urgent]" in someone.card
        assert someone.pane.index == 0
        assert someone.verdicts[0] == "-"
        await someone.saved()
        written = (harbour / "1-courier.txt.review.alice.yaml").read_text()
        assert "note: Ask the yard. [urgent]" in written
        assert "verdict" not in written
        await someone.press("c")
        await someone.type(" Twice.")
        await someone.press("enter", "s", "k")
        assert "note  Ask the yard. [urgent] Twice." in someone.card
        assert "sourced" in someone.card
        await someone.press("z", "z", "z")
        assert "note" not in someone.card
        await someone.saved()
    assert not (harbour / "1-courier.txt.review.alice.yaml").exists()


async def test_a_note_of_two_lines_keeps_them(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("c")
        await someone.type("first")
        await someone.press("alt+enter")
        await someone.type("second")
        await someone.press("enter")
        assert someone.item.judgement is not None
        assert someone.item.judgement.note == "first\nsecond"


async def test_escape_leaves_a_note_as_it_was(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("c")
        await someone.type("never mind, s u d z q")
        await someone.press("escape")
        assert someone.item.judgement is None
        assert someone.app.is_running
        assert not list(harbour.glob("*.yaml"))
        await someone.press("z")
        assert "Nothing to undo" in someone.status


async def test_an_emptied_note_is_removed(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "k", "c", "a", "enter", "c", "backspace", "enter")
        assert someone.item.judgement is not None
        assert someone.item.judgement.note == ""
        await someone.saved()
        assert "note" not in (harbour / "1-courier.txt.review.alice.yaml").read_text()


@pytest.mark.parametrize("key", ["c", "e"])
async def test_hostile_words_are_kept_and_shown_as_they_stand(harbour: Path, key: str) -> None:
    async with opened(harbour) as someone:
        someone.send(key)
        someone.paste(HOSTILE)
        await someone.done()
        assert not set(someone.sheet) & set("\x1b\x07\u202e")
        await someone.press("enter")
        assert SHOWN in someone.card
        await someone.saved()
        assert b"\x1b" not in (harbour / "1-courier.txt.review.alice.yaml").read_bytes()
    async with opened(harbour) as someone:
        assert SHOWN in someone.card
        await someone.press("i")
        assert "[/nope] [b]bold[/b]" in someone.sheet


async def test_what_is_pasted_waits_its_turn_and_is_shown_safely_in_every_field(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        for keys in ("o", ":"):
            someone.send(keys)
            someone.paste("po\x9bst\u202e")
            await someone.done()
            await someone.until(lambda: "po�st�" in someone.sheet, "what was pasted")
            await someone.press("escape")


async def test_evidence_is_a_piece_a_line(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("e")
        await someone.type("https://harbour.example/log")
        await someone.press("alt+enter", "alt+enter")
        await someone.type("weld certificate 14")
        await someone.press("enter")
        assert someone.item.judgement is not None
        assert someone.item.judgement.evidence == (
            "https://harbour.example/log",
            "weld certificate 14",
        )
        assert "evidence  https://harbour.example/log" in someone.card


@pytest.mark.parametrize("key", ["c", "e", "i", "w"])
async def test_without_a_statement_nothing_is_asked(tmp_path: Path, key: str) -> None:
    (tmp_path / "tides.txt").write_text("High water is at noon.\n")
    async with opened(tmp_path) as someone:
        await someone.press(key)
        assert someone.app.screen is someone.desk
        assert "no statement here" in someone.status.lower()


async def test_the_statement_in_full(harbour: Path) -> None:
    async with opened(harbour, MEDIUM) as someone:
        await someone.press("s", "k", "d", "k", "i")
        for words in (
            "“The ramp is cracked from side to side,”",
            "Ilse Brandt",
            "direct",
            "disputed",
            "unreviewed → sourced",
            "sourced → disputed",
            someone.item.key,
        ):
            assert words in " ".join(someone.sheet.split()), words
        await someone.press("escape")
        assert someone.app.screen is someone.desk


async def test_the_other_reviewers_are_shown_when_asked(harbour: Path) -> None:
    async with opened(harbour, reviewer="ben") as ben:
        await ben.press("c")
        await ben.type("Seen [b]by[/b] me.")
        await ben.press("enter", "d")
        await ben.saved()
    broken = harbour / "1-courier.txt.review.cara.yaml"
    broken.write_text("reader: 1\narticle: [\n")
    async with opened(harbour) as someone:
        await someone.press("w")
        await someone.until(lambda: "ben" in someone.sheet, "what ben said")
        assert "disputed" in someone.sheet
        assert "Seen [b]by[/b] me." in someone.sheet
        assert "1-courier.txt.review.cara.yaml:" in someone.sheet
        await someone.press("w", "escape", "j", "w")
        await someone.until(lambda: "ben" in someone.sheet, "what ben said")
        assert "has not judged this statement" in someone.sheet


async def test_nobody_else_has_reviewed(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("w")
        await someone.until(lambda: "Nobody else" in someone.sheet, "an answer")


@pytest.mark.parametrize("size", [(160, 60), NARROW, (40, 12)])
async def test_help_shows_every_action_with_its_keys(harbour: Path, size: tuple[int, int]) -> None:
    async with opened(harbour, size) as someone:
        await someone.press("?")
        text = someone.app.screen.query_one(VerticalScroll)
        seen = someone.sheet
        while text.scroll_offset.y < text.max_scroll_y:
            await someone.press(*"jjj")
            seen += someone.sheet
        for action in ACTIONS:
            assert all(word in seen for word in action.title.split())
            assert all(shown(key) in seen for key in action.keys)
        await someone.press("q")
        assert someone.app.screen is someone.desk
        assert someone.app.is_running


async def test_the_table_tells_which_actions_open_a_sheet(harbour: Path) -> None:
    async with opened(harbour) as someone:
        for action in ACTIONS:
            if action.name in {"quit", "suspend"}:
                continue
            someone.app.act(action.name)
            is_up = someone.app.screen is not someone.desk
            # Where there is nothing to tell, as of counterparts, no sheet comes up.
            assert action.opens_sheet or not is_up, action.name
            await someone.done()
            if is_up:
                await someone.press("escape")


@pytest.mark.parametrize("action", [one.name for one in ACTIONS if one.name != "palette"])
def test_an_action_typed_by_its_own_name_is_the_first_of_the_palette(action: str) -> None:
    first, *_ = commands(keymap({})).rows(f"{action} ")
    assert first.picked == action


async def test_the_palette_carries_out_an_action(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("ctrl+p")
        await someone.type("bottom")
        await someone.until(lambda: "To the bottom" in someone.sheet, "the command")
        await someone.press("enter")
        await someone.until(lambda: someone.app.screen is someone.desk, "the palette to close")
        await someone.press(":", "escape")
        assert someone.app.screen is someone.desk


async def test_opening_finds_an_article_by_part_of_its_name(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("o")
        await someone.type("pst")
        assert "3-post.txt" in someone.sheet
        await someone.press("enter")
        assert someone.names == ["3-post.txt", "2-herald.txt"]
        assert someone.pane.index == 0


async def test_opening_beside_makes_a_third_pane(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("o")
        await someone.type("post")
        await someone.press("tab")
        assert someone.visible == ["1-courier.txt", "2-herald.txt", "3-post.txt"]
        assert someone.reading.file.name == "3-post.txt"
        await someone.press("d", "-")
        assert someone.visible == ["1-courier.txt", "2-herald.txt"]
        assert someone.reading.file.name == "2-herald.txt"
        await someone.press("-")
        assert someone.visible == ["1-courier.txt"]
        await someone.press("-")
        assert "The last pane cannot be closed." in someone.status
        await someone.press("z")
        assert someone.reading.file.name == "3-post.txt"
        assert someone.verdicts == ["-", "-"]


async def test_opening_can_be_called_off_and_finds_nothing_by_nonsense(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("o")
        await someone.type("zzzzqq")
        assert "No article matches." in someone.sheet
        await someone.press("enter")
        assert "Open an article" in someone.sheet
        await someone.press("escape")
        assert someone.names == ["1-courier.txt", "2-herald.txt"]


async def test_arrows_choose_among_what_is_found(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("o", "down", "down", "up", "down", "down", "enter")
        assert someone.names[0] == "3-post.txt"


async def test_a_key_that_opens_a_sheet_and_the_words_after_it_lose_no_letter(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        someone.send(*"opost")
        await someone.until(
            lambda: (
                someone.app.screen is not someone.desk
                and someone.app.screen.query_one(Input).value == "post"
            ),
            "post in the field",
        )
        await someone.press("enter")
        assert someone.names[0] == "3-post.txt"


async def test_a_key_without_a_meaning_closes_no_sheet_that_comes_after_it(harbour: Path) -> None:
    async with opened(harbour) as someone:
        for _ in range(5):
            await someone.press("escape", "c", *"wait", "enter")
            assert someone.app.screen is someone.desk
            assert "note  wait" in someone.card
            await someone.press("z")
            assert "note" not in someone.card


async def test_pages_of_a_palette_just_opened_are_turned_in_peace(harbour: Path) -> None:
    async with opened(harbour) as someone:
        for keys in (["pageup"], ["pagedown", "pageup"], ["a", "pageup"], ["z", "z", "pagedown"]):
            await someone.press(":", *keys, "escape")
            assert someone.app.screen is someone.desk


async def test_an_article_is_found_by_a_title_nobody_has_opened(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("o")
        await someone.until(lambda: "Island shops run short" in someone.sheet, "the title")
        await someone.press(*"flour", "enter")
        assert someone.names[0] == "3-post.txt"


async def test_an_article_that_another_pane_shows_is_not_opened_twice(harbour: Path) -> None:
    async with opened(harbour) as someone:
        for key in ("enter", "tab"):
            await someone.press("o", *"herald", key)
            assert someone.names == ["1-courier.txt", "2-herald.txt"]
            assert someone.desk.column is someone.desk.columns[1]
            await someone.press("tab")


async def test_a_third_pane_is_not_replaced_by_a_key_that_asks_for_a_new_one(
    harbour: Path,
) -> None:
    (harbour / "4-tides.txt").write_text("Tides\n\nHigh water is at noon.\n")
    async with opened(harbour) as someone:
        await someone.press("o", *"post", "tab")
        before = someone.names
        assert len(before) == 3
        await someone.press("o", *"tides", "tab")
        assert "Open an article" in someone.sheet
        await someone.press("escape")
        assert someone.names == before
