from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main
from reader.judgement import Anchor, Verdict
from reader.sidecar import SetVerdict, Subject, apply, empty

NAME = "port/gazette.txt.review.alice.yaml"


def sidecar(*quotes: str, verdict: Verdict = Verdict.SOURCED) -> bytes:
    result = empty("gazette.txt", "alice", "")
    for quote in quotes:
        about = Subject(f"{quote.replace(' ', '-')}-1234567", Anchor(quote))
        result, _ = apply(result, SetVerdict(about, verdict))
    return result.raw


@pytest.fixture
def sides(tmp_path: Path) -> list[Path]:
    return [tmp_path / name for name in (".merge_base", ".merge_ours", ".merge_theirs")]


def merge(sides: list[Path], *raws: bytes, name: str = NAME) -> int:
    for path, raw in zip(sides, raws, strict=True):
        path.write_bytes(raw)
    return main(["merge", *map(str, sides), name])


def test_theirs_is_merged_into_ours(sides: list[Path]) -> None:
    base, ours, theirs = sidecar("a b"), sidecar("a b", "c d"), sidecar("a b", "e f")
    assert merge(sides, base, ours, theirs) == 0
    assert [path.read_bytes() for path in (sides[0], sides[2])] == [base, theirs]
    assert sides[1].read_bytes() == sidecar("a b", "e f", "c d")


def test_a_file_made_on_both_sides_has_an_empty_base(sides: list[Path]) -> None:
    assert merge(sides, b"", sidecar("a b"), sidecar("a b", verdict=Verdict.DISPUTED)) == 0
    assert b"  verdict: sourced\n  disagreement: [disputed]\n" in sides[1].read_bytes()


@pytest.mark.parametrize(
    ("raws", "name", "said"),
    [
        ((b"a: 1\n",) * 3, "settings.yaml", "settings.yaml: this is not the name of a sidecar"),
        ((b"a: 1\n",) * 3, NAME, f"{NAME} (base):1: this is not a sidecar"),
        ((sidecar("a"), b"<<<<<<< x\n", sidecar("a")), NAME, f"{NAME} (ours):1: a conflict"),
        ((sidecar("a"), sidecar("a"), b"\xff"), NAME, f"{NAME} (theirs):1: this is not UTF-8"),
        ((sidecar("a"), sidecar("a"), b""), NAME, f"{NAME}: one side is empty"),
        (
            (b"", sidecar("a"), sidecar("a").replace(b"alice", b"bob")),
            NAME,
            f"{NAME} (theirs):3: ours is by alice, theirs by bob",
        ),
    ],
)
def test_what_cannot_be_merged_is_left_as_ours_and_told(
    sides: list[Path],
    capsys: pytest.CaptureFixture[str],
    raws: tuple[bytes, bytes, bytes],
    name: str,
    said: str,
) -> None:
    assert merge(sides, *raws, name=name) == 1
    assert sides[1].read_bytes() == raws[1]
    assert capsys.readouterr().err.startswith(f"reader: {said}")


def test_a_missing_file_is_told(sides: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["merge", *map(str, sides), NAME]) == 1
    assert capsys.readouterr().err.startswith(f"reader: {NAME} (base): it is not there")
