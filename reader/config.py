"""What a person has set once and for all: reviewer, theme, keys."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.files import UnreadableError, read_regular
from reader.text import NotText, decode, safe_line
from reader.yamltext import YamlError, compose, line_at

if TYPE_CHECKING:
    import yaml

FIELDS = ("reviewer", "theme", "keys")

_GIT_SECONDS = 2.0
"""Git answers in milliseconds; a folder on a sleeping network drive must not hold the start."""


@dataclass(frozen=True, slots=True)
class Config:
    """The config file's settings, and a sentence for each that could not be taken.

    `keys` has the keys of an action by its name; whether there is such an action is not known here.
    """

    reviewer: str = ""
    theme: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where the config file and a person's own themes are."""
    base = environ.get("XDG_CONFIG_HOME", "")
    # The standard has a relative path ignored.
    root = (
        Path(base) if base.startswith("/") else Path(environ.get("HOME") or Path.home(), ".config")
    )
    return root / "reader"


def read_config(environ: Mapping[str, str]) -> Config:
    """Read config.yaml from the config folder; never raises, what is wrong is in `problems`."""
    path = config_folder(environ) / "config.yaml"
    if not os.path.lexists(path):
        return Config()
    try:
        return _Reading(path, decode(read_regular(path)).text).config()
    except (UnreadableError, NotText) as error:
        return Config(problems=(f"{safe_line(str(path))} cannot be read: {error}.",))


def resolve_reviewer(
    option: str | None, environ: Mapping[str, str], config: Config, folder: Path
) -> str:
    """Return who judges: the option, $READER_REVIEWER, the config, git's e-mail, the user's name.

    `folder` is where git is asked, since a repository can have an e-mail of its own.
    """
    for name in (option, environ.get("READER_REVIEWER"), config.reviewer):
        if name and name.strip():
            return name.strip()
    return _git_email(folder) or _user_name(environ)


def _git_email(folder: Path) -> str:
    import subprocess

    try:
        asked = subprocess.run(
            ["git", "config", "--get", "user.email"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.decode("utf-8", "replace").strip()


def _user_name(environ: Mapping[str, str]) -> str:
    for variable in ("LOGNAME", "USER"):
        if environ.get(variable):
            return environ[variable]
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run under a number that has no name
        return "reviewer"


class _Reading:
    """One pass over the file: takes what is right, and says of the rest where and why."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._problems: list[str] = []

    def config(self) -> Config:
        try:
            fields = compose(self._text)
        except YamlError as error:
            self._problem(error.line, error.message)
            return Config(problems=tuple(self._problems))
        found = Config()
        for key, value in fields.value:
            if key.value == "keys":
                found = replace(found, keys=self._keys(value))
            elif key.value == "reviewer":
                found = replace(found, reviewer=self._word(key.value, value))
            elif key.value == "theme":
                found = replace(found, theme=self._word(key.value, value))
            else:
                self._unknown(key)
        return replace(found, problems=tuple(self._problems))

    def _keys(self, node: yaml.Node) -> dict[str, tuple[str, ...]]:
        if node.tag.endswith(":null"):
            return {}
        if not node.tag.endswith(":map"):
            self._wrong(node, "keys takes a list of actions, each with its key (open: o)")
            return {}
        keys: dict[str, tuple[str, ...]] = {}
        for action, value in node.value:
            items = value.value if value.tag.endswith(":seq") else [value]
            words = tuple(item.value for item in items if item.tag.endswith(":str") and item.value)
            if items and len(words) == len(items):
                keys[action.value] = words
            else:
                self._wrong(value, f"the action {action.value} takes a key or a list of keys")
        return keys

    def _word(self, name: str, node: yaml.Node) -> str:
        if node.tag.endswith(":str"):
            return str(node.value).strip()
        if not node.tag.endswith(":null"):
            self._wrong(node, f"{name} takes one name")
        return ""

    def _unknown(self, key: yaml.Node) -> None:
        from difflib import get_close_matches

        near = get_close_matches(key.value, FIELDS, n=1, cutoff=0.0)
        self._wrong(key, f"there is no setting {key.value}; did you mean {near[0]}?")

    def _wrong(self, node: yaml.Node, message: str) -> None:
        self._problem(line_at(self._text, node.start_mark.index), message)

    def _problem(self, line: int, message: str) -> None:
        ending = "" if message.endswith(("?", ".")) else "."
        self._problems.append(safe_line(f"{self._path}:{line}: {message}{ending}"))
