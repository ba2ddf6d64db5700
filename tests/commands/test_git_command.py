from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import speakers
from reader.cli import main
from reader.judgement import Anchor, Link, Relation, Verdict, make_key
from reader.sidecar import AddLink, SetVerdict, Subject, apply, empty, parse, sidecar_name
from reader.speakers import Alias, SetAliases, speakers_store

LINES = "*.review.*.yaml merge=claim-reader\nspeakers.*.yaml merge=claim-reader\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person without any settings of git, and none of this machine's."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    return home


Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def repository(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repository = tmp_path / "corpus"
    (repository / "port").mkdir(parents=True)
    monkeypatch.chdir(repository)
    return repository


@pytest.fixture
def git(repository: Path) -> Git:
    def run(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        names = ["-c", "user.name=alice", "-c", "user.email=alice@desk.example"]
        return subprocess.run(
            ["git", *names, *arguments], capture_output=True, text=True, check=check
        )

    run("init", "-q", "-b", "main")
    return run


def config(git: Git, *scope: str) -> str:
    return git("config", *scope, "--get-regexp", "^merge\\.", check=False).stdout


def test_installing_writes_both_settings_and_says_so(
    repository: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / ".gitattributes").write_text("*.pdf binary")
    assert main(["git", "install"]) == 0
    assert (repository / ".gitattributes").read_text() == f"*.pdf binary\n{LINES}"
    driver = git("config", "merge.claim-reader.driver").stdout
    assert driver == f"{sys.executable} -P -m reader merge %O %A %B %P\n"
    said = capsys.readouterr().out
    for line in LINES.splitlines():
        assert f"Added to {repository}/.gitattributes: {line}\n" in said
    assert "merge.claim-reader.driver" in said


def test_installing_twice_changes_nothing(
    repository: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["git", "install"])
    before = (repository / ".gitattributes").read_bytes(), config(git)
    capsys.readouterr()
    assert main(["git", "install"]) == 0
    assert capsys.readouterr().out.endswith("nothing to change.\n")
    assert ((repository / ".gitattributes").read_bytes(), config(git)) == before


def test_what_an_older_version_set_up_is_completed(repository: Path, git: Git) -> None:
    first, _ = LINES.splitlines()
    (repository / ".gitattributes").write_text(f"{first}\n*.pdf binary\n")
    assert main(["git", "install"]) == 0
    assert sorted((repository / ".gitattributes").read_text().splitlines()) == sorted(
        ["*.pdf binary", *LINES.splitlines()]
    )


@pytest.mark.parametrize("already", [None, "*.pdf binary\n"])
def test_uninstalling_leaves_what_was_there(
    repository: Path, git: Git, already: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    attributes = repository / ".gitattributes"
    if already is not None:
        attributes.write_text(already)
    main(["git", "install"])
    assert main(["git", "uninstall"]) == 0
    assert config(git) == ""
    assert (attributes.read_text() if attributes.exists() else None) == already
    capsys.readouterr()
    assert main(["git", "uninstall"]) == 0
    assert capsys.readouterr().out.endswith("nothing to change.\n")


def test_global_settings_are_the_persons_own(home: Path, repository: Path, git: Git) -> None:
    assert main(["git", "install", "--global"]) == 0
    assert (home / ".config/git/attributes").read_text() == LINES
    assert "merge.claim-reader.driver" in config(git, "--global")
    assert config(git, "--local") == ""
    assert not (repository / ".gitattributes").exists()
    assert main(["git", "uninstall", "--global"]) == 0
    assert not (home / ".config/git/attributes").exists()
    assert config(git) == ""


def test_the_attributes_file_a_person_chose_is_used(home: Path, repository: Path, git: Git) -> None:
    git("config", "--global", "core.attributesFile", "~/attributes")
    assert main(["git", "install", "--global"]) == 0
    assert (home / "attributes").read_text() == LINES


def test_outside_a_repository_there_is_one_clear_sentence(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["git", "install"]) == 2
    assert capsys.readouterr().err.startswith("reader: This folder is not in a git working tree")


def test_without_git_there_is_one_clear_sentence(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert main(["git", "install"]) == 2
    assert capsys.readouterr().err == "reader: git is not installed, or not on the PATH.\n"


def test_attributes_that_are_a_link_are_left_alone(
    repository: Path, git: Git, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere").write_text("")
    (repository / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    assert main(["git", "install"]) == 2
    assert "is a link" in capsys.readouterr().err
    assert (tmp_path / "elsewhere").read_text() == ""


NAME = sidecar_name("gazette.txt", "alice")


def judge(folder: Path, reviewer: str, *verdicts: tuple[str, Verdict]) -> None:
    path = folder / sidecar_name("gazette.txt", reviewer)
    here = parse(path.read_bytes(), "") if path.exists() else empty("gazette.txt", reviewer, "")
    for quote, verdict in verdicts:
        anchor = Anchor(quote, "the mayor")
        here, _ = apply(here, SetVerdict(Subject(make_key(anchor), anchor), verdict))
    path.write_bytes(here.raw)


S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED


def commit(git: Git, words: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", words)


def test_two_reviewers_merge_in_plain_git(repository: Path, git: Git) -> None:
    judge(repository, "alice", ("the quay was closed", S))
    commit(git, "begin")
    git("checkout", "-q", "-b", "desk")
    judge(repository, "bob", ("the quay was closed", D), ("no ferry was late", U))
    commit(git, "bob")
    git("checkout", "-q", "main")
    judge(repository, "alice", ("the quay was closed", U), ("no ferry was late", S))
    commit(git, "alice")
    assert git("merge", "-q", "desk").returncode == 0
    for reviewer, verdicts in (("alice", [U, S]), ("bob", [D, U])):
        path = repository / sidecar_name("gazette.txt", reviewer)
        found = parse(path.read_bytes(), "", reviewer=reviewer)
        assert [one.verdict for one in found.judgements.values()] == verdicts


def test_one_reviewer_on_two_machines_merges_with_the_driver(repository: Path, git: Git) -> None:
    main(["git", "install"])
    # Neither of these may be imported by what git starts here.
    for name in ("yaml.py", "reader.py", "site.py"):
        (repository / name).write_text("raise SystemExit('imported from the reviewed folder')\n")
    commit(git, "begin")
    git("checkout", "-q", "-b", "laptop")
    judge(repository, "alice", ("the quay was closed", D), ("no ferry was late", U))
    commit(git, "on the train")
    git("checkout", "-q", "main")
    judge(repository, "alice", ("the quay was closed", S), ("the bridge would open", S))
    commit(git, "at the desk")
    merged = git("merge", "-q", "laptop", check=False)
    assert merged.returncode == 0, merged.stderr
    found = parse((repository / NAME).read_bytes(), "").judgements
    assert sorted((one.anchor.quote, one.verdict, one.disagreement) for one in found.values()) == [
        ("no ferry was late", U, ()),
        ("the bridge would open", S, ()),
        ("the quay was closed", S, (D,)),
    ]


def link(folder: Path, relation: Relation, file: str, note: str) -> None:
    anchor = Anchor("the quay was closed", "the mayor")
    made = Link(relation, file, "no-quay-1234567", "No quay was closed", note)
    path = folder / NAME
    here = parse(path.read_bytes(), "") if path.exists() else empty("gazette.txt", "alice", "")
    here, _ = apply(here, AddLink(Subject(make_key(anchor), anchor), made))
    path.write_bytes(here.raw)


def test_links_made_on_two_machines_merge_with_their_notes(repository: Path, git: Git) -> None:
    main(["git", "install"])
    link(repository, Relation.CONTRADICTS, "wire.txt", "")
    commit(git, "begin")
    git("checkout", "-q", "-b", "laptop")
    link(repository, Relation.CONTRADICTS, "wire.txt", "denies the closing, not the accident")
    link(repository, Relation.SAME, "herald.txt", "")
    commit(git, "on the train")
    git("checkout", "-q", "main")
    link(repository, Relation.UNRELATED, "post.txt", "another quay")
    commit(git, "at the desk")
    merged = git("merge", "-q", "laptop", check=False)
    assert merged.returncode == 0, merged.stderr
    (judgement,) = parse((repository / NAME).read_bytes(), "").judgements.values()
    assert [(one.relation, one.file, one.note) for one in judgement.links] == [
        (Relation.SAME, "herald.txt", ""),
        (Relation.CONTRADICTS, "wire.txt", "denies the closing, not the accident"),
        (Relation.UNRELATED, "post.txt", "another quay"),
    ]


def test_what_the_driver_cannot_merge_stays_a_conflict_with_ours_in_place(
    repository: Path, git: Git
) -> None:
    main(["git", "install"])
    judge(repository, "alice", ("the quay was closed", S))
    commit(git, "begin")
    git("checkout", "-q", "-b", "laptop")
    (repository / NAME).write_text("reader: 2\nsomething: newer\n")
    commit(git, "a newer version")
    git("checkout", "-q", "main")
    judge(repository, "alice", ("no ferry was late", U))
    commit(git, "at the desk")
    ours = (repository / NAME).read_bytes()
    merged = git("merge", "-q", "laptop", check=False)
    assert merged.returncode == 1
    assert f"{NAME} (theirs):1: a newer version of this program wrote the file" in merged.stderr
    assert (repository / NAME).read_bytes() == ours
    assert git("ls-files", "--unmerged").stdout.count(NAME) == 3


def name(folder: Path, **aliases: str | None) -> None:
    """Have alice say whom names stand for."""
    change = SetAliases({Alias("", alias): who for alias, who in aliases.items()})
    speakers_store(folder, "alice").save([change])


def test_aliases_of_two_machines_merge_line_by_line(repository: Path, git: Git) -> None:
    main(["git", "install"])
    name(repository, Brandt="Ilse Brandt", Holm="Jens Holm")
    commit(git, "begin")
    git("checkout", "-q", "-b", "laptop")
    name(repository, Carr="Ida Carr", Holm=None)
    commit(git, "on the train")
    git("checkout", "-q", "main")
    name(repository, Brandt="Karl Brandt", Dorn="Per Dorn")
    commit(git, "at the desk")
    merged = git("merge", "-q", "laptop", check=False)
    assert merged.returncode == 0, merged.stderr
    path = repository / "speakers.alice.yaml"
    assert path.read_text() == (
        "reader: 1\nreviewer: alice\n\n./:\n"
        "  Brandt: Karl Brandt\n  Carr: Ida Carr\n  Dorn: Per Dorn\n"
    )


def test_one_name_for_two_speakers_stays_a_conflict(repository: Path, git: Git) -> None:
    main(["git", "install"])
    commit(git, "begin")
    git("checkout", "-q", "-b", "laptop")
    name(repository, Brandt="Ilse Brandt")
    commit(git, "on the train")
    git("checkout", "-q", "main")
    name(repository, Brandt="Karl Brandt")
    commit(git, "at the desk")
    merged = git("merge", "-q", "laptop", check=False)
    assert merged.returncode == 1
    assert "Brandt is Karl Brandt in ours and Ilse Brandt in theirs; keep one" in merged.stderr
    found = speakers.parse((repository / "speakers.alice.yaml").read_bytes(), "")
    assert found.aliases == {Alias("", "Brandt"): "Karl Brandt"}


def test_aliases_of_two_reviewers_merge_in_plain_git(repository: Path, git: Git) -> None:
    commit_all = ("speakers.alice.yaml", "speakers.bob.yaml")
    name(repository, Holm="Jens Holm")
    commit(git, "begin")
    git("checkout", "-q", "-b", "desk")
    change = SetAliases({Alias("", "Holm"): "Per Holm"})
    speakers_store(repository, "bob").save([change])
    commit(git, "bob")
    git("checkout", "-q", "main")
    name(repository, Carr="Ida Carr")
    commit(git, "alice")
    assert git("merge", "-q", "desk").returncode == 0
    assert all((repository / one).exists() for one in commit_all)
