"""How a sidecar's values are written: so that people can read them and git can merge them.

Plain where nothing can misread it, folded at WIDTH where long, literal where it has lines of its
own, double-quoted for the rest. What a line says never depends on other lines, and every parser
of YAML 1.1 or 1.2 reads the same string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

WIDTH = 76
"""Columns: what a terminal beside a diff's marks shows without wrapping."""

# A plain scalar has no ":" or "#" at all, which is stricter than YAML and plain to see.
_PLAIN = re.compile(r"[\w“‘«„][^\x00-\x1f:#\\]*")
_FLOW = re.compile(r"[\[\]{},]")
# What some YAML reads as a truth value, nothing or a number. One word that starts with a digit is
# always quoted: 12, 1e5, 0x1F, 2026-11-21.
_OTHER_TYPE = re.compile(
    r"(?:null|true|false|yes|no|on|off|y|n)|[0-9][^ ]*", re.ASCII | re.IGNORECASE
)
# With a hyphen and a letter other than the "e" of a number, YAML takes a key for nothing but text.
_KEY = re.compile(r"(?=.*[a-df-z])[a-z0-9]+(?:-[a-z0-9]+)+")
# Control characters, what reorders or hides words, spaces that look like one but are another, line
# breaks of YAML 1.1 other than the newline, and what UTF-8 or YAML cannot hold.
_ESCAPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u061c\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff"
    "\ufff0-\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_SHORT_ESCAPES = {0: "\\0", 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 13: "\\r", 27: "\\e"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Replace lone surrogates, which no UTF-8 file can hold."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def key_text(key: str) -> str:
    """Write an entry's key: plain where it is made of words, whatever they begin with."""
    return key if _KEY.fullmatch(key) else one_line(key)


def field_lines(name: str, value: str, indent: int) -> list[str]:
    """Write one field as lines without line ends."""
    first, *rest = scalar_lines(value, indent, indent + len(name) + 2)
    return [f"{' ' * indent}{name}: {first}", *rest]


def item_lines(value: str, indent: int) -> list[str]:
    """Write one item of a list, its dash at the column of the list's name."""
    pad = " " * indent
    first, *rest = scalar_lines(value, indent, indent + 2)
    return [f"{pad}- {first}", *rest]


def map_item_lines(fields: Mapping[str, str], indent: int) -> list[str]:
    """Write one item of a list that has fields, its dash at the column of the list's name."""
    inner = indent + 2
    lines = [line for name, value in fields.items() for line in field_lines(name, value, inner)]
    return [f"{' ' * indent}- {lines[0][inner:]}", *lines[1:]]


def flow_list(values: Iterable[object]) -> str:
    """Write a short list of words or numbers on one line."""
    return f"[{', '.join(str(value) for value in values)}]"


def flow_texts(texts: Iterable[str]) -> str:
    """Write a list of texts on one line; those that its brackets or commas would cut are quoted."""
    return flow_list(
        f'"{_escape(storable(text))}"' if _FLOW.search(text) else one_line(text) for text in texts
    )


def scalar_lines(text: str, indent: int, column: int) -> list[str]:
    """Write a string; the first line starts at `column`, others are indented beyond `indent`.

    Lone surrogates come out as U+FFFD.
    """
    text = storable(text)
    pad = " " * (indent + 2)
    if _foldable(text):
        if "\n" in text:
            lines = text.split("\n")
            if all(len(pad) + len(line) <= WIDTH for line in lines):
                return ["|-", *(pad + line if line else "" for line in lines)]
            return [">-", *_folded(lines, pad)]
        one = one_line(text)
        fits = column + len(one) <= WIDTH or " " not in text
        if fits and (not one.startswith('"') or "\\" not in one):
            return [one]
        return [">-", *_folded([text], pad)]
    return _double_quoted(text, pad, column)


def one_line(text: str) -> str:
    """Write a string on one line, plain or double-quoted."""
    text = storable(text)
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not _OTHER_TYPE.fullmatch(text)
    return text if plain and not _ESCAPED.search(text) else f'"{_escape(text)}"'


def _foldable(text: str) -> bool:
    """Whether a block scalar gives it back: no escapes, no white space at any line's ends."""
    return (
        bool(text)
        and not _ESCAPED.search(text)
        and text == text.strip()
        and all(line == line.strip() for line in text.split("\n"))
    )


def _folded(lines: list[str], pad: str) -> list[str]:
    """Break lines at single spaces; in a folded scalar a line's end is a space."""
    out: list[str] = []
    for place, line in enumerate(lines):
        if place:
            out.append("")
        out += [pad + piece for piece in _wrap(line, WIDTH - len(pad))] if line else []
    return out


def _wrap(line: str, room: int) -> list[str]:
    """Cut at single spaces, so that joining by a space gives the line back."""
    pieces: list[str] = []
    current = ""
    for word in re.split(r"(?<! ) (?! )", line):
        if current and len(current) + 1 + len(word) > room:
            pieces.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*pieces, current]


def _escape(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return _ESCAPED.sub(lambda match: _escaped_character(match[0]), quoted)


def _escaped_character(character: str) -> str:
    code = ord(character)
    if code in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[code]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _double_quoted(text: str, pad: str, column: int) -> list[str]:
    """Quote and escape; long text breaks at single spaces, where YAML folds the break away."""
    quoted = f'"{_escape(text)}"'
    if column + len(quoted) <= WIDTH:
        return [quoted]
    first, *rest = _wrap(quoted, WIDTH - max(column, len(pad)))
    return [first, *(pad + piece for piece in rest)]
