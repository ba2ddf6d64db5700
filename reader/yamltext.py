"""The only way YAML gets in: strict, plain data, every error with its line.

Sidecars, front matter, themes and the config are all read here. What YAML can do beyond text, lists
and fields (tags, anchors, aliases, directives, several documents) is refused, and so are a field
given twice and anything deep or huge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text import safe_line

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

BOM = b"\xef\xbb\xbf"
MOST_CHARACTERS = 8 * 1024 * 1024
"""Ten thousand judgements with their quotes and notes fit."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]|[\ufeff\ufffe\uffff]"
)
"""What YAML takes for no text, spelt so that the pattern is made in no time."""
_UNCLOSED = "found unexpected end of stream"
_INDENTATION = "this line does not fit: check its indentation and its quotation marks"
_COLON = "a colon is out of place: put the text in quotation marks, or check the indentation"
_PLAIN_WORDS = {
    "mapping values are not allowed in this context": _COLON,
    "mapping values are not allowed here": _COLON,
    "could not find expected ':'": "a colon is missing after the name of a field",
    _UNCLOSED: "a quotation mark is opened here and never closed",
    "did not find expected key": _INDENTATION,
    "did not find expected '-' indicator": "this line does not fit the list above it",
    "did not find expected ',' or ']'": "a comma or a closing bracket is missing",
    "did not find expected ',' or '}'": "a comma or a closing brace is missing",
    "found character that cannot start any token": (
        "no text begins with this character: put it in quotation marks"
    ),
}
"""What a reviewer can act on, for what PyYAML says in the terms of its scanner."""


class YamlError(Exception):
    """A YAML text is not what it should be; `message` says what is wrong, on one safe line.

    `line` counts from 1, or is 0 where no line is to blame.
    """

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = safe_line(message)
        super().__init__(self.message)

    def at(self, where: str | Path, first: int = 1) -> str:
        """Say it as FILE:LINE: MESSAGE, where the text begins at the file's line `first`."""
        place = f"{where}:{self.line + first - 1}" if self.line else str(where)
        return f"{safe_line(place)}: {self.message}"


def characters(raw: bytes) -> str:
    """Decode a YAML file, which is UTF-8; a byte order mark is left out. Raises YamlError."""
    body = raw.removeprefix(BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise YamlError(line, "this is not UTF-8; save the file as UTF-8") from error


def compose(text: str) -> yaml.MappingNode:
    """Read fields as nodes whose marks count code points of the text; raises YamlError.

    Every key is a scalar, and none is there twice. Empty text has no fields. Only null is resolved:
    `no`, `1:20` and `012` stay text.
    """
    # Imported here, because YAML takes 30 ms to import and the first article shows without it.
    from reader.yamlnodes import NodeError, ParseError, nodes

    if len(text) > MOST_CHARACTERS:
        raise YamlError(1, f"more than {MOST_CHARACTERS // (1024 * 1024)} MB are too much")
    unprintable = _UNPRINTABLE.search(text)
    if unprintable is not None:
        name = f"U+{ord(unprintable[0]):04X}"
        raise YamlError(line_at(text, unprintable.start()), f"the character {name} is not allowed")
    try:
        return nodes(text)
    except NodeError as error:
        raise YamlError(line_at(text, error.index), error.message) from error
    except ParseError as error:
        mark = error.context_mark if error.problem == _UNCLOSED else error.problem_mark
        problem = error.problem or "this cannot be read"
        line = line_at(text, mark.index) if mark is not None else 1
        raise YamlError(line, _PLAIN_WORDS.get(problem, problem)) from error


def line_at(text: str, index: int) -> int:
    """Return the line, from 1, of a node's mark: as editors and git count, which PyYAML does not.

    PyYAML takes U+2028 and its like for line breaks too.
    """
    return text.count("\n", 0, index) + 1
