"""Writing assignments into `reader.yaml`: new lines alone, every other byte stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from reader.corpus import natural_order
from reader.policy.format import PolicyFile, parse
from reader.sidecar.format.emitter import flow_texts, one_line, storable
from reader.sidecar.format.places import newline_of
from reader.storage import RefusedError, SidecarError
from reader.yamlfields import Value
from reader.yamltext import BOM

_INDENT = "  "
_LONGEST_NAME = 1000
"""YAML takes a name of 1024 characters for a field's; quotation marks count."""


@dataclass(frozen=True, slots=True)
class Assign:
    """Assign these articles, none of which is assigned yet, to reviewers."""

    names: Mapping[str, tuple[str, ...]]


def is_writable(article: str) -> bool:
    """Tell whether a YAML file can hold an article's name, which a file system takes anyhow."""
    return storable(article) == article and len(one_line(article)) <= _LONGEST_NAME


def assign(file: PolicyFile, change: Assign) -> PolicyFile:
    """Give the file with a line for each article, before the first that comes after it.

    Raises RefusedError where an article is assigned by now, SidecarError where no line fits.
    """
    if not change.names:
        return file
    for article in change.names:
        if article in file.policy.assign:
            what = f"{article} was assigned elsewhere since; nothing was changed"
            raise RefusedError(file.where, file.lines[article], what)
    expected = dict(file.policy.assign) | dict(change.names)
    mark = BOM if file.raw.startswith(BOM) else b""
    changed = parse(mark + _with_lines(file, change.names).encode(), file.where)
    if changed.policy.assign != expected:
        raise SidecarError(file.where, 0, "assign cannot be added to; write it by hand")
    return changed


def _with_lines(file: PolicyFile, names: Mapping[str, tuple[str, ...]]) -> str:
    text, field = file.text, file.assign
    newline = newline_of(text)
    if not text.endswith("\n"):
        text += newline
    if field is None:
        return f"{text}{newline}assign:{newline}{_lines(names, _sorted(names), _INDENT, newline)}"
    if field.is_flow:
        what = "assign is in brackets; put each article on a line of its own"
        raise SidecarError(file.where, field.line, what)
    if fields := field.fields():
        return _among(text, fields, names)
    start, end = field.node.start_mark.index, field.node.end_mark.index
    if end > start:  # null, or its like
        text = text[:start].rstrip(" ") + text[end:]
    at = text.index("\n", field.start) + 1
    return text[:at] + _lines(names, _sorted(names), _INDENT, newline) + text[at:]


def _among(text: str, fields: Mapping[str, Value], names: Mapping[str, tuple[str, ...]]) -> str:
    """Put each line before the first article that follows it, or else after the last."""
    values = list(fields.values())
    indent = text[text.rfind("\n", 0, values[0].start) + 1 : values[0].start]
    end = _end(text, values[-1])
    # The first that is beyond an article is where the furthest so far is, too.
    furthest = list(accumulate(map(natural_order, fields), max))
    lines: dict[int, list[str]] = {}
    for name in _sorted(names):
        place = bisect_right(furthest, natural_order(name))
        at = _above(text, values[place].start) if place < len(values) else end
        lines.setdefault(at, []).append(name)
    pieces, copied = [], 0
    for at in sorted(lines):
        pieces += [text[copied:at], _lines(names, lines[at], indent, newline_of(text))]
        copied = at
    return "".join([*pieces, text[copied:]])


def _sorted(names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Give articles in the order in which the corpus has them."""
    return sorted(names, key=natural_order)


def _lines(
    names: Mapping[str, tuple[str, ...]], articles: list[str], indent: str, newline: str
) -> str:
    lines = (f"{indent}{one_line(one)}: {flow_texts(names[one])}{newline}" for one in articles)
    return "".join(lines)


def _end(text: str, value: Value) -> int:
    """Where the line after an article's last begins."""
    items = () if value.is_flow else value.items()
    node = items[-1].node if items else value.node
    last = max(node.start_mark.index, node.end_mark.index - 1)
    return text.index("\n", last) + 1


def _above(text: str, start: int) -> int:
    """Where the comment lines right above a line begin, or else the line."""
    start = text.rfind("\n", 0, start) + 1
    while start:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip().startswith("#"):
            break
        start = line
    return start
