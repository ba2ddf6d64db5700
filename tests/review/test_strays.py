"""Sidecars whose article is gone: found by name, given back where their words stand."""

from __future__ import annotations

import errno
import os
import shlex
from pathlib import Path

import pytest

from reader.cli import main
from reader.corpus import open_corpus
from reader.files import read_regular
from reader.judgement import Anchor, Verdict, make_key
from reader.review.strays import NotReattachedError, Stray, homes, reattach, strays
from reader.sidecar import SetNote, SetVerdict, Subject, sidecar_path, store_for
from tests.articles import write_articles

COURIER, HERALD = "1-courier.txt", "2-herald.txt"
RAMP = "“The ramp is cracked from side to side,”"
UNTRUE = "“That is simply untrue,”"


def subject(quote: str) -> Subject:
    anchor = Anchor(quote)
    return Subject(make_key(anchor), anchor)


def judge(
    folder: Path, name: str, quote: str = RAMP, who: str = "alice", reviews: Path | None = None
) -> Path:
    store = store_for(folder, name, who, reviews)
    store.save([SetVerdict(subject(quote), Verdict.SOURCED)])
    return store.path


def lost(folder: Path, who: str = "alice", reviews: Path | None = None) -> list[Stray]:
    return strays(open_corpus([folder]), who, reviews)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path.resolve() / "harbour")


def test_a_sidecar_beside_its_article_is_none(folder: Path) -> None:
    judge(folder, COURIER)
    assert lost(folder) == []


def test_a_renamed_articles_sidecars_are_found_ones_own_first(folder: Path) -> None:
    for who in ("aaron", "mia", "zoe"):
        judge(folder, COURIER, who=who)
    judge(folder, HERALD, UNTRUE, who="aaron")
    (folder / COURIER).rename(folder / "1-late.txt")
    found = lost(folder, "mia")
    assert [one.name for one in found] == [
        f"{COURIER}.review.{who}.yaml" for who in ("mia", "aaron", "zoe")
    ]
    assert {one.article for one in found} == {COURIER}
    corpus = open_corpus([folder])
    assert [home.name if home else "" for home in homes(found, corpus)] == ["1-late.txt"] * 3


def test_only_what_is_found_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        judge(folder, COURIER, who=f"reviewer{number}")
    judge(folder, "gone.txt")
    read: list[Path] = []

    def counting(path: Path, *, within: tuple[Path, ...]) -> bytes:
        read.append(path)
        return read_regular(path, within=within)

    monkeypatch.setattr("reader.review.strays.read_regular", counting)
    assert [one.article for one in lost(folder)] == ["gone.txt"]
    assert [path.name for path in read] == ["gone.txt.review.alice.yaml"]


