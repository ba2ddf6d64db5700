"""Verdicts by key: the advance, taking back, undo across articles, what lands on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.judgement import GLYPHS, Verdict
from tests.ui.driving import bytes_of, opened, painted


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("s", Verdict.SOURCED),
        ("1", Verdict.SOURCED),
        ("u", Verdict.UNSOURCED),
        ("2", Verdict.UNSOURCED),
        ("d", Verdict.DISPUTED),
        ("3", Verdict.DISPUTED),
        ("x", Verdict.NOT_A_STATEMENT),
    ],
)
async def test_a_key_gives_a_verdict_and_goes_on(
    harbour: Path, key: str, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(harbour) as someone:
        await someone.press(key)
        assert someone.verdicts == [verdict, "-", "-", "-"]
        assert someone.pane.index == 1
        assert "1 of 4" in someone.status
        assert f"{GLYPHS[verdict]}1" in someone.status
        await someone.press("k")
        sign = f"{GLYPHS[verdict]} {verdict.replace('-', ' ')}"
        assert someone.card.splitlines()[0].endswith(sign)
        line = next(row for row in painted(someone.pane).splitlines() if "The ramp is" in row)
        assert line.split()[0] == GLYPHS[verdict]


async def test_verdicts_in_both_panes_land_in_two_files(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "tab", "u", "d")
        assert someone.names[1] == "2-herald.txt"
        assert someone.verdicts == ["unsourced", "disputed", "-"]
        await someone.saved()
        first = (harbour / "1-courier.txt.review.alice.yaml").read_text()
        second = (harbour / "2-herald.txt.review.alice.yaml").read_text()
    assert first.count("verdict: sourced") == first.count("verdict:") == 1
    assert second.index("verdict: unsourced") < second.index("verdict: disputed")


async def test_the_advance_skips_what_is_judged_and_at_the_end_says_what_is_left(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        await someone.press("j", "u")
        assert someone.pane.index == 2
        await someone.press("k", "k", "s")
        assert someone.pane.index == 2
        await someone.press("j", "s")
        assert someone.pane.index == 3
        assert "1 unreviewed above; 3 in Tarn Herald" in someone.status
        await someone.press("k", "s")
        assert someone.pane.index == 2
        assert "All 4 reviewed here; 3 in Tarn Herald" in someone.status


async def test_a_verdict_on_a_judged_statement_replaces_it(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "k", "d")
        assert someone.verdicts[0] == "disputed"
        assert someone.pane.index == 1
        await someone.saved()
        assert "1 of 4 · !1" in someone.status


async def test_taking_back_stays_and_says_when_there_is_nothing(harbour: Path) -> None:
    async with opened(harbour) as someone:
        before = bytes_of(harbour)
        await someone.press("s", "k", "0")
        assert someone.verdicts[0] == "-"
        assert someone.pane.index == 0
        assert "unreviewed" in someone.card
        await someone.saved()
        assert "verdict" not in (harbour / "1-courier.txt.review.alice.yaml").read_text()
        await someone.press("0")
        assert "no verdict to take back" in someone.status
        await someone.press("z", "z")
        await someone.saved()
        assert bytes_of(harbour) == before


async def test_the_last_verdict_once_more(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press(".")
        assert "There is no verdict to repeat yet" in someone.status
        assert set(someone.verdicts) == {"-"}
        await someone.press("x", ".", "tab", ".")
        assert someone.verdicts == ["not-a-statement", "-", "-"]
        await someone.press("tab")
        assert someone.verdicts == ["not-a-statement", "not-a-statement", "-", "-"]


async def test_undo_and_redo_across_articles_show_the_statement(harbour: Path) -> None:
    async with opened(harbour) as someone:
        before = bytes_of(harbour)
        await someone.press("s", "tab", "u", "]")
        assert someone.names == ["1-courier.txt", "3-post.txt"]
        await someone.press("d", "d")
        await someone.saved()
        full = bytes_of(harbour)
        assert len(full) == 6
        await someone.press("z", "z")
        assert someone.verdicts == ["-", "-"]
        assert someone.pane.index == 0
        assert "Undone: disputed · " in someone.status
        await someone.press("z")
        assert someone.reading.file.name == "2-herald.txt"
        assert someone.verdicts == ["-", "-", "-"]
        await someone.press("z")
        assert someone.reading.file.name == "1-courier.txt"
        await someone.press("z")
        assert "Nothing to undo" in someone.status
        await someone.saved()
        assert bytes_of(harbour) == before
        for _ in range(4):
            await someone.press("Z")
        assert "Redone: disputed · " in someone.status
        assert someone.reading.file.name == "3-post.txt"
        await someone.press("Z")
        assert "Nothing to redo" in someone.status
        await someone.saved()
        assert bytes_of(harbour) == full


async def test_a_new_verdict_ends_what_could_be_redone(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "u", "z", "d", "Z")
        assert "Nothing to redo" in someone.status
        assert someone.verdicts == ["sourced", "disputed", "-", "-"]


async def test_a_folder_opened_again_shows_every_verdict_and_resumes(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s", "u", "tab", "x")
        await someone.saved()
    written = bytes_of(harbour)
    async with opened(harbour) as someone:
        assert someone.verdicts == ["not-a-statement", "-", "-"]
        assert someone.pane.index == 1
        await someone.press("tab")
        assert someone.verdicts == ["sourced", "unsourced", "-", "-"]
        assert someone.pane.index == 2
        assert "alice · 2 of 4 · ✓1 ?1" in someone.status
        assert "Nothing to undo" not in someone.status
        await someone.press("z")
        assert "Nothing to undo" in someone.status
    assert bytes_of(harbour) == written


async def test_another_reviewer_starts_blind(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("s")
        await someone.saved()
    async with opened(harbour, reviewer="ben") as other:
        assert set(other.verdicts) == {"-"}
        assert "ben · 0 of 4" in other.status
        assert "alice" not in other.screen
        await other.press("d")
        await other.saved()
    assert (harbour / "1-courier.txt.review.ben.yaml").exists()
    assert "verdict: sourced" in (harbour / "1-courier.txt.review.alice.yaml").read_text()
