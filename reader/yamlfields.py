"""Fields read as what they should be: sidecars, front matter, themes and the config alike.

A value is asked for as one type and given as that, or YamlError is raised: with the line, what was
expected and, for a word that is misspelt, the nearest valid one. Whoever knows the file puts its
name in front (`YamlError.at`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.files import UnreadableError, read_regular
from reader.yamltext import YamlError, characters, compose, line_at

if TYPE_CHECKING:
    import yaml

_Choice = TypeVar("_Choice", bound=StrEnum)

_LONGEST_WORD = 40
"""Characters of a wrong word that an error repeats: enough to find it."""
_VERSION = re.compile("[0-9]{1,9}")
_FEW = 6
"""So many valid words are all named; of more, only the nearest."""


def read_fields(path: Path, most: int) -> Value:
    """Read the fields of a YAML file of at most `most` bytes.

    Raises YamlError, with line 0 where the file as a whole cannot be read.
    """
    try:
        return fields_of(characters(read_regular(path, most=most)))
    except UnreadableError as error:
        raise YamlError(0, str(error)) from error


def fields_of(text: str, name: str = "the file") -> Value:
    """Read a text as fields; raises YamlError."""
    return Value(text, name, compose(text))


def nearest(word: str, valid: Collection[str]) -> str:
    """Ask whether the nearest valid word was meant, in words that continue a sentence; else ""."""
    from difflib import get_close_matches

    near = get_close_matches(word[:_LONGEST_WORD], valid, 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def instead(word: str, valid: Collection[str]) -> str:
    """Say what to write in the place of a word that is not valid: the nearest, or which there are.

    It continues a sentence.
    """
    if near := nearest(word, valid):
        return near
    few = f"one of {', '.join(valid)}" if len(valid) > _FEW else " or ".join(valid)
    return f"; write {few}"


@dataclass(frozen=True, slots=True)
class Value:
    """One value in a text: `name` is what errors call it, `key` its name's node where it has one.

    Offsets of nodes are code points of `source`.
    """

    source: str
    name: str
    node: yaml.Node
    key: yaml.ScalarNode | None = None

    @property
    def line(self) -> int:
        """The line the value begins on, from 1."""
        return line_at(self.source, self.node.start_mark.index)

    @property
    def start(self) -> int:
        """Where its name begins, or the value itself where it has none."""
        node = self.key or self.node
        return int(node.start_mark.index)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: no text, not even an empty one in quotation marks."""
        return str(self.node.tag).endswith(":null")

    @property
    def is_flow(self) -> bool:
        """Whether it is a list or fields written in brackets."""
        return bool(getattr(self.node, "flow_style", False))

    @property
    def is_map(self) -> bool:
        """Whether fields are written there."""
        return str(self.node.tag).endswith(":map")

    def text(self) -> str:
        """Give a text, empty where nothing was written."""
        if self.node.tag.endswith(":str"):
            return str(self.node.value)
        if self.is_empty:
            return ""
        raise self.error(f"{self.name} must be text")

    def items(self) -> tuple[Value, ...]:
        """Give the values of a list; one that is no list stands for a list of itself."""
        if self.node.tag.endswith(":seq"):
            return tuple(Value(self.source, self.name, item) for item in self.node.value)
        return () if self.is_empty else (self,)

    def texts(self) -> tuple[str, ...]:
        """Give a list of texts, or one text as a list of itself."""
        return tuple(item.text() for item in self.items())

    def choice(self, among: type[_Choice]) -> _Choice:
        """Give one of a closed set of words."""
        word = self.text()
        try:
            return among(word)
        except ValueError:
            raise self.wrong(f"is {_cut(word)!r}", tuple(among)) from None

    def flag(self) -> bool:
        """Give what is written as true or false."""
        word = self.text()
        if word not in ("true", "false"):
            raise self.wrong(f"is {_cut(word)!r}", ("true", "false"))
        return word == "true"

    def version(self, newest: int) -> None:
        """Refuse a file whose format is not the version `newest`; one that is newer is said."""
        version = self.text()
        # Of longer numbers Python refuses to make one.
        if _VERSION.fullmatch(version) and int(version) > newest:
            raise self.error("a newer version of this program wrote the file; update the program")
        if version != str(newest):
            raise self.error(f"the version must be {newest}")

    def fields(self) -> dict[str, Value]:
        """Give fields by their names, whatever these are; none where nothing was written."""
        if self.is_map:
            return {
                key.value: Value(self.source, key.value, node, key) for key, node in self.node.value
            }
        if self.is_empty:
            return {}
        raise self.error(f"{self.name} must hold fields (name: value)")

    def fields_among(self, known: Collection[str], required: Collection[str]) -> dict[str, Value]:
        """Give fields by their names, which are known ones, and all that are required."""
        fields = self.fields()
        for name, value in fields.items():
            if name not in known:
                raise value.unknown(known)
        for name in required:
            if name not in fields:
                raise self.error(f"{self.name} lacks {name!r}")
        return fields

    def data(self) -> object:
        """Give plain data, whatever it is: text, lists, fields and None."""
        from reader.yamlnodes import data

        return data(self.node)

    def unknown(self, known: Collection[str]) -> YamlError:
        """Make the error for a field whose name is none of those known."""
        what = f"there is no field {_cut(self.name)!r}{instead(self.name, known)}"
        return self.error_at_name(what)

    def wrong(self, what: str, valid: Collection[str]) -> YamlError:
        """Make the error for a word that is not valid; `what` follows the field's name."""
        word = self.node.value if self.node.tag.endswith(":str") else ""
        return self.error(f"{self.name} {what}{instead(word, valid)}")

    def error_at_name(self, what: str) -> YamlError:
        """Make the error for a value, on the line of its name."""
        return YamlError(line_at(self.source, self.start), what)

    def error(self, what: str) -> YamlError:
        """Make the error for a value."""
        return YamlError(self.line, what)


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"
