"""Which sidecars are an article's, whose they are, and what is said of those that are neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.sidecar import sidecar_name
from reader.team import TeamSidecars


def write(folder: Path, article: str, reviewer: str, name: str = "") -> Path:
    path = folder / (name or sidecar_name(article, reviewer))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"reader: 1\narticle: {article}\nreviewer: {reviewer}\n\n"
        "k-0000001:\n  verdict: sourced\n  quote: The ramp is cracked\n"
    )
    return path


def test_everybodys_judgements_of_one_article_are_read(tmp_path: Path) -> None:
    for article, reviewer in (("a.txt", "ines"), ("a.txt", "Omar Ek"), ("b.txt", "paula")):
        write(tmp_path, article, reviewer)
    sidecars = TeamSidecars(tmp_path)
    assert sidecars.judgements("a.txt").keys() == {"Omar Ek", "ines"}
    assert list(sidecars.judgements("b.txt")["paula"]) == ["k-0000001"]
    assert sidecars.judgements("c.txt") == {}
    assert sidecars.problems == []


def test_they_may_be_in_a_folder_of_their_own_that_mirrors_the_corpus(tmp_path: Path) -> None:
    write(tmp_path / "corpus" / "s", "a.txt", "beside")
    write(tmp_path / "mine" / "s", "a.txt", "ines")
    sidecars = TeamSidecars(tmp_path / "corpus", tmp_path / "mine")
    assert list(sidecars.judgements("s/a.txt")) == ["ines"]
    assert sidecars.judgements("not/there.txt") == {}
    assert sidecars.problems == []


def test_a_name_that_was_cut_is_still_the_articles(tmp_path: Path) -> None:
    article = f"{'long' * 60}.txt"
    for reviewer in ("ines", "somebody.with.a.longer.name"):
        write(tmp_path, article, reviewer)
    assert len(TeamSidecars(tmp_path).judgements(article)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reader: 1\narticle: a.txt\nreviewer: [\n", "a.txt.review.omar.yaml:"),
        ("", "a.txt.review.omar.yaml:1: the file is empty"),
        ("<<<<<<< a\n=======\n>>>>>>> b\n", "git left a conflict"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_others_are_read(
    tmp_path: Path, text: str, said: str
) -> None:
    write(tmp_path, "a.txt", "ines")
    (tmp_path / "a.txt.review.omar.yaml").write_text(text)
    sidecars = TeamSidecars(tmp_path)
    assert list(sidecars.judgements("a.txt")) == ["ines"]
    [problem] = sidecars.problems
    assert said in problem


def test_nobody_counts_twice_by_a_copy_of_their_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "ines")
    write(tmp_path, "a.txt", "ines", name="a.txt.review.omar.yaml")
    sidecars = TeamSidecars(tmp_path)
    assert list(sidecars.judgements("a.txt")) == ["ines"]
    assert sidecars.problems == [
        "a.txt.review.omar.yaml holds the judgements of ines, but is not named after them and was"
        " left out: rename it to a.txt.review.ines.yaml."
    ]


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", "a.txt", "ines")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / outside.name).symlink_to(outside)
    sidecars = TeamSidecars(corpus)
    assert sidecars.judgements("a.txt") == {}
    [problem] = sidecars.problems
    assert "a link that leads out" in problem
