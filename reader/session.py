"""Where a reviewer left off: kept when the screen closes, taken up when it opens again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reader.files import UnreadableError, read_regular
from reader.folders import state_folder

_MOST_BYTES = 1 << 20
_MOST_FILES = 200
"""Corpora whose sessions are kept; those left longest ago go."""
_MOST_PANES = 3


@dataclass(frozen=True, slots=True)
class PanePlace:
    """What one pane showed: an article by name, the statement in focus by key ("" for none).

    `top` is the code point at which its first row began.
    """

    article: str
    key: str = ""
    top: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """The panes from left to right, which one was active, and the filter by name ("" for none)."""

    panes: tuple[PanePlace, ...] = ()
    active: int = 0
    filter: str = ""

    def plain(self) -> dict[str, Any]:
        """The session as JSON takes it."""
        return asdict(self)


class Sessions:
    """The sessions of one corpus, by reviewer; `bounds` are the resolved paths it was opened by.

    Nothing here raises: a session that cannot be read or kept is none.
    """

    def __init__(self, bounds: Sequence[Path], environ: Mapping[str, str]) -> None:
        self._corpus = sorted(map(str, bounds))
        told = "\0".join(self._corpus).encode("utf-8", "surrogateescape")
        name = hashlib.sha256(told).hexdigest()[:16]
        self._path = state_folder(environ) / "sessions" / f"{name}.json"

    def of(self, reviewer: str) -> Session | None:
        """Where a reviewer left off; None who was never here."""
        return session_from(self._known().get(reviewer))

    def last(self) -> Session | None:
        """Where whoever was here last left off."""
        known = self._known()
        return session_from(known.get(next(reversed(known)))) if known else None

    def keep(self, reviewer: str, session: Session) -> None:
        """Remember where a reviewer left off."""
        import json

        known = {name: one for name, one in self._known().items() if name != reviewer}
        corpus = [path.encode("utf-8", "replace").decode() for path in self._corpus]
        kept = {"corpus": corpus, "reviewers": known | {reviewer: session.plain()}}
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = self._path.with_suffix(f".{os.getpid()}")
            descriptor = os.open(
                beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600
            )
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(kept, file, indent=1)
            beside.replace(self._path)
            self._tidy()

    def _tidy(self) -> None:
        old = sorted(self._path.parent.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in old[: max(0, len(old) - _MOST_FILES)]:
            path.unlink()

    def _known(self) -> dict[str, Any]:
        """What is kept of each reviewer, whoever left last at the end."""
        try:
            raw = read_regular(self._path, most=_MOST_BYTES)
        except UnreadableError:
            return {}
        import json  # The first paint waits for it only where there is something to read.

        try:
            found = json.loads(raw)
        except (ValueError, RecursionError):
            return {}
        part = found.get("reviewers") if isinstance(found, dict) else None
        return part if isinstance(part, dict) else {}


def session_from(found: object) -> Session | None:
    """Make a session of what `plain` gave; None where somebody made something else of it."""
    match found:
        case {"panes": [*panes], "active": int(active), "filter": str(wanted)}:
            places = [_place(pane) for pane in panes[:_MOST_PANES]]
            known = tuple(place for place in places if place is not None)
            return Session(known, max(0, min(active, len(known) - 1)), wanted) if known else None
    return None


def _place(found: object) -> PanePlace | None:
    match found:
        case {"article": str(article), "key": str(key), "top": int(top)}:
            return PanePlace(article, key, max(0, top))
    return None
