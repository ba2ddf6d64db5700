"""What a person has set once and for all: reviewer, theme, keys."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.folders import config_folder
from reader.yamlfields import Value, read_fields
from reader.yamltext import YamlError

FIELDS = ("reviewer", "theme", "keys")

_MOST_BYTES = 1024 * 1024
"""A key for every action is a few thousand bytes."""
_GIT_SECONDS = 2.0
"""Git answers in milliseconds; a folder on a sleeping network drive must not hold the start."""


@dataclass(frozen=True, slots=True)
class Config:
    """The config file's settings, and a sentence for each that could not be taken.

    `keys` has the keys of an action by its name; whether there is such an action is not known here.
    `path` is the file, None where there is none, and `lines` where it says an action's keys.
    """

    reviewer: str = ""
    theme: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    path: Path | None = field(default=None, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def told(self, action: str, message: str) -> str:
        """Say what is wrong with an action's keys, and where they are set."""
        return YamlError(self.lines.get(action, 0), message).at(self.path or "config")


def read_config(environ: Mapping[str, str]) -> Config:
    """Read config.yaml from the config folder; never raises, what is wrong is in `problems`."""
    path = config_folder(environ) / "config.yaml"
    if not os.path.lexists(path):
        return Config()
    config = Config(path=path)
    problems: list[YamlError] = []
    try:
        for name, value in read_fields(path, _MOST_BYTES).fields().items():
            try:
                config = _with(config, name, value, problems)
            except YamlError as error:
                problems.append(error)
    except YamlError as error:
        problems.append(error)
    return replace(config, problems=tuple(error.at(path) for error in problems))


def resolve_reviewer(
    option: str | None, environ: Mapping[str, str], config: Config, folder: Path
) -> str:
    """Return who judges: the option, $READER_REVIEWER, the config, git's e-mail, the user's name.

    `folder` is where git is asked, since a repository can have an e-mail of its own.
    """
    return named_reviewer(option, environ, config) or _git_email(folder) or _user_name(environ)


def named_reviewer(option: str | None, environ: Mapping[str, str], config: Config) -> str:
    """Return who was named as the reviewer, "" where git and the system are still to be asked."""
    names = (option, environ.get("READER_REVIEWER"), config.reviewer)
    return next((name.strip() for name in names if name and name.strip()), "")


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


def _with(config: Config, name: str, value: Value, problems: list[YamlError]) -> Config:
    """The config with one more setting; what is wrong within it is added to the problems."""
    match name:
        case "reviewer":
            return replace(config, reviewer=value.text().strip())
        case "theme":
            return replace(config, theme=value.text().strip())
        case "keys":
            lines = {action: wanted.line for action, wanted in value.fields().items()}
            return replace(config, keys=_keys(value, problems), lines=lines)
        case _:
            raise value.unknown(FIELDS)


def _keys(value: Value, problems: list[YamlError]) -> dict[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for action, wanted in value.fields().items():
        try:
            words = wanted.texts()
        except YamlError:
            words = ()
        if words and all(words):
            keys[action] = words
        else:
            problems.append(wanted.error(f"the action {action} takes a key or a list of keys"))
    return keys
