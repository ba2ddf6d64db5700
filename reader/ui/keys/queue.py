"""Keys in their order: none is lost, and none outruns what those before it are still doing."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.events import Key, Paste

from reader.ui.keys.actions import ARTICLES, BY_NAME
from reader.ui.keys.keymap import action_of

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from reader.ui.app import ReaderApp

_SHORTLY = 0.02
"""Seconds between two looks whether a sheet can take keys."""


class KeyQueue:
    """Carries out keys (and what is pasted) one after the other, or keeps them until they can be.

    On the desk a key is an action of the table. One that needs statements waits until they are
    found, one for a sheet until the sheet is there, and those after it wait behind it. `pass_on`
    gives a key to whatever is focused.
    """

    def __init__(self, app: ReaderApp, pass_on: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app = app
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
            self._app.call_later(self._release)

    async def _release(self) -> None:
        while self._held and self._can(self._held[0]):
            await self._press(self._held.popleft())
        self._release_soon()

    def _release_soon(self) -> None:
        """Nobody tells when a sheet has come up or gone: look again shortly."""
        app = self._app
        sheet = app.screen is not app.desk
        if self._held and app.has_review and (sheet or app.desk.settled):
            app.set_timer(_SHORTLY, self.release)

    def _can(self, event: Key | Paste) -> bool:
        app = self._app
        if not app.has_review:
            return False
        if app.screen is not app.desk or self._underway:
            return app.screen.focused is not None and not self._underway
        action = self._action_of(event)
        if action is None:
            return True
        if BY_NAME[action].needs_statements:
            return app.desk.settled
        return app.desk.placed or BY_NAME[action].group != ARTICLES

    async def _press(self, event: Key | Paste) -> None:
        app = self._app
        action = self._action_of(event)
        if app.screen is app.desk and action is not None:
            app.desk.act(action)
            return
        field = app.screen if app.screen.focused is None else app.screen.focused
        await self._pass_on(event)
        # Down to the field and back; and once more, for what the field tells the sheet.
        self._underway = True
        self._follow([*field.ancestors_with_self] * 2)

    def _action_of(self, event: Key | Paste) -> str | None:
        return action_of(self._app.keys, event) if isinstance(event, Key) else None

    def _follow(self, way: list[DOMNode]) -> None:
        """Come after a key through every queue on its way; only then may the next one go."""
        while way:
            if way.pop(0).call_later(self._follow, way):
                return
        self._underway = False
        self.release()
