"""A sidecar as a value: read strictly and safely, every error with its line and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from reader.judgement import Judgement
from reader.sidecar.format import schema
from reader.sidecar.format.conflicts import conflict_in
from reader.sidecar.format.emitter import field_lines, storable
from reader.sidecar.format.places import Entries, Entry, Field, common_ends, field_of, line_of
from reader.sidecar.format.schema import HEADER, KNOWN, MEND, VERSION
from reader.storage.errors import SidecarError
from reader.yamlfields import Value, fields_of, nearest
from reader.yamltext import BOM, YamlError, characters

_AT_THE_START = "names must stand at the start of their lines"
_DOCUMENT = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The judgements of one reviewer on one article, and the bytes they stand in.

    `raw` is empty where there is no file. `judgements` are in the file's order, by key. `kept` are
    the fields no Judgement holds, as plain data by entry ("" for the file's own). `notice` is a
    sentence about a header that will be mended at the next save, else empty. `where` is the file as
    errors name it. `starts` are the offsets of the file's names, entries and all.
    """

    raw: bytes
    article: str
    reviewer: str
    where: str
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    kept: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    notice: str = ""
    text: str = field(default="", compare=False, repr=False)
    header: Mapping[str, Field] = field(default_factory=dict, compare=False, repr=False)
    starts: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Where each entry's lines stand; worked out when asked for."""
        return Entries(self.text, self.starts, self.judgements.keys())

    @property
    def unknown(self) -> str:
        """Say which field this version does not know, and how many more; empty where there is none.

        Such fields are kept: they are somebody's own, a newer version's, or misspelt.
        """
        names = [(key, name) for key, fields in self.kept.items() for name in fields]
        if not names:
            return ""
        key, name = names[0]
        line = line_of(self.text, self._start_of(key, name) if key else self.starts[name])
        more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
        what = f"{name!r} is no field of this version{more} and is kept as it stands"
        return YamlError(line, what + nearest(name, KNOWN if key else HEADER)).at(self.where)

    def _start_of(self, key: str, name: str) -> int:
        """Where an entry's field begins, or the entry where the field is one of a link."""
        entry = self.entries[key]
        place = entry.fields.get(name)
        return entry.base + (place.start if place else 0)


def empty(article: str, reviewer: str, where: str) -> Sidecar:
    """Give the sidecar that has no file yet."""
    return Sidecar(b"", _file_name(article), storable(reviewer), where)


def header_text(article: str, reviewer: str) -> str:
    """Write a new sidecar's first lines; a blank line follows before each entry."""
    lines = [f"reader: {VERSION}"]
    lines += field_lines("article", article, 0) + field_lines("reviewer", reviewer, 0)
    return "\n".join(lines) + "\n"


def parse(
    raw: bytes, where: str, *, reviewer: str | None = None, article: str | None = None
) -> Sidecar:
    """Read a sidecar's bytes; raises SidecarError, whatever the bytes are.

    With `reviewer`, another reviewer's file is refused; with `article`, a differing `article:` is
    noticed and mended at the next save. `where` is how errors name the file.
    """
    wanted = None if reviewer is None else storable(reviewer)
    return _parsed(raw, where, wanted, None if article is None else _file_name(article))


# What a save leaves is what the next one begins with.
@lru_cache(maxsize=4)
def _parsed(raw: bytes, where: str, reviewer: str | None, article: str | None) -> Sidecar:
    text = _decoded(raw, where)
    if conflict := conflict_in(text):
        raise SidecarError(where, *conflict)
    try:
        root = fields_of(text)
    except YamlError as error:
        raise SidecarError(where, error.line, f"{error.message}; {MEND}") from error
    try:
        return _read(root, where, raw, reviewer, article)
    except YamlError as error:
        raise SidecarError(where, error.line, error.message) from error


def reparse(sidecar: Sidecar, text: str) -> Sidecar:
    """Read a text that is a sidecar's but for one stretch, by reading the entries there alone.

    Gives what `parse` gives, and raises what it raises, in a time that does not grow with the file.
    """
    raw = (BOM if sidecar.raw.startswith(BOM) else b"") + text.encode("utf-8")
    return _near(sidecar, text, raw) or parse(
        raw, sidecar.where, reviewer=sidecar.reviewer, article=sidecar.article
    )


