"""The YAML block at the head of an article: title, outlet, author, date, url."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.span import Span
from reader.text import safe_line

_FENCE = re.compile(r"---[ ]*\n")
_CLOSE = re.compile(r"^---[ ]*$", re.MULTILINE)

_LONGEST = 65_536
"""Beyond this many characters a second rule is a rule of the text."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, each field empty where it says nothing.

    `error` is "line N: …" (N counted in the article) where the block could not be read.
    """

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    error: str = ""


def front_matter_span(text: str) -> Span | None:
    """Find the block, both fences and the newline after them included; None without one."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    closing = _CLOSE.search(text, opening.end(), _LONGEST)
    if closing is None:
        return None
    return Span(0, min(closing.end() + 1, len(text)))


def read_front_matter(text: str) -> FrontMatter:
    """Read the block at the head of an article's text; a broken one is told in `error`."""
    span = front_matter_span(text)
    if span is None:
        return FrontMatter()
    # Imported here: YAML costs 30 ms, and most articles have no front matter.
    from reader.yamltext import YamlError, load

    opening = text.index("\n") + 1
    closing = text.rindex("---", opening, span.end)
    if not text[opening:closing].strip():
        return FrontMatter()
    try:
        fields = load(text[opening:closing])
    except YamlError as error:
        return FrontMatter(error=safe_line(f"line {error.line + 1}: {error.message}"))
    return FrontMatter(**{name: _words(fields.get(name)) for name in _NAMES})


_NAMES = ("title", "outlet", "author", "date", "url")


def _words(value: object) -> str:
    if isinstance(value, str):
        return safe_line(value.strip())
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return ""
