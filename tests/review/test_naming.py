"""Aliases in review: changed, saved and taken back in one row with verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.judgement import Verdict
from reader.review import CannotJudge, Step
from reader.speakers import Alias, SetAliases
from tests.review.window import Window

SELM = Alias("", "Selm")
NAMED = SetAliases({SELM: "Ruta Selm"})


@pytest.fixture
def window(harbour: Path) -> Window:
    return Window(harbour)


def test_a_change_is_known_and_saved(window: Window) -> None:
    naming = window.review.naming
    naming.load()
    naming.change(NAMED, "Selm is Ruta Selm")
    assert naming.aliases == {SELM: "Ruta Selm"}
    path = window.folder / "speakers.alice.yaml"
    assert path.read_text().endswith("./:\n  Selm: Ruta Selm\n")
    other = Window(window.folder).review.naming
    other.load()
    assert other.aliases == naming.aliases


def test_undo_takes_verdicts_and_aliases_back_in_their_order(window: Window) -> None:
    review, reading = window.review, window.read()
    review.naming.load()
    before = {path: path.read_bytes() for path in window.folder.iterdir()}
    review.judge(reading, 0, Verdict.SOURCED)
    review.naming.change(NAMED, "Selm is Ruta Selm")
    assert review.comes_next(review.naming)
    step = review.undo()
    assert step is not None
    assert step.words == "Selm is Ruta Selm"
    assert review.naming.aliases == {}
    assert review.comes_next(review.naming, again=True)
    assert not review.comes_next(review.naming)
    assert isinstance(review.undo(), Step)
    assert {path: path.read_bytes() for path in window.folder.iterdir()} == before
    review.redo()
    review.redo()
    assert review.naming.aliases == {SELM: "Ruta Selm"}
    assert reading.items[0].verdict is Verdict.SOURCED


def test_what_is_not_saved_yet_is_known_when_the_file_is_read_again(window: Window) -> None:
    naming = window.review.naming
    naming.load()
    window.disk.away = True
    naming.change(NAMED, "Selm is Ruta Selm")
    naming.load()
    assert naming.aliases == {SELM: "Ruta Selm"}


def test_a_file_that_cannot_be_read_is_told_and_takes_no_change(window: Window) -> None:
    path = window.folder / "speakers.alice.yaml"
    path.write_text("reader: 1\nreviewer: bob\n")
    naming = window.review.naming
    naming.load()
    for told in (naming.problem, _refusal(window)):
        assert told.startswith("speakers.alice.yaml:2: these are the aliases of bob")
    assert path.read_text() == "reader: 1\nreviewer: bob\n"


def _refusal(window: Window) -> str:
    with pytest.raises(CannotJudge) as refused:
        window.review.naming.change(NAMED, "Selm is Ruta Selm")
    return str(refused.value)
