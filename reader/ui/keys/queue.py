"""Keys in their order: none is lost, and none outruns what those before it are still doing."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from textual.events import Key, Paste

from reader.ui.keys.keymap import action_of

if TYPE_CHECKING:
    from textual.dom import DOMNode

_SHORTLY = 0.02
"""Seconds between two looks whether a sheet can take keys."""


class Keyed(Protocol):
    """What keys are carried out on: the desk, or the sheet over it."""

    @property
    def on_desk(self) -> bool:
        """True while no sheet is over the desk: keys are actions of the table."""

    @property
    def field(self) -> DOMNode | None:
        """What takes a key that is no action; None while a sheet is still coming up."""

    def can(self, action: str | None) -> bool:
        """Tell whether the desk is ready for an action, or for a key that has none."""

    def act(self, action: str) -> None:
        """Carry out an action of the table."""

    def call_later(self, callback: Callable[..., object]) -> bool:
        """Call once what has been sent so far has arrived."""

    def set_timer(self, delay: float, callback: Callable[[], object]) -> object:
        """Call in so many seconds."""


class KeyQueue:
    """Carries out keys (and what is pasted) one after the other, or keeps them until they can be.

    On the desk a key is an action of the table. One that needs statements waits until they are
    found, one for a sheet until the sheet is there, and those after it wait behind it. `pass_on`
    gives a key to whatever is focused.
    """

    def __init__(
        self,
        keyed: Keyed,
        keys: Mapping[str, Sequence[str]],
        pass_on: Callable[[Key | Paste], Awaitable[None]],
    ) -> None:
        self._keyed = keyed
        self._keys = keys
        self._pass_on = pass_on
        self._held: deque[Key | Paste] = deque()
        self._underway = False

    @property
    def idle(self) -> bool:
        """True while no key waits or is still on its way."""
        return not self._held and not self._underway

    async def take(self, event: Key | Paste) -> None:
        """Carry out a key, now or in its turn."""
        if self._held or not self._can(event):
            self._held.append(event)
            self._release_soon()
        else:
            await self._press(event)

    def release(self) -> None:
        """Have the keys that have waited carried out, as far as they can be by now."""
        if self._held:
            self._keyed.call_later(self._release)

    async def _release(self) -> None:
        while self._held and self._can(self._held[0]):
            await self._press(self._held.popleft())
        self._release_soon()

    def _release_soon(self) -> None:
        """Nobody tells when a sheet has come up or gone: look again shortly."""
        if self._held and (not self._keyed.on_desk or self._can(self._held[0])):
            self._keyed.set_timer(_SHORTLY, self.release)

    def _can(self, event: Key | Paste) -> bool:
        if self._underway:
            return False
        if self._keyed.on_desk:
            return self._keyed.can(self._action_of(event))
        return self._keyed.field is not None

    async def _press(self, event: Key | Paste) -> None:
        action = self._action_of(event)
        if action is not None and self._keyed.on_desk:
            self._keyed.act(action)
            return
        field = self._keyed.field
        await self._pass_on(event)
        if field is not None:
            # Down to the field and back; and once more, for what the field tells the sheet.
            self._underway = True
            self._follow([*field.ancestors_with_self] * 2)

    def _action_of(self, event: Key | Paste) -> str | None:
        return action_of(self._keys, event) if isinstance(event, Key) else None

    def _follow(self, way: list[DOMNode]) -> None:
        """Come after a key through every queue on its way; only then may the next one go."""
        while way:
            if way.pop(0).call_later(self._follow, way):
                return
        self._underway = False
        self.release()
