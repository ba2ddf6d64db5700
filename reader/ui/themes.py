"""Themes as YAML files: the shipped ones, and a user's own in the config folder.

A bad colour would kill Textual with a traceback that names neither file nor line, so each file is
checked here first; one that is broken is told and left out.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader.folders import config_folder
from reader.text import safe_line
from reader.yamltext import YamlError

if TYPE_CHECKING:
    from reader.yamlfields import Value

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
FIELDS = ("name", "dark", "colors", "variables")
_LARGEST = 100_000
"""Bytes of a theme file; a real one has under a thousand."""
_LONGEST_NAME = 40


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
            except YamlError as error:
                problems.append(error.at(path))
            else:
                by_name[theme.name] = theme
    return Themes(by_name, tuple(problems))


def load_theme(path: Path) -> Theme:
    """Read one theme; raises YamlError naming the line and the reason."""
    from reader.yamlfields import read_fields

    root = read_fields(path, _LARGEST)
    fields = root.fields_among(FIELDS, required=("colors", "variables"))
    theme = Theme(
        name=_name(fields["name"]) if "name" in fields else safe_line(path.stem),
        dark="dark" not in fields or fields["dark"].flag(),
        variables=_colors(fields["variables"], VARIABLES, VARIABLES),
        **_colors(fields["colors"], _COLORS, _REQUIRED),  # type: ignore[arg-type]
    )
    theme.to_color_system().generate()
    return theme


def _name(value: Value) -> str:
    name = value.text()
    if not name or safe_line(name) != name or len(name) > _LONGEST_NAME:
        raise value.error(f"the name must be a plain word of at most {_LONGEST_NAME} letters")
    return name


def _colors(section: Value, known: tuple[str, ...], required: tuple[str, ...]) -> dict[str, str]:
    colors = {}
    for name, value in section.fields_among(known, required).items():
        word = value.text()
        try:
            color = Color.parse(word)
        except ColorParseError:
            raise value.error(f"{name} is {word!r}, which is not a colour; write #rrggbb") from None
        if color.ansi is not None or color.a < 1:
            raise value.error(f"{name} is {word!r}; write an opaque colour, #rrggbb")
        colors[name] = word
    return colors


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return []
