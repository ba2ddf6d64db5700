from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sidecar import article_of, is_sidecar, others, sidecar_name, sidecar_path

_REVIEWERS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="abcAB.-_/~\0\n\\@ reviw", max_size=40),
    st.sampled_from(["", ".", "..", "../..", "/etc/passwd", "a/b", "review.x", "x.review.y"]),
)


@pytest.mark.parametrize("reviewer", ["alice", "ida.b+2@press.example", "r-2_d", "007"])
def test_a_plain_reviewer_stands_in_the_name_as_is(reviewer: str) -> None:
    assert sidecar_name("gazette.txt", reviewer) == f"gazette.txt.review.{reviewer}.yaml"


@pytest.mark.parametrize(
    ("reviewer", "begins"),
    [
        ("Alice Moreau", "alice-moreau~"),
        ("../../etc/passwd", "etc-passwd~"),
        ("Ирина", "~"),
        ("x.review.y", "x-y~"),
        ("review.y", "y~"),
        ("a" * 300, "a" * 40 + "~"),
        ("line\nbreak", "line-break~"),
        ("", "~"),
    ],
)
def test_any_other_reviewer_is_mapped_with_a_hash(reviewer: str, begins: str) -> None:
    name = sidecar_name("gazette.txt", reviewer)
    assert name.startswith(f"gazette.txt.review.{begins}")


def test_names_that_differ_by_case_alone_get_files_that_differ_by_more() -> None:
    names = {sidecar_name("a.txt", one).casefold() for one in ("ALICE", "Alice", "alice")}
    assert len(names) == 3


@given(_REVIEWERS)
def test_no_reviewer_leads_out_of_the_folder(reviewer: str) -> None:
    name = sidecar_name("deep/er/gazette.txt", reviewer)
    assert PurePosixPath(name).name == name
    assert "\0" not in name
    assert name.isprintable()
    assert len(os.fsencode(name)) <= 255
    assert is_sidecar(name)
    assert article_of(name) == "gazette.txt"


@given(st.lists(_REVIEWERS, min_size=2, max_size=2, unique=True))
def test_no_two_reviewers_share_a_file(reviewers: list[str]) -> None:
    first, second = (sidecar_name("gazette.txt", one) for one in reviewers)
    assert first.casefold() != second.casefold()


@given(st.text(alphabet="éж木a", min_size=80, max_size=300), _REVIEWERS)
def test_a_very_long_article_name_is_cut_and_told_apart(article: str, reviewer: str) -> None:
    one, other = (sidecar_name(f"{article}{end}.txt", reviewer) for end in "12")
    assert len(os.fsencode(one)) <= 255
    assert one != other


@pytest.mark.parametrize("article", ["/etc/passwd", "../a.txt", "in/../../a.txt"])
def test_an_article_outside_the_corpus_has_no_sidecar(article: str) -> None:
    with pytest.raises(ValueError, match="inside the corpus"):
        sidecar_path(Path("corpus"), article, "alice")


def test_sidecars_elsewhere_mirror_the_tree() -> None:
    path = sidecar_path(Path("corpus"), "port/a.txt", "alice", Path("mine"))
    assert path == Path("mine/port/a.txt.review.alice.yaml")


def test_others_are_the_sidecars_of_everyone_else(tmp_path: Path) -> None:
    long = "x" * 240 + ".txt"
    for reviewer in ("alice", "bob", "Carol Dee"):
        (tmp_path / sidecar_name("a.txt", reviewer)).touch()
        (tmp_path / sidecar_name(long, reviewer)).touch()
    (tmp_path / "a.txt").touch()
    (tmp_path / "a.txt.review.yaml").touch()
    found = [one.name for one in others(tmp_path, "a.txt", "bob")]
    assert found == [sidecar_name("a.txt", one) for one in ("alice", "Carol Dee")]
    found = [one.name for one in others(tmp_path, long, "alice")]
    assert sorted(found) == sorted(sidecar_name(long, one) for one in ("bob", "Carol Dee"))


def test_a_folder_that_is_not_there_has_no_others(tmp_path: Path) -> None:
    assert others(tmp_path / "none", "a.txt", "alice") == ()
