"""`reader agree`: for a person and for a program, and what it says where it cannot."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.commands.agree import coefficient
from reader.corpus import open_corpus
from reader.judgement import Verdict
from reader.review.items import find
from reader.sidecar import SetVerdict, Subject, store_for
from tests.articles import write_articles

COURIER, HERALD, POST = "1-courier.txt", "2-herald.txt", "3-post.txt"
Out = pytest.CaptureFixture[str]
_VERDICTS = dict(zip("sudx", Verdict, strict=True))


def judge(folder: Path, name: str, who: str, letters: str, reviews: Path | None = None) -> Path:
    """Judge an article's statements, a letter each, `.` for none."""
    file = next(one for one in open_corpus([folder]).files if one.name == name)
    store = store_for(folder, name, who, reviews)
    for item, letter in zip(find(file.read().text).bare, letters, strict=False):
        if letter != ".":
            store.save([SetVerdict(Subject(item.key, item.anchor), _VERDICTS[letter])])
    return store.path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write_articles(tmp_path / "harbour")
    judge(folder, COURIER, "ines", "ssud")
    judge(folder, COURIER, "omar", "sduu")
    judge(folder, HERALD, "ines", "su.")
    judge(folder, HERALD, "omar", "sux")
    judge(folder, POST, "paula", "ss")
    return folder


def agree(folder: Path, capsys: Out, *options: str) -> tuple[int, list[str]]:
    code = main(["agree", str(folder), *options])
    return code, capsys.readouterr().out.splitlines()


def as_json(folder: Path, capsys: Out, *options: str) -> Any:
    code, lines = agree(folder, capsys, "--format", "json", *options)
    assert code == 0
    return json.loads("\n".join(lines))


def test_a_person_gets_all_views_in_short(folder: Path, capsys: Out) -> None:
    code, lines = agree(folder, capsys, "--reviewers", "ines,omar")
    assert code == 0
    assert lines[:3] == [
        "ines, omar",
        "  6 of 9 statements judged by two or more, 4 alike (67%)",
        "  alpha 0.511 (95% interval 0.286 to 1.000)",
    ]
    assert "  sourced          alpha 0.686      given: 5" in lines
    assert "  ines and omar: 6 judged by both, 4 alike (67%), kappa 0.478" in lines
    assert "    sourced                2          0         1                0" in lines
    assert lines[-2:] == ["  ines: 6 count · 3 unjudged", "  omar: 7 count · 2 unjudged"]
    costs = lines[lines.index("What costs most") + 1 : lines.index("Verdicts")]
    assert len(costs) == 4
    assert "#two-crews-have-refused-to-sail-" in "".join(costs)
    assert "ines sourced, omar disputed" in "".join(costs)


def test_a_program_gets_all_of_it(folder: Path, capsys: Out) -> None:
    data = as_json(folder, capsys)
    assert data["reviewers"] == ["ines", "omar", "paula"]
    assert data["labels"] == [str(one) for one in Verdict]
    assert (data["statements"], data["units"], data["agreed"]) == (9, 6, 4)
    assert data["interval"][0] < data["alpha"] < data["interval"][1]
    assert [one["units"] for one in data["by_article"]] == [4, 2, 0]
    assert [(one["one"], one["other"], one["units"]) for one in data["pairs"]] == [
        ("ines", "omar", 6),
        ("ines", "paula", 0),
        ("omar", "paula", 0),
    ]
    assert data["pairs"][1]["kappa"] is None
    assert data["pairs"][0]["table"]["sourced"]["disputed"] == 1
    assert {one["label"]: one["given"] for one in data["by_label"]}["sourced"] == 5
    assert [one["article"] for one in data["costly"]] == [COURIER, COURIER]
    assert data["verdicts"][2] == {
        "reviewer": "paula",
        "given": 2,
        "unjudged": 7,
        "changed": 0,
        "orphaned": 0,
        "two_verdicts": 0,
        "excluded": 0,
    }


def test_the_same_is_printed_each_time(folder: Path, capsys: Out) -> None:
    assert agree(folder, capsys) == agree(folder, capsys)


