"""Judgements of an article that was edited since: kept, changed, pinned, orphaned."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.anchoring import State
from reader.judgement import Verdict
from reader.review import Reading, Review
from tests.articles import COURIER
from tests.review.reviewing import bytes_of, review_of, study, told, verdicts

SIDECAR = "1-courier.txt.review.alice.yaml"


@pytest.fixture
def judged(harbour: Path) -> Path:
    """The folder with the first report's statements judged s, u, d, s."""
    review = review_of(harbour)
    reading = study(review)
    for index, verdict in enumerate(["sourced", "unsourced", "disputed", "sourced"]):
        review.judge(reading, index, Verdict(verdict))
    review.note(reading, 3, "He was the only one.")
    return harbour


def _edit(folder: Path, old: str, new: str) -> None:
    assert COURIER.count(old) == 1
    (folder / "1-courier.txt").write_text(COURIER.replace(old, new))


def _states(reading: Reading) -> list[State]:
    return [item.state for item in reading.items]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("forty lorries waited", "some thirty lorries had to wait"),
        ("Nobody was hurt", "“Nobody is to blame,” said Maud Okter. Nobody was hurt"),
        ("The line has three ferries, the oldest of them forty years at sea.\n\n", ""),
        ("“The ramp is", "\n\n“The ramp is"),
        ("outlet: Halvik Courier", "outlet: The Halvik Courier"),
    ],
)
def test_what_is_edited_elsewhere_leaves_every_judgement_where_it_was(
    judged: Path, old: str, new: str
) -> None:
    _edit(judged, old, new)
    reading = study(review_of(judged))
    kept = [item for item in reading.items if item.judgement is not None]
    assert [str(item.verdict) for item in kept] == ["sourced", "unsourced", "disputed", "sourced"]
    assert {item.state for item in kept} == {State.KEPT}
    assert reading.now.orphans == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“The weld failed twice,”", "“The weld failed four times,”"),
        ("“The weld failed twice,”", "“The weld never failed twice,”"),
        ("said Anders Holm, a mechanic", "said Tomas Reyle, a mechanic"),
    ],
)
def test_other_words_numbers_or_speakers_need_the_reviewers_eye(
    judged: Path, old: str, new: str
) -> None:
    _edit(judged, old, new)
    before = bytes_of(judged)
    reading = study(review_of(judged))
    assert reading.changed() == [3]
    item = reading.items[3]
    assert item.verdict is Verdict.SOURCED
    assert item.why
    assert bytes_of(judged) == before


def _changed(judged: Path) -> tuple[Review, Reading]:
    _edit(judged, "“The weld failed twice,”", "“The weld failed four times,”")
    review = review_of(judged)
    return review, study(review)


def test_a_changed_judgement_is_confirmed_and_that_is_undone(judged: Path) -> None:
    review, reading = _changed(judged)
    before, state = bytes_of(judged), [told(item) for item in reading.items]
    review.confirm(reading, 3)
    assert reading.changed() == []
    assert verdicts(reading)[3] == "sourced"
    assert "failed four times" in (judged / SIDECAR).read_text()
    assert "failed twice" not in (judged / SIDECAR).read_text()
    assert study(review_of(judged)).changed() == []
    review.undo()
    assert bytes_of(judged) == before
    assert [told(item) for item in reading.items] == state
    assert reading.changed() == [3]
    review.redo()
    assert reading.changed() == []


def test_a_changed_statement_is_judged_anew_and_that_is_undone(judged: Path) -> None:
    review, reading = _changed(judged)
    before = bytes_of(judged)
    review.judge(reading, 3, Verdict.DISPUTED)
    assert verdicts(reading)[3] == "disputed"
    assert reading.changed() == []
    again = study(review_of(judged))
    assert verdicts(again) == verdicts(reading)
    assert again.changed() == []
    review.undo()
    assert bytes_of(judged) == before
    assert reading.changed() == [3]


def test_a_changed_judgement_is_let_go_note_and_all_and_that_is_undone(judged: Path) -> None:
    review, reading = _changed(judged)
    before = bytes_of(judged)
    review.let_go(reading, 3)
    assert verdicts(reading)[3] == "-"
    assert reading.changed() == []
    assert "He was the only one." not in (judged / SIDECAR).read_text()
    review.undo()
    assert bytes_of(judged) == before
    assert reading.changed() == [3]
    assert verdicts(reading)[3] == "sourced"


