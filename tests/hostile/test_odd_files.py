"""Whatever lies where a file should be: no command waits for it, follows it or stumbles over it."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.judgement import Verdict
from reader.sidecar import SetVerdict, SidecarError, store_for
from tests.hostile.doors import NAME, REVIEWER, World
from tests.hostile.test_broken_sidecars import NEW
from tests.hostile.test_doors import check

SECRET = "reader: 1\nreviewer: alice\nname: secret-words\nthe words nobody may see: 1\n"


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path has room for a hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**10)


def _link_out(path: Path) -> None:
    outside = path.parents[1] / "outside.txt"
    outside.write_text(SECRET)
    path.symlink_to(outside)


def _unreadable(path: Path) -> None:
    path.write_text(SECRET)
    path.chmod(0)


KINDS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a socket": _socket,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "a link that leads out": _link_out,
    "a link to a folder": lambda path: path.symlink_to("."),
    "unreadable": _unreadable,
    "empty": Path.touch,
    "ten gigabytes": _huge,
    "NULs": lambda path: path.write_bytes(b"\0" * 5000),
    "no text": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "a byte order mark alone": lambda path: path.write_bytes(b"\xff\xfe"),
    "one line": lambda path: path.write_text("a: [" * 20_000),
}

PLACES: dict[str, Callable[[World], Path]] = {
    "an article": lambda world: world.folder / NAME,
    "a second article": lambda world: world.folder / "2.txt",
    "the sidecar": lambda world: world.folder / f"{NAME}.review.{REVIEWER}.yaml",
    "another's sidecar": lambda world: world.folder / f"{NAME}.review.bob.yaml",
    "a stray sidecar": lambda world: world.folder / f"gone.txt.review.{REVIEWER}.yaml",
    "the config": lambda world: world.config / "config.yaml",
    "the config's folder": lambda world: world.config,
    "the corpus": lambda world: world.folder,
    "the folder of the sidecars": lambda world: world.home / "reviews",
    "the cache": lambda world: world.cache / "statements-1.sqlite",
    "the cache's folder": lambda world: world.cache,
    "git's folder": lambda world: world.folder / ".git",
}

if os.geteuid() == 0:
    del KINDS["unreadable"]  # not for root

_COMMANDS = (
    ("statements", "{corpus}", "--format", "jsonl"),
    ("status", "{corpus}"),
    ("ledger", "{corpus}"),
)


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_command_waits_or_stumbles(kind: str, place: str, tmp_path: Path) -> None:
    world = World.at(tmp_path)
    world.home.mkdir(exist_ok=True)
    path = PLACES[place](world)
    if place == "the folder of the sidecars":
        world.options += ["--reviews", str(path)]
    if place == "git's folder":
        world.options = []
    _clear(path)
    KINDS[kind](path)
    before = os.lstat(path)
    told = check(world, _COMMANDS)
    if not place.startswith("the cache"):  # that is made anew where it is broken
        assert os.lstat(path)[:7] == before[:7]
    outside = place in ("an article", "a second article", "the sidecar", "a stray sidecar")
    if kind == "a link that leads out":
        assert (path.parents[1] / "outside.txt").read_text() == SECRET
        assert "secret" not in told or not outside


# A link within the corpus is followed, also where its file is still to be made.
@pytest.mark.parametrize("kind", [one for one in KINDS if one != "a link that leads nowhere"])
def test_no_verdict_is_written_over_what_is_no_sidecar(kind: str, tmp_path: Path) -> None:
    world = World.at(tmp_path)
    path = PLACES["the sidecar"](world)
    _clear(path)
    KINDS[kind](path)
    before = os.lstat(path)
    with pytest.raises(SidecarError) as told:
        store_for(world.folder, NAME, REVIEWER).save([SetVerdict(NEW, Verdict.SOURCED)])
    assert path.name in str(told.value)
    assert os.lstat(path) == before
    assert not list(world.folder.rglob("*.tmp"))
    outside = tmp_path / "outside.txt"
    assert not outside.exists() or outside.read_text() == SECRET
