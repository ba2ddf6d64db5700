"""Where a person's own files are: settings, what is remembered, what can be worked out again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def config_folder(environ: Mapping[str, str]) -> Path:
    """Config file and themes: `$XDG_CONFIG_HOME/reader`, else `~/.config/reader`."""
    return _folder(environ, "XDG_CONFIG_HOME", ".config")


def state_folder(environ: Mapping[str, str]) -> Path:
    """Sessions, details of errors: `$XDG_STATE_HOME/reader`, else `~/.local/state/reader`."""
    return _folder(environ, "XDG_STATE_HOME", ".local/state")


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Statements found before: `$XDG_CACHE_HOME/reader`, else `~/.cache/reader`."""
    return _folder(environ, "XDG_CACHE_HOME", ".cache")


def _folder(environ: Mapping[str, str], name: str, usual: str) -> Path:
    base = environ.get(name, "")
    # The standard has a relative path ignored.
    root = Path(base) if base.startswith("/") else Path(environ.get("HOME") or Path.home(), usual)
    return root / "reader"
