from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import (
    NotSavedError,
    SetNote,
    SetVerdict,
    SidecarError,
    Store,
    Subject,
    apply,
    empty,
    sidecar_name,
    store_for,
)
from reader.storage import folder as folder_module
from reader.storage import write_atomically
from reader.storage.folder import open_folder

ANCHOR = Anchor("the quay was closed", "the mayor")
ABOUT = Subject(make_key(ANCHOR), ANCHOR)
OTHER = Subject(make_key(Anchor("no ferry was late")), Anchor("no ferry was late"))
SOURCED = SetVerdict(ABOUT, Verdict.SOURCED)
DISPUTED = SetVerdict(OTHER, Verdict.DISPUTED)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "port").mkdir(parents=True)
    (root / "port" / "gazette.txt").write_text("The quay was closed, the mayor said.\n")
    return root


@pytest.fixture
def store(corpus: Path) -> Store:
    return store_for(corpus, "port/gazette.txt", "alice")


def files(root: Path) -> dict[str, bytes]:
    return {
        one.relative_to(root).as_posix(): one.read_bytes()
        for one in root.rglob("*")
        if one.is_file()
    }


def test_a_saved_edit_is_on_disk_as_it_is_in_the_window(store: Store, corpus: Path) -> None:
    in_window, undo = apply(empty("port/gazette.txt", "alice", ""), SOURCED)
    before = files(corpus)
    saved = store.save([SOURCED])
    assert store.path.read_bytes() == saved.document.raw == in_window.raw
    assert store.load() == saved.document
    store.save([undo])
    assert files(corpus) == before


def test_a_save_puts_its_own_edits_into_what_is_there_now(store: Store) -> None:
    store.save([SOURCED])
    store.save([SetNote(OTHER, "From another window.")])
    saved = store.save([DISPUTED]).document.judgements
    assert saved[ABOUT.key].verdict is Verdict.SOURCED
    assert saved[OTHER.key].note == "From another window."
    assert saved[OTHER.key].verdict is Verdict.DISPUTED


def test_a_branch_that_was_checked_out_receives_the_new_edit_alone(store: Store) -> None:
    store.save([SOURCED])
    store.path.unlink()
    assert set(store.save([DISPUTED]).document.judgements) == {OTHER.key}


def test_an_undo_that_no_longer_fits_is_refused_and_the_rest_is_saved(store: Store) -> None:
    _, undo = apply(store.load(), SOURCED)
    store.save([SOURCED])
    store.save([SetVerdict(ABOUT, Verdict.UNSOURCED)])
    saved = store.save([undo, DISPUTED])
    assert [edit for edit, _ in saved.refused] == [undo]
    assert "changed elsewhere" in saved.refused[0][1]
    assert saved.document.judgements[ABOUT.key].verdict is Verdict.UNSOURCED
    assert saved.document.judgements[OTHER.key].verdict is Verdict.DISPUTED


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<<<<<<< HEAD\n",
        b"reader: 9\n",
        b"reader: 1\narticle: a\nreviewer: bob\n",
        b"\xff\xfe",
    ],
)
def test_a_file_that_cannot_be_read_is_never_overwritten(store: Store, raw: bytes) -> None:
    store.path.write_bytes(raw)
    for attempt in (store.load, lambda: store.save([SOURCED])):
        with pytest.raises(SidecarError, match=r"gazette\.txt\.review\.alice\.yaml:1: |:3: "):
            attempt()
    assert store.path.read_bytes() == raw


def test_sidecars_elsewhere_mirror_the_tree_and_leave_nothing_when_undone(
    corpus: Path, tmp_path: Path
) -> None:
    reviews = tmp_path / "mine"
    store = store_for(corpus, "port/gazette.txt", "alice", reviews)
    assert store.load().raw == b""
    assert store.obstacle() == ""
    _, undo = apply(store.load(), SOURCED)
    store.save([SOURCED])
    assert list(files(reviews)) == ["port/gazette.txt.review.alice.yaml"]
    store.save([undo])
    assert list(reviews.iterdir()) == []


def test_mode_and_line_of_owner_are_kept(store: Store) -> None:
    store.save([SOURCED])
    store.path.chmod(0o640)
    store.save([DISPUTED])
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_every_new_file_has(store: Store, corpus: Path) -> None:
    store.save([SOURCED])
    (corpus / "plain").touch()
    assert store.path.stat().st_mode == (corpus / "plain").stat().st_mode


def test_a_link_within_the_corpus_is_kept(store: Store, corpus: Path) -> None:
    target = corpus / "kept.yaml"
    store.save([SOURCED])
    store.path.rename(target)
    store.path.symlink_to(Path("..") / "kept.yaml")
    store.save([DISPUTED])
    assert store.path.is_symlink()
    assert b"disputed" in target.read_bytes()


