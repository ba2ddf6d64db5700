"""An app that ends without a word where something fails that nobody foresaw.

Textual prints a traceback with every local variable, the article's text among them, on the screen.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.worker import WorkerFailed


class FailingApp(App[int]):
    """Keeps an error from anywhere, threads included, for whoever started the app."""

    @property
    def failure(self) -> BaseException | None:
        """What ended the app, if nobody foresaw it."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    @contextmanager
    def failing_with_threads(self) -> Iterator[None]:
        """Fail where a thread fails, which Python would only print."""
        before = threading.excepthook
        threading.excepthook = lambda thread: self._fail(thread.exc_value)
        try:
            yield
        finally:
            threading.excepthook = before

    def fail_with_tasks(self) -> None:
        """Fail where a task fails that nobody waits for; asyncio would only print it."""
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: self._fail(context.get("exception"))
        )

    def panic(self, *_: RenderableType) -> None:
        """Leave, and show nothing."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave; what Textual would print, too, is in the file with the details."""
        self._close_messages_no_wait()

    def _fail(self, error: BaseException | None) -> None:
        if not isinstance(error, Exception):
            return
        loop: Any = self._loop
        if loop is None or loop.is_closed():
            self._exception = self._exception or error
        else:
            loop.call_soon_threadsafe(self._handle_exception, error)
