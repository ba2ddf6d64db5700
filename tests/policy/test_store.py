"""Where the policy is found, and what is written where."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.policy import Assign, Policy, policy_store
from reader.storage import SidecarError

TEXT = "reader: 1\nreviewers: [alice]\n"


def write(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reader.yaml"
    path.write_text(text)
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "desk" / "ferry" / "day"
    root.mkdir(parents=True)
    return root


def test_without_a_file_everything_has_its_default(root: Path) -> None:
    assert policy_store(root).load().policy == Policy()


def test_the_nearest_up_to_gits_top_holds(root: Path, tmp_path: Path) -> None:
    (tmp_path / "desk" / ".git").mkdir()
    write(tmp_path)
    assert policy_store(root).load().policy == Policy()
    top = write(tmp_path / "desk")
    store = policy_store(root)
    assert (store.path, store.named("a.txt")) == (top, "ferry/day/a.txt")
    own = write(root)
    store = policy_store(root)
    assert (store.path, store.named("a.txt")) == (own, "a.txt")


def test_without_git_no_folder_above_is_asked(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "desk")
    assert policy_store(root).load().policy == Policy()


def test_the_folder_of_the_reviews_comes_first(root: Path, tmp_path: Path) -> None:
    reviews = tmp_path / "reviews"
    at_root = write(root)
    assert policy_store(root, reviews).path == at_root
    store = policy_store(root, reviews / ".." / "reviews")
    assert not store.is_in(reviews)
    own = write(reviews)
    store = policy_store(root, reviews)
    assert (store.path, store.named("a.txt")) == (own, "a.txt")
    assert store.is_in(reviews)


def test_a_file_from_above_is_named_by_its_whole_path(root: Path, tmp_path: Path) -> None:
    (tmp_path / "desk" / ".git").mkdir()
    path = write(tmp_path / "desk", "reader: 1\nblnd: true\n")
    with pytest.raises(SidecarError) as error:
        policy_store(root).load()
    assert str(error.value).startswith(f"{path}:2: there is no field 'blnd'")


def test_a_link_out_of_the_corpus_is_not_followed(root: Path, tmp_path: Path) -> None:
    (root / "reader.yaml").symlink_to(write(tmp_path / "elsewhere"))
    with pytest.raises(SidecarError, match="leads out of the corpus"):
        policy_store(root).load()


def test_an_assignment_is_saved(root: Path) -> None:
    path = write(root)
    policy_store(root).save([Assign({"a.txt": ("alice",)})])
    assert path.read_text() == f"{TEXT}\nassign:\n  a.txt: [alice]\n"
