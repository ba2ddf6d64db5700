"""Putting a judgement into a sidecar, and making sure that nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.judgement import Judgement, in_order
from reader.sidecar.changes import splice
from reader.sidecar.changes.edits import Subject
from reader.sidecar.format import Sidecar, reparse
from reader.sidecar.format.emitter import storable
from reader.sidecar.format.places import line_of, newline_of
from reader.sidecar.format.schema import HEADER
from reader.storage.errors import RefusedError, SidecarError


def put(sidecar: Sidecar, subject: Subject, wanted: Judgement | None) -> Sidecar:
    """Give the sidecar in which a subject's judgement is the wanted one, or gone where None.

    A judgement with nothing left that a reviewer decided goes wholly, unless its entry holds
    fields that are not this version's to remove.
    """
    key = subject.key
    current = sidecar.judgements.get(key)
    if wanted is not None:
        wanted = _storable(wanted)
        decided = (
            wanted.verdict or wanted.note or wanted.evidence or wanted.disagreement or wanted.links
        )
        if not decided and key not in sidecar.kept:
            wanted = None
    if wanted == current:
        return sidecar
    sidecar = ready(sidecar)
    try:
        return _put(sidecar, subject, wanted)
    except RefusedError:
        raise
    except SidecarError:
        if current is None:
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
            what = f"{key} is there already, but is not an entry; remove or rename it"
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
    line = line_of_key(sidecar, key)
    what = "these lines are written in a way that cannot be changed safely; rewrite them by hand"
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
        links=in_order(
            replace(
                link,
                file=storable(link.file),
                key=storable(link.key),
                quote=storable(link.quote),
                note=storable(link.note),
            )
            for link in judgement.links
        ),
    )


def line_of_key(sidecar: Sidecar, key: str) -> int:
    """Give the line an entry begins at, 0 where there is none."""
    start = sidecar.starts.get(key)
    return 0 if start is None else line_of(sidecar.text, start)
