"""What was found once is given back; a cache that is broken, full or locked does no harm."""

import shutil
import sqlite3
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.finding import StatementCache
from reader.finding.cache import finder_version
from reader.finding.packing import UnreadablePackError, pack, unpack
from reader.folders import cache_folder
from reader.statement import Kind, Mode, Signal, SignalName, Span, Stance, Statement

_LENGTH = 500
_SPANS = st.lists(
    st.tuples(st.integers(0, _LENGTH), st.integers(0, _LENGTH)).map(
        lambda pair: Span(*sorted(pair))
    ),
    max_size=3,
).map(tuple)
_NAMES = st.text(max_size=12)
_STATEMENTS = st.lists(
    st.builds(
        Statement,
        source=_SPANS,
        cue=_SPANS,
        content=_SPANS,
        kind=st.sampled_from(Kind),
        speaker=_NAMES,
        speaker_sure=st.booleans(),
        chain=st.lists(_NAMES, min_size=1, max_size=3).map(tuple),
        mode=st.sampled_from(Mode),
        stance=st.sampled_from(Stance),
        signals=st.lists(st.builds(Signal, st.sampled_from(SignalName), _SPANS), max_size=3).map(
            tuple
        ),
        within=st.just(0) | st.none(),
    ),
    max_size=5,
)
_DIGEST, _OTHER = "ab" * 32, "cd" * 32
_FOUND = [Statement((Span(0, 3),), (Span(4, 8),), (Span(9, 20),), speaker="Ruta Selm")]


@given(_STATEMENTS)
def test_packing_and_unpacking_give_the_same(statements: list[Statement]) -> None:
    assert unpack(pack(statements), _LENGTH) == statements


@given(st.binary(max_size=60))
def test_bytes_that_were_never_packed_are_refused(junk: bytes) -> None:
    with pytest.raises(UnreadablePackError):
        unpack(junk, _LENGTH)


def test_statements_beyond_the_text_are_refused() -> None:
    with pytest.raises(UnreadablePackError):
        unpack(pack(_FOUND), 10)


@pytest.fixture
def cache(tmp_path: Path) -> StatementCache:
    return StatementCache(tmp_path / "cache", b"v1")


def test_what_is_put_is_there_for_another_process(cache: StatementCache, tmp_path: Path) -> None:
    cache.put(_DIGEST, _FOUND)
    another = StatementCache(tmp_path / "cache", b"v1")
    assert another.get(_DIGEST, _LENGTH) == _FOUND
    assert another.get(_OTHER, _LENGTH) is None


def test_another_finder_does_not_see_it(cache: StatementCache, tmp_path: Path) -> None:
    cache.put(_DIGEST, _FOUND)
    assert StatementCache(tmp_path / "cache", b"v2").get(_DIGEST, _LENGTH) is None


def test_a_cache_deleted_while_it_is_open_does_no_harm(
    cache: StatementCache, tmp_path: Path
) -> None:
    cache.put(_DIGEST, _FOUND)
    for file in (tmp_path / "cache").iterdir():
        file.unlink()
    cache.put(_OTHER, _FOUND)
    assert cache.get(_OTHER, _LENGTH) in (_FOUND, None)
    cache.close()
    cache.put(_OTHER, _FOUND)
    assert cache.get(_OTHER, _LENGTH) == _FOUND


@pytest.mark.parametrize(
    "junk", [b"no database at all" * 99, b"", b"SQLite format 3\0" + b"\7" * 999]
)
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, junk: bytes) -> None:
    folder = tmp_path / "cache"
    StatementCache(folder, b"v1").put(_DIGEST, _FOUND)
    (file,) = folder.iterdir()
    file.write_bytes(junk)
    cache = StatementCache(folder, b"v1")
    cache.put(_DIGEST, _FOUND)
    cache.put(_DIGEST, _FOUND)
    assert cache.get(_DIGEST, _LENGTH) == _FOUND


def test_a_pack_that_is_broken_is_as_none(cache: StatementCache, tmp_path: Path) -> None:
    cache.put(_DIGEST, _FOUND)
    (file,) = (tmp_path / "cache").iterdir()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE found SET packed = x'00ff'")
    assert cache.get(_DIGEST, _LENGTH) is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = StatementCache(tmp_path / "file" / "cache", b"v1")
    cache.put(_DIGEST, _FOUND)
    cache.prune()
    assert cache.get(_DIGEST, _LENGTH) is None


def test_pruning_keeps_what_was_used_last(tmp_path: Path) -> None:
    cache = StatementCache(tmp_path, b"v1", largest=len(pack(_FOUND)) * 2)
    digests = [f"{number:064x}" for number in range(5)]
    for digest in digests:
        cache.put(digest, _FOUND)
    cache.prune()
    kept = [digest for digest in digests if cache.get(digest, _LENGTH)]
    assert kept == digests[-2:]


def test_the_folder_is_the_users_cache(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "reader"
    assert cache_folder({"XDG_CACHE_HOME": "not/absolute", "HOME": "/h"}) == Path(
        "/h/.cache/reader"
    )


def test_a_cache_that_nobody_prunes_stays_bounded(tmp_path: Path) -> None:
    size = len(pack(_FOUND))
    cache = StatementCache(tmp_path, b"v1", largest=size * 10)
    for number in range(1100):
        cache.put(f"{number:064x}", _FOUND)
    (file,) = tmp_path.iterdir()
    with sqlite3.connect(file) as connection:
        ((kept,),) = connection.execute("SELECT SUM(LENGTH(packed)) FROM found")
    assert kept <= size * 510


_USES_THE_CACHE = """
import random, sys
from pathlib import Path
from reader.finding import StatementCache
from reader.statement import Span, Statement
seed, folder = int(sys.argv[1]), Path(sys.argv[2])
choose = random.Random(seed)
cache = StatementCache(folder, b"v1", largest=4000)
for _ in range(150):
    number = choose.randrange(40)
    expected = [Statement((), (), (Span(number, number + 5),), speaker=f"N{number}")]
    what = choose.random()
    if what < 0.45:
        cache.put(f"{number:064x}", expected)
    elif what < 0.9:
        assert cache.get(f"{number:064x}", 100) in (expected, None)
    elif what < 0.94:
        cache.prune()
    elif what < 0.96:
        cache.close()
    else:
        for file in folder.glob("*"):
            if choose.random() < 0.5:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(choose.randbytes(choose.choice([0, 50, 5000])))
"""


def test_several_processes_may_use_break_and_delete_it_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _USES_THE_CACHE, str(seed), str(folder)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in range(3)
    ]
    assert [process.communicate()[1] for process in started] == [""] * 3
    assert [process.returncode for process in started] == [0] * 3
    cache = StatementCache(folder, b"v1")
    for _ in range(3):
        cache.put(_DIGEST, _FOUND)
    assert cache.get(_DIGEST, _LENGTH) == _FOUND


def test_the_finders_version_stays_while_its_files_do() -> None:
    assert finder_version() == finder_version(files("reader"))


@pytest.mark.parametrize(
    "changed", ["attribution/grammar/new.py", "language/english/verbs.tsv", "text.py"]
)
def test_another_rule_or_word_makes_another_version(tmp_path: Path, changed: str) -> None:
    package = tmp_path / "reader"
    shutil.copytree(str(files("reader")), package)
    before = finder_version(package)
    file = package / changed
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"\n")
    assert finder_version(package) != before
