"""Applying an edit, and taking it back, also after others wrote to the file.

Everything here is a pure function. `apply` is used twice for each command: by the window on what it
holds, at once, and by the saver on what is on disk by then.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import Any

from reader.judgement import Judgement
from reader.sidecar.changes import splice
from reader.sidecar.changes.change import line_of_key, put, ready, reread
from reader.sidecar.changes.edits import Confirm, Edit, Remove, Subject
from reader.sidecar.changes.three_way import merged_links
from reader.sidecar.format import Sidecar, header_text, reparse
from reader.sidecar.format.places import common_ends
from reader.storage.errors import RefusedError
from reader.yamltext import BOM


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes one command back, also after it was saved and after others wrote to the file.

    Where nobody did (`digest` of the bytes it left), `taken` goes back in the place of `put` at
    `start`: the bytes of before. Else the entry's old lines go back in the place of those the
    command left, and where these changed too, the command's own fields alone. Applying it gives
    the Undo that does the command again.
    """

    subject: Subject
    before: Judgement | None
    after: Judgement | None
    lines_before: str
    lines_after: str
    start: int
    put: bytes
    taken: bytes
    digest: bytes


def apply(sidecar: Sidecar, edit: Edit | Undo) -> tuple[Sidecar, Undo]:
    """Give the sidecar with an edit, or with one taken back, and what takes that back in turn.

    Only the entry's own lines change; the result is read again and compared with what was wanted.
    Raises SidecarError where it cannot be done, RefusedError where others changed the same thing.
    """
    changed = _take_back(sidecar, edit) if isinstance(edit, Undo) else _edited(sidecar, edit)
    return changed, _undo(sidecar, changed, edit.subject)


def _edited(sidecar: Sidecar, edit: Edit) -> Sidecar:
    current = sidecar.judgements.get(edit.subject.key)
    if current is None and isinstance(edit, Remove | Confirm):
        return sidecar
    wanted = edit.on(current or edit.subject.unjudged)
    return put(sidecar, edit.subject, wanted)


def _undo(before: Sidecar, after: Sidecar, subject: Subject) -> Undo:
    old, new = before.raw, after.raw
    start, tail = common_ends(old, new)
    return Undo(
        subject,
        before.judgements.get(subject.key),
        after.judgements.get(subject.key),
        splice.lines_of(before, subject.key),
        splice.lines_of(after, subject.key),
        start,
        new[start : len(new) - tail],
        old[start : len(old) - tail],
        _digest(new),
    )


def _take_back(sidecar: Sidecar, undo: Undo) -> Sidecar:
    key = undo.subject.key
    if _digest(sidecar.raw) == undo.digest:
        end = undo.start + len(undo.put)
        raw = sidecar.raw[: undo.start] + undo.taken + sidecar.raw[end:]
        return _read_back(sidecar, raw)
    current = sidecar.judgements.get(key)
    if current == undo.before:
        return sidecar
    if current == undo.after and splice.lines_of(sidecar, key) == undo.lines_after:
        return _lines_back(sidecar, undo)
    return put(sidecar, undo.subject, _own_fields_back(sidecar, undo, current))


def _lines_back(sidecar: Sidecar, undo: Undo) -> Sidecar:
    key, following = undo.subject.key, undo.subject.following
    if undo.before is None:
        left = put(sidecar, undo.subject, None)
        # The command made the file: with nothing else in it by now, it goes again.
        made = not undo.taken and undo.start == 0
        alone = left.raw == header_text(left.article, left.reviewer).encode("utf-8")
        return _without_file(left) if made and alone else left
    sidecar = ready(sidecar)
    if undo.after is None:
        text = splice.insert(sidecar, undo.lines_before, following)
    else:
        text = splice.replace_lines(sidecar, sidecar.entries[key], undo.lines_before)
    return reread(sidecar, text, key, undo.before)


def _own_fields_back(sidecar: Sidecar, undo: Undo, current: Judgement | None) -> Judgement:
    """Take back what the command set, if it is still what the command set; raises RefusedError."""
    key = undo.subject.key
    before, after = undo.before or undo.subject.unjudged, undo.after or undo.subject.unjudged
    if current is None or undo.after is None:
        what = "was removed" if current is None else "was judged again"
        said = f"the statement {key} {what} elsewhere since, so nothing was undone"
        raise RefusedError(sidecar.where, line_of_key(sidecar, key), said)
    values: dict[str, Any] = {}
    for name in (one.name for one in fields(Judgement)):
        old, new, now = (getattr(one, name) for one in (before, after, current))
        if old == new or now == old:
            continue
        if name == "links":
            # Others' links may have come or gone beside it: this command's own is taken back.
            values[name] = merged_links(new, now, old)
            continue
        if now != new:
            said = f"the {name} of {key} was changed elsewhere since, so nothing was undone"
            raise RefusedError(sidecar.where, line_of_key(sidecar, key), said)
        values[name] = old
    return replace(current, **values)


def _read_back(sidecar: Sidecar, raw: bytes) -> Sidecar:
    if not raw:
        return _without_file(sidecar)
    return reparse(sidecar, raw.removeprefix(BOM).decode("utf-8"))


def _without_file(sidecar: Sidecar) -> Sidecar:
    return Sidecar(b"", sidecar.article, sidecar.reviewer, sidecar.where)


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()