def test_one_view_is_printed_alone(folder: Path, capsys: Out) -> None:
    titles = {
        "article": "By article",
        "label": "By label, each against the rest",
        "pair": "Two by two",
    }
    for by, title in titles.items():
        _, lines = agree(folder, capsys, "--by", by)
        assert [line for line in lines[1:] if not line.startswith(" ")] == [title]
    _, lines = agree(folder, capsys, "--by", "article")
    assert lines[-2].startswith(f"  {HERALD}: 2 of 3 statements judged by two or more, 2 alike")
    assert lines[-1] == "  nothing to compare in 1 more"


def test_three_labels_leave_not_a_statement_out(folder: Path, capsys: Out) -> None:
    data = as_json(folder, capsys, "--labels", "3")
    assert "not-a-statement" not in data["labels"]
    assert data["verdicts"][1]["excluded"] == 1


def test_an_edited_article_takes_its_verdicts_out_of_the_count(folder: Path, capsys: Out) -> None:
    path = folder / COURIER
    path.write_text(path.read_text().replace("Two crews have", "Three crews have"))
    data = as_json(folder, capsys)
    assert data["units"] == 5
    assert [one["changed"] for one in data["verdicts"]] == [1, 1, 0]


def test_sidecars_elsewhere_are_read_there(folder: Path, tmp_path: Path, capsys: Out) -> None:
    reviews = tmp_path / "mine"
    for who, letters in (("vera", "su"), ("walt", "su")):
        judge(folder, POST, who, letters, reviews)
    data = as_json(folder, capsys, "--reviews", str(reviews))
    assert (data["reviewers"], data["units"], data["alpha"]) == (["vera", "walt"], 2, 1.0)


def test_adjudicators_are_left_out_unless_they_are_named(folder: Path, capsys: Out) -> None:
    (folder / "reader.yaml").write_text("reader: 1\nadjudicators: [omar]\n")
    assert as_json(folder, capsys)["reviewers"] == ["ines", "paula"]
    assert as_json(folder, capsys, "--reviewers", "ines,omar")["units"] == 6


def test_a_policy_that_cannot_be_read_makes_it_exit_2(folder: Path, capsys: Out) -> None:
    (folder / "reader.yaml").write_text("reader: 1\nadjudicatos: [omar]\n")
    assert main(["agree", str(folder)]) == 2
    captured = capsys.readouterr()
    assert "reader.yaml:2:" in captured.err
    assert captured.out == ""


def test_one_label_alone_is_undefined(folder: Path, tmp_path: Path, capsys: Out) -> None:
    for who in ("vera", "walt"):
        judge(folder, POST, who, "ss", tmp_path / "mine")
    code, lines = agree(folder, capsys, "--reviews", str(tmp_path / "mine"))
    assert code == 0
    assert "  alpha undefined: fewer than two labels were given" in lines
    assert any(line.endswith("kappa undefined") for line in lines)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Fraction(-1, 9999), "0.000"), (Fraction(-1, 900), "-0.001"), (None, "undefined")],
)
def test_a_little_below_zero_is_zero(value: Fraction | None, shown: str) -> None:
    assert coefficient(value) == shown


def test_where_nobody_judged_it_says_so(folder: Path, tmp_path: Path, capsys: Out) -> None:
    code, lines = agree(folder, capsys, "--reviews", str(tmp_path / "none"))
    assert code == 0
    assert lines[0] == "No reviewer left a verdict here."
    assert not (tmp_path / "none").exists()


def test_what_cannot_be_read_is_told_and_makes_it_exit_1(folder: Path, capsys: Out) -> None:
    (folder / f"{POST}.review.zoe.yaml").write_text("reader: 1\nreviewer: [\n")
    assert main(["agree", str(folder)]) == 1
    captured = capsys.readouterr()
    assert f"{POST}.review.zoe.yaml:" in captured.err
    assert captured.out.startswith("ines, omar, paula\n")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("ines,oma", "There are no verdicts of oma here; of: ines, omar, paula."),
        ("ines", "Agreement needs two reviewers or more"),
        ("ines,ines", "Agreement needs two reviewers or more"),
        ("", "Agreement needs two reviewers or more"),
    ],
)
def test_names_that_make_no_pair_make_it_exit_2(
    folder: Path, capsys: Out, names: str, said: str
) -> None:
    assert main(["agree", str(folder), "--reviewers", names]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_a_folder_that_is_not_there_makes_it_exit_2(tmp_path: Path, capsys: Out) -> None:
    assert main(["agree", str(tmp_path / "nowhere")]) == 2
    assert "There is no file or folder" in capsys.readouterr().err
