"""What happened stands in its own place, for some seconds and until the next key."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.said import Said
from tests.ui.driving import NARROW, opened


class Clock:
    """A clock that goes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr("reader.ui.said.STANDS", 3.0)
    return Clock()


def test_words_stand_for_seconds_although_keys_come(clock: Clock) -> None:
    said = Said(clock)
    said.say("Copied.")
    clock.now += 1
    assert said.key() == 2.0
    assert not said.is_over
    clock.now += 2
    assert said.is_over


def test_words_stand_until_a_key_however_long_that_takes(clock: Clock) -> None:
    said = Said(clock)
    said.say("Copied.")
    clock.now += 60
    assert not said.is_over
    assert said.key() == 0.0
    assert said.is_over


def test_what_went_wrong_is_not_taken_away_by_a_key_that_comes_at_once(clock: Clock) -> None:
    said = Said(clock)
    said.say("The disk is full.", wrong=True)
    clock.now += 1
    assert said.key() is None
    clock.now += 60
    assert not said.is_over
    assert said.key() == 0.0


def test_other_words_stand_for_seconds_of_their_own(clock: Clock) -> None:
    said = Said(clock)
    said.say("One.")
    said.key()
    clock.now += 2
    said.say("Two.")
    clock.now += 2
    assert not said.is_over
    assert said.key() == 1.0


async def test_a_verdict_is_told_beside_the_counts_with_the_key_that_takes_it_back(
    harbour: Path,
) -> None:
    async with opened(harbour) as someone:
        await someone.press("s")
        assert "✓ sourced · Ilse Brandt · z takes it back" in someone.status
        assert "alice · 1 of 4 · ✓1" in someone.status
        assert "? help" in someone.status
        await someone.press("j")
        assert "takes it back" not in someone.status


async def test_a_verdict_takes_no_row_of_its_own_where_there_is_little_room(harbour: Path) -> None:
    async with opened(harbour, NARROW) as someone:
        await someone.press("s")
        await someone.saved()
        assert "\n" not in someone.status
        assert "alice · 1 of 4 · ✓1 · saved" in someone.status
        assert "✓ sourced" in someone.status


async def test_a_verdict_leaves_room_for_the_next(harbour: Path) -> None:
    async with opened(harbour, (80, 24)) as someone:
        await someone.press("s")
        await someone.saved()
        assert "✓ sourced  s ✓  u ?  d !  x ×  " in someone.status
        assert someone.status.endswith("? help")


async def test_undo_says_what_was_taken_back(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press("d", "z")
        assert "Undone: disputed · Ilse Brandt" in someone.status


async def test_words_go_by_themselves_once_a_key_was_pressed(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(harbour) as someone:
        monkeypatch.setattr("reader.ui.said.STANDS", 0.2)
        await someone.press("k")
        assert "This is the first statement." in someone.status
        someone.desk.hush()
        await someone.until(lambda: "This is the first" not in someone.status, "the words to go")