@pytest.mark.parametrize("name", ["page.html", "notes.txt"])
def test_a_sidecar_of_any_file_that_is_there_is_none(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\0")  # no article, but nobody renamed it
    judge(folder, name)
    assert lost(folder) == []


def test_a_long_name_that_was_cut_short_is_known_and_missed_when_it_is_gone(folder: Path) -> None:
    article = folder / ("a long day in the harbour " * 9 + "é.txt")
    article.write_text("“It was long,” said Maud Okter.\n")
    path = judge(folder, article.name)
    assert article.name not in path.name
    assert lost(folder) == []
    article.unlink()
    assert [one.path for one in lost(folder)] == [path]


def test_hidden_folders_and_what_lies_beside_a_single_file_are_left_alone(
    folder: Path, tmp_path: Path
) -> None:
    write_articles(folder / "older", {"note.txt": "Nothing.\n"})
    judge(folder / "older", "gone.txt")
    (folder / ".git").mkdir()
    judge(folder / ".git", "gone.txt")
    judge(folder, "gone.txt")
    assert [one.name for one in lost(folder)] == [
        "gone.txt.review.alice.yaml",
        "older/gone.txt.review.alice.yaml",
    ]
    alone = open_corpus([folder / COURIER])
    assert [one.name for one in strays(alone, "alice")] == ["gone.txt.review.alice.yaml"]


def test_an_unreadable_stray_says_where_and_why(folder: Path) -> None:
    path = judge(folder, "gone.txt")
    path.write_text(path.read_text().replace("sourced", "sauced"))
    (stray,) = lost(folder)
    assert stray.sidecar is None
    assert stray.problem.startswith("gone.txt.review.alice.yaml:6: verdict is 'sauced'")
    assert homes([stray], open_corpus([folder])) == [None]


def test_a_home_is_where_most_words_stand_also_after_a_correction(folder: Path) -> None:
    path = judge(folder, "gone.txt", UNTRUE)
    store = store_for(folder, "gone.txt", "alice")
    store.save([SetVerdict(subject("“Every weld was tested in April,”"), Verdict.DISPUTED)])
    store.save([SetVerdict(subject(RAMP), Verdict.SOURCED)])
    text = (folder / HERALD).read_text()
    (folder / HERALD).write_text(text.replace("was tested in April", "was tested in March"))
    found = lost(folder)
    assert [one.path for one in found] == [path]
    (home,) = homes(found, open_corpus([folder]))
    assert home is not None
    assert home.name == HERALD
    (folder / HERALD).unlink()
    assert homes(found, open_corpus([folder])) == [None]


def test_a_sidecar_given_back_keeps_its_bytes_and_its_header_is_mended_at_the_next_save(
    folder: Path,
) -> None:
    path = judge(folder, "gone.txt")
    raw = b"# for Monday\n" + path.read_bytes()
    path.write_bytes(raw)
    corpus = open_corpus([folder])
    (stray,) = lost(folder)
    (home,) = homes([stray], corpus)
    assert home is not None
    target = reattach(stray, home, corpus.root)
    assert target == sidecar_path(folder, COURIER, "alice")
    assert target.read_bytes() == raw
    assert not path.exists()
    assert lost(folder) == []
    store = store_for(folder, COURIER, "alice")
    assert "gone.txt, not 1-courier.txt; the next verdict corrects it" in store.load().notice
    store.save([SetNote(subject(RAMP), "Ask the yard.")])
    text = target.read_text()
    assert text.startswith("# for Monday\n")
    assert f'article: "{COURIER}"\n' in text


def test_where_there_are_no_hard_links_it_is_given_back_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    raw = judge(folder, "gone.txt").read_bytes()
    corpus = open_corpus([folder])
    (stray,) = lost(folder)
    assert reattach(stray, corpus.files[0], corpus.root).read_bytes() == raw
    judge(folder, "gone.txt", UNTRUE)
    (again,) = lost(folder)
    with pytest.raises(NotReattachedError):
        reattach(again, corpus.files[0], corpus.root)
    assert again.path.exists()


def test_a_sidecar_that_is_there_is_never_replaced_and_the_way_out_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = judge(folder, COURIER, UNTRUE)
    path = judge(folder, "last year/gone.txt")
    before = there.read_bytes(), path.read_bytes()
    corpus = open_corpus([folder])
    (stray,) = lost(folder)
    with pytest.raises(NotReattachedError, match="alice has judged 1-courier") as refused:
        reattach(stray, corpus.files[0], corpus.root)
    assert (there.read_bytes(), path.read_bytes()) == before
    _, _, command = str(refused.value).partition("with: reader ")
    monkeypatch.chdir(folder)
    assert main(shlex.split(command)) == 0, capsys.readouterr().err
    merged = store_for(folder, COURIER, "alice").load()
    assert len(merged.judgements) == 2


@pytest.mark.parametrize("swapped", ["file", "folder"])
def test_no_link_is_followed(folder: Path, tmp_path: Path, swapped: str) -> None:
    write_articles(folder / "older", {"note.txt": "Nothing.\n"})
    outside = tmp_path / "outside"
    outside.mkdir()
    path = judge(folder, "gone.txt")
    corpus = open_corpus([folder])
    (stray,) = lost(folder)
    entry = next(one for one in corpus.files if one.name == "older/note.txt")
    if swapped == "file":
        path.rename(outside / "kept.yaml")
        path.symlink_to(outside / "kept.yaml")
    else:
        (folder / "older").rename(tmp_path / "away")
        (folder / "older").symlink_to(outside)
    before = {one.name for one in outside.iterdir()}
    with pytest.raises(NotReattachedError, match="cannot be renamed"):
        reattach(stray, entry, corpus.root)
    assert {one.name for one in outside.iterdir()} == before


def test_sidecars_elsewhere_are_found_and_given_back_there(folder: Path, tmp_path: Path) -> None:
    reviews = tmp_path.resolve() / "mine"
    judge(folder, "older/gone.txt", reviews=reviews)
    judge(folder, HERALD, UNTRUE, reviews=reviews)
    judge(folder, "beside.txt")
    (stray,) = lost(folder, reviews=reviews)
    assert stray.name == "older/gone.txt.review.alice.yaml"
    corpus = open_corpus([folder])
    (home,) = homes([stray], corpus)
    assert home is not None
    target = reattach(stray, home, corpus.root, reviews)
    assert target == reviews / f"{COURIER}.review.alice.yaml"
    assert target.is_file()
    assert lost(folder, reviews=reviews) == []
