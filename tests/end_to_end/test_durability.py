"""Verdicts in a real terminal against real folders: read-only, swapped, killed, checked out."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal, opened

pytestmark = pytest.mark.terminal

COURIER = "1-courier.txt"
SIDECAR = f"{COURIER}.review.alice.yaml"

_MORTAL = """\
#!{python}
import ctypes, os, sys
if sys.platform == "linux" and os.geteuid() == 0:
    for capability in (1, 2):  # writing and reading whatever the mode says
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv({python!r}, [{python!r}, *sys.argv[1:]])
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A folder with three reports of four, three and two statements."""
    return write_articles(tmp_path / "harbour")


@pytest.fixture
def mortal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program run by somebody whom a folder's mode binds, as it does not bind root."""
    script = tmp_path / "mortal-python"
    script.write_text(_MORTAL.format(python=sys.executable))
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))


def everything(folder: Path) -> Mapping[str, bytes | None]:
    """All that is below a folder, with the bytes of files; None for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def undo_all(terminal: Terminal, count: int) -> None:
    """Undo so many changes, and wait until they are saved."""
    terminal.press("z" * count)
    terminal.shows("0 of 4")
    terminal.press("g")
    terminal.shows("0 of 4 · saved")


@pytest.mark.usefixtures("mortal")
def test_a_read_only_folder_says_so_keeps_the_verdict_and_asks_before_it_is_lost(
    harbour: Path,
) -> None:
    harbour.chmod(0o555)
    try:
        with opened(harbour) as terminal:
            terminal.shows("CANNOT SAVE: there is no permission to write here")
            terminal.press("s")
            terminal.shows("NOT SAVED: there is no permission to write here")
            assert "1 of 4 · ✓1" in terminal.screen.rows[-1]
            terminal.press("q")
            terminal.shows("Not everything is saved")
            terminal.shows("One change is not on disk yet.")
            terminal.shows("--reviews DIR")
            assert not (harbour / SIDECAR).exists()
            harbour.chmod(0o755)
            terminal.press("\x1b")
            # With the next key right behind it, Escape would be the beginning of Alt+Q.
            terminal.shows_no("Not everything is saved")
            terminal.shows("1 of 4 · ✓1 · saved")
            terminal.press("q")
            assert terminal.ends() == 0
            assert terminal.is_restored()
    finally:
        harbour.chmod(0o755)
    assert "verdict: sourced" in (harbour / SIDECAR).read_text()


@pytest.mark.usefixtures("mortal")
def test_a_sidecar_that_may_not_be_read_says_so_and_takes_verdicts_once_it_may(
    harbour: Path,
) -> None:
    sidecar = harbour / SIDECAR
    with opened(harbour, 140) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1 · saved")
        before = sidecar.read_bytes()
        sidecar.chmod(0)
        terminal.press("u")
        terminal.shows("there is no permission to read it (chmod u+r gives it)")
        assert "permission to write" not in terminal.screen.text
        sidecar.chmod(0o644)
        terminal.shows("2 of 4 · ✓1 ?1 · saved")
        terminal.press("q")
        assert terminal.ends() == 0
    assert sidecar.read_bytes().startswith(before)


@pytest.mark.usefixtures("mortal")
def test_sidecars_elsewhere_mirror_a_read_only_tree_and_leave_nothing_when_undone(
    harbour: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (harbour / "older").mkdir()
    (harbour / COURIER).rename(harbour / "older" / COURIER)
    before = everything(harbour)
    reviews = tmp_path / "reviews"
    inside = reviews / "older" / SIDECAR
    for folder in (harbour / "older", harbour):
        folder.chmod(0o555)
    try:
        options = ["--reviewer", "alice", "--reviews", str(reviews)]
        with Terminal([harbour, *options]) as terminal:
            terminal.shows("0 of 3")
            assert "CANNOT SAVE" not in terminal.screen.text
            terminal.press("ooldercour\r")
            terminal.shows("0 of 4")
            terminal.press("su")
            terminal.shows("2 of 4 · ✓1 ?1 · saved")
            assert [path for path in reviews.rglob("*") if path.is_file()] == [inside]
            undo_all(terminal, 2)
            assert not reviews.exists()
            terminal.press("s")
            terminal.shows("1 of 4 · ✓1 · saved")
            terminal.press("q")
            assert terminal.ends() == 0
        code = subprocess.call([sys.executable, "-m", "reader", "status", str(harbour), *options])
        assert (code, "alice: 1 of 9 · ✓1 in 3 articles" in capfd.readouterr().out) == (0, True)
    finally:
        for folder in (harbour, harbour / "older"):
            folder.chmod(0o755)
    assert everything(harbour) == before
    assert inside.is_file()


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/passwd", "a\nb\x1b[31m\x07", "n" * 300, "Анна Ковач", "x.review.y", ".."],
)
def test_no_reviewers_name_leads_out_of_the_folder(
    harbour: Path, tmp_path: Path, name: str
) -> None:
    before = everything(tmp_path)
    with Terminal([harbour, "--reviewer", name], 200) as terminal:
        terminal.shows("0 of 4")
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1 · saved")
        assert not any("31m" in one for one in terminal.screen.stray)
        (new,) = everything(tmp_path).keys() - before.keys()
        assert new.startswith(f"harbour/{COURIER}.review.")
        assert (tmp_path / new).parent == harbour
        assert len(os.fsencode((tmp_path / new).name)) <= 255
        terminal.press("z")
        terminal.until(lambda: everything(tmp_path) == before, "everything as it was")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_link_that_is_swapped_in_while_the_program_runs_is_refused_and_told(
    harbour: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs.yaml").write_bytes(b"theirs")
    with opened(harbour, 160) as terminal:
        (harbour / SIDECAR).symlink_to(outside / "theirs.yaml")
        terminal.press("s")
        terminal.shows("a link that leads out of the corpus")
        assert everything(outside) == {"theirs.yaml": b"theirs"}
        (harbour / SIDECAR).unlink()
        terminal.press("g")
        terminal.until(
            lambda: "leads out" not in terminal.screen.rows[-1], "the end of the warning"
        )
        terminal.press("q")
        assert terminal.ends() == 0
    assert everything(outside) == {"theirs.yaml": b"theirs"}
    assert not (harbour / SIDECAR).is_symlink()


def test_a_link_inside_the_corpus_stays_one_and_the_mode_stays(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("s")
        terminal.shows("1 of 4 · ✓1 · saved")
        terminal.press("q")
        terminal.ends()
    kept = harbour / "kept"
    kept.mkdir()
    (harbour / SIDECAR).rename(kept / "alice.yaml")
    (kept / "alice.yaml").chmod(0o640)
    (harbour / SIDECAR).symlink_to("kept/alice.yaml")
    before = everything(harbour)
    with opened(harbour) as terminal:
        terminal.shows("1 of 4")
        terminal.press("u")
        terminal.shows("2 of 4 · ✓1 ?1 · saved")
        assert (harbour / SIDECAR).is_symlink()
        assert stat.S_IMODE((kept / "alice.yaml").stat().st_mode) == 0o640
        terminal.press("zg")
        terminal.shows("1 of 4 · ✓1 · saved")
        terminal.press("q")
        terminal.ends()
    assert (harbour / SIDECAR).is_symlink()
    assert everything(harbour) == before


def test_what_was_called_saved_is_there_after_a_kill(harbour: Path) -> None:
    with opened(harbour) as terminal:
        terminal.press("su")
        terminal.shows("2 of 4 · ✓1 ?1 · saved")
        terminal.process.kill()
        terminal.process.wait()
    with opened(harbour) as terminal:
        terminal.shows("2 of 4 · ✓1 ?1")
        terminal.press("q")
        terminal.ends()


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Alice", "-c", "user.email=alice@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_branch_checked_out_under_the_open_program_receives_its_own_verdicts_alone(
    harbour: Path,
) -> None:
    git(harbour, "init", "-b", "monday")
    git(harbour, "add", ".")
    git(harbour, "commit", "-m", "The reports")
    git(harbour, "branch", "tuesday")
    with opened(harbour) as terminal:
        terminal.press("su")
        terminal.shows("2 of 4 · ✓1 ?1 · saved")
        git(harbour, "add", ".")
        git(harbour, "commit", "-m", "Two verdicts")
        monday = everything(harbour)[SIDECAR]
        git(harbour, "checkout", "tuesday")
        terminal.shows("have been read again")
        terminal.press("d")
        terminal.shows("1 of 4 · !1 · saved")
        assert (harbour / SIDECAR).read_text().count("verdict:") == 1
        git(harbour, "add", ".")
        git(harbour, "commit", "-m", "One verdict")
        git(harbour, "checkout", "monday")
        terminal.shows("have been read again")
        terminal.press("g")
        terminal.shows("2 of 4 · ✓1 ?1")
        assert (harbour / SIDECAR).read_bytes() == monday
        terminal.press("q")
        assert terminal.ends() == 0
    assert (harbour / SIDECAR).read_bytes() == monday
