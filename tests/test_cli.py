"""The command line: what it opens, what it says, how it exits, and what it leaves unimported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import main

HEAVY = ("textual", "asyncio", "yaml", "rich", "rapidfuzz", "subprocess", "difflib", "json")


def reader(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environ},
        check=False,
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "wire.txt").write_text("Ferry strike\n\n“We will not sail,” said Ida Brandt.\n")
    return folder


def test_without_a_terminal_it_says_so_and_names_the_command_that_needs_none(corpus: Path) -> None:
    told = reader(corpus)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert "There is no terminal" in told.stderr
    assert "reader statements" in told.stderr


def test_a_missing_corpus_is_told_before_a_missing_terminal(tmp_path: Path) -> None:
    told = reader(tmp_path / "nowhere")
    assert told.returncode == 2
    assert told.stderr == f"reader: There is no file or folder {tmp_path}/nowhere.\n"


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    told = reader(tmp_path)
    assert told.returncode == 2
    assert told.stderr.startswith(f"reader: There is no article in {tmp_path}")


def test_without_arguments_it_shows_how_it_is_used() -> None:
    told = reader()
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("usage: reader PATH…")


@pytest.mark.parametrize("command", [[], ["statements"], ["merge"], ["git"]], ids=" ".join)
def test_every_command_has_help_and_version(command: list[str]) -> None:
    assert reader(*command, "--version").stdout == f"reader {__version__}\n"
    helped = reader(*command, "--help")
    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith(f"usage: {' '.join(['reader', *command])} ")


def test_a_wrong_option_is_told_without_repeating_its_controls(corpus: Path) -> None:
    told = reader(corpus, "--colour\x1b[31m")
    assert told.returncode == 2
    assert "unrecognized arguments: --colour␛[31m" in told.stderr
    assert "\x1b" not in told.stderr


def test_a_hostile_path_is_repeated_without_its_controls(tmp_path: Path) -> None:
    told = reader(tmp_path / "two\nlines\x1b[2J")
    assert told.stderr.endswith("two lines␛[2J.\n")


def test_a_folder_called_like_a_command_is_opened_by_its_path(tmp_path: Path) -> None:
    folder = tmp_path / "statements"
    folder.mkdir()
    (folder / "wire.txt").write_text("Words")
    told = subprocess.run(
        [sys.executable, "-m", "reader", "./statements"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "There is no terminal" in told.stderr


def test_a_closed_pipe_is_no_error_to_talk_about(corpus: Path) -> None:
    for number in range(200):
        (corpus / f"wire{number}.txt").write_text("“We will not sail,” said Ida Brandt.\n" * 20)
    command = f"'{sys.executable}' -m reader statements '{corpus}' --format jsonl | head -c 10"
    told = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (len(told.stdout), told.stderr) == (10, "")


def test_a_full_disk_is_told_in_one_sentence(corpus: Path) -> None:
    command = f"'{sys.executable}' -m reader statements '{corpus}' > /dev/full"
    told = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert told.stderr == "reader: This cannot go on: no space left on device.\n"


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_terminal_of_plain_ascii_shows_what_it_can(corpus: Path, form: str) -> None:
    told = reader("statements", corpus, "--format", form, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (told.returncode, told.stderr) == (0, "")
    assert "We will not sail" in told.stdout


def test_an_interrupt_leaves_quietly(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.commands.statements.run", interrupted)
    assert main(["statements", str(corpus)]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_screen_gets_corpus_reviewer_and_theme(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[object] = []

    def run(*arguments: object) -> int:
        got.extend(arguments)
        return 0

    monkeypatch.setattr("reader.cli._is_terminal", lambda: True)
    monkeypatch.setattr("reader.ui.app.run", run)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.yaml").write_text("theme: paper\n")
    assert main([str(corpus), "--reviewer", "ida"]) == 0
    opened, reviewer, theme, *_ = got
    assert [file.name for file in opened.files] == ["wire.txt"]  # type: ignore[attr-defined]
    assert (reviewer, theme) == ("ida", "paper")


def test_nothing_heavy_is_imported_before_it_is_needed(corpus: Path) -> None:
    program = (
        "import sys; from reader.cli import main; code = main(sys.argv[1:]);"
        f"print(code, sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(corpus)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert told.stdout == "2 []\n"
