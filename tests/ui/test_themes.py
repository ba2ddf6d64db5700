from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.folders import config_folder
from reader.ui.themes import (
    START,
    VARIABLES,
    load_theme,
    load_themes,
    own_folder,
    shipped_folder,
)
from reader.yamltext import YamlError
from tests.ui.driving import opened

GOOD = (shipped_folder() / "dark.yaml").read_text()
SHIPPED = sorted(shipped_folder().glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_theme_has_every_colour(path: Path) -> None:
    theme = load_theme(path)
    assert theme.name == path.stem
    assert set(theme.variables) == set(VARIABLES)
    assert theme.to_color_system().generate()


def test_dark_light_and_high_contrast_are_shipped() -> None:
    assert {"dark", "light", "high-contrast"} <= {path.stem for path in SHIPPED}
    themes = load_themes()
    assert set(themes.by_name) == {path.stem for path in SHIPPED}
    assert themes.problems == ()
    assert themes.by_name["dark"].dark
    assert not themes.by_name["light"].dark


def test_the_theme_of_the_first_paint_is_the_dark_one() -> None:
    assert load_theme(shipped_folder() / "dark.yaml") == START


def _with(old: str, new: str) -> Callable[[Path], object]:
    assert old in GOOD
    return lambda path: path.write_text(GOOD.replace(old, new, 1)) and None


def _line(words: str) -> int:
    return next(n for n, line in enumerate(GOOD.splitlines(), 1) if words in line)


def _linked_nowhere(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


BROKEN: list[tuple[str, Callable[[Path], object], int | None, list[str]]] = [
    (
        "a colour that is none",
        _with('primary: "#7fb4d9"', 'primary: "#7fb4dz"'),
        _line("primary:"),
        ["primary", "#7fb4dz", "not a colour"],
    ),
    (
        "a variable that is no colour",
        _with('focus: "#6fb3e6"', "focus: [/nope]"),
        _line("focus:"),
        [],
    ),
    (
        "a colour without quotation marks, which YAML takes for a comment",
        _with('accent: "#7fb4d9"', "accent: #7fb4d9"),
        _line("accent:"),
        ["accent"],
    ),
    (
        "a colour one can see through",
        _with('line: "#343b46"', 'line: "#343b4680"'),
        _line("line:"),
        ["opaque"],
    ),
    (
        "one of the terminal's own colours",
        _with('primary: "#7fb4d9"', "primary: ansi_blue"),
        _line("primary:"),
        ["primary"],
    ),
    (
        "a field that is misspelt",
        _with("variables:", "varables:"),
        _line("variables:"),
        ["'varables'", "did you mean 'variables'"],
    ),
    (
        "a variable that is misspelt",
        _with("quoted:", "qouted:"),
        _line("quoted:"),
        ["'qouted'", "did you mean 'quoted'"],
    ),
    (
        "a variable left out",
        _with('  quoted: "#f2ddb0"\n', ""),
        None,
        ["lacks 'quoted'"],
    ),
    ("no colours", _with("colors:", "variables:"), None, ["variables"]),
    (
        "YAML that is none",
        _with('background: "#14171c"', 'background: "#14171c'),
        None,
        [],
    ),
    ("a list", lambda path: path.write_text("- dark\n"), 1, []),
    ("nothing", lambda path: path.write_text(""), 1, []),
    (
        "neither dark nor light",
        _with("dark: true", "dark: perhaps"),
        _line("dark: true"),
        ["'perhaps'", "true or false"],
    ),
    (
        "a name that would write to the terminal",
        _with("name: dark", 'name: "\\e]0;gone\\a"'),
        None,
        ["name"],
    ),
    ("bytes", lambda path: path.write_bytes(b"\xff\xfe\x00\x01"), None, []),
    (
        "more than a theme can be",
        lambda path: path.write_text(GOOD + "#" * 200_000),
        None,
        ["larger than"],
    ),
    ("a folder", lambda path: path.mkdir(), None, ["not a file"]),
    ("a pipe", lambda path: os.mkfifo(path), None, ["not a file"]),
    ("a link that leads nowhere", _linked_nowhere, None, []),
]


@pytest.mark.parametrize(
    ("make", "line", "words"),
    [case[1:] for case in BROKEN],
    ids=[case[0] for case in BROKEN],
)
def test_a_broken_theme_names_its_file_its_line_and_the_reason(
    tmp_path: Path, make: Callable[[Path], object], line: int | None, words: list[str]
) -> None:
    path = tmp_path / "mine.yaml"
    make(path)
    with pytest.raises(YamlError) as told:
        load_theme(path)
    message = told.value.at(path)
    assert message.startswith(f"{path}:{line}: " if line else f"{path}:")
    assert [word for word in words if word not in message] == []
    assert message.isprintable()
    assert "Error" not in message


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=12) | st.from_regex(r"(#|rgba?\(|hsl\(|ansi_|auto )[0-9a-f%, ]{0,12}\)?"))
def test_any_value_of_a_colour_is_taken_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    quoted = "'" + value.replace("'", "''").replace("\n", " ") + "'"
    path.write_text(GOOD.replace('"#7fb4d9"', quoted, 1), "utf-8", "replace")
    try:
        told = str(load_theme(path).to_color_system().generate()["primary"])
    except YamlError as error:
        told = str(error)
    assert told.isprintable()


def test_a_theme_of_ones_own_replaces_a_shipped_one_of_its_name() -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "dark.yaml").write_text(GOOD.replace("#14171c", "#000000"))
    (own_folder() / "notes.txt").write_text("no theme")
    themes = load_themes()
    assert themes.by_name["dark"].background == "#000000"
    assert themes.problems == ()


async def test_the_theme_asked_for_is_there_from_the_first_paint(harbour: Path) -> None:
    async with opened(harbour, theme="light") as someone:
        assert someone.app.theme == "light"
        assert someone.status.startswith(" alice")


async def test_a_theme_that_is_not_there_is_said_and_the_known_ones_named(harbour: Path) -> None:
    async with opened(harbour, theme="[/nope]") as someone:
        assert "There is no theme '[/nope]'" in someone.status
        assert "high-contrast" in someone.status
        assert someone.app.theme == START.name
        await someone.press("s")
        assert someone.verdicts[0] == "sourced"


async def test_a_broken_theme_of_ones_own_is_said_and_the_program_starts(harbour: Path) -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "mine.yaml").write_text(GOOD.replace("#cfd3da", "[/no]pe", 1))
    (own_folder() / "sea.yaml").write_text(GOOD.replace("name: dark", "name: sea"))
    assert own_folder() == config_folder(os.environ) / "themes"
    async with opened(harbour, (220, 45), theme="sea") as someone:
        assert someone.app.theme == "sea"
        assert f"mine.yaml:{_line('foreground:')}: foreground is '[/no]pe'" in someone.status
        await someone.press("j")
        assert "mine.yaml" not in someone.status


async def test_the_theme_is_changed_from_the_palette(harbour: Path) -> None:
    async with opened(harbour) as someone:
        await someone.press(":")
        await someone.type("theme")
        await someone.until(lambda: "Change the theme" in someone.sheet, "the command")
        await someone.press("enter")
        await someone.until(lambda: "Which theme" in someone.sheet, "the themes")
        await someone.type("high")
        await someone.until(lambda: "high-contrast" in someone.sheet, "the theme")
        await someone.press("enter")
        await someone.until(lambda: someone.app.theme == "high-contrast", "the other theme")
        await someone.until(lambda: someone.app.screen is someone.desk, "the desk")
        await someone.press("s")
        assert someone.verdicts[0] == "sourced"
