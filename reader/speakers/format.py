"""The file of a reviewer's aliases as a value: read strictly, every error with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reader.sidecar.format.conflicts import conflict_in
from reader.sidecar.format.emitter import field_lines, storable
from reader.speakers.aliases import Alias
from reader.storage import SidecarError
from reader.text import safe_line
from reader.yamlfields import Value, fields_of
from reader.yamltext import YamlError, characters

VERSION = 1
HEADER = ("reader", "reviewer")
ROOT = "./"
"""What every place begins with in the file, so that none is taken for a field of the header."""

_HOW = "write the corpus as ./, a folder as ./FOLDER/, an article as ./FOLDER/FILE"
_PLACE = re.compile(r"\./(?:(?!\.{1,2}(?:/|\Z))[^/\0]+(?:/|\Z))*")
_A_LINE = "an alias and its speaker stand on a line of their own, as in Brandt: Ilse Brandt"


@dataclass(frozen=True, slots=True)
class Line:
    """Where one alias stands in the text: its line, and the speaker's name on it."""

    start: int
    value: int
    value_end: int


@dataclass(frozen=True, slots=True)
class SpeakersFile:
    """One reviewer's aliases, and the bytes they stand in; `raw` is empty where there is no file.

    `aliases` are in the file's order. `where` is the file as errors name it. `lines` and `places`
    tell where aliases and places begin in `text`.
    """

    raw: bytes
    reviewer: str
    where: str
    aliases: Mapping[Alias, str] = field(default_factory=dict)
    text: str = field(default="", compare=False, repr=False)
    lines: Mapping[Alias, Line] = field(default_factory=dict, compare=False, repr=False)
    places: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, alias: Alias) -> int:
        """The line an alias stands on, from 1; 0 where it is not there."""
        line = self.lines.get(alias)
        return self.text.count("\n", 0, line.start) + 1 if line else 0


def empty(reviewer: str, where: str) -> SpeakersFile:
    """Give the file that is not there yet."""
    return SpeakersFile(b"", storable(reviewer), where)


def header_text(reviewer: str) -> str:
    """Write a new file's first lines; a blank line follows before each place."""
    return "\n".join([f"reader: {VERSION}", *field_lines("reviewer", reviewer, 0)]) + "\n"


def parse(raw: bytes, where: str, *, reviewer: str | None = None) -> SpeakersFile:
    """Read the bytes of a file of aliases; raises SidecarError, whatever the bytes are.

    With `reviewer`, another reviewer's file is refused.
    """
    file = parse_lines(raw, where, reviewer=reviewer)
    refuse_circles(file)
    return file


def parse_lines(raw: bytes, where: str, *, reviewer: str | None = None) -> SpeakersFile:
    """Read as `parse` does, without a look at what the aliases say together."""
    try:
        text = characters(raw)
        if conflict := conflict_in(text):
            raise YamlError(*conflict)
        return _read(fields_of(text), raw, where, None if reviewer is None else storable(reviewer))
    except YamlError as error:
        raise SidecarError(where, error.line, error.message) from error


def refuse_circles(file: SpeakersFile) -> None:
    """Refuse names of which each is said to be the other, within one place; raises SidecarError."""
    harmless: set[Alias] = set()
    for first in file.aliases:
        way, last = {first}, first
        while last in file.aliases and last not in harmless:
            following = Alias(first.place, file.aliases[last])
            if following == last:
                break  # it stands for itself
            if following in way:
                what = f"{following.name} and {last.name} are each said to be the other"
                what += ": remove one of the lines"
                raise SidecarError(file.where, file.line_of(following), safe_line(what))
            way.add(following)
            last = following
        harmless |= way


def _read(root: Value, raw: bytes, where: str, expected: str | None) -> SpeakersFile:
    fields = root.fields()
    if root.is_flow or any(one.key and one.key.start_mark.column for one in fields.values()):
        raise root.error("names must stand at the start of their lines")
    aliases: dict[Alias, str] = {}
    lines: dict[Alias, Line] = {}
    places: dict[str, int] = {}
    reviewer = _reviewer(root, fields, expected)
    for name, value in fields.items():
        if name in HEADER:
            continue
        if not name.startswith(ROOT):
            raise value.unknown([*HEADER, ROOT])
        if not _PLACE.fullmatch(name):
            raise value.error_at_name(f"{name!r} is no place in the corpus: {_HOW}")
        place = name.removeprefix(ROOT)
        places[place] = value.start
        for alias, speaker, line in _aliases(place, value):
            aliases[alias] = speaker
            lines[alias] = line
    return SpeakersFile(
        raw,
        reviewer,
        where,
        MappingProxyType(aliases),
        root.source,
        MappingProxyType(lines),
        MappingProxyType(places),
    )


def _reviewer(root: Value, fields: Mapping[str, Value], expected: str | None) -> str:
    for name in HEADER:
        if name not in fields:
            what = f"the line {name}: is missing; write it at the top, or restore it from git"
            raise root.error(what)
    fields["reader"].version(VERSION)
    named = fields["reviewer"].text()
    if not named:
        raise fields["reviewer"].error("reviewer is empty; write whose aliases these are")
    if expected is not None and named != expected:
        what = f"these are the aliases of {named}, not of {expected}; they are left alone"
        raise fields["reviewer"].error(f"{what}: rename the file, or correct the line")
    return named


def _aliases(place: str, section: Value) -> Iterator[tuple[Alias, str, Line]]:
    if section.is_flow:
        raise section.error(_A_LINE)
    text = section.source
    for name, value in section.fields().items():
        speaker = value.text()
        if not name.strip() or not speaker.strip():
            raise value.error_at_name(f"a name is missing: {_A_LINE}")
        start = text.rfind("\n", 0, value.start) + 1
        end = value.node.end_mark.index
        if "\n" in text[value.start : end] or text[start : value.start].strip():
            raise value.error_at_name(_A_LINE)
        line = Line(start, value.node.start_mark.index, end)
        yield Alias(place, name), speaker, line
