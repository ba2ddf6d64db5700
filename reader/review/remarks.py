"""What other reviewers said of a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.files import UnreadableError, read_regular
from reader.judgement import Judgement
from reader.review.items import Findings, Item, match
from reader.sidecar import SidecarError, parse
from reader.text import safe_line


@dataclass(frozen=True, slots=True)
class Remark:
    """What another reviewer's sidecar says of a statement, or why it cannot be read."""

    reviewer: str
    judgement: Judgement | None
    problem: str = ""


def remarks(findings: Findings, item: Item, paths: Iterable[Path]) -> list[Remark]:
    """Read what the sidecars at some paths say of a statement."""
    return [_remark(findings, item, path) for path in paths]


def _remark(findings: Findings, item: Item, path: Path) -> Remark:
    name = safe_line(path.name)
    try:
        sidecar = parse(read_regular(path, within=(path.parent,)), name)
    except (SidecarError, UnreadableError) as error:
        return Remark(name, None, str(error))
    theirs = match(findings, sidecar.judgements).items
    said = next((one for one in theirs if one.judgement and one.is_of(item)), None)
    return Remark(sidecar.reviewer, said.judgement if said else None)
