"""N goes to what most needs an eye, says why, and goes on to the next when it is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.judgement import Verdict
from tests.articles import write_articles
from tests.survey.corpus import FILES, write_corpus
from tests.ui.disk import judge
from tests.ui.driving import NARROW, Reviewer, opened

_QUIET = """\
---
outlet: Quiet Post
story: Quay
---
“The quay is open,” said Ilse Brandt, the harbour master.

“The crane is new,” said Tomas Reyle, who speaks for the line.
"""
_LOUD = """\
---
outlet: Loud Mail
story: Quay
---
“The mayor was late,” said Maud Okter, who owns the bakery.

“The quay will be sold,” an official said.

“We were warned,” admitted Anders Holm, a mechanic.
"""


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "quay", {"1.md": _QUIET, "2.md": _LOUD})


def quote(someone: Reviewer) -> str:
    return someone.item.anchor.quote


async def test_the_weightiest_reason_goes_first_and_then_the_others(quay: Path) -> None:
    async with opened(quay, NARROW) as someone:
        await someone.press("tab", "N")
        assert "will be sold" in quote(someone)
        assert "Needs an eye: anonymous." in someone.status
        await someone.press("N")
        assert "We were warned" in quote(someone)
        assert "Needs an eye: loaded cue." in someone.status
        await someone.press("N")
        assert "The mayor was late" in quote(someone)
        assert "Nothing stands out" in someone.status


async def test_a_story_is_looked_through_as_a_whole(quay: Path) -> None:
    async with opened(quay, compares=True) as someone:
        await someone.until(lambda: someone.desk.tellings and someone.desk.tellings.complete)
        assert someone.reading.file.name == "1.md"
        await someone.press("N")
        await someone.until(lambda: someone.idle and someone.reading.file.name == "2.md")
        assert "will be sold" in quote(someone)


async def test_after_all_had_their_turn_they_begin_anew(quay: Path) -> None:
    async with opened(quay, NARROW) as someone:
        await someone.press("tab", "N", "N", "N", "N")
        assert "will be sold" in quote(someone)
        await someone.press("u", "N")
        assert "We were warned" in quote(someone)


async def test_what_was_left_for_a_moment_only_is_still_the_next(quay: Path) -> None:
    async with opened(quay, NARROW) as someone:
        await someone.press("tab", "N", "k", "N")
        assert "will be sold" in quote(someone)


async def test_back_goes_to_where_one_was(quay: Path) -> None:
    async with opened(quay, NARROW) as someone:
        await someone.press("tab")
        before = quote(someone)
        await someone.press("N")
        assert quote(someone) != before
        await someone.press("'")
        await someone.until(lambda: quote(someone) == before)


async def test_contradicted_goes_before_all_else(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    async with opened(folder, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings and desk.tellings.complete)
        names = [name for name in FILES if name.startswith("1-")]
        await someone.until(
            lambda: desk.tellings and all(desk.tellings.told(name) is not None for name in names),
            "what is told elsewhere",
        )
        await someone.press("j", "j", "N")
        assert "Thirty-one" in quote(someone)
        assert "Needs an eye: contradicted elsewhere." in someone.status


async def test_when_a_story_is_done_another_is_gone_to(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    judge(folder, *[Verdict.SOURCED] * 3, name="1-ferry/gazette.md")
    judge(folder, *[Verdict.SOURCED] * 2, name="1-ferry/wire.md")
    async with opened(folder, NARROW, compares=True) as someone:
        desk = someone.desk
        await someone.until(lambda: desk.tellings and desk.tellings.complete)
        await someone.press("N")
        await someone.until(lambda: someone.idle and "Four trees" in quote(someone))
        await someone.press("s", "N")
        assert "Every statement of every article has been reviewed." in someone.status


async def test_before_all_is_compared_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_corpus(tmp_path / "corpus")
    async with opened(folder, compares=True) as someone:
        tellings = someone.desk.tellings
        assert tellings is not None
        monkeypatch.setattr(tellings, "told", lambda name: None)
        await someone.press("N")
        assert "Not all is compared yet." in someone.status
