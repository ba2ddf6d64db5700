"""Changing an entry's own lines, and no others, in a sidecar's text.

Each function gives the changed text, and wants one whose last line has its end. Nothing is parsed
here: the caller reads the result again and compares it with what was wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.judgement import Judgement
from reader.sidecar.changes.fields import (
    Splice,
    add,
    rewrite,
    spliced,
    take_out,
    value_lines,
    written,
)
from reader.sidecar.format import Sidecar, header_text
from reader.sidecar.format.emitter import field_lines, key_text
from reader.sidecar.format.places import (
    Entry,
    comment_spans,
    comments,
    line_end,
    line_of,
    line_start,
    newline_of,
)
from reader.sidecar.format.schema import FIELDS
from reader.storage.errors import RefusedError

if TYPE_CHECKING:
    import yaml

_INDENT = 2


def entry_text(judgement: Judgement) -> str:
    """Write a whole new entry, its last line's end included."""
    lines = [f"{key_text(judgement.key)}:"]
    for name, value in written(judgement).items():
        lines += value_lines(name, value, _INDENT)
    return "\n".join(lines) + "\n"


def insert(sidecar: Sidecar, lines: str, following: Sequence[str], after: str | None = None) -> str:
    """Put an entry's lines before the first that follows it, else behind `after`, else last."""
    text = sidecar.text or header_text(sidecar.article, sidecar.reviewer)
    newline = newline_of(text)
    lines = _with_newline(lines, newline)
    place = next((key for key in following if key in sidecar.entries), None)
    if place is None and after is not None and after in sidecar.entries:
        keys = list(sidecar.entries)
        place = next(iter(keys[keys.index(after) + 1 :]), None)
    if place is None:
        return _append(sidecar, text, lines, newline)
    start = _with_comments_above(text, sidecar.starts[place])
    gap = "" if _blank_above(text, start) else newline
    return text[:start] + gap + lines + newline + text[start:]


def remove(sidecar: Sidecar, entry: Entry) -> str:
    """Take an entry away with the blank line that set it off; its comments stay."""
    text = sidecar.text
    _check_plain(sidecar, entry)
    stop = line_end(entry.text, entry.end)
    start, end = entry.base, entry.base + stop
    kept = comments(entry.text, 0, stop, *_nodes(entry))
    if kept:
        newline = newline_of(text)
        return text[:start] + "".join(one + newline for one in kept) + text[end:]
    if _blank_above(text, start):
        after = line_end(text, end)
        if end < len(text) and not text[end:after].strip():
            end = after
        elif end == len(text):
            start = _last_line_above(text, start)
    return text[:start] + text[end:]


def put_field(sidecar: Sidecar, entry: Entry, name: str, value: str) -> str:
    """Write a field as the text behind its colon, taken from another sidecar; empty: no field."""
    _check_plain(sidecar, entry)
    newline = newline_of(sidecar.text)
    place = entry.fields.get(name)
    value = _with_newline(value, newline)
    if place is None:
        start = line_end(entry.text, entry.end)
        splice = Splice(start, start, f"{' ' * entry.indent}{name}:{value}{newline}")
    elif value:
        splice = Splice(place.colon, place.end, value)
    else:
        splice = take_out(entry.text, place, newline)
    return _put_back(sidecar, entry, [splice])


def replace_lines(sidecar: Sidecar, entry: Entry, lines: str) -> str:
    """Put other lines in the place of an entry's own."""
    new = _with_newline(lines, newline_of(sidecar.text))
    return _put_back(sidecar, entry, [Splice(0, line_end(entry.text, entry.end), new)])


def lines_of(sidecar: Sidecar, key: str, *, with_comments: bool = False) -> str:
    """Give an entry's lines as they stand, empty where there is none.

    Comment lines directly above it come along where asked for.
    """
    entry = sidecar.entries.get(key)
    if entry is None:
        return ""
    above = ""
    if with_comments:
        above = sidecar.text[_with_comments_above(sidecar.text, entry.base) : entry.base]
    lines = above + entry.text[: line_end(entry.text, entry.end)]
    return lines if lines.endswith("\n") else lines + newline_of(sidecar.text)


