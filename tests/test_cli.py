"""The command line: what it opens, what it says, how it exits, and what it leaves unimported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import COMMANDS, main
from reader.folders import state_folder
from reader.unforeseen import unforeseen

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


def test_without_arguments_it_opens_the_current_folder(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)
    told = reader()
    assert "There is no terminal" in told.stderr
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    told = reader()
    assert told.returncode == 2
    assert told.stderr.startswith("reader: There is no article in")


def test_help_has_a_line_for_each_command_and_examples() -> None:
    lines = reader("--help").stdout.splitlines()
    for command in COMMANDS:
        assert any(line.split(maxsplit=1) == [command.name, command.summary] for line in lines)
        assert f"  {command.example}" in reader(command.name, "--help").stdout.splitlines()
    assert any(line.startswith("  reader sample_corpus/ ") for line in lines)
    assert any(line.startswith("  reader ./status ") for line in lines)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("about", ["--help", "--version"])
def test_help_is_given_behind_a_path_too(corpus: Path, about: str) -> None:
    assert reader(corpus, about).stdout == reader(about).stdout


@pytest.mark.parametrize("command", [[], *([one.name] for one in COMMANDS)], ids=" ".join)
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
    assert told.stderr == "reader: The command cannot continue: no space left on device.\n"


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_terminal_of_plain_ascii_shows_what_it_can(corpus: Path, form: str) -> None:
    told = reader("statements", corpus, "--format", form, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (told.returncode, told.stderr) == (0, "")
    assert "We will not sail" in told.stdout


class UnshowableError(RuntimeError):
    """An error that fails even when asked what it is."""

    def __str__(self) -> str:
        raise ValueError("no words")


@pytest.mark.parametrize(
    "error",
    [
        ValueError("\x1b]0;owned\x07 “quay”"),
        RecursionError(),
        MemoryError(),
        FileNotFoundError(2, "gone", "/nowhere"),
        UnshowableError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_nobody_foresaw_is_one_sentence_and_a_file_with_the_details(
    corpus: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    def broken(options: object) -> int:
        raise error

    monkeypatch.setattr("reader.commands.statements.run", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with _stdout_kept():
        assert main(["statements", str(corpus)]) == 2
    (details,) = (tmp_path / "state" / "reader").iterdir()
    out, told = capfd.readouterr()
    assert (out, told.count("\n")) == ("", 1)
    assert told.endswith(f"; please report it with the details in {details}\n")
    assert "Traceback" not in told
    assert "\x1b" not in told + details.read_text()
    assert type(error).__name__ in details.read_text()
    assert details.stat().st_mode & 0o777 == 0o600


def test_details_that_cannot_be_written_are_told(
    corpus: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def broken(options: object) -> int:
        raise KeyError

    monkeypatch.setattr("reader.commands.statements.run", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(corpus / "wire.txt"))
    with _stdout_kept():
        assert main(["statements", str(corpus)]) == 2
    assert capfd.readouterr().err.endswith("its details could not be written: not a directory.\n")


def test_files_with_details_do_not_pile_up(tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path)}
    told = [unforeseen(ValueError(str(number)), environ) for number in range(30)]
    kept = sorted(state_folder(environ).iterdir())
    assert len(kept) == 20
    assert told[-1].endswith(str(kept[-1]))


def test_streams_that_are_closed_are_no_error(corpus: Path) -> None:
    for closing in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        command = f"'{sys.executable}' -m reader statements '{corpus}' {closing}"
        told = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
        assert (told.returncode, told.stderr) == (0, "")


@contextmanager
def _stdout_kept() -> Iterator[None]:
    """Give stdout back: an error has it point nowhere for the rest of the run."""
    kept = os.dup(1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


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
