from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import (
    SetVerdict,
    Store,
    Subject,
    apply,
    empty,
    store_for,
)
from reader.storage import Failed, Saver, Written

# An exception that ends a thread is only a warning to pytest.
pytestmark = pytest.mark.filterwarnings("error")

PATIENCE = 10.0


class Reports:
    """Collects what a saver says, and lets a test wait for it."""

    def __init__(self) -> None:
        self.all: list[Written | Failed] = []
        self._changed = threading.Condition()

    def __call__(self, event: Written | Failed) -> None:
        with self._changed:
            self.all.append(event)
            self._changed.notify_all()

    def wait(self, count: int) -> list[Written | Failed]:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.all) >= count, PATIENCE)
            return list(self.all)


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def saver(reports: Reports) -> Iterator[Saver]:
    saver = Saver(reports, retry_after=1000.0)  # nothing is tried again by itself
    yield saver
    saver.close(0)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_for(tmp_path, "gazette.txt", "alice")


def verdict(quote: str, given: Verdict = Verdict.SOURCED) -> SetVerdict:
    anchor = Anchor(quote)
    return SetVerdict(Subject(make_key(anchor), anchor), given)


def test_what_was_submitted_is_on_disk_once_flushed(
    saver: Saver, store: Store, reports: Reports
) -> None:
    for number in range(5):
        saver.submit(store, verdict(f"claim {number}"))
    assert saver.flush(PATIENCE)
    assert saver.pending == 0
    last = reports.all[-1]
    assert isinstance(last, Written)
    assert (last.store, last.refused, last.pending) == (store, (), 0)
    assert last.document == store.load()
    assert len(last.document.judgements) == 5


def test_edits_are_saved_in_their_order_and_undo_reaches_the_disk(
    saver: Saver, store: Store
) -> None:
    first, second = verdict("a claim", Verdict.SOURCED), verdict("a claim", Verdict.DISPUTED)
    one, undo_first = apply(empty("gazette.txt", "alice", ""), first)
    two, undo_second = apply(one, second)
    saver.submit(store, first)
    saver.submit(store, second)
    assert saver.flush(PATIENCE)
    assert store.path.read_bytes() == two.raw
    saver.submit(store, undo_second)
    assert saver.flush(PATIENCE)
    assert store.path.read_bytes() == one.raw
    saver.submit(store, undo_first)
    assert saver.flush(PATIENCE)
    assert not store.path.exists()


def test_every_article_has_its_own_file(saver: Saver, tmp_path: Path) -> None:
    stores = [store_for(tmp_path, f"{name}.txt", "alice") for name in "abc"]
    for store in stores:
        saver.submit(store, verdict("a claim"))
    assert saver.flush(PATIENCE)
    assert all(len(store.load().judgements) == 1 for store in stores)


def test_a_failed_save_stays_pending_says_why_and_is_tried_again_when_asked(
    saver: Saver, store: Store, reports: Reports
) -> None:
    store.path.write_bytes(b"<<<<<<< HEAD\n")
    saver.submit(store, verdict("a claim"))
    (failed,) = reports.wait(1)
    assert isinstance(failed, Failed)
    assert (failed.store, failed.pending) == (store, 1)
    assert "conflict marker" in failed.reason
    assert saver.pending == 1
    store.path.unlink()
    saver.retry()
    assert isinstance(reports.wait(2)[1], Written)
    assert len(store.load().judgements) == 1


def test_a_failed_save_is_tried_again_by_itself(store: Store, reports: Reports) -> None:
    saver = Saver(reports, retry_after=0.001)
    store.path.write_bytes(b"<<<<<<< HEAD\n")
    saver.submit(store, verdict("a claim"))
    assert all(isinstance(one, Failed) for one in reports.wait(3)[:3])
    store.path.unlink()
    assert saver.close(PATIENCE)
    assert isinstance(reports.all[-1], Written)


def test_whatever_goes_wrong_is_a_failed_save_that_is_tried_again(
    saver: Saver, store: Store, tmp_path: Path, reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", lambda *_: dict[str, int]()["nobody thought of this"])
        saver.submit(store, verdict("a claim"))
        (failed,) = reports.wait(1)
        assert isinstance(failed, Failed)
        assert failed.reason == (
            f"{store.where}: an unexpected error, KeyError: 'nobody thought of this'"
        )
        assert (failed.pending, saver.pending) == (1, 1)
        assert not saver.flush(0)
    other = store_for(tmp_path, "herald.txt", "alice")
    saver.submit(other, verdict("a claim"))
    assert saver.flush(PATIENCE)
    assert len(store.load().judgements) == len(other.load().judgements) == 1


def test_neither_a_report_nor_a_sweep_that_fails_ends_the_saving(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def report(what: Written | Failed) -> None:
        told.append(what)
        raise RuntimeError("the window is gone")

    saver = Saver(report, retry_after=0.001)
    store.path.write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "sweep", lambda *_: [][0])
        saver.sweep(store)
        saver.submit(store, verdict("a claim"))
        assert not saver.flush(0.05)
    store.path.unlink()
    saver.submit(store, verdict("another claim"))
    assert saver.close(PATIENCE)
    assert len(store.load().judgements) == 2
    assert isinstance(told[0], Failed)
    assert isinstance(told[-1], Written)


def test_one_file_that_cannot_be_saved_does_not_hold_the_others_up(
    saver: Saver, store: Store, tmp_path: Path, reports: Reports
) -> None:
    store.path.write_bytes(b"")
    other = store_for(tmp_path, "herald.txt", "alice")
    saver.submit(store, verdict("a claim"))
    saver.submit(other, verdict("a claim"))
    assert {type(one) for one in reports.wait(2)[:2]} == {Failed, Written}
    assert len(other.load().judgements) == 1


def test_closing_tells_that_work_is_left(store: Store, reports: Reports) -> None:
    saver = Saver(reports)
    store.path.write_bytes(b"")
    saver.submit(store, verdict("a claim"))
    reports.wait(1)
    assert not saver.close(0.05)
    assert saver.pending == 1


def test_submitting_never_waits_for_the_disk(
    saver: Saver, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = threading.Event()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        assert disk.wait(PATIENCE)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    for number in range(50):
        saver.submit(store, verdict(f"claim {number}"))
    assert saver.pending == 50
    assert not saver.flush(0)
    disk.set()
    assert saver.flush(PATIENCE)
    assert len(store.load().judgements) == 50


def test_what_killed_writers_left_is_swept_off_the_keys_path(saver: Saver, store: Store) -> None:
    stale = store.path.parent / ".reader-4711-0a1b2c3d.tmp"
    stale.touch()
    saver.sweep(store)
    saver.submit(store, verdict("a claim"))
    assert saver.flush(PATIENCE)
    saver.close(PATIENCE)
    assert not stale.exists()


def test_a_run_that_saves_nothing_starts_no_thread(reports: Reports) -> None:
    before = threading.active_count()
    assert Saver(reports).close(PATIENCE)
    assert threading.active_count() == before
