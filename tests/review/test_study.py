"""Judgements and their articles over time: what changed, is confirmed, is undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.anchoring import State
from reader.corpus import open_corpus
from reader.judgement import Anchor, Judgement, Verdict
from reader.review import CannotJudge, Filter, Reading, Review
from reader.sidecar import Edit, SetVerdict, Store, Subject, Undo, store_for
from tests.articles import write_articles

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
COURIER = "1-courier.txt"


class Disk:
    """Saves at once what is submitted, or holds it while the disk is away."""

    def __init__(self) -> None:
        self.away = False
        self.refused: list[str] = []
        self._held: dict[Store, list[Edit | Undo]] = {}

    def submit(self, store: Store, edit: Edit | Undo) -> None:
        self._held.setdefault(store, []).append(edit)
        if not self.away:
            self.back()

    def unsaved(self, store: Store) -> tuple[Edit | Undo, ...]:
        return tuple(self._held.get(store, ()))

    def back(self) -> None:
        self.away = False
        for store, edits in self._held.items():
            self.refused += [reason for _, reason in store.save(edits).refused]
        self._held.clear()


class Desk:
    """One reviewer's window on a folder, without a screen."""

    def __init__(self, folder: Path, reviewer: str = "alice", reviews: Path | None = None) -> None:
        self.disk = Disk()
        self.review = Review(open_corpus([folder]), reviewer, self.disk, reviews)
        self.folder = folder

    def read(self, name: str = COURIER) -> Reading:
        entry = next(one for one in self.review.corpus.files if one.name == name)
        reading = self.review.read(entry)
        if not reading.studied:
            assert reading.take(self.review.study(reading))
        return reading

    def look(self, reading: Reading) -> bool:
        study = self.review.look_again(reading)
        return study is not None and reading.take(study)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "harbour")


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(folder)


def sidecar(folder: Path, name: str = COURIER, reviewer: str = "alice") -> Path:
    return folder / f"{name}.review.{reviewer}.yaml"


def edit(folder: Path, old: str, new: str, name: str = COURIER) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def judge_first(folder: Path, verdict: Verdict = S) -> bytes:
    """Have the first statement judged in a run of its own; gives the sidecar's bytes."""
    earlier = Desk(folder)
    earlier.review.judge(earlier.read(), 0, verdict)
    return sidecar(folder).read_bytes()


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
    reading = Desk(folder).read()
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
    desk = Desk(folder)
    reading = desk.read()
    answer(desk.review, reading)
    for seen in (reading, Desk(folder).read()):
        assert seen.changed() == []
        assert seen.items[0].verdict is verdict
        assert not seen.now.orphans
    after = sidecar(folder).read_bytes()
    assert after != before
    desk.review.undo()
    assert sidecar(folder).read_bytes() == before
    assert reading.items[0].state is State.CHANGED
    desk.review.redo()
    assert sidecar(folder).read_bytes() == after
    assert reading.changed() == []


def test_a_judgement_whose_words_are_gone_is_listed_let_go_and_brought_back(folder: Path) -> None:
    before = judge_first(folder)
    edit(folder, "“The ramp is cracked from side to side,” said Ilse Brandt, the", "The")
    desk = Desk(folder)
    reading = desk.read()
    (orphan,) = reading.now.orphans
    assert orphan.verdict is S
    assert reading.progress.judged == 0
    desk.review.let_go_orphan(reading, orphan)
    assert not reading.now.orphans
    assert not sidecar(folder).read_text().count("verdict")
    desk.review.undo()
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
    desk = Desk(folder)
    reading = desk.read()
    assert len(reading.items) == 5
    index = reading.index_of("berth-closed-0000001")
    assert index is not None
    (span,) = reading.items[index].statement.content
    assert reading.article.text[span.start : span.end] == "the berth has been closed since"
    desk.review.judge(reading, index, D)
    assert Desk(folder).read().items[index].verdict is D
    desk.review.judge(reading, index, None)
    assert len(reading.items) == 4
    for _ in range(2):
        desk.review.undo()
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
    desk = Desk(folder)
    reading = desk.read()
    (index,) = reading.changed()
    desk.review.confirm(reading, index)
    for seen in (reading, Desk(folder).read()):
        assert seen.changed() == []
        assert seen.items[index].verdict is S
    desk.review.undo()
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
        desk = Desk(folder)
        reading = desk.read()
        judgement = reading.items[0].judgement
        assert judgement is not None
        assert judgement.disagreement == (D,)
        desk.review.judge(reading, 0, verdict)
        settled = Desk(folder).read().items[0].judgement
        assert settled is not None
        assert (settled.verdict, settled.disagreement) == (verdict, ())
        desk.review.undo()
        assert reading.items[0].judgement == judgement
        assert sidecar(folder).read_bytes() == before


# While the article is open


