from __future__ import annotations

import re
from pathlib import Path

from reader.judgement import Verdict, make_key
from reader.sidecar import AddLink, RemoveLink, SetVerdict, Subject, apply, parse

DOCS = Path(__file__).parents[2] / "docs"


def _blocks(language: str) -> list[str]:
    text = (DOCS / "sidecar-format.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_documented_sidecar_is_one_the_program_writes() -> None:
    block, _ = _blocks("yaml")
    sidecar = parse(block.encode(), "FILE", reviewer="alice", article="northport-gazette.txt")
    assert (sidecar.notice, sidecar.unknown) == ("", "")
    for key, judgement in sidecar.judgements.items():
        assert make_key(judgement.anchor) == key
        about = Subject(key, judgement.anchor, judgement.speaker)
        gone, undo = apply(sidecar, SetVerdict(about, None))
        assert apply(gone, undo)[0].raw == block.encode()


def test_the_documented_diff_is_the_one_git_shows() -> None:
    (block, _), (diff,) = _blocks("yaml"), _blocks("diff")
    sidecar = parse(block.encode(), "FILE")
    key, judgement = next(iter(sidecar.judgements.items()))
    changed, _ = apply(sidecar, SetVerdict(Subject(key, judgement.anchor), Verdict.DISPUTED))
    lines = diff.splitlines()[1:]
    before = [line[1:] for line in lines if not line.startswith("+")]
    after = [line[1:] for line in lines if not line.startswith("-")]
    assert "\n".join(before) in block
    assert "\n".join(after) in changed.raw.decode()


def test_the_documented_link_is_written_as_it_is_shown() -> None:
    block, link = _blocks("yaml")
    sidecar = parse((block + link).encode(), "FILE")
    key, judgement = list(sidecar.judgements.items())[-1]
    about = Subject(key, judgement.anchor)
    (made,) = judgement.links
    gone, _ = apply(sidecar, RemoveLink(about, made.id))
    assert link in apply(gone, AddLink(about, made))[0].raw.decode()
