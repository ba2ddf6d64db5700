"""Saves files off the key's path, one thread for the whole run."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.storage.errors import SidecarError
from reader.storage.file_store import FileStore
from reader.text import safe_line

AnyStore = FileStore[Any, Any]

RETRY_AFTER = 0.5
_LONGEST_DELAY = 15.0
"""Seconds between tries: soon after a hiccup, seldom enough for a disk that stays full."""


@dataclass(frozen=True, slots=True)
class Written:
    """A store's edits are on disk for good: `document` is what the file holds now.

    `refused` are edits that no longer fitted, each with its reason; `pending` counts what the whole
    run has still to save.
    """

    store: AnyStore
    document: Any
    refused: tuple[tuple[Any, str], ...]
    pending: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A save failed for a reason, a sentence; its edits stay pending and are tried again."""

    store: AnyStore
    reason: str
    pending: int


@dataclass(slots=True)
class _Waiting:
    """One store's edits that are not on disk yet, and when to try next."""

    delay: float
    due: float = 0.0
    edits: list[Any] = field(default_factory=list)


class Saver:
    """Takes edits from the key's path without waiting, and saves them in their order.

    `report` is called in the saver's thread, once for each save that succeeded or failed; it must
    not wait for the thread that calls `flush`. A failed save is tried again after `retry_after`
    seconds, then after twice as long each time.
    """

    def __init__(
        self, report: Callable[[Written | Failed], None], retry_after: float = RETRY_AFTER
    ) -> None:
        self._report = report
        self._retry_after = retry_after
        self._changed = threading.Condition()
        self._waiting: dict[AnyStore, _Waiting] = {}
        self._sweeps: dict[Path, AnyStore] = {}
        self._reporting = False
        self._closing = False
        self._thread: threading.Thread | None = None

    @property
    def pending(self) -> int:
        """How many edits are not on disk yet."""
        with self._changed:
            return self._count()

    def unsaved(self, store: AnyStore) -> tuple[Any, ...]:
        """Give the edits of a store that are not on disk yet, in their order."""
        with self._changed:
            waiting = self._waiting.get(store)
            return tuple(waiting.edits) if waiting else ()

    def submit(self, store: AnyStore, edit: Any) -> None:
        """Have an edit saved; returns at once."""
        with self._changed:
            self._waiting.setdefault(store, _Waiting(self._retry_after)).edits.append(edit)
            self._wake()

    def sweep(self, store: AnyStore) -> None:
        """Have what killed writers left in a store's folder removed; returns at once."""
        with self._changed:
            self._sweeps[store.path.parent] = store
            self._wake()

    def retry(self) -> None:
        """Try now what has failed, as after the folder's owner mended something."""
        with self._changed:
            for waiting in self._waiting.values():
                waiting.due = 0.0
            self._wake()

    def flush(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds for everything to be saved; False if something is not."""
        self.retry()
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy, timeout)

    def close(self, timeout: float) -> bool:
        """Flush, and end the thread; False if edits remain that are in no file."""
        saved = self.flush(timeout)
        with self._changed:
            self._closing = True
            thread = self._thread
            self._changed.notify_all()
        if thread is not None:
            thread.join(timeout)
        return saved

    def _wake(self) -> None:
        if (self._thread is None or not self._thread.is_alive()) and not self._closing:
            # A daemon: a disk that hangs must not keep the program from ending.
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                store = self._next()
                while store is None and not self._sweeps and not self._closing:
                    self._changed.wait(self._pause())
                    store = self._next()
                if self._closing:
                    return
                edits = tuple(self._waiting[store].edits) if store else ()
                sweeps = list(self._sweeps.values()) if store is None else []
                if store is None:
                    self._sweeps.clear()
            for one in sweeps:
                # A folder that cannot be swept says why at the first save.
                with suppress(Exception):
                    one.sweep()
            if store is not None:
                self._save(store, edits)

    def _save(self, store: AnyStore, edits: tuple[Any, ...]) -> None:
        try:
            saved = store.save(edits)
        except Exception as error:  # noqa: BLE001 - the thread must live: nothing else saves
            with self._changed:
                waiting = self._waiting[store]
                waiting.due = time.monotonic() + waiting.delay
                waiting.delay = min(waiting.delay * 2, _LONGEST_DELAY)
                pending = self._count()
            self._tell(Failed(store, _reason(store, error), pending))
            return
        with self._changed:
            waiting = self._waiting[store]
            del waiting.edits[: len(edits)]
            waiting.due, waiting.delay = 0.0, self._retry_after
            if not waiting.edits:
                del self._waiting[store]
            pending = self._count()
            # Whoever waits in `flush` finds everything reported.
            self._reporting = True
        self._tell(Written(store, saved.document, saved.refused, pending))
        with self._changed:
            self._reporting = False
            self._changed.notify_all()

    def _tell(self, what: Written | Failed) -> None:
        # The window may be gone while its last verdicts are still to be saved.
        with suppress(Exception):
            self._report(what)

    @property
    def _busy(self) -> bool:
        return bool(self._waiting) or self._reporting

    def _next(self) -> AnyStore | None:
        now = time.monotonic()
        return next((one for one, waiting in self._waiting.items() if waiting.due <= now), None)

    def _pause(self) -> float | None:
        dues = [waiting.due for waiting in self._waiting.values()]
        return max(0.0, min(dues) - time.monotonic()) if dues else None

    def _count(self) -> int:
        return sum(len(waiting.edits) for waiting in self._waiting.values())


def _reason(store: AnyStore, error: Exception) -> str:
    if isinstance(error, SidecarError):
        return str(error)
    return f"{store.where}: an unexpected error, {type(error).__name__}: {safe_line(str(error))}"