def test_nothing_is_studied_again_while_nothing_changes(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    assert desk.review.look_again(reading) is None
    desk.review.judge(reading, 0, S)
    study = desk.review.look_again(reading)
    assert study is not None  # the file is another, and holds what is known
    assert not study.is_judged_otherwise
    assert reading.take(study)
    assert desk.review.look_again(reading) is None


def test_an_article_that_changed_between_reading_and_study_is_read_again(
    desk: Desk, folder: Path
) -> None:
    entry = desk.review.corpus.files[0]
    reading = desk.review.read(entry)
    edit(folder, "Two crews", "Three crews")
    assert reading.take(desk.review.study(reading))
    assert desk.look(reading)
    assert "Three crews" in reading.article.text


def test_the_open_article_is_read_again_with_its_judgements(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    desk.review.judge(reading, 2, U)
    edit(folder, "The night ferry from", "“It is late,” said Maud Okter.\n\nThe night ferry from")
    edit(folder, "“We welded it in April,”", "“We never welded it in April,”")
    assert desk.look(reading)
    assert [item.verdict for item in reading.items] == [None, S, None, U, None]
    assert reading.changed() == [3]


def test_undo_and_redo_are_right_after_the_words_changed_at_the_same_place(
    desk: Desk, folder: Path
) -> None:
    edit(folder, "Two crews", "Two of 10 crews")
    reading = desk.read()
    desk.review.judge(reading, 1, S)
    edit(folder, "Two of 10 crews", "Two of 90 crews")
    assert desk.look(reading)
    assert reading.items[1].state is State.CHANGED
    desk.review.undo()
    assert reading.items[1].judgement is None
    assert not sidecar(folder).exists()
    desk.review.redo()
    item = reading.items[1]
    assert (item.verdict, item.state) == (S, State.CHANGED)
    assert "90" in item.anchor.quote


def test_an_undo_that_others_overtook_says_so_and_leaves_the_way_to_earlier_ones(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    desk.review.judge(reading, 1, S)
    other = Desk(folder)
    other.review.judge(other.read(), 1, D)
    assert desk.look(reading)
    with pytest.raises(CannotJudge, match="was changed elsewhere since, so nothing was undone"):
        desk.review.undo()
    desk.review.undo()
    assert [item.verdict for item in reading.items[:2]] == [None, D]
    assert [item.verdict for item in Desk(folder).read().items[:2]] == [None, D]


def test_two_windows_of_one_reviewer_see_each_other_and_the_last_verdict_stands(
    folder: Path,
) -> None:
    one, two = Desk(folder), Desk(folder)
    left, right = one.read(), two.read()
    one.review.judge(left, 0, S)
    two.review.judge(right, 1, U)
    two.review.judge(right, 0, D)
    assert one.look(left)
    two.look(right)
    for reading in (left, right, Desk(folder).read()):
        assert [item.verdict for item in reading.items[:2]] == [D, U]


def test_a_file_that_went_as_soon_as_it_had_come_is_missed(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    sidecar(folder).unlink()  # as before the verdict, to whoever looks at the folder alone
    assert desk.look(reading)
    assert reading.items[0].judgement is None


def test_a_study_that_a_save_overtook_does_not_count(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    desk.disk.away = True
    desk.review.judge(reading, 0, S)
    study = desk.review.look_again(reading)
    desk.disk.back()
    desk.review.adopt(reading, reading.store.load())
    assert study is not None
    assert not reading.take(study)
    sidecar(folder).unlink()
    assert desk.look(reading)
    assert reading.items[0].judgement is None


def test_another_branch_receives_what_is_judged_on_it_and_nothing_else(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    here = sidecar(folder).read_bytes()
    sidecar(folder).unlink()  # the other branch has none
    desk.review.judge(reading, 1, D)  # before anybody noticed
    assert "sourced" not in sidecar(folder).read_text().replace("unsourced", "")
    assert desk.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [None, D]
    there = sidecar(folder).read_bytes()
    sidecar(folder).write_bytes(here)
    assert desk.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [S, None]
    desk.review.undo()  # of what was judged on the other branch: nothing of it is here
    assert sidecar(folder).read_bytes() == here != there


def test_an_edit_that_could_not_be_saved_yet_outlives_every_change_on_disk(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.disk.away = True
    desk.review.judge(reading, 0, S)
    other = Desk(folder)
    other.review.judge(other.read(), 1, U)
    edit(folder, "Two crews", "Nearly all crews")
    assert desk.look(reading)
    assert [item.verdict for item in reading.items[:2]] == [S, U]
    assert reading.changed() == [1]
    assert "verdict: sourced" not in sidecar(folder).read_text()
    desk.disk.back()
    assert [item.verdict for item in Desk(folder).read().items[:2]] == [S, U]


CONFLICT = b"<<<<<<< HEAD\nreader: 1\n=======\nreader: 1\n>>>>>>> monday\n"


def test_a_sidecar_that_becomes_unreadable_takes_no_verdicts_until_it_is_mended(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    whole = sidecar(folder).read_bytes()
    sidecar(folder).write_bytes(CONFLICT)
    assert desk.look(reading)
    assert reading.now.problem.startswith(f"{sidecar(folder).name}:1: git left a conflict")
    assert reading.items[0].verdict is S  # what is known stays in view
    for change in (
        lambda: desk.review.judge(reading, 1, S),
        lambda: desk.review.note(reading, 1, "?"),
        desk.review.undo,
    ):
        with pytest.raises(CannotJudge, match="git left a conflict"):
            change()
    assert sidecar(folder).read_bytes() == CONFLICT
    edit(folder, "Two crews", "Three crews")
    assert desk.look(reading)
    assert "Three crews" in reading.article.text
    assert reading.items[0].verdict is S
    sidecar(folder).write_bytes(whole)
    assert desk.look(reading)
    assert reading.now.problem == ""
    desk.review.undo()
    assert not sidecar(folder).exists()


def test_an_article_that_is_deleted_stays_readable_and_comes_back(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    raw = (folder / COURIER).read_bytes()
    (folder / COURIER).unlink()
    assert desk.look(reading)
    assert reading.now.absence == (
        f"{COURIER} cannot be read: it is not there. What you see was read before."
    )
    assert len(reading.items) == 4
    desk.review.judge(reading, 0, S)
    (folder / COURIER).write_bytes(raw)
    assert desk.look(reading)
    assert reading.now.absence == ""
    assert reading.items[0].verdict is S


def test_that_nothing_can_be_saved_is_known_at_once_and_so_is_its_end(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = desk.read()
    assert reading.now.obstacle == ""
    with monkeypatch.context() as patch:
        patch.setattr("os.access", lambda *_, **__: False)
        assert desk.look(reading)
        assert "there is no permission to write here" in reading.now.obstacle
    assert desk.look(reading)
    assert reading.now.obstacle == ""


def test_where_a_statement_was_is_found_in_the_article_as_it_has_become(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    focused = reading.items[1]
    edit(folder, "The night ferry from", "“It is late,” said Maud Okter.\n\nThe night ferry from")
    edit(folder, "Two crews have refused", "Three crews have refused")
    study = desk.review.look_again(reading)
    assert study is not None
    assert study.places_of([focused])[focused.key] == 2


def test_undoing_everything_gives_the_folder_back_although_another_window_wrote(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    desk.review.note(reading, 0, "Ask the yard.")
    other = Desk(folder)
    other.review.judge(other.read(), 2, U)
    desk.review.judge(reading, 1, D)
    desk.look(reading)
    while desk.review.undo():
        pass
    assert desk.disk.refused == []
    only = Desk(folder).read().now.sidecar
    assert only is not None
    assert [(one.verdict, one.note) for one in only.judgements.values()] == [(U, "")]
    other.review.undo()
    desk.look(reading)
    other.look(other.read())
    for seen in (reading, other.read(), Desk(folder).read()):
        assert [item.judgement for item in seen.items] == [None] * 4


def test_a_file_made_here_goes_though_another_window_used_it_meanwhile(
    desk: Desk, folder: Path
) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    other = Desk(folder)
    other.review.judge(other.read(), 2, U)
    desk.look(reading)
    other.review.undo()
    desk.review.undo()
    assert not sidecar(folder).exists()


def test_sidecars_elsewhere_are_gone_with_their_folders_when_all_is_undone(
    folder: Path, tmp_path: Path
) -> None:
    write_articles(folder / "older" / "may", {"note.txt": (folder / COURIER).read_text()})
    reviews = tmp_path / "mine" / "reviews"
    desk = Desk(folder, reviews=reviews)
    for name in (COURIER, "older/may/note.txt"):
        desk.review.judge(desk.read(name), 0, S)
    assert sorted(path.name for path in reviews.rglob("*.yaml")) == [
        f"{COURIER}.review.alice.yaml",
        "note.txt.review.alice.yaml",
    ]
    assert (reviews / "older" / "may" / "note.txt.review.alice.yaml").is_file()
    assert list(folder.rglob("*.yaml")) == []
    while desk.review.undo():
        pass
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_for_sidecars_that_was_there_stays(folder: Path, tmp_path: Path) -> None:
    reviews = tmp_path / "mine"
    reviews.mkdir()
    desk = Desk(folder, reviews=reviews)
    desk.review.judge(desk.read(), 0, S)
    desk.review.undo()
    assert list(reviews.iterdir()) == []


def test_the_others_are_heard_from_their_own_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reviews = Path("mine")
    bob = Desk(folder, "bob", reviews)
    bob.review.judge(bob.read(), 0, D)
    alice = Desk(folder, "alice", reviews)
    reading = alice.read()
    (remark,) = alice.review.remarks(reading, reading.items[0])
    assert (remark.reviewer, remark.problem) == ("bob", "")
    assert isinstance(remark.judgement, Judgement)
    assert remark.judgement.verdict is D


def test_an_unknown_field_is_told_once(desk: Desk, folder: Path) -> None:
    reading = desk.read()
    desk.review.judge(reading, 0, S)
    path = reading.store.path
    path.write_text(path.read_text().replace("  verdict:", "  colour: red\n  verdict:"))
    again = Desk(folder)
    reading = again.read()
    assert "'colour' is no field of this version" in reading.untold()
    assert reading.untold() == ""
    again.review.judge(reading, 0, U)
    assert reading.untold() == ""
    assert "colour: red" in path.read_text()
