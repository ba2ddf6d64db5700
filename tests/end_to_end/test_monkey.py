"""A monkey at the keyboard and in the folder, for a moment; `make soak` has it play for long."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.monkey import Monkey

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(("seed", "wild"), [(1, False), (2, True)], ids=["calm", "wild"])
def test_a_monkey_breaks_nothing(tmp_path: Path, seed: int, wild: bool) -> None:
    monkey = Monkey(tmp_path, seed, wild=wild)
    try:
        monkey.play(40)
    except AssertionError as error:
        error.add_note("after " + " · ".join(monkey.done))
        raise
