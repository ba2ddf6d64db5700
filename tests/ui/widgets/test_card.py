"""The card: the quote is always on it, whatever else there is to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import Config
from reader.judgement import Verdict
from tests.articles import write_articles
from tests.ui.disk import edit, judge
from tests.ui.driving import MEDIUM, WIDE, opened

LONG = """\
Pumps fail at the Tarn lock

“The pumps were bought second hand from a yard that closed in the spring, nobody had the papers \
for them, and the first of the three stopped on the night when the water was at its highest, as \
everybody on the lock had said it would,” said Mira Stell.
"""


@pytest.mark.parametrize(("size", "rows"), [(MEDIUM, 3), ((100, 24), 3), (WIDE, 6), ((80, 40), 6)])
async def test_the_card_has_as_many_rows_as_the_window_is_high(
    harbour: Path, size: tuple[int, int], rows: int
) -> None:
    async with opened(harbour, size) as someone:
        who, quote, *_ = someone.card.split("\n")
        assert "Ilse Brandt" in who
        assert quote == " “The ramp is cracked from side to side,”"
        assert len(someone.card.split("\n")) == rows


async def test_a_long_quote_takes_the_rows_that_are_left(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "lock", {"lock.txt": LONG})
    async with opened(folder, (80, 45)) as someone:
        _, *quote = someone.card.split("\n")
        assert " ".join(" ".join(quote).split()) == someone.item.anchor.quote
        await someone.resize(80, 24)
        _, first, last = someone.card.split("\n")
        assert first.startswith(" “The pumps were bought")
        assert last.endswith("…")


async def test_note_and_evidence_share_the_last_row_of_a_low_card(harbour: Path) -> None:
    async with opened(harbour, MEDIUM) as someone:
        await someone.press("c", *"Ask her", "enter", "e", *"log", "enter")
        _, quote, last = someone.card.split("\n")
        assert "The ramp is cracked" in quote
        assert last == " note  Ask her evidence  log"
        await someone.resize(100, 45)
        assert someone.card.split("\n")[2:4] == [" note  Ask her", " evidence  log"]


@pytest.mark.parametrize("size", [MEDIUM, WIDE])
async def test_a_changed_judgement_leaves_the_words_on_the_card(
    harbour: Path, size: tuple[int, int]
) -> None:
    judge(harbour, Verdict.SOURCED)
    edit(harbour, "cracked from side", "cracked again from side")
    async with opened(harbour, size, config=Config(keys={"confirm": ("y",)})) as someone:
        await someone.press("k", "k")
        assert "changed" in someone.card
        assert "y confirms" in someone.card
        assert "again" in someone.card
        assert "from side to side" in someone.card


async def test_a_colon_is_no_word_of_saying(tmp_path: Path) -> None:
    folder = write_articles(
        tmp_path / "lock",
        {"lock.txt": "Mayor: “Nobody was on the lock that night”\n\nTarn slept.\n"},
    )
    async with opened(folder, MEDIUM) as someone:
        assert "“Nobody was on the lock that night”" in someone.card
        assert ":" not in someone.card.split("\n")[0]
