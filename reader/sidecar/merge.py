"""A three-way merge of one reviewer's sidecar by what it means, not by its lines.

Ours stays as it stands, comments and all; what theirs did since the base is put into it, entry by
entry and, where both worked on one, field by field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.sidecar.changes import splice
from reader.sidecar.changes.change import put, ready, reread, reread_same
from reader.sidecar.changes.edits import Subject
from reader.sidecar.changes.three_way import changed, merged
from reader.sidecar.format import Sidecar, parse
from reader.sidecar.format.places import line_of
from reader.sidecar.format.schema import KNOWN
from reader.storage.errors import RefusedError, SidecarError


def merge(base: Sidecar | None, ours: Sidecar, theirs: Sidecar) -> Sidecar:
    """Put what theirs changed since the base (None: there was none) into ours.

    Raises SidecarError where one file has two reviewers, or where a field this version does not
    know was changed on both sides.
    """
    _check_reviewer(ours, theirs)
    _check_sections(base, ours, theirs)
    result = _with_article(base, ready(ours), theirs)
    previous: str | None = None
    keys = list(theirs.judgements)
    for place, key in enumerate(keys):
        result = _with_entry(base, result, theirs, key, keys[place + 1 :], previous)
        previous = key if key in result.judgements else previous
    for key in base.judgements if base else ():
        # Taken away there; kept where it was worked on here: no judgement is lost silently.
        gone = key not in theirs.judgements and key in result.judgements
        if gone and _lines(result, key) == _lines(base, key):
            result = reread(result, splice.remove(result, result.entries[key]), key, None)
    if parse(result.raw, result.where) != result:
        raise SidecarError(
            ours.where, 0, "the merged file would say something else than was merged"
        )
    return result


def _with_entry(
    base: Sidecar | None,
    ours: Sidecar,
    theirs: Sidecar,
    key: str,
    following: Sequence[str],
    previous: str | None,
) -> Sidecar:
    """Put one entry of theirs into ours."""
    their_lines, our_lines, old_lines = (_lines(one, key) for one in (theirs, ours, base))
    if their_lines in (our_lines, old_lines):
        return ours
    wanted = theirs.judgements[key]
    if not our_lines:
        # New there, or worked on there and taken away here.
        lines = splice.lines_of(theirs, key, with_comments=True)
        text = splice.insert(ours, lines, () if previous else following, previous)
        return reread(ours, text, key, wanted)
    if our_lines == old_lines:
        lines = _with_comments_of(our_lines, theirs, key)
        text = splice.replace_lines(ours, ours.entries[key], lines)
        return reread(ours, text, key, wanted)
    old = base.judgements.get(key) if base else None
    joined = merged(old, ours.judgements[key], wanted)
    for name in sorted(_others(theirs, key) | _others(ours, key) | _others(base, key)):
        ours = _with_other(base, ours, theirs, key, name)
    return put(ours, Subject(key, joined.anchor, joined.speaker), joined)


def _with_comments_of(our_lines: str, theirs: Sidecar, key: str) -> str:
    """Give theirs' lines, and the comments of ours that stand behind them by now."""
    lines = splice.lines_of(theirs, key)
    behind = theirs.entries[key].text[len(lines) :].splitlines(keepends=True)
    return lines + "".join(
        line for line in behind if line.lstrip().startswith("#") and line.strip() in our_lines
    )


def _with_other(
    base: Sidecar | None, ours: Sidecar, theirs: Sidecar, key: str, name: str
) -> Sidecar:
    """Merge a field that no Judgement holds, as the text it is; raises RefusedError."""
    old, mine, other = (_other(one, key, name) for one in (base, ours, theirs))
    wanted = changed(old, mine, other)
    if other not in (old, wanted):
        line = line_of(ours.text, ours.starts[key])
        what = f"{name} of {key} was changed on both sides; keep one of them by hand"
        raise RefusedError(ours.where, line, what)
    if wanted == mine:
        return ours
    text = splice.put_field(ours, ours.entries[key], name, wanted)
    return reread(ours, text, key, ours.judgements[key])


def _others(sidecar: Sidecar | None, key: str) -> frozenset[str]:
    """Name an entry's fields that a Judgement does not hold."""
    if sidecar is None or key not in sidecar.entries:
        return frozenset()
    return frozenset(sidecar.entries[key].fields) - KNOWN


def _other(sidecar: Sidecar | None, key: str, name: str) -> str:
    """Give such a field's value as it stands, empty where there is none."""
    if sidecar is None or key not in sidecar.entries:
        return ""
    entry = sidecar.entries[key]
    place = entry.fields.get(name)
    return "" if place is None else entry.text[place.colon : place.end].replace("\r\n", "\n")


def _check_reviewer(ours: Sidecar, theirs: Sidecar) -> None:
    if theirs.reviewer != ours.reviewer:
        line = line_of(theirs.text, theirs.header["reviewer"].start)
        what = f"ours is by {ours.reviewer}, theirs by {theirs.reviewer}; put them in two files"
        raise RefusedError(theirs.where, line, what)


def _check_sections(base: Sidecar | None, ours: Sidecar, theirs: Sidecar) -> None:
    """Refuse where theirs changed what is neither header nor entry; raises RefusedError."""
    old, mine, other = (one.kept.get("", {}) if one else {} for one in (base, ours, theirs))
    for name in sorted({*old, *mine, *other}):
        if other.get(name) not in (old.get(name), mine.get(name)):
            what = f"{name} is unknown to this version, and was changed; merge it by hand"
            raise RefusedError(theirs.where, 0, what)


def _with_article(base: Sidecar | None, ours: Sidecar, theirs: Sidecar) -> Sidecar:
    if base is None or changed(base.article, ours.article, theirs.article) == ours.article:
        return ours
    moved = replace(ours, article=theirs.article)
    return reread_same(moved, splice.mend_article(moved))


def _lines(sidecar: Sidecar | None, key: str) -> str:
    return splice.lines_of(sidecar, key).replace("\r\n", "\n") if sidecar else ""
