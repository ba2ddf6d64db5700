"""`reader status`: how far a review has come, and what waits for a person's eye."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.corpus import open_corpus
from reader.judgement import Verdict
from reader.review.items import find
from reader.sidecar import SetVerdict, Subject, store_for
from tests.articles import write_articles

COURIER, HERALD, POST = "1-courier.txt", "2-herald.txt", "3-post.txt"
Out = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "harbour")


def judge(
    folder: Path, name: str, *verdicts: Verdict, who: str = "alice", reviews: Path | None = None
) -> Path:
    """Judge an article's first statements."""
    file = next(one for one in open_corpus([folder]).files if one.name == name)
    store = store_for(folder, name, who, reviews)
    for item, verdict in zip(find(file.read().text).bare, verdicts, strict=False):
        speaker = item.statement.speaker
        store.save([SetVerdict(Subject(item.key, item.anchor, speaker), verdict)])
    return store.path


def status(folder: Path, capsys: Out, *options: str) -> tuple[int, list[str]]:
    code = main(["status", str(folder), "--reviewer", "alice", *options])
    return code, capsys.readouterr().out.splitlines()


def as_json(folder: Path, capsys: Out, *options: str) -> tuple[int, Any]:
    code, lines = status(folder, capsys, "--format", "json", *options)
    return code, json.loads("\n".join(lines))


def edit(folder: Path, old: str, new: str, name: str = COURIER) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def test_a_review_under_way_is_fine(folder: Path, capsys: Out) -> None:
    judge(folder, COURIER, Verdict.SOURCED, Verdict.DISPUTED)
    judge(folder, HERALD, Verdict.SOURCED)
    judge(folder, POST, Verdict.UNSOURCED, who="bob")
    code, lines = status(folder, capsys)
    assert code == 0
    assert lines == [
        "1-courier.txt  2 of 4 · ✓1 !1",
        "2-herald.txt   1 of 3 · ✓1",
        "3-post.txt     0 of 2",
        "alice: 3 of 9 · ✓2 !1 in 3 articles",
    ]


def test_as_json_it_has_the_same_for_a_program(folder: Path, capsys: Out) -> None:
    judge(folder, COURIER, Verdict.SOURCED, Verdict.DISPUTED)
    code, data = as_json(folder, capsys)
    assert code == 0
    assert data["reviewer"] == "alice"
    assert data["sidecars_without_article"] == []
    assert data["articles"][0] == {
        "article": COURIER,
        "statements": 4,
        "judged": 2,
        "verdicts": {"sourced": 1, "disputed": 1},
        "changed": [],
        "orphaned": [],
        "disagreements": [],
        "problem": "",
    }


def test_what_waits_for_an_eye_is_told_by_key_and_makes_it_exit_1(
    folder: Path, capsys: Out
) -> None:
    path = judge(folder, COURIER, *[Verdict.SOURCED] * 3)
    keys = [line[:-1] for line in path.read_text().splitlines() if line[:1] not in (" ", "")][3:]
    twice = "verdict: sourced\n  disagreement: [disputed]\n"
    path.write_text(path.read_text().replace("verdict: sourced\n", twice, 1))
    before = path.read_bytes()
    edit(folder, "Two crews", "Nine crews")
    edit(folder, "“We welded it in April,” said Tomas Reyle, who speaks", "Tomas Reyle speaks")
    code, data = as_json(folder, capsys)
    assert code == 1
    courier = data["articles"][0]
    assert len(keys) == 3
    assert (courier["disagreements"], courier["changed"], courier["orphaned"]) == (
        keys[:1],
        keys[1:2],
        keys[2:],
    )
    code, lines = status(folder, capsys)
    assert code == 1
    assert lines[0].endswith("2 of 3 · ✓2 · 1 changed · 1 orphaned · 1 with two verdicts")
    assert path.read_bytes() == before


