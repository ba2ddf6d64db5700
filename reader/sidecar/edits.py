"""What commands want of a sidecar, and how each is taken back.

Everything here is a value or a pure function. `apply` is used twice for each command: by the
window on what it holds, at once, and by the saver on what is on disk by then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from reader.judgement import Anchor, Judgement, Verdict
from reader.sidecar import splice
from reader.sidecar.emitter import storable
from reader.sidecar.errors import RefusedError, SidecarError
from reader.sidecar.format import BOM, Sidecar, header_text, reparse
from reader.sidecar.layout import line_of, newline_of
from reader.sidecar.reading import HEADER, HELD


@dataclass(frozen=True, slots=True)
class Subject:
    """The statement a command is about: what a new entry is made of, and its place.

    `following` are the keys of the statements after it in the article, nearest first; a new entry
    goes before the first of them that the sidecar has.
    """

    key: str
    anchor: Anchor
    speaker: str = ""
    following: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetVerdict:
    """Give a verdict, or with None take it back; settles a disagreement either way.

    `anew` also takes the subject's words over: for a statement that changed under its judgement.
    """

    subject: Subject
    verdict: Verdict | None
    anew: bool = False

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        base = _confirmed(current, self.subject) if self.anew else current
        return replace(base, verdict=self.verdict, disagreement=())


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write the note; an empty one is removed."""

    subject: Subject
    note: str

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return replace(current, note=self.note)


@dataclass(frozen=True, slots=True)
class SetEvidence:
    """Set the list of evidence."""

    subject: Subject
    evidence: tuple[str, ...]

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return replace(current, evidence=self.evidence)


