"""Keys as the bytes that terminals send: nothing typed is lost, reordered or taken for another."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal, opened

pytestmark = pytest.mark.terminal

SIDECAR = "1-courier.txt.review.alice.yaml"
FOCUS_LOST, FOCUS_BACK = "\x1b[O", "\x1b[I"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")


def write_note(terminal: Terminal, words: str) -> None:
    """Open the note of the statement in focus, and type words into it."""
    terminal.press("c")
    terminal.shows("Enter keeps it")
    terminal.press(words)


@pytest.mark.parametrize(
    "alt_enter",
    ["\x1b\r", "\x1b\n", "\x1b[13;3u", "\x1b[27;3;13~", "\x1b[13;2u", "\x1b[27;2;13~", "\n"],
    ids=repr,
)
def test_every_encoding_of_a_new_line_is_one(harbour: Path, alt_enter: str) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, f"suds{alt_enter}dusx 1 2 3\r")
        terminal.shows("note  suds dusx 1 2 3")
        terminal.shows("0 of 4 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    assert "note: |-\n    suds\n    dusx 1 2 3\n" in (harbour / SIDECAR).read_text()
    assert "verdict" not in (harbour / SIDECAR).read_text()


def test_a_note_tells_which_keys_begin_a_new_line(harbour: Path) -> None:
    with opened(harbour, 60, 20) as terminal:
        write_note(terminal, "")
        terminal.shows("Ctrl+J")


@pytest.mark.parametrize("enter", ["\r", "\x1b[13u", "\x1bOM"], ids=repr)
def test_every_encoding_of_enter_keeps_a_note(harbour: Path, enter: str) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, f"kept{enter}s")
        terminal.shows("1 of 4 · ✓1 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    assert "note: kept" in (harbour / SIDECAR).read_text()


def test_ctrl_c_in_a_note_does_not_leave(harbour: Path) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, "half a sen\x03tence\r")
        terminal.shows("note  half a sentence")
        terminal.press("\x03")
        assert terminal.ends() == 0
        assert terminal.is_restored()


@pytest.mark.parametrize("key", ["\x11", "\x1bq\x11"], ids=["Ctrl+Q", "Esc, q"])
def test_leaving_with_a_draft_asks(harbour: Path, key: str) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, "half a sentence")
        for one in key.removesuffix("\x11") if len(key) > 1 else key:
            terminal.press(one)
            if one == "\x1b":
                terminal.shows("draft")
                terminal.shows_no("Enter keeps it")
        terminal.shows("half a sentence")
        terminal.shows("L leaves")
        terminal.press("\x1b")
        terminal.shows_no("L leaves")
        if "Enter keeps it" not in terminal.screen.text:
            terminal.press("c")
        terminal.shows("half a sentence")
        terminal.press(", whole now\r")
        terminal.shows("note  half a sentence, whole now")
        terminal.press("q")
        assert terminal.ends() == 0
    assert "note: half a sentence, whole now" in (harbour / SIDECAR).read_text()


def test_leaving_a_draft_behind_is_possible_when_said(harbour: Path) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, "half a sentence")
        terminal.press("\x11")
        terminal.shows("L leaves")
        terminal.press("L")
        assert terminal.ends() == 1
        assert terminal.is_restored()
    assert not (harbour / SIDECAR).exists()


def test_escape_leaves_a_draft_that_the_note_finds_again(harbour: Path) -> None:
    with opened(harbour) as terminal:
        write_note(terminal, "half a sentence")
        terminal.press("\x1b")
        terminal.shows_no("Enter keeps it")
        terminal.shows("draft")
        terminal.press("jc")
        terminal.shows("Enter keeps it")
        assert "half a sentence" not in terminal.screen.text
        terminal.press("\x1b")
        terminal.shows_no("Enter keeps it")
        terminal.press("kc")
        terminal.shows("half a sentence")
        terminal.press("!\r")
        terminal.shows("note  half a sentence!")


@pytest.mark.parametrize("key", [":\r", ":\r\r", "\x10\r"])
def test_the_palette_gives_no_verdict_by_itself(harbour: Path, key: str) -> None:
    with opened(harbour) as terminal:
        terminal.press(key)
        terminal.shows("What to do")
        terminal.press("\x1b")
        terminal.shows_no("What to do")
        terminal.press("j")
        terminal.shows("0 of 4")
        terminal.press("q")
        assert terminal.ends() == 0
    assert not (harbour / SIDECAR).exists()


def test_a_command_typed_and_entered_at_once_is_the_one_typed(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press(":disputed\r")
        terminal.shows("1 of 4 · !1 · saved")


def test_a_verdict_on_what_is_out_of_view_comes_back_to_it_first(harbour: Path) -> None:
    with opened(harbour, 60, 12) as terminal:
        terminal.shows("▌“The ramp is cracked")
        terminal.press("  s")
        terminal.shows("▌“The ramp is cracked")
        terminal.shows("out of view")
        assert "0 of 4" in terminal.screen.text or "·" in terminal.screen.text
        assert not (harbour / SIDECAR).exists()
        terminal.press("s")
        terminal.shows("1 of 4")
        terminal.press("q")
        assert terminal.ends() == 0
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_more_verdicts_than_statements_change_none(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s" * 4)
        terminal.shows("4 of 4 · ✓4 · saved")
        terminal.press("u")
        terminal.shows("Judged already")
        terminal.press("kju")
        terminal.shows("4 of 4 · ✓3 ?1 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    assert (harbour / SIDECAR).read_text().count("verdict: sourced") == 3


def test_a_verdict_typed_before_leaving_is_given_before_leaving(harbour: Path) -> None:
    with Terminal([harbour, "--reviewer", "alice"]) as terminal:
        terminal.until(lambda: terminal.screen.is_alternate, "the program to take the screen")
        terminal.press("sq")
        asked = "until the statements are found"
        ended = terminal.process.poll
        terminal.until(lambda: ended() is not None or asked in terminal.screen.text, "an answer")
        if ended() is None:  # A machine so slow that the second is over.
            terminal.press("\x1b")
            terminal.shows("1 of 4")
            terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


def test_keys_are_carried_out_while_the_window_is_out_of_focus(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press(FOCUS_LOST)
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1")
        terminal.press(FOCUS_LOST)
        write_note(terminal, "typed from elsewhere")
        terminal.press(FOCUS_LOST)
        terminal.press(" and on\r")
        terminal.shows("note  typed from elsewhere and on")
        terminal.press("?")
        terminal.shows("Esc closes")
        terminal.press(FOCUS_LOST)
        terminal.press("q")
        terminal.shows_no("Esc closes")
        terminal.press("opost")
        terminal.press(FOCUS_LOST)
        terminal.press("\r")
        terminal.shows("We bake until Friday")
        terminal.press(FOCUS_LOST + "q")
        assert terminal.ends() == 0


def test_a_pane_whose_next_article_cannot_be_read_goes_on(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "harbour")
    (folder / "1-zbinary.txt").write_bytes(b"\0\1\2")
    with Terminal([folder, "--reviewer", "alice"], 60, 20) as terminal:
        terminal.until(lambda: terminal.screen.is_alternate, "the program to take the screen")
        terminal.press("]")
        terminal.shows("1-zbinary.txt cannot be read")
        terminal.shows("▌“We bake until Friday,”")
        terminal.press("[")
        terminal.shows("▌“The ramp is cracked")


def test_an_unreadable_article_opened_at_once_leaves_the_pane_as_it_was(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "harbour")
    (folder / "1-zbinary.txt").write_bytes(b"\0\1\2")
    with Terminal([folder, "--reviewer", "alice"], 60, 20) as terminal:
        terminal.until(lambda: terminal.screen.is_alternate, "the program to take the screen")
        terminal.press("ozbin\r")
        terminal.shows("cannot be read")
        terminal.press("s")
        terminal.shows("1 of 4")


@pytest.mark.parametrize("count", [150, 1000])
def test_a_burst_typed_into_a_note_arrives_whole_and_in_order(harbour: Path, count: int) -> None:
    words = (string.ascii_lowercase + string.digits) * (count // 36 + 1)
    words = words[:count]
    with opened(harbour) as terminal:
        write_note(terminal, f"{words}\r")
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    written = (harbour / SIDECAR).read_text()
    assert words in written.replace("\n    ", "").replace(" ", "")


def test_a_burst_on_an_open_sheet_is_carried_out_and_what_comes_after_it(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("?" + "jk" * 500 + "q" + "s")
        terminal.shows("1 of 4 · ✓1 · saved")


def test_bytes_that_are_no_text_are_survived(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press(b"\xff\xfe\x80\xc3(")
        write_note(terminal, "")
        terminal.press(b"caf\xe9 au lait\r")
        terminal.shows("note  caf� au lait")
        terminal.press("q")
        assert terminal.ends() == 0


def test_what_is_pasted_is_never_taken_for_keys(harbour: Path) -> None:
    hostile = "\x1bs\x1b[31m sudx" * 40
    with opened(harbour) as terminal:
        terminal.press(f"\x1b[200~{hostile}\x1b[201~")
        write_note(terminal, "one \x1b[200~two \x1b and three sudx \x1bsudx\x1b[201~ four\r")
        terminal.shows("note  one two ␛ and three sudx ␛sudx four")
        terminal.shows("0 of 4 · saved")
