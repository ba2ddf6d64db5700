"""Where the program begins: nothing of the current folder is run, an interrupt leaves quietly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from tests.articles import write_articles
from tests.end_to_end.terminal import Terminal

_MODULES = (
    "yaml.py",
    "rich.py",
    "rapidfuzz.py",
    "textual/__init__.py",
    "argparse.py",
    "json.py",
    "asyncio/__init__.py",
    "sitecustomize.py",
    "usercustomize.py",
    "reader_extra.py",
)
_SCRIPT = Path(sys.executable).with_name("reader")


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A corpus in which every module and every setting of git leaves a mark when it is run."""
    folder = write_articles(tmp_path / "corpus")
    mark = f"open({str(tmp_path / 'ran')!r}, 'a').write(__file__)\n"
    for name in _MODULES:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(mark)
    (folder / "reader").mkdir()
    (folder / "reader" / "notes.txt").write_text("A folder called like the program.\n")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    command = f"touch {tmp_path / 'ran'}"
    for setting in ("core.fsmonitor", "core.pager", "core.editor", "alias.config", "core.askPass"):
        subprocess.run(["git", "-C", folder, "config", setting, f"!{command}"], check=True)
    (folder / ".env").write_text(f"PYTHONSTARTUP={folder / 'yaml.py'}\n")
    return folder


@pytest.mark.parametrize(
    "program",
    [
        pytest.param([sys.executable, "-m", "reader"], id="python -m reader"),
        pytest.param(
            [str(_SCRIPT)],
            id="reader",
            marks=pytest.mark.skipif(not _SCRIPT.exists(), reason="the package is not installed"),
        ),
    ],
)
def test_no_module_and_no_command_of_the_corpus_is_run(
    trapped: Path, tmp_path: Path, program: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(trapped)
    for command in (["statements", "."], ["status", "."], ["statements", ".", "--format", "jsonl"]):
        done = subprocess.run([*program, *command], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


def test_no_module_of_the_corpus_is_run_by_the_screen(
    trapped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(trapped)
    with Terminal([]) as terminal:
        terminal.shows("· unreviewed")
        terminal.press("s")
        terminal.shows("1 of")
        terminal.press("q")
        assert terminal.ends() == 0
    assert not (tmp_path / "ran").exists()


class _Interrupting:
    """An import that somebody interrupts."""

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        if name == "reader.cli":
            raise KeyboardInterrupt


def test_an_interrupt_leaves_quietly_also_while_the_program_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "reader.cli", raising=False)
    monkeypatch.setattr("sys.meta_path", [_Interrupting(), *sys.meta_path])
    assert main() == 130
    assert capsys.readouterr() == ("", "")


class _InterruptedName:
    """What is interrupted while a class is made of it, which Python tells as another error."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


@pytest.mark.parametrize("while_importing", [False, True])
def test_an_interrupted_command_leaves_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], while_importing: bool
) -> None:
    def interrupted(options: object) -> int:
        if while_importing:
            type("Late", (), {"name": _InterruptedName()})
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.commands.statements.run", interrupted)
    monkeypatch.setattr("sys.argv", ["reader", "statements", "."])
    assert main() == 130
    assert capsys.readouterr() == ("", "")
