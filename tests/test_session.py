"""Sessions: what is kept is what comes back, and what is broken is no session."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.session import PanePlace, Session, Sessions, session_from

PLACES = st.builds(PanePlace, st.text(), st.text(), st.integers(min_value=0))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["panes", "active", "filter", "article", "key", "top"]), inner
        )
    ),
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def sessions(environ: dict[str, str], *paths: str) -> Sessions:
    """The sessions of a corpus opened by some paths."""
    return Sessions([Path(path) for path in paths], environ)


ALICE = Session((PanePlace("a.txt", "the-ramp-1", 120), PanePlace("b.txt")), 1, "unreviewed")
BOB = Session((PanePlace("b\udcff.txt", "", 7),))


def test_each_reviewer_of_each_corpus_has_a_session(environ: dict[str, str]) -> None:
    here = sessions(environ, "/corpus/here")
    assert here.of("alice") is here.last() is None
    here.keep("alice", ALICE)
    here.keep("bob", BOB)
    again = sessions(environ, "/corpus/here")
    assert (again.of("alice"), again.of("bob"), again.of("carol")) == (ALICE, BOB, None)
    assert sessions(environ, "/corpus/there").of("alice") is None


def test_the_last_is_of_whoever_left_last(environ: dict[str, str]) -> None:
    here = sessions(environ, "/corpus")
    here.keep("alice", ALICE)
    here.keep("bob", BOB)
    assert here.last() == BOB
    here.keep("alice", ALICE)
    assert here.last() == ALICE


def test_only_its_owner_may_read_it_and_old_ones_go(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.session._MOST_FILES", 2)
    for number in range(4):
        sessions(environ, f"/corpus/{number}").keep("alice", ALICE)
    kept = list(Path(environ["XDG_STATE_HOME"], "reader", "sessions").iterdir())
    assert len(kept) == 2
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'{"reviewers": 3}', b"\xff", b"[" * 100_000])
def test_what_cannot_be_read_is_no_session(environ: dict[str, str], raw: bytes) -> None:
    here = sessions(environ, "/corpus")
    here.keep("alice", ALICE)
    (path,) = Path(environ["XDG_STATE_HOME"], "reader", "sessions").iterdir()
    path.write_bytes(raw)
    assert here.of("alice") is here.last() is None
    here.keep("alice", ALICE)
    assert here.of("alice") == ALICE


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    here = sessions({"XDG_STATE_HOME": str(tmp_path / "state")}, "/corpus")
    here.keep("alice", ALICE)
    assert here.of("alice") is None


@given(JSON)
def test_whatever_stands_there_is_a_session_or_none(found: object) -> None:
    session = session_from(json.loads(json.dumps(found)))
    assert session is None or 0 <= session.active < len(session.panes) <= 3


@given(st.lists(PLACES, min_size=1, max_size=3), st.integers(min_value=0, max_value=2), st.text())
def test_every_session_comes_back(panes: list[PanePlace], active: int, wanted: str) -> None:
    session = Session(tuple(panes), min(active, len(panes) - 1), wanted)
    kept = json.loads(json.dumps(session.plain()))
    assert session_from(kept) == session
