"""Judgements whose statement or whose words are others now: settled for good, or let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.anchoring import State
from reader.judgement import Anchor, Verdict
from reader.review import Filter, Reading, Review
from reader.sidecar import SetVerdict, Subject, store_for
from tests.review.window import COURIER, D, S, U, Window, edit, judge_first, sidecar

CHANGES = [
    ("cracked from side to side", "not cracked from side to side"),
    ("cracked from side to side", "cracked from end to end"),
    ("said Ilse Brandt, the harbour master", "said Olaf Stenmark, the pilot"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_judgement_whose_statement_changed_waits_and_nothing_is_written(
    folder: Path, old: str, new: str
) -> None:
    before = judge_first(folder)
    edit(folder, old, new)
    reading = Window(folder).read()
    assert reading.changed() == [0] == reading.admitted(Filter.CHANGED)
    item = reading.items[0]
    assert (item.state, item.verdict) == (State.CHANGED, S)
    assert item.why
    assert sidecar(folder).read_bytes() == before


ANSWERS: list[tuple[str, Callable[[Review, Reading], None], Verdict | None]] = [
    ("confirmed", lambda review, reading: review.confirm(reading, 0), S),
    ("judged anew", lambda review, reading: review.judge(reading, 0, D), D),
    ("judged the same anew", lambda review, reading: review.judge(reading, 0, S), S),
    ("let go", lambda review, reading: review.let_go(reading, 0), None),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
@pytest.mark.parametrize(("_", "answer", "verdict"), ANSWERS, ids=[one[0] for one in ANSWERS])
def test_an_answer_settles_a_changed_judgement_for_good_and_undo_gives_every_byte_back(
    folder: Path,
    old: str,
    new: str,
    _: str,
    answer: Callable[[Review, Reading], None],
    verdict: Verdict | None,
) -> None:
    before = judge_first(folder)
    edit(folder, old, new)
    window = Window(folder)
    reading = window.read()
    answer(window.review, reading)
    for seen in (reading, Window(folder).read()):
        assert seen.changed() == []
        assert seen.items[0].verdict is verdict
        assert not seen.now.orphans
    after = sidecar(folder).read_bytes()
    assert after != before
    window.review.undo()
    assert sidecar(folder).read_bytes() == before
    assert reading.items[0].state is State.CHANGED
    window.review.redo()
    assert sidecar(folder).read_bytes() == after
    assert reading.changed() == []


def test_a_judgement_whose_words_are_gone_is_listed_let_go_and_brought_back(folder: Path) -> None:
    before = judge_first(folder)
    edit(folder, "“The ramp is cracked from side to side,” said Ilse Brandt, the", "The")
    window = Window(folder)
    reading = window.read()
    (orphan,) = reading.now.orphans
    assert orphan.verdict is S
    assert reading.progress.judged == 0
    window.review.let_go_orphan(reading, orphan)
    assert not reading.now.orphans
    assert not sidecar(folder).read_text().count("verdict")
    window.review.undo()
    assert reading.now.orphans == (orphan,)
    assert sidecar(folder).read_bytes() == before


# Words that the finder lists no statement for


def pin(folder: Path, quote: str, source: str = "") -> bytes:
    store = store_for(folder, COURIER, "alice")
    subject = Subject("berth-closed-0000001", Anchor(quote, source), source)
    store.save([SetVerdict(subject, S)])
    return sidecar(folder).read_bytes()


def test_a_judgement_on_words_that_are_no_statement_stays_on_its_words(folder: Path) -> None:
    before = pin(folder, "the berth has been closed since")
    window = Window(folder)
    reading = window.read()
    assert len(reading.items) == 5
    index = reading.index_of("berth-closed-0000001")
    assert index is not None
    (span,) = reading.items[index].statement.content
    assert reading.article.text[span.start : span.end] == "the berth has been closed since"
    window.review.judge(reading, index, D)
    assert Window(folder).read().items[index].verdict is D
    window.review.judge(reading, index, None)
    assert len(reading.items) == 4
    for _ in range(2):
        window.review.undo()
    assert len(reading.items) == 5
    assert reading.items[index].verdict is S
    assert sidecar(folder).read_bytes() == before


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("", "has been closed since", "has not been closed since"),
        ("Ilse Brandt", "Ilse Brandt", "Olaf Stenmark"),
        ("the harbour master", "has been closed since", "has never been closed since"),
    ],
)
def test_words_that_are_no_statement_can_be_confirmed_when_they_changed(
    folder: Path, source: str, old: str, new: str
) -> None:
    before = pin(folder, "the berth has been closed since", source)
    edit(folder, old, new)
    window = Window(folder)
    reading = window.read()
    (index,) = reading.changed()
    window.review.confirm(reading, index)
    for seen in (reading, Window(folder).read()):
        assert seen.changed() == []
        assert seen.items[index].verdict is S
    window.review.undo()
    assert sidecar(folder).read_bytes() == before
    assert reading.changed() == [index]


# Two verdicts that a merge found


def test_any_verdict_settles_a_disagreement_and_undo_brings_it_back(folder: Path) -> None:
    judge_first(folder)
    text = sidecar(folder).read_text()
    sidecar(folder).write_text(
        text.replace("verdict: sourced\n", "verdict: sourced\n  disagreement: [disputed]\n")
    )
    before = sidecar(folder).read_bytes()
    for verdict in (S, D, U):
        window = Window(folder)
        reading = window.read()
        judgement = reading.items[0].judgement
        assert judgement is not None
        assert judgement.disagreement == (D,)
        window.review.judge(reading, 0, verdict)
        settled = Window(folder).read().items[0].judgement
        assert settled is not None
        assert (settled.verdict, settled.disagreement) == (verdict, ())
        window.review.undo()
        assert reading.items[0].judgement == judgement
        assert sidecar(folder).read_bytes() == before
