"""What the status line says of saving, and leaving while something is not on disk."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.sidecar import Edit, NotSavedError, Sidecar, Store, Undo
from reader.storage import Saved
from tests.ui.driving import opened, until


class Disk:
    """A disk that can be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        real = Store.save

        def save(store: Store, edits: Sequence[Edit | Undo]) -> Saved[Sidecar, Edit | Undo]:
            if self.full:
                raise NotSavedError(store.where, 0, "the disk [is] full") from OSError(errno.ENOSPC)
            return real(store, edits)

        monkeypatch.setattr(Store, "save", save)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


async def test_a_verdict_is_said_to_be_saved_when_it_is_on_disk(harbour: Path) -> None:
    async with opened(harbour) as someone:
        assert "saved" not in someone.status.lower()
        await someone.press("s")
        await someone.saved()
        assert "· saved" in someone.status
        assert (harbour / "1-courier.txt.review.alice.yaml").exists()


async def test_a_failed_save_is_shown_kept_and_tried_again(harbour: Path, disk: Disk) -> None:
    async with opened(harbour) as someone:
        disk.full = True
        await someone.press("s", "u")
        await someone.until(lambda: "NOT SAVED" in someone.status, "the bad news")
        assert "the disk [is] full" in someone.status
        assert "1-courier.txt.review.alice.yaml" in someone.status
        assert someone.verdicts[:2] == ["sourced", "unsourced"]
        await someone.press("d", "k", "k")
        assert "NOT SAVED" in someone.status
        assert not list(harbour.glob("*.yaml"))
        disk.full = False
        await someone.until(lambda: "· saved" in someone.status, "the good news")
        written = (harbour / "1-courier.txt.review.alice.yaml").read_text()
        assert [w for w in written.split() if w.endswith(("sourced", "disputed"))] == [
            "sourced",
            "unsourced",
            "disputed",
        ]


async def test_leaving_with_something_unsaved_asks_first(harbour: Path, disk: Disk) -> None:
    async with opened(harbour) as someone:
        disk.full = True
        await someone.press("s", "q")
        await someone.until(lambda: someone.app.screen is not someone.desk, "the question")
        await someone.pilot.pause()
        assert "Not everything is saved" in someone.sheet
        assert "One change is not on disk yet." in someone.sheet
        assert "the disk [is] full" in " ".join(someone.sheet.split())
        await someone.press("escape", "j")
        assert someone.app.is_running
        assert someone.pane.index == 2
        disk.full = False
        someone.send("q")
        await until(lambda: not someone.app.is_running, "the end")
        assert someone.app.return_code == 0
    assert "sourced" in (harbour / "1-courier.txt.review.alice.yaml").read_text()


async def test_one_can_leave_without_saving(harbour: Path, disk: Disk) -> None:
    async with opened(harbour) as someone:
        disk.full = True
        await someone.press("s", "q")
        await someone.until(lambda: someone.app.screen is not someone.desk, "the question")
        await someone.press("y", "enter", "q")
        assert someone.app.is_running
        someone.send("L")
        await until(lambda: not someone.app.is_running, "the end")
        assert someone.app.return_value == 1
        assert not list(harbour.glob("*.yaml"))
        disk.full = False


async def test_quitting_waits_for_what_is_being_saved(harbour: Path) -> None:
    async with opened(harbour) as someone:
        someone.send(*"sudq")
        await until(lambda: not someone.app.is_running, "the end")
        assert someone.app.return_code == 0
        assert someone.app.saver.pending == 0
    assert (harbour / "1-courier.txt.review.alice.yaml").read_text().count("verdict:") == 3


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("reader: 1\narticle: [\n", "1-courier.txt.review.alice.yaml:"),
        ("<<<<<<< ours\nreader: 1\n=======\nreader: 1\n>>>>>>> theirs\n", "conflict"),
        ("reader: 2\narticle: 1-courier.txt\nreviewer: alice\n", "newer"),
        ("reader: 1\narticle: 1-courier.txt\nreviewer: ben\n", "ben"),
    ],
)
async def test_a_sidecar_that_cannot_be_read_takes_no_verdicts_and_stays(
    harbour: Path, broken: str, words: str
) -> None:
    path = harbour / "1-courier.txt.review.alice.yaml"
    path.write_text(broken)
    async with opened(harbour, (220, 45)) as someone:
        assert words in someone.status
        assert "1-courier.txt.review.alice.yaml" in someone.status
        assert "The ramp is cracked" in someone.screen
        for key in ("s", "0", ".", "c", "e", "z", "Z"):
            await someone.press(key)
            assert someone.app.screen is someone.desk
        assert set(someone.verdicts) == {"-"}
        await someone.press("tab", "s")
        assert someone.verdicts[0] == "sourced"
        await someone.saved()
    assert path.read_text() == broken


async def test_what_another_window_saved_meanwhile_is_kept_and_shown(harbour: Path) -> None:
    async with opened(harbour) as someone, opened(harbour) as other:
        await someone.press("s")
        await someone.saved()
        await other.press("j", "d")
        await other.saved()
        await other.until(lambda: other.verdicts[:2] == ["sourced", "disputed"], "both verdicts")
        await someone.press("j", "u")
        await someone.saved()
        await someone.until(
            lambda: someone.verdicts[:3] == ["sourced", "disputed", "unsourced"], "all three"
        )
