"""Where statements are kept between runs: one SQLite file in the user's cache folder.

It may be broken or deleted at any time: what cannot be read is found again, what cannot be written
is not kept. Several processes may use it at once.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from reader.finding.packing import UnreadablePackError, pack, unpack
from reader.folders import cache_folder
from reader.statement import Statement

_FILE = "statements-1.sqlite"
"""Another layout of the table gets another number."""
_LARGEST = 64 << 20
"""Bytes of packed statements that are kept: some 30,000 articles. Those unused longest go."""
_WAIT = 2.0
"""Seconds to wait for another process that is writing."""
_DAY = 86_400
_PRUNED_AFTER = 500
"""So many articles are kept before it is looked whether that is too much."""
_FINDER = (
    *("attribution", "article", "language", "finding"),
    *("text.py", "span.py", "statement.py", "yamltext.py", "yamlfields.py"),
)
"""The rooms and modules whose files decide what is found, and how it is kept."""


def finder_version(package: Traversable | None = None) -> bytes:
    """Tell this finder from any other by its package's files: another finds other statements."""
    digest = sha256()
    for name in _FINDER:
        _add(digest.update, (package or files("reader")).joinpath(name))
    return digest.digest()[:16]


def _add(update: Callable[[bytes], None], place: Traversable) -> None:
    update(place.name.encode())
    if not place.is_dir():
        update(place.read_bytes())
    elif place.name != "__pycache__":
        for entry in sorted(place.iterdir(), key=lambda one: one.name):
            _add(update, entry)


def open_cache(environ: Mapping[str, str]) -> StatementCache:
    """Open the user's cache; one that cannot be used keeps nothing, and nobody is told."""
    return StatementCache(cache_folder(environ), finder_version())


class StatementCache:
    """Statements by the digest of the article's bytes; usable from any thread."""

    def __init__(self, folder: Path, version: bytes, largest: int = _LARGEST) -> None:
        self._path = folder / _FILE
        self._version = version
        self._largest = largest
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._kept = 0

    def get(self, digest: str, length: int) -> list[Statement] | None:
        """Give what is kept of an article of `length` code points; None where nothing is."""
        row = self._row(digest)
        if row is None:
            return None
        try:
            return unpack(row, length)
        except UnreadablePackError:
            return None

    def put(self, digest: str, statements: Sequence[Statement]) -> None:
        """Keep an article's statements, if that is possible."""
        row = (bytes.fromhex(digest), self._version, pack(statements), _today())
        self._run("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", row)
        self._kept += 1
        if self._kept % _PRUNED_AFTER == 0:
            self.prune()

    def prune(self) -> None:
        """Let go of what was used longest ago, where there is too much, and of other finders'."""
        self._run("DELETE FROM found WHERE version <> ? AND used < ?", (self._version, _today()))
        self._run(
            "DELETE FROM found WHERE rowid IN (SELECT rowid FROM (SELECT rowid,"
            " SUM(LENGTH(packed)) OVER (ORDER BY used DESC, rowid DESC) AS total FROM found)"
            " WHERE total > ?)",
            (self._largest,),
        )

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            self._disconnect()

    def _row(self, digest: str) -> bytes | None:
        key = (bytes.fromhex(digest), self._version)
        rows = self._run("SELECT packed, used FROM found WHERE digest = ? AND version = ?", key)
        if not rows or not isinstance(rows[0][0], bytes):
            return None
        if rows[0][1] != _today():
            self._run(
                "UPDATE found SET used = ? WHERE digest = ? AND version = ?", (_today(), *key)
            )
        return rows[0][0]

    def _run(self, sql: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        """Carry out one statement of SQL; nothing comes of it where the file cannot be used."""
        with self._lock:
            try:
                if self._connection is None:
                    self._path.parent.mkdir(parents=True, exist_ok=True)
                    self._connection = _open(self._path)
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError:
                return []  # busy, full, or no permission
            except sqlite3.Error:
                self._disconnect()
                with suppress(OSError):
                    self._path.unlink()  # no database any more: nothing in it is worth keeping
                return []
            except OSError:
                return []

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False, isolation_level=None)
    try:
        # A crash of the machine may cost what was written last, which is found again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS found (digest BLOB, version BLOB, packed BLOB,"
            " used INTEGER, PRIMARY KEY (digest, version))"
        )
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _today() -> int:
    return int(time.time()) // _DAY