@dataclass(frozen=True, slots=True)
class Confirm:
    """Let a judgement stand on the subject's words as they are now."""

    subject: Subject

    def on(self, current: Judgement) -> Judgement:
        """Give what the judgement becomes."""
        return _confirmed(current, self.subject)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the whole entry away, with note and all."""

    subject: Subject

    def on(self, current: Judgement) -> None:
        """Give what the judgement becomes: none."""


Edit = SetVerdict | SetNote | SetEvidence | Confirm | Remove


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


def _confirmed(current: Judgement, subject: Subject) -> Judgement:
    return replace(current, anchor=subject.anchor, speaker=subject.speaker)


def _bare(subject: Subject) -> Judgement:
    return Judgement(subject.key, subject.anchor, speaker=subject.speaker)


def _edited(sidecar: Sidecar, edit: Edit) -> Sidecar:
    current = sidecar.judgements.get(edit.subject.key)
    if current is None and isinstance(edit, Remove | Confirm):
        return sidecar
    wanted = edit.on(current or _bare(edit.subject))
    return put(sidecar, edit.subject, wanted)


def put(sidecar: Sidecar, subject: Subject, wanted: Judgement | None) -> Sidecar:
    """Give the sidecar in which a subject's judgement is the wanted one, or gone where None.

    A judgement with nothing left that a reviewer decided goes wholly, unless its entry holds
    fields that are not this version's to remove.
    """
    key = subject.key
    entry = sidecar.entries.get(key)
    current = sidecar.judgements.get(key)
    if wanted is not None:
        wanted = _storable(wanted)
        held = entry is not None and any(one not in HELD for one in entry.fields)
        if not (wanted.verdict or wanted.note or wanted.evidence or wanted.disagreement or held):
            wanted = None
    if wanted == current:
        return sidecar
    sidecar = ready(sidecar)
    try:
        return _put(sidecar, subject, wanted)
    except RefusedError:
        raise
    except SidecarError:
        if entry is None:
            raise
        # A comment far to the right would become a part of the text above it.
        return _put(reread_same(sidecar, splice.calm(sidecar, key), key), subject, wanted)


def _put(sidecar: Sidecar, subject: Subject, wanted: Judgement | None) -> Sidecar:
    key = subject.key
    entry, current = sidecar.entries.get(key), sidecar.judgements.get(key)
    if wanted is None:
        text = splice.remove(sidecar, sidecar.entries[key])
    elif entry is None or current is None:
        if key in HEADER or key in sidecar.kept.get("", {}):
            what = f"{key} is there already, but as something else; remove or rename it"
            raise RefusedError(sidecar.where, 0, what)
        text = splice.insert(sidecar, splice.entry_text(wanted), subject.following)
    else:
        text = splice.change(sidecar, entry, current, wanted)
    kept = sidecar.kept.get(key, {}) if wanted else {}
    return reread(sidecar, text, key, wanted, kept)


def reread(
    sidecar: Sidecar,
    text: str,
    key: str,
    wanted: Judgement | None,
    kept: Mapping[str, object] | None = None,
) -> Sidecar:
    """Read a changed text, in which one entry must be as wanted and everything else as before.

    `kept` are that entry's fields that no Judgement holds; None: whatever they are. Raises
    SidecarError where something else has changed: the change is not made then.
    """
    expected = {one: judgement for one, judgement in sidecar.judgements.items() if one != key}
    if wanted is not None:
        expected[key] = wanted
    return _reread(sidecar, text, expected, key, kept)


def reread_same(sidecar: Sidecar, text: str, key: str = "") -> Sidecar:
    """Read a changed text that must mean the same as before; raises SidecarError."""
    return _reread(sidecar, text, sidecar.judgements, key, sidecar.kept.get(key, {}))


def _reread(
    sidecar: Sidecar,
    text: str,
    expected: Mapping[str, Judgement],
    key: str,
    kept: Mapping[str, object] | None,
) -> Sidecar:
    line = _line_of_key(sidecar, key)
    what = "the lines here are written in a way that cannot be changed safely; tidy them by hand"
    try:
        changed = reparse(sidecar, text)
    except SidecarError as error:
        raise SidecarError(sidecar.where, line, what) from error
    others = {**changed.kept}
    own = others.pop(key, {}) if key else {}
    if (
        changed.judgements != expected
        or others != {one: fields for one, fields in sidecar.kept.items() if one != key or not key}
        or (key and kept is not None and own != kept)
    ):
        raise SidecarError(sidecar.where, line, what)
    return changed


def ready(sidecar: Sidecar) -> Sidecar:
    """Mend the header, and end the last line: lines are put behind it."""
    if sidecar.text and not sidecar.text.endswith("\n"):
        sidecar = reread_same(sidecar, sidecar.text + newline_of(sidecar.text))
    if not sidecar.notice:
        return sidecar
    return reread_same(sidecar, splice.mend_article(sidecar))


def _undo(before: Sidecar, after: Sidecar, subject: Subject) -> Undo:
    old, new = before.raw, after.raw
    start = _common(old, new)
    tail = _common(old[start:][::-1], new[start:][::-1])
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
    before, after = undo.before or _bare(undo.subject), undo.after or _bare(undo.subject)
    if current is None or undo.after is None:
        what = "was taken away" if current is None else "was judged again"
        said = f"the statement {key} {what} elsewhere since, so nothing was undone"
        raise RefusedError(sidecar.where, _line_of_key(sidecar, key), said)
    values = {}
    for name in (one.name for one in fields(Judgement)):
        old, new, now = (getattr(one, name) for one in (before, after, current))
        if old == new or now == old:
            continue
        if now != new:
            said = f"the {name} of {key} was changed elsewhere since, so nothing was undone"
            raise RefusedError(sidecar.where, _line_of_key(sidecar, key), said)
        values[name] = old
    return replace(current, **values)


def _read_back(sidecar: Sidecar, raw: bytes) -> Sidecar:
    if not raw:
        return _without_file(sidecar)
    return reparse(sidecar, raw.removeprefix(BOM).decode("utf-8"))


def _without_file(sidecar: Sidecar) -> Sidecar:
    return Sidecar(b"", sidecar.article, sidecar.reviewer, sidecar.where)


def _storable(judgement: Judgement) -> Judgement:
    anchor = judgement.anchor
    return replace(
        judgement,
        anchor=replace(
            anchor,
            quote=storable(anchor.quote),
            source=storable(anchor.source),
            before=storable(anchor.before),
            after=storable(anchor.after),
        ),
        speaker=storable(judgement.speaker),
        note=storable(judgement.note),
        evidence=tuple(one for one in map(storable, judgement.evidence) if one),
    )


def _line_of_key(sidecar: Sidecar, key: str) -> int:
    start = sidecar.starts.get(key)
    return 0 if start is None else line_of(sidecar.text, start)


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()


def _common(one: bytes, other: bytes) -> int:
    """Count the bytes two byte strings begin with in common, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
