"""Changing aliases line by line, and taking that back, also after others wrote to the file.

Everything here is a pure function. `apply` is used twice for each command: by the window on what it
holds, at once, and by the saver on what is on disk by then.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from reader.sidecar.format.emitter import one_line, storable
from reader.sidecar.format.places import common_ends, newline_of
from reader.speakers.aliases import Alias
from reader.speakers.format import (
    ROOT,
    SpeakersFile,
    empty,
    header_text,
    parse,
    parse_lines,
    refuse_circles,
)
from reader.storage import RefusedError, SidecarError
from reader.text import safe_line
from reader.yamltext import BOM

_PLAIN_PLACE = re.compile(r"\./(?:[\w@+(),./-]| (?! |$))*")
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class SetAliases:
    """Have aliases stand for speakers; None takes an alias away."""

    speakers: Mapping[Alias, str | None]


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes one change back, also after it was saved and after others wrote to the file.

    Where nobody did (`digest` of the bytes it left), `taken` goes back in the place of `put` at
    `start`: the bytes of before. Else each alias goes back to what it was `before`, if it still is
    as `after`. Applying it gives the Undo that makes the change again.
    """

    before: Mapping[Alias, str | None]
    after: Mapping[Alias, str | None]
    start: int
    put: bytes
    taken: bytes
    digest: bytes


def apply(file: SpeakersFile, change: SetAliases | Undo) -> tuple[SpeakersFile, Undo]:
    """Give the file with a change, or with one taken back, and what takes that back in turn.

    Raises SidecarError where it cannot be done, RefusedError where others changed the same alias.
    """
    if isinstance(change, Undo):
        changed, names = _taken_back(file, change), change.before.keys()
    else:
        wanted = {_storable(alias): one for alias, one in change.speakers.items()}
        changed, names = put(file, wanted), wanted.keys()
    start, tail = common_ends(file.raw, changed.raw)
    undo = Undo(
        {alias: file.aliases.get(alias) for alias in names},
        {alias: changed.aliases.get(alias) for alias in names},
        start,
        changed.raw[start : len(changed.raw) - tail],
        file.raw[start : len(file.raw) - tail],
        _digest(changed.raw),
    )
    return changed, undo


def put(file: SpeakersFile, speakers: Mapping[Alias, str | None]) -> SpeakersFile:
    """Give the file in which aliases stand for these speakers; only their lines change."""
    for alias, one in sorted(speakers.items(), key=lambda item: item[0]):
        speaker = None if one is None else storable(one)
        if file.aliases.get(alias) == speaker:
            continue
        if speaker is None:
            file = _without(file, alias)
        elif alias in file.aliases:
            line, new = file.lines[alias], one_line(speaker)
            file = _reread(file, file.text[: line.value] + new + file.text[line.value_end :])
        else:
            file = insert(file, alias, f"{one_line(alias.name)}: {one_line(speaker)}")
        if file.aliases.get(alias) != speaker:
            what = f"the name {safe_line(alias.name)} cannot be written on a line"
            raise SidecarError(file.where, 0, what)
    refuse_circles(file)
    return file


def insert(file: SpeakersFile, alias: Alias, line: str, above: str = "") -> SpeakersFile:
    """Write an alias' line in its place, in the order of the names; `above` are whole lines."""
    text = file.text or header_text(file.reviewer)
    newline = newline_of(text)
    if not text.endswith("\n"):
        text += newline
    new = above + _INDENT + line + newline
    if alias.place not in file.places:
        place = f"{newline}{_place_text(alias.place)}:{newline}"
        later = [at for name, at in file.places.items() if name > alias.place]
        at = _above_comments(text, min(later)) if later else len(text)
        gap = newline if later else ""
        return _reread(
            file, text[:at] + place.removeprefix(newline if later else "") + new + gap + text[at:]
        )
    inside = {one: where for one, where in file.lines.items() if one.place == alias.place}
    later = [where.start for one, where in inside.items() if _order(one) > _order(alias)]
    if later:
        at = _above_comments(text, min(later))
    else:
        last = max((where.start for where in inside.values()), default=file.places[alias.place])
        at = text.index("\n", last) + 1
    return _reread(file, text[:at] + new + text[at:])


def above(file: SpeakersFile, alias: Alias) -> str:
    """The comment lines right above an alias."""
    start = file.lines[alias].start
    return file.text[_above_comments(file.text, start) : start]


def line_text(file: SpeakersFile, alias: Alias) -> str:
    """An alias' line as it stands, its own comment included, without indent and line end."""
    start = file.lines[alias].start
    return file.text[start : _after_line(file.text, start)].strip()


def _without(file: SpeakersFile, alias: Alias) -> SpeakersFile:
    """Remove an alias' line; the comments around it stay, an empty place goes."""
    text, start = file.text, file.lines[alias].start
    end = _after_line(text, start)
    if sum(one.place == alias.place for one in file.aliases) == 1:
        head = file.places[alias.place]
        between = text[_after_line(text, head) : start]
        following = [at for at in file.places.values() if at > head]
        behind = text[end : min(following, default=len(text))]
        if not between.strip() and "#" not in behind and "#" not in text[head:start]:
            start = head
            if text[:start].endswith(2 * newline_of(text)):
                start -= len(newline_of(text))
    return _reread(file, text[:start] + text[end:])


def _taken_back(file: SpeakersFile, undo: Undo) -> SpeakersFile:
    if _digest(file.raw) == undo.digest:
        raw = file.raw[: undo.start] + undo.taken + file.raw[undo.start + len(undo.put) :]
        return parse(raw, file.where) if raw else empty(file.reviewer, file.where)
    wanted = {}
    for alias, before in undo.before.items():
        now = file.aliases.get(alias)
        if now == before:
            continue
        if now != undo.after[alias]:
            what = f"{alias.name} was changed elsewhere since, so nothing was undone"
            raise RefusedError(file.where, file.line_of(alias), what)
        wanted[alias] = before
    changed = put(file, wanted)
    # The change made the file: with nothing else in it by now, it goes again.
    made = not undo.taken and undo.start == 0
    if made and changed.raw == header_text(file.reviewer).encode():
        return empty(file.reviewer, file.where)
    return changed


def _reread(file: SpeakersFile, text: str) -> SpeakersFile:
    mark = BOM if file.raw.startswith(BOM) else b""
    return parse_lines(mark + text.encode(), file.where, reviewer=file.reviewer)


def _order(alias: Alias) -> tuple[str, str]:
    return alias.name.casefold(), alias.name


def _storable(alias: Alias) -> Alias:
    return Alias(storable(alias.place), storable(alias.name))


def _place_text(place: str) -> str:
    text = ROOT + place
    return text if _PLAIN_PLACE.fullmatch(text) else one_line(text)


def _after_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1


def _above_comments(text: str, start: int) -> int:
    """Where the comment lines right above a line begin."""
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip().startswith("#"):
            break
        start = line
    return start


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()