def test_a_renamed_articles_sidecar_is_told_with_where_its_words_stand(
    folder: Path, capsys: Out
) -> None:
    judge(folder, COURIER, Verdict.SOURCED)
    judge(folder, POST, Verdict.SOURCED, who="bob")
    (folder / COURIER).rename(folder / "late.txt")
    (folder / POST).unlink()
    code, lines = status(folder, capsys)
    assert code == 1
    assert lines[-3:-1] == [
        f"{COURIER}.review.alice.yaml: its article is gone; its words are in late.txt",
        f"{POST}.review.bob.yaml: its article is gone; no article here has its words",
    ]
    code, data = as_json(folder, capsys)
    assert code == 1
    assert [one["found_in"] for one in data["sidecars_without_article"]] == ["late.txt", None]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<<<<<<< HEAD\nreader: 1\n=======\nreader: 1\n>>>>>>> x\n", ":1: git left a conflict"),
        (b"reader: 1\narticle: a\nreviewer: bob\n", ":3: these are the judgements of bob"),
        (b"reader: 2\narticle: a\nreviewer: alice\n", ":1: a newer version"),
    ],
)
def test_an_unreadable_sidecar_is_told_with_its_line_and_the_rest_goes_on(
    folder: Path, capsys: Out, raw: bytes, said: str
) -> None:
    path = judge(folder, COURIER, Verdict.SOURCED)
    judge(folder, HERALD, Verdict.SOURCED)
    path.write_bytes(raw)
    code, lines = status(folder, capsys)
    assert code == 1
    assert f"{path.name}{said}" in lines[0]
    assert str(folder) not in lines[0]
    assert lines[1].endswith("1 of 3 · ✓1")
    code, data = as_json(folder, capsys)
    assert code == 1
    assert said in data["articles"][0]["problem"]


def test_sidecars_elsewhere_are_counted_there_also_by_a_relative_path(
    folder: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviews = tmp_path / "mine"
    monkeypatch.chdir(tmp_path)
    code, lines = status(folder, capsys, "--reviews", "mine")
    assert (code, lines[-1]) == (0, "alice: 0 of 9 in 3 articles")
    assert not reviews.exists()
    judge(folder, COURIER, Verdict.SOURCED, reviews=reviews)
    (reviews / "gone.txt.review.alice.yaml").write_bytes(
        (reviews / f"{COURIER}.review.alice.yaml").read_bytes()
    )
    code, lines = status(folder, capsys, "--reviews", "mine")
    assert code == 1
    assert lines[0].endswith("1 of 4 · ✓1")
    assert lines[-2] == (
        f"gone.txt.review.alice.yaml: its article is gone; its words are in {COURIER}"
    )
    assert status(folder, capsys)[1][-1] == "alice: 0 of 9 in 3 articles"


def test_hostile_names_reach_no_terminal(folder: Path, capsys: Out) -> None:
    name = "\x1b[31mred\u202e\udcff.txt"
    (folder / name).write_text("“It is red,” said Maud Okter.\n")
    judge(folder, name, Verdict.SOURCED)
    stray = "\x1b]0;title\x07\n.txt"
    judge(folder, COURIER, Verdict.SOURCED).rename(folder / f"{stray}.review.alice.yaml")
    for form in ("text", "json"):
        assert main(["status", str(folder), "--reviewer", "al\x1bice\u202e", "--format", form]) == 1
        out = capsys.readouterr().out
        assert not set(out) & {"\x1b", "\x07", "\u202e", "\udcff"}
        assert "␛[31mred" in out


def test_what_cannot_be_looked_at_makes_it_exit_2(tmp_path: Path, capsys: Out) -> None:
    assert main(["status", str(tmp_path / "nowhere")]) == 2
    assert "There is no file or folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["status", str(tmp_path / "empty")]) == 2
    captured = capsys.readouterr()
    assert "There is no article" in captured.err
    assert captured.out == ""


def test_the_keys_in_jsonl_are_those_of_the_sidecars_elsewhere(
    folder: Path, tmp_path: Path, capsys: Out
) -> None:
    reviews = tmp_path / "mine"
    path = judge(folder, COURIER, Verdict.SOURCED, reviews=reviews)
    bare = find((folder / COURIER).read_text()).bare[0].key
    path.write_text(path.read_text().replace(f"{bare}:", "my-own-key-0000001:"))
    asked = ["statements", str(folder / COURIER), "--format", "jsonl", "--reviewer", "alice"]
    keys = []
    for options in ([], ["--reviews", str(reviews)]):
        assert main([*asked, *options]) == 0
        keys.append(json.loads(capsys.readouterr().out)["statements"][0]["key"])
    assert keys == [bare, "my-own-key-0000001"]


def test_fields_this_version_does_not_know_are_said_on_stderr(folder: Path, capsys: Out) -> None:
    path = judge(folder, COURIER, Verdict.SOURCED)
    path.write_text(path.read_text().replace("speaker:", "speakr:"))
    assert main(["status", str(folder), "--reviewer", "alice"]) == 0
    told = capsys.readouterr().err
    assert told.startswith(f"reader: {path.name}:7: 'speakr' is no field of this version")
    assert told.endswith("did you mean 'speaker'?\n")
