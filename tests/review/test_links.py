"""Links to other tellings: made, taken back, undone, and followed to where their words are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.anchoring import State
from reader.corpus import open_corpus
from reader.judgement import Link, Relation, Verdict
from reader.review import CannotJudge, Reading, Review, Target
from reader.sidecar import store_for
from tests.articles import COURIER, HERALD, write_articles
from tests.review.reviewing import OnDisk, review_of, study, verdicts

HERE, THERE = "halvik/1-courier.txt", "tarn/2-herald.txt"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "harbour", {HERE: COURIER, THERE: HERALD})


def both(review: Review) -> tuple[Reading, Reading]:
    return study(review, 0), study(review, 1)


def linked(harbour: Path, relation: Relation = Relation.CONTRADICTS) -> tuple[Review, Reading]:
    """A review in which the first statement here is linked to the second there."""
    review = review_of(harbour)
    here, there = both(review)
    review.link(here, 0, relation, there, 1, "in part")
    return review, here


def targets_of(review: Review) -> list[Target]:
    here = study(review, 0)
    return review.targets(here, here.items[0])


def only(targets: list[Target]) -> Target:
    (target,) = targets
    return target


def stored(harbour: Path) -> tuple[Link, ...]:
    (judgement,) = store_for(harbour, HERE, "alice").load().judgements.values()
    return judgement.links


def test_a_link_names_the_other_article_as_seen_from_this_ones_folder(harbour: Path) -> None:
    _, here = linked(harbour)
    (link,) = stored(harbour)
    assert (link.file, link.note) == ("../tarn/2-herald.txt", "in part")
    assert link.quote == "“The harbour has no engineer of its own,”"
    assert verdicts(here) == ["-"] * 4
    assert here.progress.judged == 0


def test_a_link_of_articles_in_one_folder_is_a_file_name(tmp_path: Path) -> None:
    folder = write_articles(tmp_path, {"1.txt": COURIER, "2.txt": HERALD})
    review = review_of(folder)
    here, there = both(review)
    review.link(here, 0, Relation.SAME, there, 0)
    assert only(review.targets(here, here.items[0])).link.file == "2.txt"


def test_what_is_disputed_against_another_is_judged_and_undone_at_once(harbour: Path) -> None:
    review, here = linked(harbour, Relation.AGAINST)
    assert verdicts(here)[0] == Verdict.DISPUTED
    assert review.undo() is not None
    assert verdicts(here)[0] == "-"
    assert not store_for(harbour, HERE, "alice").path.exists()
    assert review.redo() is not None
    assert [link.relation for link in stored(harbour)] == [Relation.AGAINST]


def test_a_link_is_taken_away_and_comes_back_with_undo(harbour: Path) -> None:
    review, here = linked(harbour)
    (link,) = stored(harbour)
    review.unlink(here, 0, link.id)
    assert review.targets(here, here.items[0]) == []
    review.undo()
    assert stored(harbour) == (link,)


def test_a_note_on_a_link_is_kept_and_undone(harbour: Path) -> None:
    review, here = linked(harbour)
    (link,) = stored(harbour)
    review.note_link(here, 0, link.id, "denies the tests, not the crack")
    assert only(review.targets(here, here.items[0])).link.note == "denies the tests, not the crack"
    step = review.undo()
    assert step is not None
    assert step.words == "note on contradicts: ../tarn/2-herald.txt"
    assert stored(harbour) == (link,)


def test_a_note_on_a_link_that_is_gone_is_refused(harbour: Path) -> None:
    review, here = linked(harbour)
    (link,) = stored(harbour)
    review.unlink(here, 0, link.id)
    with pytest.raises(CannotJudge, match="link is gone"):
        review.note_link(here, 0, link.id, "too late")


def test_a_link_leads_to_its_statement_in_an_open_article_and_in_one_that_is_not(
    harbour: Path,
) -> None:
    review, _ = linked(harbour)
    for one in (review, review_of(harbour)):
        target = only(targets_of(one))
        assert target.file is not None
        assert target.item is not None
        assert (target.file.name, target.item.anchor.quote) == (THERE, target.link.quote)
        assert (target.state, target.why) == (State.KEPT, "")


@pytest.mark.parametrize(
    ("old", "new", "state", "has_statement"),
    [
        pytest.param("no engineer", "an engineer", State.CHANGED, True, id="says something else"),
        pytest.param(
            "“The harbour has no engineer of its own,” Reyle said.\n",
            "He left again at noon.\n",
            State.ORPHANED,
            False,
            id="edited away",
        ),
        pytest.param("The ferry lay", "The old ferry lay", State.KEPT, True, id="edited elsewhere"),
    ],
)
def test_a_link_whose_end_was_edited_is_kept_and_says_so(
    harbour: Path, old: str, new: str, state: State, has_statement: bool
) -> None:
    linked(harbour)
    assert old in HERALD
    (harbour / THERE).write_text(HERALD.replace(old, new))
    review = review_of(harbour)
    target = only(targets_of(review))
    assert target.link == stored(harbour)[0]
    assert (target.state, target.item is not None) == (state, has_statement)
    assert bool(target.why) == (state is not State.KEPT)


def test_a_link_out_of_what_was_opened_is_kept_and_leads_nowhere(harbour: Path) -> None:
    linked(harbour)
    review = Review(open_corpus([harbour / "halvik"]), "alice", OnDisk())
    here = study(review, 0)
    target = only(review.targets(here, here.items[0]))
    assert (target.file, target.item, target.state) == (None, None, State.ORPHANED)
    assert target.why
    review.judge(here, 0, Verdict.SOURCED)
    assert stored(harbour) == (target.link,)


@pytest.mark.parametrize(
    "file", ["/etc/passwd", "../../../../etc/passwd", "..", ".", "x\0y", "tarn", "~/x", "\x1b[2J"]
)
def test_a_link_never_leads_out_of_the_corpus(harbour: Path, file: str) -> None:
    review, here = linked(harbour)
    path = here.store.path
    sidecar = path.read_text().replace('"../tarn/2-herald.txt"', repr(file).replace("'", '"'))
    path.write_text(sidecar)
    review = review_of(harbour)
    assert only(targets_of(review)).file is None


def test_an_article_that_cannot_be_read_any_more_is_told(harbour: Path) -> None:
    linked(harbour)
    review = review_of(harbour)
    here = study(review, 0)
    (harbour / THERE).unlink()
    target = only(review.targets(here, here.items[0]))
    assert target.item is None
    assert "cannot be read" in target.why
