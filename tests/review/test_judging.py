from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.judgement import Verdict
from reader.review import CannotJudge, Filter, Review, Step
from reader.sidecar import SetVerdict, Undo
from tests.articles import write_articles
from tests.review.reviewing import Recorded, bytes_of, review_of, study, verdicts

S, U, D, X = Verdict
FIRST = "1-courier.txt.review.alice.yaml"


def test_an_article_is_read_at_once_and_studied_later(harbour: Path) -> None:
    review = review_of(harbour)
    reading = review.articles.read(review.corpus.files[0])
    assert "forty lorries" in reading.article.text
    assert not reading.studied
    assert reading.first_unreviewed() is None
    with pytest.raises(IndexError):
        review.judge(reading, 0, S)
    assert reading.take(review.articles.study(reading))
    assert reading.studied
    assert review.articles.read(review.corpus.files[0]) is reading
    assert [item.statement.speaker for item in reading.items] == [
        "Ilse Brandt",
        "Ilse Brandt",
        "Tomas Reyle",
        "Anders Holm",
    ]


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_on_its_statement_and_in_the_file(harbour: Path, verdict: Verdict) -> None:
    review = review_of(harbour)
    reading = study(review)
    review.judge(reading, 2, verdict)
    assert verdicts(reading) == ["-", "-", verdict, "-"]
    assert review.last_verdict is verdict
    assert f"\n{reading.items[2].key}:\n  verdict: {verdict}\n" in (harbour / FIRST).read_text()


def test_edits_are_handed_over_one_for_one_and_in_order(harbour: Path) -> None:
    saves = Recorded()
    review = review_of(harbour, saves=saves)
    first, second = study(review, 0), study(review, 1)
    review.judge(first, 0, S)
    review.judge(second, 1, U)
    review.note(first, 0, "Ask.")
    review.undo()
    assert [store for store, _ in saves.edits] == [
        first.store,
        second.store,
        first.store,
        first.store,
    ]
    edits = [edit for _, edit in saves.edits]
    assert isinstance(edits[0], SetVerdict)
    assert edits[0].verdict is S
    assert isinstance(edits[3], Undo)
    assert bytes_of(harbour).keys() == {entry.name for entry in review.corpus.files}


@pytest.mark.parametrize("do", ["verdict", "note", "evidence", "take back"])
def test_what_changes_nothing_is_neither_saved_nor_undone(harbour: Path, do: str) -> None:
    saves = Recorded()
    review = review_of(harbour, saves=saves)
    reading = study(review)
    review.judge(reading, 0, S)
    review.note(reading, 0, "Ask.")
    review.evidence(reading, 0, ("a letter",))
    count = len(saves.edits)
    if do == "verdict":
        review.judge(reading, 0, S)
    elif do == "note":
        review.note(reading, 0, "Ask.")
    elif do == "evidence":
        review.evidence(reading, 0, ("a letter",))
    else:
        review.judge(reading, 1, None)
    assert len(saves.edits) == count
    step = review.undo()
    assert step is not None
    assert step.words == "evidence"


def test_taking_back_keeps_the_note_and_a_removed_note_the_verdict(harbour: Path) -> None:
    review = review_of(harbour)
    reading = study(review)
    review.judge(reading, 0, D)
    review.note(reading, 0, "The yard says otherwise.")
    review.judge(reading, 0, None)
    assert reading.items[0].judgement is not None
    assert reading.items[0].judgement.note == "The yard says otherwise."
    review.judge(reading, 0, U)
    review.note(reading, 0, "")
    assert verdicts(reading)[0] == "unsourced"
    assert "note" not in (harbour / FIRST).read_text()


def test_undo_and_redo_go_through_the_articles_in_the_order_of_the_commands(
    harbour: Path,
) -> None:
    review = review_of(harbour)
    first, second = study(review, 0), study(review, 1)
    review.judge(first, 0, S)
    review.judge(second, 0, U)
    review.evidence(first, 1, ("a letter",))
    steps = [review.undo() for _ in range(4)]
    assert [isinstance(step, Step) and (step.reading.file.name, step.words) for step in steps] == [
        ("1-courier.txt", "evidence"),
        ("2-herald.txt", "unreviewed → unsourced"),
        ("1-courier.txt", "unreviewed → sourced"),
        False,
    ]
    redone = [review.redo(), review.redo()]
    assert [step and step.words for step in redone] == [
        "unreviewed → sourced",
        "unreviewed → unsourced",
    ]
    assert (verdicts(first)[0], verdicts(second)[0]) == ("sourced", "unsourced")
    review.judge(first, 3, X)
    assert review.redo() is None


def test_history_tells_what_was_done_to_one_statement(harbour: Path) -> None:
    review = review_of(harbour)
    reading = study(review)
    review.judge(reading, 0, S)
    review.judge(reading, 1, S)
    review.judge(reading, 0, D)
    review.note(reading, 0, "No.")
    key = reading.items[0].key
    assert review.history(reading, key) == ["unreviewed → sourced", "sourced → disputed", "note"]
    review.undo()
    assert review.history(reading, key) == ["unreviewed → sourced", "sourced → disputed"]


