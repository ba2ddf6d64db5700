"""What the screen says while articles are compared, and when the process that does it is gone."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from reader.ui.elsewhere.tellings import Tellings
from tests.survey.corpus import write_corpus
from tests.ui.driving import WIDE, Reviewer, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def tellings(someone: Reviewer) -> Tellings:
    assert someone.desk.tellings is not None
    return someone.desk.tellings


async def compared(someone: Reviewer) -> None:
    await someone.until(lambda: tellings(someone).complete, "all to be compared")


def kill(someone: Reviewer) -> None:
    os.kill(tellings(someone)._process._process.pid, signal.SIGKILL)


async def test_how_far_the_comparison_is_stands_in_the_status_line_until_it_is_done(
    folder: Path,
) -> None:
    async with opened(folder, WIDE, compares=True) as someone:
        await compared(someone)
        assert "compared" not in someone.status
        tellings(someone).complete = False
        someone.desk.update()
        assert "3 of 3 compared" in someone.status


async def test_a_process_that_dies_is_started_again_and_then_calmly_missed(folder: Path) -> None:
    async with opened(folder, WIDE, compares=True) as someone:
        await compared(someone)
        kill(someone)
        await someone.until(lambda: tellings(someone)._starts == 2, "a second process")
        await compared(someone)
        await someone.until(lambda: "≠ State Wire" in someone.card, "what it answers")
        kill(someone)
        await someone.until(lambda: "no longer compared" in someone.status)
        await someone.press("j")
        assert "not compared" in someone.status
        assert "elsewhere    not compared" in someone.card
        await someone.press("s")
        assert someone.verdicts == ["-", "sourced", "-"]
        await someone.press("}")
        assert "Story 2: Frost" in someone.status


async def test_what_was_known_stays_while_another_process_begins(folder: Path) -> None:
    async with opened(folder, WIDE, compares=True) as someone:
        await compared(someone)
        assert "Ferry 1/2" in someone.screen
        kill(someone)
        await someone.until(lambda: tellings(someone)._starts == 2)
        assert "Ferry 1/2" in someone.screen
