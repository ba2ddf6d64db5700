"""`reader git`: have git merge sidecars by what they mean."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.commands.console import FINE, Parser, cannot_run, write_line
from reader.storage import write_atomically

_DRIVER = "claim-reader"
_ATTRIBUTES = (f"*.review.*.yaml merge={_DRIVER}", f"speakers.*.yaml merge={_DRIVER}")
_NAME = "reader's sidecars, merged by what they mean"


class GitError(Exception):
    """git is not there, or refused; str() is a sentence."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the two settings go: one repository, or everything of this user."""

    scope: str
    attributes: Path

    @property
    def words(self) -> str:
        return "all your repositories" if self.scope == "--global" else "this repository"


def run(options: Namespace) -> int:
    """Install or uninstall the merge driver, saying what changed; 2 where git cannot be used."""
    try:
        place = _everywhere() if options.everywhere else _here()
        changes = _install(place) if options.action == "install" else _uninstall(place)
    except (GitError, OSError) as error:
        return cannot_run(_sentence(error))
    done = "installed" if options.action == "install" else "uninstalled"
    for change in changes or [f"The merge driver is {done} for {place.words}: nothing to change."]:
        write_line(change)
    return FINE


def arguments(parser: Parser) -> None:
    """Say what it takes."""
    parser.usage = "reader git install|uninstall [--global]"
    parser.description = (
        "Set up git to merge one reviewer's work from two machines entry by entry. Different"
        " reviewers' work merges without this."
    )
    parser.add_argument("action", choices=("install", "uninstall"), metavar="install|uninstall")
    parser.add_argument(
        "--global",
        dest="everywhere",
        action="store_true",
        help="for all your repositories, not only the one you are in",
    )


def _here() -> _Place:
    top = _git("rev-parse", "--show-toplevel", missing="")
    if not top:
        raise GitError(
            "This folder is not in a git working tree:"
            " change to the one that holds your articles, or use --global."
        )
    attributes = Path(top) / ".gitattributes"
    if attributes.is_symlink():
        raise GitError(f"{attributes} is a link, which git does not follow: make it a file first.")
    return _Place("--local", attributes)


def _everywhere() -> _Place:
    named = _git("config", "--global", "--type=path", "core.attributesFile", missing="")
    config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return _Place("--global", Path(named or f"{config}/git/attributes").expanduser())


def _install(place: _Place) -> list[str]:
    changes = []
    command = _command()
    settings = ((f"merge.{_DRIVER}.name", _NAME), (f"merge.{_DRIVER}.driver", command))
    for name, value in settings:
        if _git("config", place.scope, name, missing="") != value:
            _git("config", place.scope, name, value)
            changes.append(f"Set {name} for {place.words}: {value}")
    lines = _lines(place.attributes)
    there = {line.strip() for line in lines}
    missing = [attribute for attribute in _ATTRIBUTES if attribute not in there]
    if missing:
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        place.attributes.parent.mkdir(parents=True, exist_ok=True)
        _write(place.attributes, [*lines, *(f"{attribute}\n" for attribute in missing)])
        changes += [f"Added to {place.attributes}: {attribute}" for attribute in missing]
        if place.scope == "--local":
            changes.append("Commit .gitattributes; whoever clones runs `reader git install` once.")
    return changes


def _uninstall(place: _Place) -> list[str]:
    changes = []
    if _git("config", place.scope, "--get-regexp", rf"^merge\.{_DRIVER}\.", missing=""):
        _git("config", place.scope, "--remove-section", f"merge.{_DRIVER}")
        changes.append(f"Removed merge.{_DRIVER} from the configuration of {place.words}.")
    lines = _lines(place.attributes)
    kept = [line for line in lines if line.strip() not in _ATTRIBUTES]
    if kept == lines:
        return changes
    gone = [line.strip() for line in lines if line.strip() in _ATTRIBUTES]
    if kept:
        _write(place.attributes, kept)
        changes += [f"Removed from {place.attributes}: {attribute}" for attribute in gone]
    else:
        place.attributes.unlink()
        changes.append(f"Removed {place.attributes}, which held nothing else.")
    return changes


def _command() -> str:
    """Write the driver's command: this interpreter, never a module of the reviewed folder."""
    # -P keeps the current folder, which is the repository's, off the import path.
    call = [sys.executable, "-P", "-m", "reader"]
    try:
        # From the root, as a reader that only runs from its own source folder would fail there.
        subprocess.run([*call, "--version"], cwd="/", check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise GitError(
            f"git could not start the reader as {shlex.join(call)}:"
            " install the package claim-reader with this Python first."
        ) from error
    return f"{shlex.join(call).replace('%', '%%')} merge %O %A %B %P"


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return []
    return text.splitlines(keepends=True)


def _write(path: Path, lines: Sequence[str]) -> None:
    write_atomically(path, "".join(lines).encode("utf-8", "surrogateescape"))


def _git(*arguments: str, missing: str | None = None) -> str:
    """Run git; where it refuses give `missing`, or raise GitError if that is None."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise GitError("git is not installed, or not on the PATH.") from error
    if done.returncode == 0:
        return done.stdout.removesuffix("\n")
    if missing is not None:
        return missing
    raise GitError(f"git {arguments[0]} failed: {done.stderr.strip() or done.returncode}.")


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} could not be changed: {(error.strerror or '').lower()}."
    return str(error)