def test_progress_and_what_is_left(harbour: Path) -> None:
    review = review_of(harbour)
    first, second = study(review, 0), study(review, 1)
    assert first.progress.words() == "0 of 4"
    assert review.whats_left(first) == "4 unreviewed above; 3 in Tarn Herald"
    for index, verdict in enumerate((S, U, S, X)):
        review.judge(first, index, verdict)
    assert first.progress.words() == "4 of 4 · ✓2 ?1 ×1"
    assert review.whats_left(first) == "All 4 reviewed here; 3 in Tarn Herald"
    review.judge(second, 1, D)
    assert second.progress.words() == "1 of 3 · !1"
    assert second.unreviewed() == [0, 2]
    assert second.first_unreviewed() == 0
    assert first.first_unreviewed() == 0
    assert review.whats_left(second) == "2 unreviewed above"


def test_filters_let_through_what_they_say(harbour: Path) -> None:
    review = review_of(harbour)
    reading = study(review)
    for index, verdict in enumerate((S, U, S)):
        review.judge(reading, index, verdict)
    expected = {
        Filter.ALL: [0, 1, 2, 3],
        Filter.UNREVIEWED: [3],
        Filter.SOURCED: [0, 2],
        Filter.UNSOURCED: [1],
        Filter.DISPUTED: [],
        Filter.NOT_A_STATEMENT: [],
        Filter.CHANGED: [],
    }
    assert {wanted: reading.admitted(wanted) for wanted in expected} == expected


def _judge_something(review: Review, place: int = 0) -> None:
    reading = study(review, place)
    review.judge(reading, 0, S)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (b"reader: 1\narticle: [\n", ":"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"<<<<<<< ours\nreader: 1\n=======\n>>>>>>> theirs\n", "conflict"),
        (b"reader: 99\narticle: 1-courier.txt\nreviewer: alice\n", "newer"),
        (b"reader: 1\narticle: 1-courier.txt\nreviewer: ben\n", "ben"),
        (b"- a list\n", ":1"),
        (b"[" * 50_000, ":1"),
    ],
)
def test_a_sidecar_that_cannot_be_read_takes_no_verdicts_and_is_never_overwritten(
    harbour: Path, broken: bytes, words: str
) -> None:
    (harbour / FIRST).write_bytes(broken)
    review = review_of(harbour)
    reading = study(review)
    assert len(reading.items) == 4
    assert reading.now.problem.startswith(FIRST)
    assert words in reading.now.problem
    changes: list[Callable[[], None]] = [
        lambda: review.judge(reading, 0, S),
        lambda: review.judge(reading, 0, None),
        lambda: review.note(reading, 0, "Ask."),
        lambda: review.evidence(reading, 0, ("a letter",)),
    ]
    for change in changes:
        with pytest.raises(CannotJudge, match="1-courier"):
            change()
    assert review.undo() is None
    _judge_something(review, 1)
    assert (harbour / FIRST).read_bytes() == broken


def test_a_sidecar_mended_while_open_takes_verdicts_again(harbour: Path) -> None:
    (harbour / FIRST).write_text("reader: 1\narticle: [\n")
    review = review_of(harbour)
    reading = study(review)
    assert review.articles.look_again(reading) is None
    (harbour / FIRST).unlink()
    found = review.articles.look_again(reading)
    assert found is not None
    assert reading.take(found)
    assert reading.now.problem == ""
    review.judge(reading, 0, S)
    assert verdicts(reading)[0] == "sourced"


def test_remarks_are_the_others_alone_and_of_this_statement_alone(harbour: Path) -> None:
    for name, index, verdict in (("ben", 0, D), ("cara", 2, U)):
        other = review_of(harbour, name)
        reading = study(other)
        other.judge(reading, index, verdict)
        other.note(reading, index, f"{name} was here")
    (harbour / "1-courier.txt.review.dan.yaml").write_text("reader: 1\narticle: [\n")
    review = review_of(harbour)
    reading = study(review)
    review.judge(reading, 0, S)
    assert verdicts(reading) == ["sourced", "-", "-", "-"]
    remarks = review.remarks(reading, reading.items[0])
    assert [(one.reviewer, one.judgement and one.judgement.verdict) for one in remarks] == [
        ("ben", D),
        ("cara", None),
        ("1-courier.txt.review.dan.yaml", None),
    ]
    assert remarks[0].judgement is not None
    assert remarks[0].judgement.note == "ben was here"
    assert remarks[2].problem.startswith("1-courier.txt.review.dan.yaml:")
    assert str(harbour) not in remarks[2].problem


def test_remarks_on_a_relay_and_on_what_it_relays_are_told_apart(tmp_path: Path) -> None:
    text = "The bridge is safe, the mayor said, according to the Tarn Herald.\n"
    folder = write_articles(tmp_path / "relay", {"bridge.txt": text})
    ben = review_of(folder, "ben")
    theirs = study(ben)
    assert len(theirs.items) == 2
    assert theirs.items[0].start == theirs.items[1].start
    ben.judge(theirs, 1, D)
    cara = review_of(folder, "cara")
    cara.judge(study(cara), 0, U)
    review = review_of(folder)
    reading = study(review)
    said = [
        [remark.judgement and remark.judgement.verdict for remark in review.remarks(reading, item)]
        for item in reading.items
    ]
    assert said == [[None, U], [D, None]]
