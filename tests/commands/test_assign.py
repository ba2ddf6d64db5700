"""`reader assign`: what it prints, what it writes, and how it leaves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.cli import main
from tests.articles import write_articles

TOLD = "“The ramp is cracked,” said Ilse Brandt.\n"
DESK = "# The desk.\nreader: 1\nreviewers: [ada, bo]\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = write_articles(tmp_path / "desk", dict.fromkeys(("a.txt", "b.txt", "c.txt"), TOLD))
    (folder / "reader.yaml").write_text(DESK)
    return folder


def test_a_plan_is_printed_and_nothing_is_written(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assign", str(corpus), "--per-article", "1"]) == 1
    told = capsys.readouterr()
    assert told.out == "a.txt: ada\nb.txt: bo\nc.txt: ada\n\n2  ada\n1  bo\n"
    assert told.err == "reader: 3 of 3 articles assigned, not written; add --write.\n"
    assert (corpus / "reader.yaml").read_text() == DESK


def test_it_is_written_once_and_what_stands_stays(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = f"{DESK}assign:\n  # She knows the harbour.\n  b.txt: [bo]\n"
    (corpus / "reader.yaml").write_text(before)
    arguments = ["assign", str(corpus), "--per-article", "1", "--write"]
    assert main(arguments) == 0
    written = (corpus / "reader.yaml").read_text()
    assert written == before.replace("  #", "  a.txt: [ada]\n  #") + "  c.txt: [ada]\n"
    capsys.readouterr()
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("2  ada\n1  bo\n", "reader: Nothing was left to assign.\n")
    assert (corpus / "reader.yaml").read_text() == written


def test_what_no_longer_fits_is_said_and_left(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{DESK}assign:\n  a.text: [ada]\n  b.txt: [bo]\n"
    (corpus / "reader.yaml").write_text(text)
    assert main(["assign", str(corpus), "--per-article", "2", "--write"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == ("reader: reader.yaml:5: there is no article 'a.text'; did you mean 'a.txt'?")
    assert told[1] == "reader: reader.yaml:6: b.txt has 1 of 2 reviewers; it was left as it is"
    assert set(text.splitlines()) < set((corpus / "reader.yaml").read_text().splitlines())


def test_of_a_part_of_the_corpus_only_that_is_assigned(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / ".git").mkdir()
    write_articles(corpus / "ferry", {"d.txt": TOLD})
    text = f"{DESK}assign:\n  gone.txt: [ada]\n"
    (corpus / "reader.yaml").write_text(text)
    assert main(["assign", str(corpus / "ferry"), "--per-article", "1", "--write"]) == 0
    assert (corpus / "reader.yaml").read_text() == text.replace(
        "  gone", "  ferry/d.txt: [bo]\n  gone"
    )
    assert str(corpus / "reader.yaml") in capsys.readouterr().err


def test_with_reviews_nothing_is_written_at_the_root(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviews = tmp_path / "reviews"
    arguments = ["assign", str(corpus), "--per-article", "1", "--reviews", str(reviews)]
    assert main(arguments) == 1
    assert main([*arguments, "--write"]) == 2
    assert f"copy {corpus / 'reader.yaml'} there first" in capsys.readouterr().err
    assert not reviews.exists()
    reviews.mkdir()
    (reviews / "reader.yaml").write_text(DESK)
    assert main([*arguments, "--write"]) == 0
    assert (corpus / "reader.yaml").read_text() == DESK
    assert "  b.txt: [bo]\n" in (reviews / "reader.yaml").read_text()


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (DESK, "3", "too few reviewers for 3 an article: it names 2; name more"),
        (DESK, "0", "a whole number from 1 is expected"),
        (DESK, "٣", "a whole number from 1 is expected"),
        ("reader: 1\n", "1", "reader.yaml names no reviewers; write reviewers: ["),
        ("reader: 1\nreviewer: [ada]\n", "1", "reader.yaml:2: there is no field 'reviewer'; did"),
        (f"{DESK}assign: {{}}\n", "1", "reader.yaml:4: assign is in brackets; put each article"),
    ],
)
def test_it_says_why_it_cannot(
    corpus: Path, capsys: pytest.CaptureFixture[str], text: str, number: str, words: str
) -> None:
    (corpus / "reader.yaml").write_text(text)
    try:
        code: object = main(["assign", str(corpus), "--per-article", number, "--write"])
    except SystemExit as leaving:
        code = leaving.code
    assert code == 2
    assert words in capsys.readouterr().err
    assert (corpus / "reader.yaml").read_text() == text


def test_without_a_file_it_says_what_to_write(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "reader.yaml").unlink()
    assert main(["assign", str(corpus), "--per-article", "1", "--write"]) == 2
    assert "names no reviewers; write reader: 1 and reviewers: [" in capsys.readouterr().err
    assert not (corpus / "reader.yaml").exists()


def test_names_with_commas_are_told_apart(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "reader.yaml").write_text('reader: 1\nreviewers: ["Holm, Ada", bo]\n')
    assert main(["assign", str(corpus), "--per-article", "2"]) == 1
    assert "a.txt: Holm, Ada; bo\n" in capsys.readouterr().out


def test_a_name_that_yaml_cannot_hold_is_said(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / os.fsdecode(b"d\xff.txt")).write_text(TOLD)
    assert main(["assign", str(corpus), "--per-article", "1", "--write"]) == 1
    told = capsys.readouterr().err
    assert "cannot be assigned: YAML cannot hold its name; rename the article." in told
    assert "  c.txt: [ada]\n" in (corpus / "reader.yaml").read_text()
