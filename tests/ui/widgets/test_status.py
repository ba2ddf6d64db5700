"""The status line: what is wrong is seen whole, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.disk import come_back, sidecar
from tests.ui.driving import opened

BROKEN = """\
reader: 1
article: 1-courier.txt
reviewer: alice

the-ramp-is-cracked-1234567:
  verdict: sauced
  quote: The ramp is cracked
"""
WHY = "1-courier.txt.review.alice.yaml:6: verdict is 'sauced'; did you mean 'sourced'?"


def _words(shown: str) -> str:
    return " ".join(shown.split())


@pytest.mark.parametrize("width", [60, 80, 100, 160])
async def test_why_a_sidecar_cannot_be_read_is_seen_at_any_width(harbour: Path, width: int) -> None:
    sidecar(harbour).write_text(BROKEN)
    async with opened(harbour, (width, 24)) as someone:
        assert WHY in _words(someone.status)
        assert "alice · 0 of 4" in someone.status.split("\n")[-1]


@pytest.mark.parametrize("width", [60, 100, 160])
async def test_an_error_that_stands_there_is_not_said_again(harbour: Path, width: int) -> None:
    sidecar(harbour).write_text(BROKEN)
    async with opened(harbour, (width, 24)) as someone:
        before = someone.status
        await someone.press("s")
        assert someone.status == before
        assert someone.status.count("sauced") == 1


async def test_what_else_is_said_leaves_room_for_what_is_wrong(harbour: Path) -> None:
    sidecar(harbour).write_text(BROKEN)
    async with opened(harbour, (100, 24)) as someone:
        await someone.press("z")
        assert "Nothing to undo." in someone.status
        assert WHY in _words(someone.status)


async def test_the_line_is_one_row_again_when_all_is_well(harbour: Path) -> None:
    path = sidecar(harbour)
    path.write_text(BROKEN)
    async with opened(harbour, (60, 24)) as someone:
        assert len(someone.status.split("\n")) == 3
        path.write_text(BROKEN.replace("sauced", "sourced"))
        come_back(someone)
        await someone.until(lambda: "1 of 4" in someone.status, "the verdict")
        await someone.press("j")
        await someone.until(lambda: "\n" not in someone.status, "one row")


async def test_all_verdicts_have_keys_and_signs_where_there_is_little_room(harbour: Path) -> None:
    async with opened(harbour, (60, 20)) as someone:
        assert "s ✓  u ?  d !  x ×" in someone.status
        assert "? help" in someone.status
        await someone.resize(160, 45)
        assert "s sourced  u unsourced  d disputed  x no statement" in someone.status


async def test_the_header_tells_which_pane_is_shown_where_others_have_no_room(
    harbour: Path,
) -> None:
    async with opened(harbour, (60, 20)) as someone:
        assert "1/2 Tab  0 of 4" in someone.screen.split("\n")[0]
        await someone.press("tab")
        assert "2/2 Tab  0 of 3" in someone.screen.split("\n")[0]
        await someone.resize(160, 45)
        assert "Tab" not in someone.screen.split("\n")[0]
