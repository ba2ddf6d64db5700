"""The order of keys, whatever has to be waited for; no key costs more because others wait too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.widgets import Input

from reader.ui.keys.keymap import keymap
from reader.ui.keys.queue import KeyQueue


class Field(Input):
    """A text field, whose own queue is empty."""

    @property
    def ancestors_with_self(self) -> list[DOMNode]:
        """Nothing above it."""
        return [self]

    def call_later(self, callback: Callable[..., object], *given: object, **_: object) -> bool:
        """Call at once."""
        callback(*given)
        return True


class Table:
    """A desk, and a sheet over it once `c` was pressed and `comes_up` was called."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.timers: list[Callable[[], object]] = []
        self.later: list[Callable[..., object]] = []
        self.on_desk = True
        self.is_ready = True
        self._field: Field | None = None

    def comes_up(self) -> None:
        self._field = Field()

    def find_field(self) -> DOMNode | None:
        return self._field

    def can(self, action: str | None) -> bool:
        return self.is_ready

    def act(self, action: str) -> None:
        self.done.append(action)
        self.on_desk = action != "note"

    async def pass_on(self, event: Key | Paste) -> bool:
        self.done.append(event.text if isinstance(event, Paste) else event.key)
        return False

    def call_later(self, callback: Callable[..., object]) -> bool:
        self.later.append(callback)
        return True

    def set_timer(self, delay: float, callback: Callable[[], object]) -> object:
        self.timers.append(callback)
        return None

    async def goes_on(self) -> None:
        """Do all that was put off."""
        while self.later or self.timers:
            for callback in [self.later.pop(0)] if self.later else [self.timers.pop(0)]:
                result = callback()
                if asyncio.iscoroutine(result):
                    await result


def _queue() -> tuple[Table, KeyQueue]:
    table = Table()
    return table, KeyQueue(table, keymap({}))


async def _type(queue: KeyQueue, letters: str) -> None:
    for letter in letters:
        await queue.take(Key("enter" if letter == "\r" else letter, letter))


async def test_keys_on_the_desk_are_carried_out_at_once_and_wait_behind_one_that_cannot() -> None:
    table, queue = _queue()
    await _type(queue, "jk")
    table.is_ready = False
    await _type(queue, "su")
    assert table.done == ["next-statement", "previous-statement"]
    assert not queue.idle
    table.is_ready = True
    queue.release()
    await table.goes_on()
    assert table.done[2:] == ["sourced", "unsourced"]
    assert queue.idle


async def test_a_thousand_letters_for_a_sheet_that_comes_up_are_looked_after_once() -> None:
    table, queue = _queue()
    letters = "sudx" * 250
    await _type(queue, "c" + letters)
    assert table.done == ["note"]
    assert len(table.timers) == 1
    table.comes_up()
    await table.goes_on()
    assert table.done == ["note", letters]
    assert queue.idle


async def test_letters_go_in_together_and_never_past_another_key() -> None:
    table, queue = _queue()
    await _type(queue, "cab\rc")
    await queue.take(Paste("pasted"))
    await _type(queue, "de")
    table.comes_up()
    await table.goes_on()
    assert table.done == ["note", "ab", "enter", "c", "pasted", "de"]


async def test_keys_that_were_taken_out_come_before_those_typed_since() -> None:
    table, queue = _queue()
    table.is_ready = False
    await _type(queue, "su")
    held = queue.take_out()
    assert queue.idle
    await _type(queue, "d")
    queue.put_back(held)
    table.is_ready = True
    await table.goes_on()
    assert table.done == ["sourced", "unsourced", "disputed"]


async def test_what_comes_after_a_key_that_opens_a_sheet_may_be_letters() -> None:
    table, queue = _queue()
    table.is_ready = False
    await _type(queue, "sj")
    assert not queue.opens_sheet
    await _type(queue, "c")
    assert queue.opens_sheet
