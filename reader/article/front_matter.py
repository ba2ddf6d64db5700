"""The YAML block at the head of an article: title, outlet, author, date, url, story."""

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

    `error` is "FILE:LINE: …", the line that of the article, where something could not be read.
    """

    title: str = ""
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    story: str = ""
    error: str = ""


_FIRST_LINE = 2
"""The block begins below its opening rule."""
_NAMES = ("title", "outlet", "author", "date", "url", "story")

# What needs no YAML to be read as YAML reads it: no indicator, comment, escape or second line.
_PLAIN_LINE = (
    r"([a-z_]+): +(?:([\w“‘«](?:[\w“”‘’«»'.,;/()?!&+=@%|–— -]|:(?=[\w/]))*)"
    r"|\"([^\"\\\ufeff\ufffe\uffff]*)\"|'([^'\ufeff\ufffe\uffff]*)') *"
)
_NULLS = frozenset({"null", "Null", "NULL"})


def front_matter_span(text: str) -> Span | None:
    """Find the block, both fences and the newline after them included; None without one."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    closing = _CLOSE.search(text, opening.end(), _LONGEST)
    if closing is None:
        return None
    return Span(0, min(closing.end() + 1, len(text)))


def read_front_matter(text: str, where: str) -> FrontMatter:
    """Read the block at the head of an article's text; a broken one is told in `error`.

    `where` is how that names the file. Fields of other names are for other programs.
    """
    span = front_matter_span(text)
    if span is None:
        return FrontMatter()
    start = text.index("\n") + 1
    block = text[start : text.rindex("---", start, span.end)]
    plain = plain_fields(block)
    if plain is not None:
        return FrontMatter(**{name: safe_line(plain.get(name, "").strip()) for name in _NAMES})
    return _typed(block, where)


def _typed(block: str, where: str) -> FrontMatter:
    """Read what is more than plain lines; what is right is taken beside what is wrong."""
    # Imported here, since YAML takes 30 ms to import and most blocks are plain.
    from reader.yamlfields import fields_of
    from reader.yamltext import YamlError

    found, error = {}, ""
    try:
        for name, value in fields_of(block).fields().items():
            if name in _NAMES:
                try:
                    words = (one.strip() for one in value.texts())
                    found[name] = safe_line(", ".join(filter(None, words)))
                except YamlError as wrong:
                    error = error or wrong.at(where, _FIRST_LINE)
    except YamlError as wrong:
        error = wrong.at(where, _FIRST_LINE)
    return FrontMatter(**found, error=error)


def plain_fields(block: str) -> dict[str, str] | None:
    """Read a block of which every line is plainly `name: value`, as YAML would; else None."""
    lines = block.split("\n")[:-1]
    found = [re.fullmatch(_PLAIN_LINE, line) for line in lines]
    fields = {
        line[1]: (line[2] or "").rstrip(" ") or line[3] or line[4] or ""
        for line in found
        if line is not None and line[2] not in _NULLS
    }
    return fields if len(fields) == len(lines) else None
