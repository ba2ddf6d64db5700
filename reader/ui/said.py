"""What was said last in the status line, and how long it stands."""

from __future__ import annotations

import time
from collections.abc import Callable

STANDS = 3.0
"""Seconds that what was said stands at least, however fast the keys come."""


class Said:
    """Words that stand for some seconds or until the next key, whichever is later.

    What went wrong goes only with a key after these seconds: until then nobody can have read it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since = 0.0
        self._seen = False
        self._wrong = False
        self.forms: tuple[str, ...] = ()
        """The words, and shorter ones for where these have no room."""

    def say(self, *forms: str, wrong: bool = False) -> None:
        """Say something else, or nothing."""
        self.forms = forms
        self._since, self._seen, self._wrong = self._clock(), False, wrong

    def key(self) -> float | None:
        """A key was pressed: gives the seconds after which to look again whether it still stands.

        None where nothing is to be done.
        """
        left = self._since + STANDS - self._clock()
        if not self.forms or (self._wrong and left > 0):
            return None
        self._seen = True
        return max(left, 0.0)

    @property
    def is_over(self) -> bool:
        """True once the words have stood for long enough, and been seen."""
        return self._seen and self._clock() >= self._since + STANDS
