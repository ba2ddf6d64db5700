"""Whatever is pressed, in whatever order and haste: nothing breaks, and all of it is undone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reader.ui.keys.actions import ACTIONS
from tests.articles import HARBOUR, TIDES, write_articles
from tests.ui.driving import Reviewer, bytes_of, opened

_LEAVING = {"quit", "suspend"}
KEYS = [key for action in ACTIONS if action.name not in _LEAVING for key in action.keys]
TYPED = ["enter", "escape", "backspace", "a", "[", "y", "down", "tab", "delete", "left", "ctrl+a"]
SIZES = [(160, 45), (100, 30), (60, 20), (30, 8), (200, 12)]


async def _anything(someone: Reviewer, chance: random.Random) -> str:
    if chance.random() < 0.05:
        width, height = chance.choice(SIZES)
        await someone.resize(width, height)
        return f"{width}×{height}"
    keys = chance.choices(KEYS * 2 + TYPED * 3, k=chance.choice([1, 1, 2, 5]))
    someone.send(*keys)
    if chance.random() < 0.7:
        await someone.done()
    return " ".join(keys)


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys_in_any_haste_are_survived_and_undone(tmp_path: Path, seed: int) -> None:
    articles: dict[str, str | bytes] = {**HARBOUR, "4-tides.txt": TIDES, "5-binary.txt": b"\0\1\2"}
    folder = write_articles(tmp_path / "any", articles)
    before = bytes_of(folder)
    chance = random.Random(seed)
    done = []
    async with opened(folder) as someone:
        for _ in range(25):
            done.append(await _anything(someone, chance))
            assert someone.app.is_running, done
        await someone.done()
        while someone.app.screen is not someone.desk:
            await someone.press("escape")
        while "Nothing to undo" not in someone.status:
            await someone.press("z")
        await someone.until(lambda: not someone.app.saver.pending, f"the disk after {done}")
        assert bytes_of(folder) == before, done
