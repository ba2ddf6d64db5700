"""A folder becomes a corpus: each article once, in natural order, and what is none with why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.corpus import ArticleError, Corpus, CorpusError, natural_order, open_corpus


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"About {path.name}\n\nThe minister said no.\n")


def names(corpus: Corpus) -> list[str]:
    return [file.name for file in corpus.files]


def reasons(corpus: Corpus) -> dict[str, str]:
    return {skipped.path.name: skipped.reason for skipped in corpus.skipped}


def test_articles_come_in_natural_order_with_sub_folders(tmp_path: Path) -> None:
    write(tmp_path, "part10.txt", "part2.txt", "Part1.md", "sub/b.TXT", "sub10/a.md", "sub2/a.md")
    assert names(open_corpus([tmp_path])) == [
        "Part1.md",
        "part2.txt",
        "part10.txt",
        "sub/b.TXT",
        "sub2/a.md",
        "sub10/a.md",
    ]


def test_hidden_files_sidecars_and_other_suffixes_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "a.txt.review.ida.yaml", "c.pdf", "d")
    corpus = open_corpus([tmp_path])
    assert names(corpus) == ["a.txt"]
    assert corpus.skipped == ()


def test_a_file_named_on_its_own_may_have_any_suffix(tmp_path: Path) -> None:
    write(tmp_path, "story.text", "other.txt")
    corpus = open_corpus([tmp_path / "story.text"])
    assert names(corpus) == ["story.text"]
    assert corpus.root == tmp_path.resolve()


def test_files_and_folders_mix_below_what_they_share(tmp_path: Path) -> None:
    write(tmp_path, "a/one.txt", "b/two.txt", "b/three.txt")
    corpus = open_corpus([tmp_path / "b" / "two.txt", tmp_path / "a"])
    assert corpus.root == tmp_path.resolve()
    assert names(corpus) == ["a/one.txt", "b/two.txt"]


def test_an_article_listed_twice_is_there_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.txt")
    corpus = open_corpus([tmp_path, tmp_path / "a.txt", tmp_path / "sub", tmp_path / "sub" / ".."])
    assert names(corpus) == ["a.txt", "sub/b.txt"]


def test_listing_reads_no_article(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\x00\x00\x00\x00")
    (file,) = open_corpus([tmp_path]).files
    with pytest.raises(ArticleError, match=r"^picture\.txt cannot be read: this is not text"):
        file.read()


def test_an_article_that_has_gone_is_told_in_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (file,) = open_corpus([tmp_path]).files
    file.path.unlink()
    with pytest.raises(ArticleError, match=r"^a\.txt cannot be read: it is not there\.$"):
        file.read()


def test_an_empty_file_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (file,) = open_corpus([tmp_path]).files
    assert file.read().text == ""


def test_pipes_and_sockets_named_like_articles_are_skipped_and_said(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    corpus = open_corpus([tmp_path])
    assert names(corpus) == ["a.txt"]
    assert reasons(corpus) == {"pipe.txt": "it is a pipe, not a file"}


def test_a_pipe_swapped_in_after_listing_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (file,) = open_corpus([tmp_path]).files
    file.path.unlink()
    os.mkfifo(file.path)
    with pytest.raises(ArticleError, match="pipe"):
        file.read()


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    corpus_folder, outside = tmp_path / "corpus", tmp_path / "outside"
    write(corpus_folder, "a.txt")
    write(outside, "b.txt")
    (corpus_folder / "file.txt").symlink_to(outside / "b.txt")
    (corpus_folder / "folder").symlink_to(outside)
    (corpus_folder / "nowhere.txt").symlink_to(outside / "missing.txt")
    corpus = open_corpus([corpus_folder])
    assert names(corpus) == ["a.txt"]
    assert reasons(corpus) == {
        "file.txt": "it is a link that leads out of the corpus",
        "folder": "it is a link that leads out of the corpus",
        "nowhere.txt": "it is a link that leads nowhere",
    }


def test_links_within_the_corpus_add_nothing_twice(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt", ".hidden/b.txt")
    (tmp_path / "again.txt").symlink_to("sub/a.txt")
    (tmp_path / "loop").symlink_to(".")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "shown.txt").symlink_to(".hidden/b.txt")
    (tmp_path / "shown_too.txt").symlink_to(".hidden/b.txt")
    corpus = open_corpus([tmp_path])
    assert names(corpus) == ["shown.txt", "sub/a.txt"]
    assert corpus.files[0].read().text.startswith("About b.txt")
    assert reasons(corpus) == {"round.txt": "it is a link that leads nowhere"}


def test_a_link_swapped_in_after_listing_cannot_lead_out(tmp_path: Path) -> None:
    corpus_folder = tmp_path / "corpus"
    write(tmp_path, "corpus/a.txt", "outside.txt")
    (file,) = open_corpus([corpus_folder]).files
    file.path.unlink()
    file.path.symlink_to(tmp_path / "outside.txt")
    with pytest.raises(ArticleError, match="leads out of the corpus"):
        file.read()


def test_a_folder_named_through_a_link_is_opened(tmp_path: Path) -> None:
    write(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    assert names(open_corpus([tmp_path / "link"])) == ["a.txt"]


def test_a_file_the_system_refuses_is_skipped_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", "locked.txt")
    monkeypatch.setattr(os, "access", lambda path, mode: "locked" not in str(path))
    assert reasons(open_corpus([tmp_path])) == {"locked.txt": "there is no permission to read it"}


def test_hostile_names_open_and_are_shown_safely(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"two\nlines \x1b[31m \xff.txt")).write_text("Words")
    (file,) = open_corpus([tmp_path]).files
    assert file.label == "two lines ␛[31m �.txt"
    assert file.read().text == "Words"


def test_a_missing_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"^There is no file or folder .*nowhere\.$"):
        open_corpus([tmp_path / "nowhere"])


def test_an_empty_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"^There is no article in .*end in \.txt or \.md\.$"):
        open_corpus([tmp_path])


def test_a_folder_of_nothing_readable_says_why(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(CorpusError, match=r"pipe\.txt was skipped: it is a pipe, not a file\.$"):
        open_corpus([tmp_path])


def test_a_sidecar_named_on_its_own_is_no_article(tmp_path: Path) -> None:
    write(tmp_path, "a.txt.review.ida.yaml")
    with pytest.raises(CorpusError, match="it is a sidecar, not an article"):
        open_corpus([tmp_path / "a.txt.review.ida.yaml"])


def test_a_loop_of_links_named_on_its_own_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(CorpusError, match="cannot be opened"):
        open_corpus([tmp_path / "round"])


@given(st.lists(st.integers(0, 10**12), min_size=2), st.sampled_from(["", "part", "a-", "0x"]))
def test_numbers_in_names_order_as_numbers(numbers: list[int], before: str) -> None:
    given_names = [f"{before}{number}.txt" for number in numbers]
    assert sorted(given_names, key=natural_order) == [
        f"{before}{number}.txt" for number in sorted(numbers)
    ]
