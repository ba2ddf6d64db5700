"""Leaving: once nothing would be lost by it, and after a question where something would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.background import in_background

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key, Paste

    from reader.storage import Saver
    from reader.ui.keys.queue import KeyQueue
    from reader.ui.saving import Saving
    from reader.ui.screens.desk import Desk

PATIENCE = 1.0
"""Seconds that leaving waits for the disk, and for what was typed before, until it asks."""


class Leaving:
    """Ends an app with 0, or with 1 where the reviewer left something behind."""

    def __init__(self, app: App[int], desk: Desk, queue: KeyQueue) -> None:
        self._app = app
        self._desk = desk
        self._queue = queue
        self._saver: Saver | None = None
        self._saving: Saving | None = None
        self._underway = False

    def begin(self, saver: Saver, saving: Saving) -> None:
        """From now on there may be something to save."""
        self._saver = saver
        self._saving = saving

    def leave(self) -> None:
        """Quit, or ask where that would lose something."""
        self._start([])

    def give_up_waiting(self, event: Key) -> None:
        """Leave, or ask, although a key that leaves still waits behind others."""
        held = self._queue.take_out()
        waiting = [one for one in held if one is not event]
        if len(waiting) < len(held) and not self._underway:
            self._start(waiting)
        else:
            self._queue.put_back(held)

    def _start(self, waiting: list[Key | Paste]) -> None:
        # Whoever asks again while it is under way, or asked, neither delays nor answers it.
        if not self._underway:
            self._underway = True
            self._app.run_worker(self._leave(waiting))

    async def _leave(self, waiting: list[Key | Paste]) -> None:
        unsaved = await self._save()
        drafts = self._desk.drafts()
        if not (unsaved or drafts or waiting):
            self._underway = False
            self._app.exit(0)
            return
        from reader.ui.screens.leave import LeaveScreen

        def answered(leaves: bool | None) -> None:
            self._underway = False
            if leaves:
                self._app.exit(1)
            else:
                self._queue.put_back(waiting)

        self._app.push_screen(LeaveScreen(unsaved, drafts, len(waiting)), answered)

    async def _save(self) -> str:
        """Save what there is to save; gives what is still not, and why."""
        saver, saving = self._saver, self._saving
        if saver is None or saving is None:
            return ""
        if await in_background(lambda: saver.flush(PATIENCE)):
            return ""
        changes = "One change is" if saver.pending == 1 else f"{saver.pending} changes are"
        return f"{changes} not on disk yet.\n{saving.state[0]}"