def _file_name(article: str) -> str:
    return storable(article.rpartition("/")[2])


def _decoded(raw: bytes, where: str) -> str:
    try:
        text = characters(raw)
    except YamlError as error:
        what = f"{error.message}, or take it back from git"
        raise SidecarError(where, error.line, what) from error
    if not text.strip():
        raise SidecarError(where, 1, "the file is empty; delete it, or restore it from git")
    return text


def _read(
    root: Value, where: str, raw: bytes, reviewer: str | None, article: str | None
) -> Sidecar:
    if root.is_flow or root.node.start_mark.column:
        raise root.error(_AT_THE_START)
    fields = root.fields()
    for value in fields.values():
        if value.key is not None and value.key.start_mark.column:
            raise value.error_at_name(_AT_THE_START)
    header = {name: value for name, value in fields.items() if name in HEADER}
    judgements, kept = _entries(fields)
    schema.check_version(root, header)
    named = schema.reviewer(root, header, reviewer)
    own, line, notice = schema.article(header, article)
    return Sidecar(
        raw,
        own,
        named,
        where,
        MappingProxyType(judgements),
        MappingProxyType(kept),
        f"{where}:{line}: {notice}" if notice else "",
        root.source,
        MappingProxyType({name: field_of(value) for name, value in header.items()}),
        MappingProxyType({name: value.start for name, value in fields.items()}),
    )


def _entries(
    fields: Mapping[str, Value],
) -> tuple[dict[str, Judgement], dict[str, dict[str, object]]]:
    """Read everything but the header: judgements, and what no judgement holds."""
    judgements: dict[str, Judgement] = {}
    kept: dict[str, dict[str, object]] = {}
    for name, value in fields.items():
        if name in HEADER:
            continue
        inner = value.fields() if value.is_map else {}
        if KNOWN.isdisjoint(inner):
            kept.setdefault("", {})[name] = value.data()
            continue
        judgements[name] = schema.judgement(value, inner)
        others = {one: field.data() for one, field in inner.items() if one not in KNOWN}
        if others := others | schema.unknown_in_links(inner):
            kept[name] = others
    return judgements, kept


def _near(sidecar: Sidecar, text: str, raw: bytes) -> Sidecar | None:
    """Read the changed stretch alone; None where that would not be the same as reading it all."""
    head, tail = common_ends(sidecar.text, text)
    names = list(sidecar.starts)
    first = sum(start < head for start in sidecar.starts.values()) - 1
    last = sum(start < len(sidecar.text) - tail for start in sidecar.starts.values())
    last = max(last, first + 1)
    # The header stands above and stays; what is between is read again.
    if first < 0 or any(name in HEADER for name in names[first:]):
        return None
    delta = len(text) - len(sidecar.text)
    start = sidecar.starts[names[first]]
    end = sidecar.starts[names[last]] + delta if last < len(names) else len(text)
    stretch = text[start:end]
    if _DOCUMENT.search(stretch) or conflict_in(stretch) or not stretch.endswith("\n"):
        return None
    try:
        root = fields_of(stretch)
        fields = root.fields()
        judgements, kept = _entries(fields)
    except YamlError:
        return None  # the whole file's error has the right line
    new = {name: start + value.start for name, value in fields.items()}
    before, after = names[:first], names[last:]
    if (
        root.is_flow
        or any(value.key.start_mark.column for value in fields.values() if value.key)
        or "" in {*sidecar.kept, *kept}
        or not new.keys().isdisjoint([*before, *after])
    ):
        return None
    starts = {one: sidecar.starts[one] for one in before} | new
    starts |= {one: sidecar.starts[one] + delta for one in after}
    old = sidecar.judgements
    return replace(
        sidecar,
        raw=raw,
        text=text,
        judgements=MappingProxyType(
            {one: old[one] for one in before if one in old}
            | judgements
            | {one: old[one] for one in after if one in old}
        ),
        kept=MappingProxyType(
            {one: fields for one, fields in sidecar.kept.items() if one in {*before, *after}} | kept
        ),
        starts=MappingProxyType(starts),
    )
