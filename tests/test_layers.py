"""The house: which room may import which, and what starts without the screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_room_imports_only_the_rooms_below_it() -> None:
    told = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "0 broken" in told.stdout


def test_only_the_screen_names_textual() -> None:
    package = ROOT / "reader"
    naming = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if any(
            line.split()[:2] in (["import", "textual"], ["from", "textual"])
            or line.lstrip().startswith(("from textual.", "import textual."))
            for line in path.read_text().splitlines()
        )
    }
    assert naming == {"ui"}


def test_every_room_of_the_package_stands_in_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text()
    rooms = {path.stem for path in (ROOT / "reader").iterdir() if not path.name.startswith("_")}
    rooms -= {"py"}  # py.typed
    missing = {room for room in rooms if f'"reader.{room}",' not in contract}
    assert missing == set()


_TOLD = (
    "import sys; from reader.cli import main; code = main(sys.argv[1:]);"
    " loaded = {name.partition('.')[0] for name in sys.modules};"
    " print(sorted(loaded & {'textual', 'asyncio'}), file=sys.stderr)"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["statements", "ARTICLE"],
        ["statements", "ARTICLE", "--format", "jsonl"],
        ["status", "FOLDER"],
        ["status", "FOLDER", "--format", "json"],
        ["merge", "SIDECAR", "SIDECAR", "SIDECAR", "article.txt.review.alice.yaml"],
        ["assign", "FOLDER", "--per-article", "1"],
        ["git", "uninstall"],
        ["FOLDER"],
    ],
    ids=lambda arguments: " ".join(arguments[:1]) if isinstance(arguments, list) else "",
)
def test_a_command_without_a_screen_starts_without_textual(
    tmp_path: Path, arguments: list[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“The ramp is cracked,” said Ilse Brandt.\n")
    sidecar = tmp_path / "article.txt.review.alice.yaml"
    sidecar.write_text("reader: 1\narticle: article.txt\nreviewer: alice\n")
    places = {"ARTICLE": article, "FOLDER": tmp_path, "SIDECAR": sidecar}
    told = subprocess.run(
        [sys.executable, "-c", _TOLD, *(str(places.get(one, one)) for one in arguments)],
        cwd=tmp_path,
        env=None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr.splitlines()[-1] == "[]", told.stderr


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("reader.cli", "textual asyncio yaml rapidfuzz rich"),
        ("reader.text", "yaml rapidfuzz rich"),
        ("reader.statement", "yaml rapidfuzz rich"),
        ("reader.article", "yaml rapidfuzz rich"),
        ("reader.article.zoning", "yaml rapidfuzz rich importlib.resources"),
        ("reader.corpus", "yaml rapidfuzz rich"),
        ("reader.attribution", "textual"),
        ("reader.anchoring", "textual"),
        ("reader.sidecar", "textual yaml"),
        ("reader.review", "textual"),
        ("reader.ui.app", "yaml rapidfuzz reader.attribution reader.anchoring"),
    ],
)
def test_what_is_imported_first_imports_nothing_heavy(module: str, forbidden: str) -> None:
    told = _python("-c", f"import sys, {module}; print(*sys.modules)")
    assert told.returncode == 0, told.stderr
    assert set(told.stdout.split()) & set(forbidden.split()) == set()