@pytest.mark.parametrize("link", ["file", "folder", "dangling"])
def test_a_link_that_leads_out_of_the_corpus_is_refused(
    store: Store, corpus: Path, tmp_path: Path, link: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    name = sidecar_name("gazette.txt", "alice")
    if link == "folder":
        (corpus / "port").rename(tmp_path / "away")
        (corpus / "port").symlink_to(outside)
    else:
        store.path.symlink_to(outside / name)
    if link == "file":
        (outside / name).write_bytes(b"reader: 1\narticle: gazette.txt\nreviewer: alice\n")
    before = files(outside)
    for attempt in (store.load, lambda: store.save([SOURCED])):
        with pytest.raises(NotSavedError, match="leads out of the corpus"):
            attempt()
    assert "leads out of the corpus" in store.obstacle()
    assert files(outside) == before


def test_a_folder_swapped_for_a_link_on_the_way_is_not_followed(
    corpus: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root, folder = corpus.resolve(), corpus.resolve() / "port"
    folder.rename(tmp_path / "away")
    folder.symlink_to(outside)
    with pytest.raises(OSError, match=r"symbolic links|[Nn]ot a directory"):  # noqa: SIM117
        with open_folder(folder, root):
            pass


def test_a_file_swapped_for_a_link_under_the_lock_is_replaced_not_followed(
    store: Store, corpus: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(b"theirs")
    with open_folder(store.path.parent.resolve(), corpus.resolve()) as folder:
        folder.lock()
        store.path.symlink_to(outside)
        with pytest.raises(OSError, match="symbolic links"):
            folder.read(store.path.name)
        with pytest.raises(folder_module.OutsideError):
            folder.replace(store.path.name, b"ours")
    assert outside.read_bytes() == b"theirs"


def test_what_is_no_regular_file_is_refused_without_waiting(store: Store) -> None:
    os.mkfifo(store.path)
    with pytest.raises(NotSavedError, match="not a regular file"):
        store.load()


def test_a_change_by_a_program_that_takes_no_lock_is_merged_in(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save([SOURCED])
    checked_out = apply(store.load(), SetNote(ABOUT, "From another branch."))[0].raw
    real = os.fsync
    changes = iter([checked_out])

    def fsync(descriptor: int) -> None:
        # git writes the file while ours is being made lasting.
        if (change := next(changes, None)) is not None:
            store.path.write_bytes(change)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    saved = store.save([DISPUTED]).document
    assert saved.judgements[ABOUT.key].note == "From another branch."
    assert saved.judgements[OTHER.key].verdict is Verdict.DISPUTED
    assert store.path.read_bytes() == saved.raw


def _fail(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "--reviews DIR"), (errno.EIO, "error")],
)
def test_a_failed_save_says_why_and_leaves_the_old_file_and_nothing_else(
    store: Store, corpus: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, said: str
) -> None:
    store.save([SOURCED])
    before = files(corpus)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _fail(code))
        with pytest.raises(NotSavedError, match=said) as caught:
            store.save([DISPUTED])
    assert str(caught.value).startswith(f"{store.where}: ")
    assert files(corpus) == before


def test_an_interrupted_save_leaves_the_old_file_and_nothing_else(
    store: Store, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save([SOURCED])
    before = files(corpus)

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.save([DISPUTED])
    assert files(corpus) == before


def test_a_file_its_owner_made_read_only_is_not_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save([SOURCED])
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # root may write to anything
    with pytest.raises(NotSavedError, match="no permission to write here"):
        store.save([DISPUTED])
    assert "no permission to write here" in store.obstacle()


def test_a_sidecar_that_may_not_be_read_says_so_and_how_to_mend_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save([SOURCED])
    real = os.open

    def refusing(path: str, *given: int, **named: int) -> int:
        if path == store.path.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, *given, **named)

    monkeypatch.setattr(os, "open", refusing)  # root may read anything
    expected = f"{store.where}: there is no permission to read it (chmod u+r gives it)"
    with pytest.raises(SidecarError) as told:
        store.load()
    assert str(told.value) == expected
    with pytest.raises(NotSavedError) as told:
        store.save([DISPUTED])
    assert str(told.value) == expected


def test_another_program_in_the_folder_is_waited_for_and_then_told(
    store: Store, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "_PATIENCE", 0.05)
    with open_folder(store.path.parent.resolve()) as held:
        assert held.lock()
        with pytest.raises(NotSavedError, match="another program is writing"):
            store.save([SOURCED])
        assert store.sweep() == 0
    store.save([SOURCED])
    assert {one.name for one in store.path.parent.iterdir()} == {"gazette.txt", store.path.name}


def test_where_there_are_no_locks_comparing_is_enough(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", _fail(errno.ENOLCK))
    assert store.save([SOURCED]).document.judgements
    assert store.sweep() == 0


def test_temporary_files_of_killed_writers_are_swept_by_their_exact_name(store: Store) -> None:
    folder = store.path.parent
    stale = folder / ".reader-4711-0a1b2c3d.tmp"
    others = [folder / name for name in (".reader-x.tmp", "notes.tmp", ".reader-1-0a1b2c3d.tmp.b")]
    for one in (stale, *others):
        one.touch()
    assert store.sweep() == 1
    assert not stale.exists()
    assert all(one.exists() for one in others)


def test_a_stamp_changes_when_the_file_does(store: Store) -> None:
    assert store.stamp() is None
    store.save([SOURCED])
    first = store.stamp()
    store.save([DISPUTED])
    assert None not in (first, store.stamp())
    assert first != store.stamp()


def test_any_file_can_be_written_atomically(tmp_path: Path) -> None:
    path = tmp_path / "settings"
    write_atomically(path, b"one")
    write_atomically(str(path), b"two")
    assert files(tmp_path) == {"settings": b"two"}
    with pytest.raises(OSError, match="not a regular file"):
        write_atomically(tmp_path, b"x")


_WRITER = """
import sys
from pathlib import Path
from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import SetVerdict, Subject, store_for
store = store_for(Path(sys.argv[1]), "port/gazette.txt", "alice")
for number in range(int(sys.argv[3])):
    anchor = Anchor(f"claim {number}", sys.argv[2])
    store.save([SetVerdict(Subject(make_key(anchor), anchor), Verdict.SOURCED)])
"""


def test_writers_at_once_lose_nothing(store: Store, corpus: Path) -> None:
    count = 8
    calls = [
        [sys.executable, "-c", _WRITER, str(corpus), who, str(count)] for who in ("one", "two")
    ]
    writers = [subprocess.Popen(call) for call in calls]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert len(store.load().judgements) == 2 * count
