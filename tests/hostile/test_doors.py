"""Whatever comes in by any door: no command obeys it, stumbles over it or writes it as it is."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import cli, config, policy
from reader.cli import main
from reader.sidecar.format import schema
from reader.speakers import format as speakers_format
from reader.text import safe
from reader.ui import themes
from tests.hostile.doors import DOORS, NAME, REVIEWER, World, quoted

ESCAPES = (
    "T\x1b]0;owned\x07\x1b[6;53m\x9b31m\x9d0;owned\x9c\x1bc\x08\x0b\x0c\x0e\x7f\r\n[/nope][b]"
    "\u202e\u2066\u200e\u2028\U000e0041{{7*7}}%s%n$(touch x)`touch x`'\"\\T"
)
COMMANDS: Sequence[Sequence[str]] = (
    ("statements", "{corpus}"),
    ("statements", "{corpus}", "--format", "jsonl"),
    ("status", "{corpus}"),
    ("status", "{corpus}", "--format", "json"),
    ("similar", "{article}"),
    ("similar", "{article}", "--format", "json"),
    ("contradictions", "{corpus}"),
    ("contradictions", "{corpus}", "--format", "json"),
    ("ledger", "{corpus}"),
    ("ledger", "{corpus}", "--format", "json"),
    ("assign", "{corpus}", "--per-article", "1"),
    ("assign", "{corpus}", "--per-article", "1", "--write"),
    ("agree", "{corpus}"),
    ("agree", "{corpus}", "--by", "article"),
    ("agree", "{corpus}", "--format", "json"),
)
"""What is run in each world; a test fails where a command is missing."""


OF_ALL = frozenset({"agree", "assign"})
"""Commands about all reviewers, not about one."""


def of_all(command: str, options: Sequence[str]) -> list[str]:
    """The options for a command about all reviewers: a strange name is one of those asked for."""
    if "--reviewer" not in options:
        return list(options)
    at = options.index("--reviewer")
    name = options[at + 1]
    named = ["--reviewers", name] if command == "agree" and name != REVIEWER else []
    return [*options[:at], *named, *options[at + 2 :]]


def run(world: World, *command: str) -> tuple[int, str, str]:
    """Run a command in a world; gives its exit code and what it wrote."""
    (corpus,) = world.paths
    places = {"{corpus}": corpus, "{article}": f"{corpus}/{NAME}"}
    out, err = StringIO(), StringIO()
    options = of_all(command[0], world.options) if command[0] in OF_ALL else world.options
    arguments = [places.get(word, word) for word in command] + options
    with patch.dict(os.environ, world.environ), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = int(str(leaving.code))
    return code, out.getvalue(), err.getvalue()


def check(world: World, commands: Sequence[Sequence[str]] = COMMANDS) -> str:
    """Run every command, see that all it writes is safe; gives all of that."""
    told = ""
    for command in commands:
        code, out, err = run(world, *command)
        assert code in (0, 1, 2)
        assert "nobody foresaw" not in err, details(world)
        for written in (out, err):
            assert safe(written) == written
        if out and "json" in command[-1]:
            texts = out.splitlines() if command[-1] == "jsonl" else [out]
            assert all(isinstance(json.loads(text), dict | list) for text in texts)
        told += out + err
    return told


def details(world: World) -> str:
    """What was written down of an error that nobody foresaw."""
    folder = Path(world.environ["XDG_STATE_HOME"]) / "reader"
    return "\n".join(path.read_text() for path in folder.glob("*"))


def test_every_command_that_reads_a_corpus_is_among_those_run() -> None:
    known = {command[0] for command in COMMANDS} | {"merge", "git"}
    assert {command.name for command in cli.COMMANDS} == known


def test_commands_write_to_stdout_by_its_door_alone() -> None:
    folder = Path(cli.__file__).parent / "commands"
    for path in folder.glob("*.py"):
        if path.name != "console.py":
            assert "stdout.write" not in path.read_text(), path.name


@pytest.mark.parametrize("name", DOORS)
def test_no_command_writes_what_came_in_as_it_is(name: str, tmp_path: Path) -> None:
    world = World.at(tmp_path)
    DOORS[name](world, ESCAPES)
    check(world)
    assert not list(tmp_path.rglob("x"))


hostile = st.text(
    st.sampled_from(ESCAPES + "\0\ud800\ufffe\ufeff\u200b:#-[]{}&*!|>%@`,.\n\t /~é港")
    | st.characters(),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(DOORS)), hostile)
def test_any_text_may_come_by_any_door(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        world = World.at(Path(place))
        try:
            DOORS[name](world, text)
        except (OSError, UnicodeEncodeError):
            return  # no file system and no shell lets this in
        check(world, [COMMANDS[len(text) % len(COMMANDS)]])


def test_assign_runs_in_a_plain_world(tmp_path: Path) -> None:
    world = World.at(tmp_path)
    assert run(world, "assign", "{corpus}", "--per-article", "1", "--write")[0] == 0
    assert f"  {quoted(NAME)}: [alice]\n" in (world.folder / "reader.yaml").read_text()


def test_every_field_of_every_file_has_its_door() -> None:
    known = {name.rpartition(": ")[2] for name in DOORS}
    known |= {one for name in known for one in name.split(", ")}
    fields = {
        *schema.FIELDS,
        *schema.HEADER,
        *speakers_format.HEADER,
        *policy.FIELDS,
        *config.FIELDS,
        *themes.FIELDS,
    }
    assert fields - known == set()
