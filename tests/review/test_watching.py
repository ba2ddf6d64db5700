"""An open article whose file or sidecar changes on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.anchoring import State
from reader.review import CannotJudge
from tests.review.window import COURIER, S, U, Window, edit, sidecar


def test_nothing_is_studied_again_while_nothing_changes(window: Window, folder: Path) -> None:
    reading = window.read()
    assert window.review.articles.look_again(reading) is None
    window.review.judge(reading, 0, S)
    study = window.review.articles.look_again(reading)
    assert study is not None  # the file is another, and holds what is known
    assert not study.is_judged_otherwise
    assert reading.take(study)
    assert window.review.articles.look_again(reading) is None


def test_an_article_that_changed_between_reading_and_study_is_read_again(
    window: Window, folder: Path
) -> None:
    entry = window.review.corpus.files[0]
    reading = window.review.articles.read(entry)
    edit(folder, "Two crews", "Three crews")
    assert reading.take(window.review.articles.study(reading))
    assert window.look(reading)
    assert "Three crews" in reading.article.text


def test_the_open_article_is_read_again_with_its_judgements(window: Window, folder: Path) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    window.review.judge(reading, 2, U)
    edit(folder, "The night ferry from", "“It is late,” said Maud Okter.\n\nThe night ferry from")
    edit(folder, "“We welded it in April,”", "“We never welded it in April,”")
    assert window.look(reading)
    assert [item.verdict for item in reading.items] == [None, S, None, U, None]
    assert reading.changed() == [3]


def test_undo_and_redo_are_right_after_the_words_changed_at_the_same_place(
    window: Window, folder: Path
) -> None:
    edit(folder, "Two crews", "Two of 10 crews")
    reading = window.read()
    window.review.judge(reading, 1, S)
    edit(folder, "Two of 10 crews", "Two of 90 crews")
    assert window.look(reading)
    assert reading.items[1].state is State.CHANGED
    window.review.undo()
    assert reading.items[1].judgement is None
    assert not sidecar(folder).exists()
    window.review.redo()
    item = reading.items[1]
    assert (item.verdict, item.state) == (S, State.CHANGED)
    assert "90" in item.anchor.quote


def test_a_file_that_went_as_soon_as_it_had_come_is_missed(window: Window, folder: Path) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    sidecar(folder).unlink()  # as before the verdict, to whoever looks at the folder alone
    assert window.look(reading)
    assert reading.items[0].judgement is None


def test_a_study_that_a_save_overtook_does_not_count(window: Window, folder: Path) -> None:
    reading = window.read()
    window.disk.away = True
    window.review.judge(reading, 0, S)
    study = window.review.articles.look_again(reading)
    window.disk.back()
    window.review.articles.adopt(reading, reading.store.load())
    assert study is not None
    assert not reading.take(study)
    sidecar(folder).unlink()
    assert window.look(reading)
    assert reading.items[0].judgement is None


def test_an_edit_that_could_not_be_saved_yet_outlives_every_change_on_disk(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.disk.away = True
    window.review.judge(reading, 0, S)
    other = Window(folder)
    other.review.judge(other.read(), 1, U)
    edit(folder, "Two crews", "Nearly all crews")
    assert window.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [S, U]
    assert reading.changed() == [1]
    assert "verdict: sourced" not in sidecar(folder).read_text()
    window.disk.back()
    assert [item.verdict for item in Window(folder).read().items[:2]] == [S, U]


CONFLICT = b"<<<<<<< HEAD\nreader: 1\n=======\nreader: 1\n>>>>>>> monday\n"


def test_a_sidecar_that_becomes_unreadable_takes_no_verdicts_until_it_is_mended(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    whole = sidecar(folder).read_bytes()
    sidecar(folder).write_bytes(CONFLICT)
    assert window.look(reading)
    assert reading.now.problem.startswith(f"{sidecar(folder).name}:1: git left a conflict")
    assert reading.items[0].verdict is S  # what is known stays in view
    for change in (
        lambda: window.review.judge(reading, 1, S),
        lambda: window.review.note(reading, 1, "?"),
        window.review.undo,
    ):
        with pytest.raises(CannotJudge, match="git left a conflict"):
            change()
    assert sidecar(folder).read_bytes() == CONFLICT
    edit(folder, "Two crews", "Three crews")
    assert window.look(reading)
    assert "Three crews" in reading.article.text
    assert reading.items[0].verdict is S
    sidecar(folder).write_bytes(whole)
    assert window.look(reading)
    assert reading.now.problem == ""
    window.review.undo()
    assert not sidecar(folder).exists()


def test_an_article_that_is_deleted_stays_readable_and_comes_back(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    raw = (folder / COURIER).read_bytes()
    (folder / COURIER).unlink()
    assert window.look(reading)
    assert reading.now.absence == (
        f"{COURIER} cannot be read: it is not there. What you see was read before."
    )
    assert len(reading.items) == 4
    window.review.judge(reading, 0, S)
    (folder / COURIER).write_bytes(raw)
    assert window.look(reading)
    assert reading.now.absence == ""
    assert reading.items[0].verdict is S


def test_that_nothing_can_be_saved_is_known_at_once_and_so_is_its_end(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = window.read()
    assert reading.now.obstacle == ""
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_, **__: False)
        assert window.look(reading)
        assert "there is no permission to write here" in reading.now.obstacle
    assert window.look(reading)
    assert reading.now.obstacle == ""


def test_where_a_statement_was_is_found_in_the_article_as_it_has_become(
    window: Window, folder: Path
) -> None:
    reading = window.read()
    focused = reading.items[1]
    edit(folder, "The night ferry from", "“It is late,” said Maud Okter.\n\nThe night ferry from")
    edit(folder, "Two crews have refused", "Three crews have refused")
    study = window.review.articles.look_again(reading)
    assert study is not None
    assert study.places_of([focused])[focused.key] == 2


def test_an_unknown_field_is_told_once(window: Window, folder: Path) -> None:
    reading = window.read()
    window.review.judge(reading, 0, S)
    path = reading.store.path
    path.write_text(path.read_text().replace("  verdict:", "  colour: red\n  verdict:"))
    again = Window(folder)
    reading = again.read()
    assert "'colour' is no field of this version" in reading.untold()
    assert reading.untold() == ""
    again.review.judge(reading, 0, U)
    assert reading.untold() == ""
    assert "colour: red" in path.read_text()
