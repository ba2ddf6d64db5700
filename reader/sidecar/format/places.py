"""Where everything stands in a sidecar's text, so that a change touches its own lines alone.

Offsets are code points of the text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, AnyStr

from reader.yamlfields import Value, fields_of

if TYPE_CHECKING:
    import yaml

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """One `name: value`; `start` is its name, `colon` the place after the colon.

    `value` is where the value begins and `end` where it ends, before a comment or the line's end.
    """

    name: str
    start: int
    colon: int
    value: int
    end: int
    node: yaml.Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement's stretch of the file: from its key to where the next name begins.

    `text` is that stretch, `base` its place in the file; all other offsets are places in `text`.
    `end` is where the last value ends. `plain` tells that every field has a line of its own, so
    that one can be changed alone, and `indent` at which column.
    """

    text: str
    base: int
    end: int
    fields: Mapping[str, Field]
    plain: bool
    indent: int


class Entries(Mapping[str, Entry]):
    """A sidecar's entries by key, in the file's order; each is placed when asked for.

    A file is read far more often than it is changed, and a change needs an entry or two.
    """

    def __init__(self, text: str, starts: Mapping[str, int], keys: Collection[str]) -> None:
        self._text = text
        self._starts = starts
        self._keys = keys

    def __getitem__(self, key: str) -> Entry:
        if key not in self._keys:
            raise KeyError(key)
        start = self._starts[key]
        following = (place for place in self._starts.values() if place > start)
        return _entry(self._text[start : min(following, default=len(self._text))], start)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys


def line_of(text: str, offset: int) -> int:
    """Count the line of an offset from 1, as editors do."""
    return text.count("\n", 0, offset) + 1


def line_start(text: str, offset: int) -> int:
    """Find where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Find where the next line begins, or the text ends."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def newline_of(text: str) -> str:
    """Tell how this file ends its lines."""
    return "\r\n" if text[: line_end(text, 0)].endswith("\r\n") else "\n"


def common_ends(one: AnyStr, other: AnyStr) -> tuple[int, int]:
    """Count what two texts begin and end with in common, nothing of it twice."""
    head = _common_head(one, other)
    return head, _common_head(one[head:][::-1], other[head:][::-1])


def _common_head(one: AnyStr, other: AnyStr) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def field_of(value: Value) -> Field:
    """Place one field of a file or an entry."""
    text, node = value.source, value.node
    assert value.key is not None
    colon = text.index(":", value.key.end_mark.index) + 1
    start = max(node.start_mark.index, colon)
    return Field(value.name, value.start, colon, start, max(end_of(text, node), colon), node)


def _entry(text: str, base: int) -> Entry:
    (value,) = fields_of(text).fields().values()
    fields = {name: field_of(one) for name, one in value.fields().items()}
    plain = not value.is_flow and all(
        not text[line_start(text, one.start) : one.start].strip() for one in fields.values()
    )
    first = min(one.start for one in fields.values())
    indent = first - line_start(text, first)
    return Entry(text, base, end_of(text, value.node), fields, plain, indent)


def end_of(text: str, node: yaml.Node) -> int:
    """Find where a value's last character stands; PyYAML's own marks run on over what follows."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        if node.style not in ("|", ">"):
            return int(node.end_mark.index)
        start, end = node.start_mark.index, node.end_mark.index
        if "+" in text[start : line_end(text, start)].split("#")[0]:
            return int(end) - (text[end - 1 : end] == "\n")  # blank lines belong to it
        return int(start + len(text[start:end].rstrip()))
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return max(
        end_of(text, last[1]) if isinstance(last, tuple) else end_of(text, last),
        # A last value that is nothing ends at its colon.
        last[0].end_mark.index + 1 if isinstance(last, tuple) else 0,
    )


def comments(text: str, start: int, end: int, *nodes: yaml.Node) -> list[str]:
    """List the comments between two offsets, given the nodes that stand there."""
    return [text[first:last].rstrip() for first, last in comment_spans(text, start, end, *nodes)]


def comment_spans(text: str, start: int, end: int, *nodes: yaml.Node) -> list[tuple[int, int]]:
    """Place the comments between two offsets, given the nodes that stand there."""
    found = []
    values = sorted(span for node in nodes for span in _values(text, node))
    while comment := _COMMENT.search(text, start, end):
        inside = next((last for first, last in values if first <= comment.start() < last), None)
        if inside is None:
            found.append(comment.span())
        start = comment.end() if inside is None else inside
    return found


def _values(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Give the stretches where a # is no comment."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        # After | or > a comment may stand on the same line.
        yield (line_end(text, start) if node.style in ("|", ">") else start), end_of(text, node)
        return
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _values(text, part)
