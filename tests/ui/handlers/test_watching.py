"""What git, an editor or a second window changes on disk is shown, and loses nobody's work."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.judgement import Verdict
from reader.sidecar import SetNote, Subject, store_for
from reader.ui.handlers import watching
from tests.articles import COURIER as TEXT
from tests.ui.disk import COURIER, HERALD, come_back, edit, judge, sidecar
from tests.ui.driving import Reviewer, bytes_of, opened

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
CONFLICT = "<<<<<<< HEAD\nreader: 1\n=======\nreader: 1\n>>>>>>> monday\n"
LATE = "“It is late,” said Maud Okter.\n\nThe night ferry from"


async def seen(someone: Reviewer, words: str) -> None:
    """Come back to the terminal, and wait until the program says something."""
    come_back(someone)
    await someone.until(lambda: words in someone.screen, words)


async def test_a_change_is_noticed_by_itself(harbour: Path) -> None:
    async with opened(harbour) as someone:
        edit(harbour, "forty lorries", "sixty lorries")
        await someone.until(lambda: "sixty lorries" in someone.screen, "the correction")
        assert "Halvik Courier was changed on disk and has been read again." in someone.status
        edit(harbour, "sixty lorries", "ninety lorries")
        await someone.until(lambda: "ninety lorries" in someone.screen, "the next one")


async def test_a_change_is_noticed_at_once_when_one_comes_back(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PERIOD", 10_000.0)
    async with opened(harbour) as someone:
        edit(harbour, "with its lights on", "with its lights off", HERALD)
        edit(harbour, "forty lorries", "sixty lorries")
        come_back(someone)
        await someone.until(lambda: "sixty lorries" in someone.screen, "the correction")
        await someone.until(lambda: "with its lights off" in someone.screen, "the other pane's")


async def test_the_focus_stays_on_its_statement_and_where_it_is_on_the_screen(
    harbour: Path,
) -> None:
    long = "\n\n".join(f"On day {day} nobody came to the quay." for day in range(60))
    edit(harbour, "The night ferry from", f"{long}\n\nThe night ferry from")
    async with opened(harbour) as someone:
        await someone.press("j", "j")
        top = someone.pane.scroll_offset.y
        assert top > 0
        edit(harbour, "The night ferry from", LATE)
        edit(harbour, "We welded it in April", "We all welded it in April")
        await seen(someone, "has been read again")
        assert "We all welded" in someone.item.anchor.quote
        assert someone.pane.index == 3
        await someone.until(lambda: someone.pane.scroll_offset.y == top + 2, "the same row")


async def test_a_focus_whose_words_are_gone_goes_to_what_is_in_its_place(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("j")
        edit(harbour, "“Two crews have refused to sail,” Brandt said.\n\n", "")
        await seen(someone, "has been read again")
        assert someone.pane.index == 1
        assert "We welded it" in someone.item.anchor.quote
        (harbour / COURIER).write_text("A quiet day.\n")
        await seen(someone, "A quiet day.")
        await someone.until(lambda: someone.pane.index is None, "no focus")
        await someone.press("s", "j", "0", "i")
        (harbour / COURIER).write_text(TEXT)
        await seen(someone, "The ramp is")
        await someone.until(lambda: someone.pane.index == 0, "a focus")


async def test_undo_is_right_after_the_article_was_read_again(harbour: Path) -> None:
    before = bytes_of(harbour)
    async with opened(harbour) as someone:
        await someone.press("s", "u", "d")
        await someone.saved()
        edit(harbour, "The night ferry from", LATE)
        edit(harbour, "Two crews have refused", "Nine crews have refused")
        await seen(someone, "1 changed")
        assert someone.verdicts == ["-", "sourced", "unsourced", "disputed", "-"]
        await someone.press("z", "z", "z")
        assert set(someone.verdicts) == {"-"}
        await someone.press("Z", "Z")
        assert someone.verdicts == ["-", "sourced", "unsourced", "-", "-"]
        assert someone.reading.changed() == [2]
        await someone.press("z", "z")
        await someone.saved()
        after = bytes_of(harbour)
        assert after.keys() == before.keys()


async def test_another_branchs_file_is_shown_and_receives_nothing(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "u")
        await someone.saved()
        path = sidecar(harbour)
        here = path.read_bytes()
        path.unlink()
        there = judge(harbour, D).read_bytes()
        await seen(someone, "Your judgements were changed on disk")
        assert someone.verdicts == ["disputed", "-", "-", "-"]
        assert path.read_bytes() == there
        await someone.press("k", "k", "k", "j", "s")
        await someone.saved()
        assert path.read_text().count("verdict:") == 2
        assert "unsourced" not in path.read_text()
        path.write_bytes(here)
        await someone.until(
            lambda: someone.verdicts == ["sourced", "unsourced", "-", "-"], "the first branch"
        )
        assert path.read_bytes() == here


async def test_two_windows_see_each_other_and_the_last_verdict_stands(harbour: Path) -> None:
    async with opened(harbour) as one, opened(harbour) as two:
        await one.press("s")
        await one.until(lambda: two.verdicts[0] == "sourced", "the verdict in the other window")
        await two.press("k", "d", "u")
        await one.until(
            lambda: one.verdicts[:2] == ["disputed", "unsourced"], "both in the first window"
        )
        await one.press("z")
        assert "was changed elsewhere since, so nothing was undone" in one.screen
        await one.saved()
        await two.saved()
        await two.press("z", "z")
        await one.until(lambda: one.verdicts[:2] == ["sourced", "-"], "the undone ones")
    assert sidecar(harbour).read_text().count("verdict: sourced") == 1


async def test_a_file_that_becomes_unreadable_takes_no_verdicts_and_is_left_alone(
    harbour: Path,
) -> None:
    async with opened(harbour, (200, 45)) as someone:
        await someone.press("s")
        await someone.saved()
        path = sidecar(harbour)
        whole = path.read_bytes()
        path.write_text(CONFLICT)
        await seen(someone, f"{path.name}:1: git left a conflict")
        assert someone.verdicts[0] == "sourced"
        for key in ("d", "0", "z", "c", "e"):
            await someone.press(key)
            assert someone.app.screen is someone.desk
        assert someone.verdicts == ["sourced", "-", "-", "-"]
        assert path.read_text() == CONFLICT
        path.write_bytes(whole)
        await seen(someone, f"{path.name} can be read again.")
        await someone.press("u")
        await someone.saved()
        assert path.read_text().count("verdict:") == 2


async def test_an_edit_waits_while_its_file_is_unreadable_and_goes_in_when_it_is_mended(
    harbour: Path,
) -> None:
    path = judge(harbour, S)
    whole = path.read_bytes()
    async with opened(harbour, (200, 45)) as someone:
        path.write_text(CONFLICT)
        someone.send("u")
        await someone.until(lambda: f"{path.name}:1: git left" in someone.status, "the bad news")
        assert path.read_text() == CONFLICT
        path.write_bytes(whole)
        await someone.until(
            lambda: "git left" not in someone.status and not someone.app.saver.pending, "the end"
        )
        verdicts = someone.verdicts[:2]
    assert verdicts in (["sourced", "unsourced"], ["sourced", "-"])
    assert path.read_text().count("verdict: unsourced") == (verdicts[1] != "-")


async def test_an_article_that_is_deleted_stays_readable_and_says_so(harbour: Path) -> None:
    async with opened(harbour) as someone:
        (harbour / COURIER).unlink()
        await seen(someone, "What you see was read before.")
        assert "no longer on disk" in someone.screen
        assert "The ramp is cracked" in someone.screen
        await someone.press("s")
        await someone.saved()
        assert "sourced" in sidecar(harbour).read_text()
        (harbour / COURIER).write_text(TEXT)
        await seen(someone, "Halvik Courier is back on disk.")
        assert "no longer on disk" not in someone.screen
        assert someone.verdicts[0] == "sourced"


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def test_edits_on_a_full_disk_outlive_a_change_of_article_and_sidecar(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = judge(harbour, S, D, D)
    theirs = path.read_bytes()
    path.unlink()
    async with opened(harbour) as someone:
        with monkeypatch.context() as disk:
            disk.setattr("reader.storage.folder._write_all", _full)
            await someone.press("u")
            await someone.until(lambda: "NOT SAVED" in someone.status, "the bad news")
            assert "NOT SAVED: the disk is full" in someone.status
            someone.desk.say("something long that has nothing to do with it " * 9)
            bad_news = "NOT SAVED: the disk is full"
            await someone.until(lambda: bad_news in someone.status, "the bad news beside it")
            path.write_bytes(theirs)
            edit(harbour, "The night ferry from", LATE)
            await seen(someone, "It is late")
            assert someone.verdicts == ["-", "unsourced", "disputed", "disputed", "-"]
            await someone.press("k", "k", "k", "s")
            assert path.read_bytes() == theirs
        someone.app.saver.retry()
        await someone.saved()
        assert someone.verdicts == ["sourced", "unsourced", "disputed", "disputed", "-"]
    assert "verdict: unsourced" in path.read_text()
    assert path.read_text().count("verdict:") == 4


async def test_what_is_written_about_stays_still_and_the_note_lands_on_it(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("j", "c")
        edit(harbour, "Two crews have refused to sail", "Nine crews refused to sail")
        judge(harbour, S)
        await someone.type("Ask them.")
        come_back(someone)
        await someone.press("enter")
        await someone.until(lambda: "has been read again" in someone.screen, "the correction")
        assert someone.pane.index == 1
        assert someone.item.judgement is not None
        assert someone.item.judgement.note == "Ask them."
        await someone.until(lambda: someone.verdicts[0] == "sourced", "the other window's")
        await someone.saved()
    assert "note: Ask them." in sidecar(harbour).read_text()


async def test_an_article_gone_back_to_is_as_it_is_on_disk(harbour: Path) -> None:
    async with opened(harbour, (80, 30)) as someone:
        await someone.press("tab", "]")
        assert someone.names[1] == "3-post.txt"
        edit(harbour, "Every weld was tested", "No weld was tested", HERALD)
        judge(harbour, S, name=HERALD)
        await someone.press("[")
        assert someone.names[1] == HERALD
        assert "No weld was tested" in someone.screen
        assert someone.verdicts[0] == "sourced"


async def test_a_note_from_another_window_stays_when_a_verdict_is_undone(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "k")
        await someone.saved()
        item = someone.item
        store = store_for(harbour.resolve(), COURIER, "alice")
        store.save([SetNote(Subject(item.key, item.anchor), "From the other window.")])
        await someone.until(lambda: "From the other window." in someone.card, "the note")
        await someone.press("z")
        await someone.saved()
        (judgement,) = store.load().judgements.values()
        assert (judgement.verdict, judgement.note) == (None, "From the other window.")
