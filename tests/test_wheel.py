"""The built wheel, installed into an empty environment, has all it needs outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from reader import __version__

_ROOT = Path(__file__).parents[1]
_LONGEST = 300.0
"""Seconds for pip to fetch what the wheel needs from a slow package index."""

_ARTICLE = """\
Ferry service to Ostrel is suspended

The harbour office said on Monday that the ferry would not sail before Friday. “Nobody has told us
why,” said Marta Lindqvist, who runs the only bakery on the island.
"""

_LOOK_ROUND = """
import json
from pathlib import Path

import reader
from reader.anchoring import State, describe, reanchor
from reader.attribution import attribute
from reader.ui.themes import load_themes

text = Path("ferry.txt").read_text(encoding="utf-8")
statements = attribute(text)
anchors = describe(text, statements)
edited = text.replace("sail", "dock")
themes = load_themes()
print(json.dumps({
    "package": reader.__file__,
    "speakers": [statement.speaker for statement in statements],
    "kept": [placement.state is State.KEPT for placement in reanchor(text, statements, anchors)],
    "edited": [str(placement.state) for placement in reanchor(edited, attribute(edited), anchors)],
    "themes": sorted(themes.by_name),
    "problems": list(themes.problems),
}))
"""


class Installed:
    """An empty environment with nothing but the wheel, and a folder far from the checkout."""

    def __init__(self, base: Path) -> None:
        self.wheel = _build(base / "dist")
        self.folder = base / "elsewhere"
        self.folder.mkdir()
        (self.folder / "ferry.txt").write_text(_ARTICLE, encoding="utf-8")
        self._bin = base / "venv" / "bin"
        venv.create(base / "venv", with_pip=True)
        pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        self.run("python", *pip, str(self.wheel))

    def run(self, program: str, *arguments: str) -> str:
        """Run a program of the environment, and return what it prints."""
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            cwd=self.folder,
            env=_clean_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_LONGEST,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def _build(into: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(into), str(_ROOT)],
        env=_clean_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = into.glob("*.whl")
    return wheel


def _clean_environment() -> dict[str, str]:
    """This environment without what would lead Python back to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_is_called_claim_reader_and_holds_the_program_alone(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
        [metadata] = (name for name in names if name.endswith(".dist-info/METADATA"))
        lines = wheel.read(metadata).decode("utf-8").splitlines()

    assert "Name: claim-reader" in lines
    assert f"Version: {__version__}" in lines
    assert {name.split("/")[0] for name in names} == {
        "reader",
        f"claim_reader-{__version__}.dist-info",
    }
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_every_file_of_the_package_and_every_theme_is_in_the_wheel(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        held = {name for name in wheel.namelist() if name.startswith("reader/")}
    package = (path for path in (_ROOT / "reader").rglob("*") if path.is_file())
    files = {path.relative_to(_ROOT).as_posix() for path in package if path.suffix != ".pyc"}
    themes = {f"reader/_themes/{path.name}" for path in (_ROOT / "themes").glob("*.yaml")}

    assert held == files | themes


def test_the_command_tells_its_version_and_its_usage(installed: Installed) -> None:
    assert installed.run("reader", "--version").strip() == f"reader {__version__}"
    assert installed.run("python", "-m", "reader", "--version").strip() == f"reader {__version__}"
    usage = installed.run("reader", "--help")
    assert usage.startswith("usage: reader [PATH…]")
    assert "--theme" in usage


def test_it_finds_statements_themes_and_words_with_the_files_it_brought(
    installed: Installed,
) -> None:
    seen = json.loads(installed.run("python", "-c", _LOOK_ROUND))

    assert not Path(seen["package"]).is_relative_to(_ROOT)
    assert "Marta Lindqvist" in seen["speakers"]
    assert all(seen["kept"])
    assert "changed" in seen["edited"]
    assert seen["themes"] == sorted(path.stem for path in (_ROOT / "themes").glob("*.yaml"))
    assert seen["problems"] == []


def test_it_prints_what_it_finds_as_one_object_an_article(installed: Installed) -> None:
    lines = installed.run("reader", "statements", "ferry.txt", "--format", "jsonl").splitlines()

    [article] = [json.loads(line) for line in lines]
    assert article["article"] == "ferry.txt"
    assert article["text"] == _ARTICLE
    [quotation] = [s for s in article["statements"] if s["mode"] == "direct"]
    [[start, end]] = quotation["content"]
    assert article["text"][start:end] == "“Nobody has told us\nwhy,”"
