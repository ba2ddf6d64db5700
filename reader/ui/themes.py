"""Themes as YAML files: the shipped ones, and a user's own in the config folder.

A bad colour would kill Textual with a traceback that names neither file nor line, so each file is
checked here first; one that is broken is told and left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader.config import config_folder
from reader.text import safe_line

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

_COLORS = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "warning",
    "error",
    "success",
)
_REQUIRED = ("primary", "foreground", "background")
START = Theme(
    name="dark",
    dark=True,
    primary="#7fb4d9",
    foreground="#cfd3da",
    background="#14171c",
    surface="#1b1f26",
    panel="#1b1f26",
    warning="#e3b341",
    error="#f0746c",
    success="#6cc48c",
    accent="#7fb4d9",
    variables={
        "focus": "#6fb3e6",
        "faint": "#88909b",
        "line": "#343b46",
        "statement": "#aebbd0",
        "quoted": "#f2ddb0",
        "verdict-sourced": "#62c48a",
        "verdict-unsourced": "#e6b450",
        "verdict-disputed": "#f27a72",
    },
)
"""themes/dark.yaml once more: the first paint does not wait for YAML, and where all files are
broken there is still a theme. A test holds the two together."""
VARIABLES = tuple(START.variables)
_FIELDS = ("name", "dark", "colors", "variables")
_LARGEST = 100_000
"""Bytes of a theme file; a real one has under a thousand."""


class ThemeError(Exception):
    """A theme that cannot be used; the message is `FILE:LINE: why`."""


@dataclass(frozen=True, slots=True)
class Themes:
    """The usable themes by name, and what is wrong with the others."""

    by_name: dict[str, Theme]
    problems: tuple[str, ...]


def shipped_folder() -> Path:
    """The themes that come with the program: in the wheel, or at the top of a checkout."""
    installed = Path(__file__).parent.parent / "_themes"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "themes"


def own_folder() -> Path:
    """A user's own themes."""
    return config_folder(os.environ) / "themes"


def load_themes() -> Themes:
    """All themes, a user's own in place of a shipped one of the same name."""
    by_name = {START.name: START}
    problems = []
    for folder in (shipped_folder(), own_folder()):
        for path in _files(folder):
            try:
                theme = load_theme(path)
            except ThemeError as error:
                problems.append(str(error))
            else:
                by_name[theme.name] = theme
    return Themes(by_name, tuple(problems))


def load_theme(path: Path) -> Theme:
    """Read one theme; raises ThemeError naming the file, the line and the reason."""
    from reader.yamltext import YamlError, compose

    try:
        if not path.is_file():
            raise ThemeError(f"{_shown(path)}: is no regular file")
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise ThemeError(f"{_shown(path)}: is too large for a theme")
        root = compose(raw.decode("utf-8-sig"))
    except OSError as error:
        raise ThemeError(f"{_shown(path)}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ThemeError(f"{_shown(path)}: is not UTF-8 text") from None
    except YamlError as error:
        raise ThemeError(f"{_shown(path)}:{error.line}: {safe_line(error.message)}") from None
    return _Reading(path).theme(root)


class _Reading:
    """One theme file being read; knows the file's name for its errors."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def theme(self, root: MappingNode) -> Theme:
        fields = dict(self._pairs(root, "a theme", _FIELDS))
        colors = self._colors(root, fields, "colors", _COLORS, _REQUIRED)
        variables = self._colors(root, fields, "variables", VARIABLES, VARIABLES)
        dark = self._word(fields["dark"]) if "dark" in fields else "true"
        if dark not in ("true", "false"):
            raise self._error(fields["dark"], f"dark is {dark!r}, must be true or false")
        name = self._word(fields["name"]) if "name" in fields else self._path.stem
        if not name or safe_line(name) != name or len(name) > 40:
            raise self._error(root, "the name must be a short plain word")
        theme = Theme(
            name=name,
            dark=dark == "true",
            variables=variables,
            **colors,  # type: ignore[arg-type]
        )
        theme.to_color_system().generate()
        return theme

    def _colors(
        self,
        root: Node,
        fields: dict[str, Node],
        section: str,
        known: tuple[str, ...],
        required: tuple[str, ...],
    ) -> dict[str, str]:
        if section not in fields:
            raise self._error(root, f"{section!r} is missing")
        colors = {}
        for name, node in self._pairs(fields[section], section, known):
            value = self._word(node)
            try:
                color = Color.parse(value)
            except ColorParseError:
                raise self._error(
                    node, f"{name} is {value!r}, which is no colour; write #rrggbb"
                ) from None
            if color.ansi is not None or color.a < 1:
                raise self._error(node, f"{name} is {value!r}; write an opaque colour, #rrggbb")
            colors[name] = value
        for name in required:
            if name not in colors:
                raise self._error(fields[section], f"{section} lacks {name!r}")
        return colors

    def _pairs(self, node: Node, what: str, known: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
        if not isinstance(node, _nodes().MappingNode):
            raise self._error(node, f"{what} must be a mapping of names to values")
        for key, value in node.value:
            name = self._word(key)
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
                raise self._error(key, f"{what} has no field {name!r}{hint}")
            yield name, value

    def _word(self, node: Node) -> str:
        if not isinstance(node, _nodes().ScalarNode):
            raise self._error(node, "expected a single value")
        return str(node.value)

    def _error(self, node: Node, reason: str) -> ThemeError:
        line = node.start_mark.line + 1
        return ThemeError(f"{_shown(self._path)}:{line}: {safe_line(reason)}")


def _nodes() -> ModuleType:
    import yaml

    return yaml


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return []


def _shown(path: Path) -> str:
    return safe_line(str(path))
