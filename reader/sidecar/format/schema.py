"""Which fields a sidecar has and what they hold: its header checked, its entries made judgements.

Each function raises YamlError with the line at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reader.judgement import Anchor, Judgement, Link, Relation, Verdict
from reader.yamlfields import Value, nearest

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
    *Relation,
    "before",
    "after",
)
"""An entry's fields in the order they are written."""

KNOWN: Final = frozenset(FIELDS)
"""The fields a Judgement is made of; others are kept as they stand."""
LINK_FIELDS: Final = ("file", "key", "quote", "note")
"""A link's fields in the order they are written; all but the last must be there."""

MEND: Final = "correct this line, or restore the file from git"

_NUMBER = re.compile("[0-9]{1,9}")


def check_version(root: Value, header: Mapping[str, Value]) -> None:
    """Refuse what this version of the program did not write."""
    if "reader" not in header:
        raise root.error(f"this is not a sidecar: it does not begin with reader: {VERSION}")
    header["reader"].version(VERSION)


def reviewer(root: Value, header: Mapping[str, Value], expected: str | None) -> str:
    """Give the reviewer, who must be the expected one."""
    if "reviewer" not in header:
        raise root.error("the line reviewer: is missing; write it under article:")
    named = header["reviewer"].text()
    if expected is not None and named != expected:
        what = f"these are the judgements of {named}, not of {expected}; they are left alone"
        raise header["reviewer"].error(f"{what}: rename the file, or correct the line")
    return named


def article(header: Mapping[str, Value], expected: str | None) -> tuple[str, int, str]:
    """Give the article; where the file names another than the expected one, the line and a notice.

    The notice is empty where all is well.
    """
    place = header.get("article")
    named = place.text() if place else ""
    own = named if expected is None else expected
    if named == own:
        return own, 0, ""
    said = f"says it belongs to {named}" if named else "does not say which article it belongs to"
    notice = f"the file {said}, not {own}; the next verdict corrects it"
    return own, place.line if place else 1, notice


def judgement(entry: Value, fields: Mapping[str, Value]) -> Judgement:
    """Read the fields of one entry, which goes by its key."""

    def text(name: str) -> str:
        return fields[name].text() if name in fields else ""

    quote = text("quote")
    if not quote:
        what = f"{entry.name} has no quote, so its statement cannot be found; {MEND}"
        raise entry.error_at_name(what)
    return Judgement(
        key=entry.name,
        anchor=Anchor(
            quote,
            text("source"),
            text("before"),
            text("after"),
            _copy(fields["copy"]) if "copy" in fields else None,
        ),
        verdict=fields["verdict"].choice(Verdict) if text("verdict") else None,
        speaker=text("speaker"),
        note=text("note"),
        evidence=fields["evidence"].texts() if "evidence" in fields else (),
        disagreement=tuple(one.choice(Verdict) for one in fields["disagreement"].items())
        if "disagreement" in fields
        else (),
        links=tuple(link(one, item) for one, item in _links(fields)),
    )


def link(relation: Relation, item: Value) -> Link:
    """Read one link."""
    fields = item.fields()
    words = {name: fields[name].text() for name in LINK_FIELDS if name in fields}
    for name in LINK_FIELDS[:-1]:
        if not words.get(name):
            unknown = next((one for one in fields if one not in LINK_FIELDS), "")
            what = f"a link of {relation} must have a {name}{nearest(unknown, [name])}"
            raise item.error(what)
    return Link(relation, **words)


def unknown_in_links(fields: Mapping[str, Value]) -> dict[str, object]:
    """Give what links hold beyond a link's own fields, as plain data by the link and the name."""
    return {
        f"{relation} {item.fields()['key'].text()}: {name}": value.data()
        for relation, item in _links(fields)
        for name, value in item.fields().items()
        if name not in LINK_FIELDS
    }


def _links(fields: Mapping[str, Value]) -> Iterator[tuple[Relation, Value]]:
    for relation in Relation:
        if relation in fields:
            yield from ((relation, item) for item in fields[relation].items())


def _copy(value: Value) -> tuple[int, int] | None:
    words = value.texts()
    if not any(words):
        return None
    if len(words) == 2 and all(map(_NUMBER.fullmatch, words)):
        k, n = map(int, words)
        if 1 <= k <= n:
            return k, n
    raise value.error(f"copy must be two numbers, as in [1, 2]; {MEND}")
