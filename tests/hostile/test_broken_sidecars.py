"""A sidecar broken at any byte is read or refused with its line, and never overwritten unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.judgement import Anchor, Link, Relation, Verdict
from reader.sidecar import SetVerdict, Sidecar, SidecarError, Store, Subject, parse, store_for
from reader.text import safe_line
from tests.hostile.doors import GONE, JUDGED, NAME, REVIEWER, World

FULL = replace(
    JUDGED,
    note="Two voices: the ministry\nand “the port”.",
    evidence=("https://tarn-post.example/ramp", "p. 12"),
    disagreement=(Verdict.DISPUTED,),
    links=(Link(Relation.SAME, "../b.txt", "k-1", "the ramp: closed", "in part"),),
)
NEW = Subject("it-was-welded-1234567", Anchor("“It was welded,”", "Holm"), "Holm")


@pytest.fixture(scope="module")
def sound() -> bytes:
    """A sidecar with all that one can hold, and what somebody wrote into it."""
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        more = "  weight: {a: [1, 2]} # mine\n# the end\n"
        return World.at(Path(place)).judge(replace(GONE, note="x"), FULL, more=more).read_bytes()


def breakages(sound: bytes) -> Iterator[bytes]:
    """Cut off behind each byte, without each byte, each byte made another."""
    for place in range(len(sound)):
        yield sound[:place]
        yield sound[:place] + sound[place + 1 :]
        for other in (0x00, 0x0A, 0x20, 0x22, 0x3A, 0x7B, 0xFF, sound[place] ^ 0x20):
            if other != sound[place]:
                yield sound[:place] + bytes([other]) + sound[place + 1 :]


def read(raw: bytes) -> Sidecar | SidecarError:
    """Read a sidecar, or get why not."""
    try:
        return parse(raw, "FILE", reviewer=REVIEWER, article=NAME)
    except SidecarError as error:
        return error


def check_kept(store: Store, raw: bytes, read: Sidecar | SidecarError) -> None:
    """Save a verdict into what is there: what cannot be read stays, and so does all the rest."""
    store.path.write_bytes(raw)
    try:
        saved = store.save([SetVerdict(NEW, Verdict.SOURCED)])
    except SidecarError:
        saved = None
    now = store.path.read_bytes()
    if isinstance(read, SidecarError):
        assert saved is None
        assert now == raw
    elif saved is not None and not saved.refused:
        after = parse(now, "FILE", reviewer=REVIEWER, article=NAME)
        assert {one: after.judgements[one] for one in read.judgements} == dict(read.judgements)
        assert after.kept == read.kept
        assert after.judgements[NEW.key].verdict is Verdict.SOURCED
    else:
        assert now == raw


def test_a_sidecar_broken_at_any_byte_is_read_or_refused_and_never_overwritten(
    sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
    assert isinstance(read(sound), Sidecar)
    store = store_for(tmp_path, NAME, REVIEWER)
    refused = 0
    for number, raw in enumerate(breakages(sound)):
        outcome = read(raw)
        if isinstance(outcome, SidecarError):
            refused += 1
            assert str(outcome) == safe_line(str(outcome))
            assert str(outcome).startswith("FILE:")
            assert 1 <= outcome.line <= raw.count(b"\n") + 1
        if number % 7 == 0 or raw == b"":
            check_kept(store, raw, outcome)
    assert refused > len(sound)
