"""An app in which every key has its turn: what is typed is never lost and never taken for another.

Textual gives a key to whatever has the focus when it arrives. Here it waits until what was typed
before it is done, and it is an action of the table wherever no sheet is over the desk.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from reader.text import safe
from reader.ui.keys.keyboard import Keyboard
from reader.ui.keys.keymap import action_of
from reader.ui.keys.queue import KeyQueue
from reader.ui.keys.text_fields import is_text_field
from reader.ui.leaving import PATIENCE, Leaving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.dom import DOMNode
    from textual.driver import Driver

    from reader.ui.screens.desk import Desk

_COPY, _WAYS_OUT = "ctrl+c", frozenset({"ctrl+c", "ctrl+q"})
"""What leaves whatever is bound to it; Ctrl+C copies where everybody means that by it."""
_TO_SHELL = "ctrl+z"


class KeyedApp(App[int]):
    """The keyboard's way to the desk and to the sheets over it."""

    desk: Desk
    keys: Mapping[str, Sequence[str]]
    leaving: Leaving
    queue: KeyQueue

    def get_driver_class(self) -> type[Driver]:
        """Where Textual would read the keyboard, read it ourselves."""
        usual = super().get_driver_class()
        return Keyboard if usual is LinuxDriver else usual

    def can(self, action: str | None) -> bool:
        """Tell whether the desk is ready for an action, or for a key that has none."""
        raise NotImplementedError

    def act(self, action: str) -> None:
        """Carry out an action of the table."""
        raise NotImplementedError

    def call_off(self) -> bool:
        """Stop what the desk is doing, if that can be stopped; False where nothing was."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Have every key, and what is pasted, carried out in its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        # Somebody types, whatever the terminal said of its window.
        self.app_focus = True
        if isinstance(event, events.Paste):
            # A clipboard may hold anything, and a field would show it as it is.
            event.text = safe(event.text.replace("\r\n", "\n").replace("\r", "\n"))
            await self.queue.take(event)
        elif event.key == "escape" and self.on_desk and self.call_off():
            self.queue.take_out()
        elif event.key != _COPY or not self._copied():
            leaves = self._means_to_leave(event)
            await self.queue.take(event)
            if leaves and not self.queue.idle:
                self.set_timer(PATIENCE, partial(self.leaving.give_up_waiting, event))

    @property
    def on_desk(self) -> bool:
        """True while no sheet is over the desk."""
        return self.screen_stack[-1:] == [self.desk]

    def find_field(self) -> DOMNode | None:
        """What a key goes to; None while a sheet is still coming up."""
        if self.on_desk:
            return self.desk.focused or self.desk
        if not self.screen_stack:
            return None  # At the very end.
        if self.screen.focused is None and self.screen.is_mounted:
            self.screen.focus_next()  # It came up, or was clicked, while nothing could be focused.
        return self.screen.focused

    async def pass_on(self, event: events.Key | events.Paste) -> bool:
        """Give a key to the desk or the sheet; True where all that it does is done by then."""
        from reader.ui.screens.sheet import Sheet  # Not before the first paint.

        screen = self.screen
        is_direct = self.on_desk or (isinstance(screen, Sheet) and screen.is_direct)
        key = event.key if isinstance(event, events.Key) else ""
        bound = screen.active_bindings.get(key)
        if key in _WAYS_OUT and not (key == _COPY and is_text_field(screen.focused)):
            self.leaving.leave()
        elif bound is not None and (is_direct or bound.binding.priority):
            await self.run_action(bound.binding.action, bound.node)
        elif key == _TO_SHELL:
            self.action_suspend_process()
        elif not is_direct:
            await super().on_event(event)
            return False
        elif key == "escape":
            screen.clear_selection()
        # A key without a meaning ends here: on Textual's way it might meet the next sheet.
        return self.screen is screen

    def _means_to_leave(self, event: events.Key) -> bool:
        """Tell whether a key will leave, and is no letter for a sheet that is coming up."""
        asked = self.on_desk and action_of(self.keys, event) == "quit"
        return (asked and not self.queue.opens_sheet) or event.key in _WAYS_OUT

    def _copied(self) -> bool:
        """Copy what the mouse has selected; False where nothing is."""
        selected = self.screen.get_selected_text()
        if not selected:
            return False
        self.copy_to_clipboard(selected)
        self.screen.clear_selection()
        self.desk.say("Copied.")
        return True
