"""Several windows, or branches, at one sidecar: what each may change, and take back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.review import CannotJudge
from tests.review.window import D, S, U, Window, sidecar


def test_two_windows_of_one_reviewer_see_each_other_and_the_last_verdict_stands(
    folder: Path,
) -> None:
    one, two = Window(folder), Window(folder)
    left, right = one.read(), two.read()
    one.review.judge(left, 0, S)
    two.review.judge(right, 1, U)
    two.review.judge(right, 0, D)
    assert one.look(left)
    two.look(right)
    for reading in (left, right, Window(folder).read()):
        assert [item.verdict for item in reading.items[:2]] == [D, U]


def test_an_undo_that_others_overtook_says_so_and_leaves_the_way_to_earlier_ones(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    window.review.judge(reading, 1, S)
    other = Window(folder)
    other.review.judge(other.read(), 1, D)
    assert window.look(reading)
    with pytest.raises(CannotJudge, match="was changed elsewhere since, so nothing was undone"):
        window.review.undo()
    window.review.undo()
    assert [item.verdict for item in reading.items[:2]] == [None, D]
    assert [item.verdict for item in Window(folder).read().items[:2]] == [None, D]


def test_another_branch_receives_what_is_judged_on_it_and_nothing_else(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    here = sidecar(folder).read_bytes()
    sidecar(folder).unlink()  # the other branch has none
    window.review.judge(reading, 1, D)  # before anybody noticed
    assert "sourced" not in sidecar(folder).read_text().replace("unsourced", "")
    assert window.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [None, D]
    there = sidecar(folder).read_bytes()
    sidecar(folder).write_bytes(here)
    assert window.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [S, None]
    window.review.undo()  # of what was judged on the other branch: nothing of it is here
    assert sidecar(folder).read_bytes() == here != there


def test_undoing_everything_gives_the_folder_back_although_another_window_wrote(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    window.review.note(reading, 0, "Ask the yard.")
    other = Window(folder)
    other.review.judge(other.read(), 2, U)
    window.review.judge(reading, 1, D)
    window.look(reading)
    while window.review.undo():
        pass
    assert window.disk.refused == []
    only = Window(folder).read().now.sidecar
    assert only is not None
    assert [(one.verdict, one.note) for one in only.judgements.values()] == [(U, "")]
    other.review.undo()
    window.look(reading)
    other.look(other.read())
    for seen in (reading, other.read(), Window(folder).read()):
        assert [item.judgement for item in seen.items] == [None] * 4


def test_a_file_made_here_goes_though_another_window_used_it_meanwhile(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    other = Window(folder)
    other.review.judge(other.read(), 2, U)
    window.look(reading)
    other.review.undo()
    window.review.undo()
    assert not sidecar(folder).exists()
