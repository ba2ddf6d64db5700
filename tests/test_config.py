"""The config file: what is right is taken, what is wrong is said with its line, nothing stops."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.config import Config, read_config, resolve_reviewer
from reader.folders import config_folder

Write = Callable[[str], Config]


@pytest.fixture
def read(tmp_path: Path) -> Write:
    """Write the config file, and read it."""

    def write_and_read(text: str) -> Config:
        folder = tmp_path / "reader"
        folder.mkdir(exist_ok=True)
        (folder / "config.yaml").write_text(text)
        return read_config({"XDG_CONFIG_HOME": str(tmp_path)})

    return write_and_read


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"XDG_CONFIG_HOME": "/etc/xdg", "HOME": "/home/ida"}, "/etc/xdg/reader"),
        ({"HOME": "/home/ida"}, "/home/ida/.config/reader"),
        ({"XDG_CONFIG_HOME": "", "HOME": "/home/ida"}, "/home/ida/.config/reader"),
        ({"XDG_CONFIG_HOME": "not/absolute", "HOME": "/home/ida"}, "/home/ida/.config/reader"),
    ],
)
def test_the_config_folder_is_where_the_standard_has_it(
    environ: dict[str, str], folder: str
) -> None:
    assert config_folder(environ) == Path(folder)


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert read_config({"XDG_CONFIG_HOME": str(tmp_path)}) == Config()


def test_settings_are_taken(read: Write) -> None:
    text = "reviewer: ida\ntheme: paper\nkeys:\n  sourced: y\n  next-unreviewed: [n, right]\n"
    assert read(text) == Config(
        "ida", "paper", {"sourced": ("y",), "next-unreviewed": ("n", "right")}
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "reviewer:\ntheme: ~\nkeys:\n"])
def test_empty_settings_are_no_problem(read: Write, text: str) -> None:
    assert read(text) == Config()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (
            "theme: paper\nreveiwer: ida\n",
            2,
            "there is no field 'reveiwer'; did you mean 'reviewer'?",
        ),
        ("colours: paper\n", 1, "there is no field 'colours'; write reviewer or theme or keys"),
        ("reviewer: [ida, ole]\n", 1, "reviewer must be text"),
        ("theme: paper\nkeys: s\n", 2, "keys must hold fields (name: value)"),
        ("keys:\n  undo: {z: y}\n", 2, "the action undo takes a key or a list of keys"),
        ("keys:\n  undo:\n", 2, "the action undo takes a key or a list of keys"),
        ("keys:\n  undo: [z, [y]]\n", 2, "the action undo takes a key or a list of keys"),
        ("theme: paper\nreviewer: 'ida\n", 2, "a quotation mark is opened here and never closed"),
        ("a: 1\na: 2\n", 2, "the field a is there twice: keep one"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    read: Write, text: str, line: int, problem: str
) -> None:
    (told,) = read(text).problems
    assert f"reader/config.yaml:{line}: {problem}" in told


def test_what_is_right_is_taken_beside_what_is_wrong(read: Write) -> None:
    config = read("reviewer: ida\nthem: paper\nkeys:\n  undo: {a: b}\n  redo: y\n")
    assert (config.reviewer, config.keys) == ("ida", {"redo": ("y",)})
    assert len(config.problems) == 2


def test_a_config_that_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "reader").mkdir()
    os.mkfifo(tmp_path / "reader" / "config.yaml")
    (told,) = read_config({"XDG_CONFIG_HOME": str(tmp_path)}).problems
    assert told.endswith("reader/config.yaml: it is a pipe, not a file")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.text("keystmrviw: []{}-\n'\"").map(str.encode)))
def test_any_file_at_all_starts_with_something(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "reader").mkdir(exist_ok=True)
    (tmp_path / "reader" / "config.yaml").write_bytes(raw)
    config = read_config({"XDG_CONFIG_HOME": str(tmp_path)})
    assert all("\n" not in problem for problem in config.problems)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an e-mail of its own, beside nobody's global settings."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.email", "ida@selm-courier.example")
    return tmp_path


@pytest.mark.parametrize(
    ("option", "environ", "config", "reviewer"),
    [
        ("ole", {"READER_REVIEWER": "piet", "USER": "u"}, Config("anna"), "ole"),
        (None, {"READER_REVIEWER": "piet", "USER": "u"}, Config("anna"), "piet"),
        (None, {"READER_REVIEWER": " ", "USER": "u"}, Config("anna"), "anna"),
        ("", {"USER": "u"}, Config(), "ida@selm-courier.example"),
        (" ole ", {}, Config(), "ole"),
    ],
)
def test_the_nearest_name_wins(
    repository: Path, option: str | None, environ: dict[str, str], config: Config, reviewer: str
) -> None:
    assert resolve_reviewer(option, environ, config, repository) == reviewer


def test_outside_a_repository_it_is_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    assert resolve_reviewer(None, {"LOGNAME": "ida", "USER": "u"}, Config(), tmp_path) == "ida"
    assert resolve_reviewer(None, {"USER": "u"}, Config(), tmp_path) == "u"
    assert resolve_reviewer(None, {}, Config(), tmp_path)


def test_without_git_it_is_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert resolve_reviewer(None, {"USER": "ida"}, Config(), tmp_path) == "ida"
