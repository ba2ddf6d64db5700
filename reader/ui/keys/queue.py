"""Keys in their order: none is lost, and none outruns what those before it are still doing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from textual.events import Key, Paste

from reader.ui.keys.actions import BY_NAME
from reader.ui.keys.keymap import action_of
from reader.ui.keys.text_fields import is_text_field

if TYPE_CHECKING:
    from textual.dom import DOMNode

_SHORTLY = 0.02
"""Seconds between two looks whether a sheet can take keys."""


class Keyed(Protocol):
    """What keys are carried out on: the desk, or the sheet over it."""

    @property
    def on_desk(self) -> bool:
        """True while no sheet is over the desk: keys are actions of the table."""

    def find_field(self) -> DOMNode | None:
        """What takes a key that is no action; None while a sheet is still coming up."""

    def can(self, action: str | None) -> bool:
        """Tell whether the desk is ready for an action, or for a key that has none."""

    def act(self, action: str) -> None:
        """Carry out an action of the table."""

    async def pass_on(self, event: Key | Paste) -> bool:
        """Give a key to the field; True where all that the key does is done by then."""

    def call_later(self, callback: Callable[..., object]) -> bool:
        """Call once what has been sent so far has arrived."""

    def set_timer(self, delay: float, callback: Callable[[], object]) -> object:
        """Call in so many seconds."""


class KeyQueue:
    """Carries out keys (and what is pasted) one after the other, or keeps them until they can be.

    On the desk a key is an action of the table. One that needs statements waits until they are
    found, one for a sheet until the sheet is there, and those after it wait behind it.
    """

    def __init__(self, keyed: Keyed, keys: Mapping[str, Sequence[str]]) -> None:
        self._keyed = keyed
        self._keys = keys
        self._held: deque[Key | Paste] = deque()
        self._underway = False
        self._looking = False

    @property
    def idle(self) -> bool:
        """True while no key waits or is still on its way."""
        return not self._held and not self._underway

    @property
    def opens_sheet(self) -> bool:
        """True while a key waits that will open a sheet: those after it may be letters."""
        actions = (self._action_of(event) for event in self._held)
        return any(action and BY_NAME[action].opens_sheet for action in actions)

    async def take(self, event: Key | Paste) -> None:
        """Carry out a key, now or in its turn."""
        self._held.append(event)
        if len(self._held) == 1:
            await self._carry_out()

    def release(self) -> None:
        """Have the keys that have waited carried out, as far as they can be by now."""
        if self._held:
            self._keyed.call_later(self._carry_out)

    def take_out(self) -> list[Key | Paste]:
        """Forget the keys that wait; gives them."""
        held = [*self._held]
        self._held.clear()
        return held

    def put_back(self, events: Iterable[Key | Paste]) -> None:
        """Have keys that were taken out carried out before all others after all."""
        self._held.extendleft(reversed([*events]))
        self.release()

    async def _carry_out(self) -> None:
        while self._held and self._can(self._held[0]):
            await self._press(self._next())
        self._look_again()

    def _look_again(self) -> None:
        """Nobody tells when a sheet has come up or gone: look again shortly, one look at a time.

        Were there a look for every key held, their number would grow with the square of the keys.
        """
        if self._held and not (self._underway or self._looking or self._keyed.on_desk):
            self._looking = True
            self._keyed.set_timer(_SHORTLY, self._looked)

    def _looked(self) -> None:
        self._looking = False
        self.release()

    def _can(self, event: Key | Paste) -> bool:
        if self._underway:
            return False
        if self._keyed.on_desk:
            return self._keyed.can(self._action_of(event))
        return self._keyed.find_field() is not None

    def _next(self) -> Key | Paste:
        """The first key; letters that have piled up for a text field go into it at once."""
        first = self._held.popleft()
        if self._keyed.on_desk or not is_text_field(self._keyed.find_field()):
            return first
        letters = [_letter(first)]
        while letters[-1] and self._held and (letter := _letter(self._held[0])):
            letters.append(letter)
            self._held.popleft()
        return Paste("".join(letters)) if len(letters) > 1 else first

    async def _press(self, event: Key | Paste) -> None:
        action = self._action_of(event)
        if action is not None and self._keyed.on_desk:
            self._keyed.act(action)
            return
        field = self._keyed.find_field()
        if await self._keyed.pass_on(event) or field is None:
            return
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


def _letter(event: Key | Paste) -> str:
    """What a key types; nothing where it does something else, as Enter does."""
    return (event.character or "") if isinstance(event, Key) and event.is_printable else ""
