"""What the screen says of keys is true of the reviewer's own."""

from __future__ import annotations

from pathlib import Path

from reader.config import Config
from reader.judgement import Verdict
from tests.ui.disk import edit, judge, sidecar
from tests.ui.driving import opened

OWN = Config(
    keys={
        "sourced": ("a",),
        "disputed": ("c",),
        "note": (),
        "filter": ("F",),
        "take-back": ("backspace",),
        "undo": ("U",),
        "lost": ("L",),
        "close-pane": ("ctrl+w",),
    }
)


async def test_the_filter_is_chosen_by_the_keys_of_the_verdicts(harbour: Path) -> None:
    async with opened(harbour, config=OWN) as someone:
        await someone.press("a", "F")
        assert "a  sourced              1" in someone.sheet
        assert "F shows all again" in someone.sheet
        await someone.press("a")
        assert "only sourced" in someone.status
        await someone.press("F", "F")
        assert "only" not in someone.status
        await someone.press("F", "~")
        assert "No statement here is changed; F shows others." in someone.status


async def test_an_orphan_is_let_go_and_brought_back_by_own_keys(harbour: Path) -> None:
    judge(harbour, Verdict.SOURCED)
    edit(harbour, "“The ramp is cracked from side to side,” said Ilse Brandt, the", "The")
    async with opened(harbour, config=OWN) as someone:
        await someone.press("L")
        assert "BACKSPACE lets a judgement go" in someone.sheet
        await someone.press("backspace")
        assert "Let go; U brings it back." in someone.status
        await someone.press("U")
        await someone.saved()
    assert "sourced" in sidecar(harbour).read_text()


async def test_without_room_for_a_pane_the_key_that_makes_some_is_named(harbour: Path) -> None:
    async with opened(harbour, config=OWN) as someone:
        await someone.press("o", *"post", "tab", "o")
        assert "for a new pane close one with Ctrl+W" in someone.sheet
