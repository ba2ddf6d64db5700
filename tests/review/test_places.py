"""Sidecars in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.judgement import Judgement
from tests.articles import write_articles
from tests.review.window import COURIER, D, S, Window


def test_sidecars_elsewhere_are_gone_with_their_folders_when_all_is_undone(
    folder: Path, tmp_path: Path
) -> None:
    write_articles(folder / "older" / "may", {"note.txt": (folder / COURIER).read_text()})
    reviews = tmp_path / "mine" / "reviews"
    window = Window(folder, reviews=reviews)
    for name in (COURIER, "older/may/note.txt"):
        window.review.judge(window.read(name), 0, S)
    assert sorted(path.name for path in reviews.rglob("*.yaml")) == [
        f"{COURIER}.review.alice.yaml",
        "note.txt.review.alice.yaml",
    ]
    assert (reviews / "older" / "may" / "note.txt.review.alice.yaml").is_file()
    assert list(folder.rglob("*.yaml")) == []
    while window.review.undo():
        pass
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_for_sidecars_that_was_there_stays(folder: Path, tmp_path: Path) -> None:
    reviews = tmp_path / "mine"
    reviews.mkdir()
    window = Window(folder, reviews=reviews)
    window.review.judge(window.read(), 0, S)
    window.review.undo()
    assert list(reviews.iterdir()) == []


def test_the_others_are_heard_from_their_own_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reviews = Path("mine")
    bob = Window(folder, "bob", reviews)
    bob.review.judge(bob.read(), 0, D)
    alice = Window(folder, "alice", reviews)
    reading = alice.read()
    (remark,) = alice.review.remarks(reading, reading.items[0])
    assert (remark.reviewer, remark.problem) == ("bob", "")
    assert isinstance(remark.judgement, Judgement)
    assert remark.judgement.verdict is D
