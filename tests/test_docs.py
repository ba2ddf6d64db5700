"""The docs say what is true: generated pages are fresh, links lead somewhere, examples work."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.cli import main
from reader.config import read_config
from reader.folders import config_folder
from reader.judgement import MEANINGS, Verdict
from reader.sidecar import SetVerdict, Subject, apply, parse
from reader.ui.keys.actions import ACTIONS, shown
from reader.ui.keys.keymap import keymap
from reader.ui.themes import load_theme

_ROOT = Path(__file__).parents[1]
_README = _ROOT / "README.md"
_PAGES = [
    _README,
    _ROOT / "CHANGELOG.md",
    _ROOT / "CONTRIBUTING.md",
    *sorted((_ROOT / "docs").glob("*.md")),
]
_PAGES += [_ROOT / "benchmarks" / "README.md"]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SOMEBODY_ELSES = re.compile(r"pip3?\s+install\s+(?:-\S+\s+)*[\"']?reader\b")


def blocks(page: Path, language: str) -> list[str]:
    """The fenced examples of a page that are in one language."""
    found = _FENCE.findall(page.read_text(encoding="utf-8"))
    return [words for name, words in found if name == language]


def anchors(page: Path) -> set[str]:
    """What a link can name in a page, as git hosts make it from the headings."""
    prose = _FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    lost = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_page_is_reached_from_the_readme(page: Path) -> None:
    seen: set[Path] = set()
    ahead = [_README]
    while ahead:
        here = ahead.pop()
        if here in seen or here.suffix != ".md":
            continue
        seen.add(here)
        links = _LINK.findall(here.read_text(encoding="utf-8"))
        ahead += [
            (here.parent / link.partition("#")[0]).resolve() for link in links if link[0] != "#"
        ]
    assert page in seen


def test_nothing_tells_people_to_install_somebody_elses_package() -> None:
    told = [*_PAGES, _ROOT / "Makefile", _ROOT / "pyproject.toml"]
    told += list((_ROOT / "reader").rglob("*.py"))
    for path in told:
        assert not _SOMEBODY_ELSES.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("pip install reader", True),
        ("pip3 install --upgrade reader", True),
        ('python -m pip install -q "reader"', True),
        ("pip install claim-reader", False),
        ("pip install .", False),
    ],
)
def test_the_look_for_somebody_elses_package_can_tell(line: str, wrong: bool) -> None:
    assert bool(_SOMEBODY_ELSES.search(line)) is wrong


def test_the_distribution_is_called_claim_reader() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "claim-reader"
    assert set(project["scripts"]) == {"reader"}


def test_the_list_of_keys_is_fresh() -> None:
    checked = subprocess.run(
        [sys.executable, str(_ROOT / "docs" / "make_keys.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("page", [_README, _ROOT / "docs" / "guide.md"], ids=lambda page: page.name)
@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_means_the_same_everywhere(page: Path, verdict: Verdict) -> None:
    words = " ".join(page.read_text(encoding="utf-8").split())
    assert f"**{verdict.replace('-', ' ')}**: {MEANINGS[verdict]}" in words


def test_the_readme_names_keys_that_exist() -> None:
    text = _README.read_text(encoding="utf-8")
    section = text.partition("## The keys")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([^`]+)`", section))
    bound = {shown(key) for action in ACTIONS for key in action.keys}
    assert len(named) > 15
    assert named <= bound


def test_the_readmes_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    text = _README.read_text(encoding="utf-8")
    section = text.partition("## Without the screen")[2].partition("\n## ")[0]
    commands = {words.split()[0] for words in re.findall(r"^\| `reader ([^`]+)`", section, re.M)}
    assert commands
    for command in sorted(commands):
        with pytest.raises(SystemExit) as done:
            main([command, "--help"])
        assert done.value.code == 0
        assert f"reader {command}" in capsys.readouterr().out


def test_the_readmes_sidecar_is_one_and_its_diff_is_what_a_changed_verdict_gives() -> None:
    [before] = blocks(_README, "yaml")
    [diff] = blocks(_README, "diff")
    [gone] = [line[1:] for line in diff.splitlines() if line.startswith("-")]
    [come] = [line[1:] for line in diff.splitlines() if line.startswith("+")]
    sidecar = parse(before.encode(), "harbour-courier.txt.review.alice.yaml")
    [(key, judgement)] = sidecar.judgements.items()

    verdict = Verdict(come.split()[-1])
    after, _ = apply(sidecar, SetVerdict(Subject(key, judgement.anchor), verdict))

    assert after.raw.decode() == before.replace(gone, come)
    kept = [line[1:] for line in diff.splitlines() if line.startswith(" ")]
    assert [line for line in before.splitlines() if line in kept] == kept


def test_the_guides_config_is_taken_as_it_stands(tmp_path: Path) -> None:
    [settings] = [text for text in blocks(_ROOT / "docs" / "guide.md", "yaml") if "keys:" in text]
    folder = config_folder({"XDG_CONFIG_HOME": str(tmp_path)})
    folder.mkdir()
    (folder / "config.yaml").write_text(settings, encoding="utf-8")

    config = read_config({"XDG_CONFIG_HOME": str(tmp_path)})

    assert config.problems == ()
    assert keymap(config.keys)["next-statement"] == ("j", "down")


def test_the_themes_page_shows_a_theme_as_it_is(tmp_path: Path) -> None:
    [shown_theme] = blocks(_ROOT / "docs" / "themes.md", "yaml")
    assert shown_theme == (_ROOT / "themes" / "light.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(shown_theme, encoding="utf-8")
    assert load_theme(tmp_path / "own.yaml").name == "light"


@pytest.mark.parametrize(
    ("name", "shown_words"),
    [
        ("screenshot", ["Open Shore", "Tomas Verel › ", "! disputed"]),
        ("disagreement", ["ines", "tomasz", "disputed", "sourced"]),
    ],
)
def test_the_pictures_show_the_program_and_fetch_nothing(name: str, shown_words: list[str]) -> None:
    picture = (_ROOT / "docs" / f"{name}.svg").read_text(encoding="utf-8")
    words = "".join(ElementTree.fromstring(picture).itertext()).replace("\xa0", " ")
    assert [one for one in shown_words if one not in words] == []
    assert re.findall(r"[=(][\"']?(https?:[^\"')]+)", picture) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in picture.replace("url(#", "")
