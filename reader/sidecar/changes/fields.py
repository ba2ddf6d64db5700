"""Changing the lines of one field within its entry's text, comments and all.

Offsets are places in the entry's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from reader.judgement import Judgement, Link, Relation
from reader.sidecar.format.emitter import field_lines, flow_list, item_lines, map_item_lines
from reader.sidecar.format.places import Entry, Field, comments, end_of, line_end, line_start
from reader.sidecar.format.schema import FIELDS, LINK_FIELDS, link
from reader.yamlfields import Value

if TYPE_CHECKING:
    import yaml

FieldValue = str | tuple[str, ...] | tuple[Link, ...]
_RELATIONS = frozenset(Relation)
_FLOW = frozenset({"disagreement", "copy"})
"""Lists of a few words, written on one line."""


class Splice(NamedTuple):
    """A stretch of text, and what stands there instead."""

    start: int
    end: int
    text: str


def written(judgement: Judgement) -> dict[str, FieldValue]:
    """Give the fields a judgement is written with, in order; empty ones are left out."""
    anchor = judgement.anchor
    values: dict[str, FieldValue | None] = {
        "verdict": judgement.verdict and judgement.verdict.value,
        "disagreement": judgement.disagreement and flow_list(judgement.disagreement),
        "speaker": judgement.speaker,
        "quote": anchor.quote,
        "source": anchor.source,
        "copy": anchor.copy and flow_list(anchor.copy),
        "note": judgement.note,
        "evidence": judgement.evidence,
        **{
            relation: tuple(link for link in judgement.links if link.relation is relation)
            for relation in Relation
        },
        "before": anchor.before,
        "after": anchor.after,
    }
    return {name: value for name, value in values.items() if value}


def take_out(text: str, place: Field, newline: str) -> Splice:
    """Remove a field; its comments stay."""
    start, end = line_start(text, place.start), line_end(text, place.end)
    indent = text[start : place.start]
    kept = comments(text, place.colon, end, place.node)
    return Splice(start, end, "".join(f"{indent}{one}{newline}" for one in kept))


def add(text: str, entry: Entry, name: str, value: FieldValue, newline: str) -> Splice:
    """Write a field that is not there yet into its place."""
    before = [entry.fields[one].end for one in FIELDS[: FIELDS.index(name)] if one in entry.fields]
    place = line_end(text, max(before, default=0))
    lines = value_lines(name, value, entry.indent)
    return Splice(place, place, "".join(line + newline for line in lines))


def rewrite(text: str, entry: Entry, place: Field, value: FieldValue, newline: str) -> Splice:
    """Give a field another value, a list item by item."""
    if isinstance(value, tuple) and _is_block_list(place.node):
        return _rewrite_items(text, place, value, newline)
    first, *rest = value_lines(place.name, value, entry.indent)
    end_of_line = line_end(text, place.end)
    one_line_now = "\n" not in text[place.colon : place.end]
    if one_line_now and not rest:
        gap = text[place.colon : place.value] or " "
        return Splice(place.colon, place.end, gap + first[entry.indent + len(place.name) + 2 :])
    # A comment within or behind the old value cannot stay inside the new one: it goes above.
    kept = comments(text, place.colon, end_of_line, place.node)
    pad = " " * entry.indent
    start = line_start(text, place.start)
    name = text[start : place.colon]
    lines = [
        *(pad + one for one in kept),
        name + first[entry.indent + len(place.name) + 1 :],
        *rest,
    ]
    return Splice(start, end_of_line, "".join(line + newline for line in lines))


def _is_block_list(node: yaml.Node) -> bool:
    import yaml

    return isinstance(node, yaml.SequenceNode) and not node.flow_style and bool(node.value)


def _rewrite_items(
    text: str, place: Field, value: tuple[str, ...] | tuple[Link, ...], newline: str
) -> Splice:
    """Change the items that differ, each being lines of its own."""
    items: list[yaml.Node] = place.node.value
    column = text.rfind("-", 0, items[0].start_mark.index)
    indent = column - line_start(text, column)
    starts = [line_start(text, text.rfind("-", 0, one.start_mark.index)) for one in items]
    stop = line_end(text, place.end)
    ends = [line_end(text, end_of(text, one)) for one in items]
    start = starts[0]
    lines = text[start:stop]
    splices = []
    old = [_item(text, place.name, one) for one in items]
    for kind, i, j, k, m in SequenceMatcher(None, old, value, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        first = starts[i] if i < len(items) else stop
        last = ends[j - 1] if j > i else first
        kept = comments(text, first, last, *items[i:j])
        new = [" " * indent + one for one in kept]
        new += [line for one in value[k:m] for line in _item_lines(one, indent)]
        splices.append(Splice(first - start, last - start, "".join(x + newline for x in new)))
    return Splice(start, stop, spliced(lines, splices))


def _item(text: str, name: str, node: yaml.Node) -> str | Link:
    if name in _RELATIONS:
        return link(Relation(name), Value(text, name, node))
    return str(node.value)


def _item_lines(item: str | Link, indent: int) -> list[str]:
    if isinstance(item, str):
        return item_lines(item, indent)
    words = {name: str(getattr(item, name)) for name in LINK_FIELDS}
    return map_item_lines({name: word for name, word in words.items() if word}, indent)


def value_lines(name: str, value: FieldValue, indent: int) -> list[str]:
    """Write a field as lines."""
    if name in _FLOW:
        return [f"{' ' * indent}{name}: {value}"]
    if isinstance(value, str):
        return field_lines(name, value, indent)
    return [f"{' ' * indent}{name}:", *(line for one in value for line in _item_lines(one, indent))]


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Put splices that do not overlap into a text."""
    # From the end, so that no place moves; of several at one place the first stays first.
    order = sorted(range(len(splices)), key=lambda i: (splices[i].start, i), reverse=True)
    for start, end, new in (splices[i] for i in order):
        text = text[:start] + new + text[end:]
    return text