def change(sidecar: Sidecar, entry: Entry, current: Judgement, wanted: Judgement) -> str:
    """Change the fields that differ between two judgements of one entry."""
    _check_plain(sidecar, entry)
    old, new = written(current), written(wanted)
    text, newline = entry.text, newline_of(sidecar.text)
    splices = []
    for name in FIELDS:
        if old.get(name) == new.get(name):
            continue
        if name not in new:
            splices.append(take_out(text, entry.fields[name], newline))
        elif name in entry.fields:
            splices.append(rewrite(text, entry, entry.fields[name], new[name], newline))
        else:
            splices.append(add(text, entry, name, new[name], newline))
    return _put_back(sidecar, entry, splices)


def calm(sidecar: Sidecar, key: str) -> str:
    """Move comments around an entry to the left, where no text above them can take them in.

    A comment may be indented as deep as it likes, but not below a text in lines of its own.
    """
    entry = sidecar.entries[key]
    text = entry.text
    splices = []
    for start, _ in comment_spans(text, 0, len(text), *_nodes(entry)):
        line = line_start(text, start)
        column = entry.indent if start < entry.end else 0
        if start - line > column and not text[line:start].strip():
            splices.append(Splice(line, start, " " * column))
    return _put_back(sidecar, entry, splices)


def mend_article(sidecar: Sidecar) -> str:
    """Write the right `article:` into the header."""
    text, newline = sidecar.text, newline_of(sidecar.text)
    lines = newline.join(field_lines("article", sidecar.article, 0)) + newline
    place = sidecar.header.get("article")
    if place is None:
        start = line_end(text, sidecar.header["reader"].end)
        return text[:start] + lines + text[start:]
    value = lines.removeprefix("article: ").removesuffix(newline)
    gap = text[place.colon : place.value] or " "
    return text[: place.colon] + gap + value + text[place.end :]


def _check_plain(sidecar: Sidecar, entry: Entry) -> None:
    if not entry.plain:
        line = line_of(sidecar.text, entry.base)
        what = "the fields of this entry must each stand on a line of their own to be changed"
        raise RefusedError(sidecar.where, line, what)


def _append(sidecar: Sidecar, text: str, lines: str, newline: str) -> str:
    # Blank lines behind a text that keeps them (|+) would become part of it.
    last = next(reversed(list(sidecar.entries)), None)
    if last is None or not _keeps_blank(sidecar.entries[last]):
        text += "" if _blank_above(text, len(text)) else newline
    return text + lines


def _keeps_blank(entry: Entry) -> bool:
    """Whether the file ends with an entry whose last value takes blank lines in."""
    text = entry.text
    if line_end(text, entry.end) < len(text):
        return False
    last = max(entry.fields.values(), key=lambda one: one.start)
    style = getattr(last.node, "style", None)
    return style in ("|", ">") and "+" in text[last.value : line_end(text, last.value)]


def _nodes(entry: Entry) -> list[yaml.Node]:
    return [place.node for place in entry.fields.values()]


def _put_back(sidecar: Sidecar, entry: Entry, splices: Sequence[Splice]) -> str:
    text, end = sidecar.text, entry.base + len(entry.text)
    return text[: entry.base] + spliced(entry.text, splices) + text[end:]


def _with_comments_above(text: str, start: int) -> int:
    """Go up over the comment lines that stand directly above an entry."""
    while start:
        above = line_start(text, start - 1)
        if not text[above:start].startswith("#"):
            break
        start = above
    return start


def _blank_above(text: str, start: int) -> bool:
    return start == 0 or not text[line_start(text, start - 1) : start].strip()


def _last_line_above(text: str, start: int) -> int:
    return line_start(text, start - 1) if start else 0


def _with_newline(lines: str, newline: str) -> str:
    return lines.replace("\r\n", "\n").replace("\n", newline)