def test_words_that_are_gone_leave_an_orphan_that_nothing_loses(judged: Path) -> None:
    _edit(judged, "“The weld failed twice,” said Anders Holm, a mechanic.\n", "It rained.\n")
    before = bytes_of(judged)
    review = review_of(judged)
    reading = study(review)
    assert verdicts(reading) == ["sourced", "unsourced", "disputed"]
    assert [orphan.note for orphan in reading.now.orphans] == ["He was the only one."]
    review.judge(reading, 0, Verdict.DISPUTED)
    assert "He was the only one." in (judged / SIDECAR).read_text()
    review.undo()
    assert bytes_of(judged) == before
    review.let_go_orphan(reading, reading.now.orphans[0])
    assert reading.now.orphans == ()
    assert "He was the only one." not in (judged / SIDECAR).read_text()
    review.undo()
    assert len(reading.now.orphans) == 1
    assert bytes_of(judged) == before


def test_words_that_the_finder_does_not_list_stay_pinned(judged: Path) -> None:
    _edit(judged, "“The weld failed twice,” said Anders Holm, a mechanic", "The weld failed twice")
    review = review_of(judged)
    reading = study(review)
    pinned = reading.items[3]
    assert reading.article.text[pinned.start :].startswith("The weld failed twice")
    assert pinned.verdict is Verdict.SOURCED
    assert pinned.statement.speaker == "Anders Holm"
    assert (pinned.state, pinned.why) == (State.CHANGED, "the speaker is not named here any more")
    review.confirm(reading, 3)
    again = study(review_of(judged))
    assert [again.items[3].verdict, again.items[3].state] == [Verdict.SOURCED, State.KEPT]


def test_an_article_edited_while_it_is_open_is_studied_again(judged: Path) -> None:
    review = review_of(judged)
    reading = study(review)
    assert review.articles.look_again(reading) is None
    _edit(judged, "Nobody was hurt", "“Nobody is to blame,” said Maud Okter. Nobody was hurt")
    found = review.articles.look_again(reading)
    assert found is not None
    assert reading.take(found)
    assert verdicts(reading) == ["sourced", "unsourced", "-", "disputed", "sourced"]
    assert review.articles.look_again(reading) is None
    review.undo()
    assert verdicts(reading) == ["sourced", "unsourced", "-", "disputed", "sourced"]


def test_a_verdict_given_while_the_article_is_studied_again_is_not_lost(judged: Path) -> None:
    review = review_of(judged)
    reading = study(review)
    _edit(judged, "Nobody was hurt", "No one was hurt")
    found = review.articles.look_again(reading)
    assert found is not None
    review.judge(reading, 0, Verdict.NOT_A_STATEMENT)
    assert not reading.take(found)
    assert verdicts(reading)[0] == "not-a-statement"
    again = review.articles.look_again(reading)
    assert again is not None
    assert reading.take(again)
    assert verdicts(reading)[0] == "not-a-statement"


def test_an_article_that_is_gone_stays_as_it_was_read(judged: Path) -> None:
    review = review_of(judged)
    reading = study(review)
    (judged / "1-courier.txt").unlink()
    found = review.articles.look_again(reading)
    assert found is None or reading.take(found)
    assert verdicts(reading) == ["sourced", "unsourced", "disputed", "sourced"]


def test_undo_reaches_a_statement_judged_before_the_article_was_edited(harbour: Path) -> None:
    review = review_of(harbour)
    reading = study(review)
    before = bytes_of(harbour)
    review.judge(reading, 0, Verdict.SOURCED)
    review.judge(reading, 3, Verdict.DISPUTED)
    _edit(harbour, "“The weld failed twice,”", "“The weld failed four times,”")
    found = review.articles.look_again(reading)
    assert found is not None
    assert reading.take(found)
    assert reading.changed() == [3]
    step = review.undo()
    assert step is not None
    assert step.words == "unreviewed → disputed"
    assert verdicts(reading) == ["sourced", "-", "-", "-"]
    assert reading.changed() == []
    review.undo()
    assert bytes_of(harbour).keys() == before.keys()
