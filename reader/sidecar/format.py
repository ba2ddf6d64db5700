"""A sidecar read: strictly, safely, every error with its line and what to do about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.judgement import Anchor, Judgement, Verdict
from reader.sidecar.conflicts import conflict_in
from reader.sidecar.emitter import field_lines, storable
from reader.sidecar.errors import SidecarError
from reader.sidecar.layout import Entries, Entry, Field, field_of, line_of

if TYPE_CHECKING:
    import yaml

VERSION: Final = 1
HEADER: Final = ("reader", "article", "reviewer")
FIELDS: Final = (
    "verdict",
    "disagreement",
    "speaker",
    "quote",
    "source",
    "copy",
    "note",
    "evidence",
    "links",
    "before",
    "after",
)
"""An entry's fields in the order they are written."""

HELD: Final = frozenset(FIELDS) - {"links"}
"""The fields a Judgement is made of; others are kept as they stand."""

_KNOWN = frozenset(FIELDS)
_BOM = b"\xef\xbb\xbf"
_MEND = "mend this line, or take the file back from git"
_VERDICT_LINE = re.compile(
    rb"^[^\s#][^\r\n]*:[ \t]*(?:#[^\r\n]*)?\r?\n"  # a key at column 0
    rb"(?:[ \t]*(?:#[^\r\n]*)?\r?\n){0,9}"  # comments; a bound, as each is remembered
    rb"[ \t]+verdict:[ \t]+[\"']?([a-z-]+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The judgements of one reviewer on one article, and the bytes they stand in.

    `raw` is empty where there is no file. `judgements` are in the file's order, by key. `kept` are
    the fields no Judgement holds, as plain data by entry ("" for the file's own). `notice` is a
    sentence about a header that will be mended at the next save, else empty. `where` is the file as
    errors name it.
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
    entries: Mapping[str, Entry] = field(default_factory=dict, compare=False, repr=False)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Name the fields that this version does not know: "field", or "key: field"."""
        return tuple(
            f"{key}: {name}" if key else name
            for key, fields in self.kept.items()
            for name in fields
            if name not in _KNOWN
        )


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


# A verdict is put into the window's sidecar and then, by the saver, into the same bytes once more.
@lru_cache(maxsize=8)
def _parsed(raw: bytes, where: str, reviewer: str | None, article: str | None) -> Sidecar:
    from reader.yamltext import YamlError, compose

    text = _decoded(raw, where)
    if conflict := conflict_in(text):
        raise SidecarError(where, *conflict)
    try:
        root = compose(text)
    except YamlError as error:
        raise SidecarError(where, error.line, f"{error.message}; {_MEND}") from error
    return _Reading(text, where).sidecar(raw, root, reviewer, article)


def count_verdicts(raw: bytes) -> Counter[Verdict]:
    """Count a sidecar's verdicts without parsing it: for the progress of a large corpus."""
    words = Counter(match[1] for match in _VERDICT_LINE.finditer(raw))
    return Counter({one: n for one in Verdict if (n := words[one.value.encode()])})


def _file_name(article: str) -> str:
    return storable(article.rpartition("/")[2])


def _decoded(raw: bytes, where: str) -> str:
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = "this is not UTF-8; save the file as UTF-8, or take it back from git"
        raise SidecarError(where, line, what) from error
    if not text.strip():
        raise SidecarError(where, 1, "the file is empty; delete it, or take it back from git")
    return text


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text being read; its methods raise SidecarError with the line at fault."""

    text: str
    where: str

    def sidecar(
        self, raw: bytes, root: yaml.MappingNode, reviewer: str | None, article: str | None
    ) -> Sidecar:
        import yaml

        from reader.yamlnodes import data

        if root.flow_style or root.start_mark.column:
            raise self._error(root, "names must stand at the start of their lines")
        header: dict[str, Field] = {}
        entries: dict[str, tuple[yaml.ScalarNode, yaml.MappingNode]] = {}
        judgements: dict[str, Judgement] = {}
        kept: dict[str, dict[str, object]] = {}
        for name, value in root.value:
            if name.start_mark.column:
                raise self._error(name, "names must stand at the start of their lines")
            if name.value in HEADER:
                header[name.value] = field_of(self.text, name, value)
            elif isinstance(value, yaml.MappingNode) and any(
                key.value in _KNOWN for key, _ in value.value
            ):
                fields = {key.value: node for key, node in value.value}
                entries[name.value] = (name, value)
                judgements[name.value] = self._judgement(name, fields)
                if others := {one: data(node) for one, node in fields.items() if one not in HELD}:
                    kept[name.value] = others
            else:
                kept.setdefault("", {})[name.value] = data(value)
        self._check_version(root, header)
        named = self._reviewer(root, header, reviewer)
        own, notice = self._article(header, article)
        return Sidecar(
            raw,
            own,
            named,
            self.where,
            MappingProxyType(judgements),
            MappingProxyType(kept),
            notice,
            self.text,
            MappingProxyType(header),
            Entries(self.text, entries),
        )

    def _check_version(self, root: yaml.MappingNode, header: Mapping[str, Field]) -> None:
        if "reader" not in header:
            raise self._error(root, f"this is no sidecar: it does not begin with reader: {VERSION}")
        node = header["reader"].node
        version = self._text(node, "reader")
        if version == str(VERSION):
            return
        if version.isdecimal() and int(version) > VERSION:
            raise self._error(node, "a newer version of this program wrote the file; update it")
        raise self._error(node, f"the version must be {VERSION}")

    def _reviewer(
        self, root: yaml.MappingNode, header: Mapping[str, Field], expected: str | None
    ) -> str:
        if "reviewer" not in header:
            raise self._error(root, "the line reviewer: is missing; write it under article:")
        node = header["reviewer"].node
        reviewer = self._text(node, "reviewer")
        if expected is not None and reviewer != expected:
            what = f"these are the judgements of {reviewer}, not of {expected}; they are left alone"
            raise self._error(node, f"{what}: rename the file, or correct the line")
        return reviewer

    def _article(self, header: Mapping[str, Field], expected: str | None) -> tuple[str, str]:
        place = header.get("article")
        named = self._text(place.node, "article") if place else ""
        own = named if expected is None else expected
        if named == own:
            return own, ""
        line = line_of(self.text, place.start) if place else 1
        said = (
            f"says it belongs to {named}" if named else "does not say which article it belongs to"
        )
        return own, f"{self.where}:{line}: the file {said}, not {own}; the next verdict mends it"

    def _judgement(self, name: yaml.ScalarNode, fields: Mapping[str, yaml.Node]) -> Judgement:
        key = str(name.value)

        def text(one: str) -> str:
            return self._text(fields[one], one) if one in fields else ""

        if not text("quote"):
            what = f"{key} has no quote, so its statement cannot be found; {_MEND}"
            raise self._error(name, what)
        verdict = text("verdict")
        return Judgement(
            key=key,
            anchor=Anchor(
                text("quote"),
                text("source"),
                text("before"),
                text("after"),
                self._copy(fields["copy"]) if "copy" in fields else None,
            ),
            verdict=self._verdict(fields["verdict"], verdict) if verdict else None,
            speaker=text("speaker"),
            note=text("note"),
            evidence=tuple(word for _, word in self._list(fields.get("evidence"), "evidence")),
            disagreement=tuple(
                self._verdict(node, word)
                for node, word in self._list(fields.get("disagreement"), "disagreement")
            ),
        )

    def _verdict(self, node: yaml.Node, word: str) -> Verdict:
        try:
            return Verdict(word)
        except ValueError:
            near = get_close_matches(word[:40], list(Verdict), 1, 0)
            what = f"{word[:40]!r} is no verdict; write {', '.join(Verdict)} (nearest: {near[0]})"
            raise self._error(node, what) from None

    def _copy(self, node: yaml.Node) -> tuple[int, int] | None:
        words = [word for _, word in self._list(node, "copy")]
        if not words:
            return None
        if len(words) == 2 and all(re.fullmatch("[0-9]{1,9}", word) for word in words):
            k, n = map(int, words)
            if 1 <= k <= n:
                return k, n
        raise self._error(node, f"copy must be two numbers, as in [1, 2]; {_MEND}")

    def _list(self, node: yaml.Node | None, name: str) -> list[tuple[yaml.Node, str]]:
        import yaml

        if isinstance(node, yaml.SequenceNode):
            return [(item, self._text(item, name)) for item in node.value]
        word = self._text(node, name) if node is not None else ""
        return [(node, word)] if node is not None and word else []

    def _text(self, node: yaml.Node, name: str) -> str:
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            raise self._error(node, f"{name} must be a text; {_MEND}")
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)

    def _error(self, node: yaml.Node, what: str) -> SidecarError:
        return SidecarError(self.where, line_of(self.text, node.start_mark.index), what)


def where_of(path: Path) -> str:
    """Name a file as errors do."""
    return str(path)
