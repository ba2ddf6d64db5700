"""The README's first review, key by key, on the sample corpus."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ui.driving import Reviewer, opened

_SAMPLES = Path(__file__).parents[2] / "sample_corpus"


async def _step_to(someone: Reviewer, words: str) -> None:
    """Press `j` until the focus is on a statement that begins with these words."""
    for _ in someone.reading.items:
        if someone.item.anchor.quote.lstrip("“\"'").startswith(words):
            return
        await someone.press("j")
    pytest.fail(f"no statement begins with {words!r}")


async def test_the_readmes_tour(tmp_path: Path) -> None:
    corpus = tmp_path / "sample_corpus"
    shutil.copytree(_SAMPLES, corpus)
    async with opened(corpus, (132, 40)) as someone:
        assert "Harbour Courier" in someone.screen
        assert "Karsova News Agency" in someone.screen

        await _step_to(someone, "The cranes were due on the thirtieth")
        assert "Jelka Maron" in someone.card
        await someone.press("s")
        await someone.saved()
        assert someone.item.verdict is None

        await _step_to(someone, "I signed for four")
        assert "anonymous" in someone.card
        await someone.press("c")
        await someone.type("One voice without a name.")
        await someone.press("enter", "u")
        assert someone.item.verdict is None
        assert sorted(set(someone.verdicts)) == ["-", "sourced", "unsourced"]

        await someone.press("tab")
        await _step_to(someone, "No inspection was cancelled")
        await someone.press("c")
        await someone.type("The union says that they were, by letter.")
        await someone.press("enter", "d", "k")
        assert someone.item.verdict == "disputed"
        await someone.press("w")
        await someone.until(lambda: "tomasz" in someone.sheet, "what the others said")
        for words in ("you  ! disputed", "ines  ! disputed", "tomasz  ✓ sourced"):
            assert words in someone.sheet
        await someone.press("escape", "z")
        assert someone.item.verdict is None
        await someone.press("Z")
        assert someone.item.verdict == "disputed"
        await someone.saved()

    names = {path.name for path in corpus.rglob("*.alice.yaml")}
    assert names == {
        "harbour-courier.txt.review.alice.yaml",
        "karsova-news-agency.txt.review.alice.yaml",
    }
    async with opened(corpus, (132, 40)) as someone:
        assert someone.item.verdict == "disputed"
        assert "No inspection was cancelled" in someone.item.anchor.quote
        await someone.press("tab")
        assert "✓1 ?1" in someone.status
