from __future__ import annotations

from pathlib import Path

from tests.articles import write_articles
from tests.ui.driving import opened

REPORT = """\
Filip Arnaut met Jan Otten on the quay at noon. “The pilot was asleep,” he said.

“Nobody was asleep,” said Ida Brandt.
"""


async def test_the_card_shows_a_guess_with_the_words_it_was_made_of(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "quay", {"quay.txt": REPORT})
    async with opened(folder) as someone:
        guess = someone.item.statement.speaker
        assert f" {guess}? (he) · “said”" in someone.card
        await someone.press("j")
        assert " Ida Brandt · “said”" in someone.card


async def test_the_sidecar_names_a_guess_as_the_card_does(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "quay", {"quay.txt": REPORT})
    sidecar = folder / "quay.txt.review.alice.yaml"
    async with opened(folder) as someone:
        guess = someone.item.statement.speaker
        await someone.press("u")
        await someone.saved()
        assert f"  speaker: {guess}?\n" in sidecar.read_text(encoding="utf-8")
