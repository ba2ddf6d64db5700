"""Where the paragraphs of an article are, whether it is hard-wrapped or has one a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reader.span import Span

_NARROWEST = 40
_WIDEST = 120
"""How wide, in code points, hard-wrapped prose is set; wider lines are paragraphs."""

_ENDS = (".", "!", "?", ":", "”", '"', "’", ")")


def paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """Find the paragraphs from `start` on: in order, no white space at their borders.

    Blank lines part paragraphs; so does every newline, except in hard-wrapped prose.
    """
    return tuple(_paragraphs(text, start))


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    block: list[Span] = []
    position = start
    while position < len(text):
        newline = text.find("\n", position)
        end = len(text) if newline < 0 else newline
        line = _stripped(text, position, end)
        if line is not None:
            block.append(line)
        else:
            yield from _parts(text, block)
            block = []
        position = end + 1
    yield from _parts(text, block)


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    first = start + len(line) - len(line.lstrip())
    return Span(first, first + len(bare))


def _parts(text: str, block: list[Span]) -> list[Span]:
    """Take a run of lines without a blank one apart, or join it where it is one wrapped text."""
    if len(block) > 1 and _is_wrapped([text[start:end] for start, end in block]):
        return [Span(block[0].start, block[-1].end)]
    return block


def _is_wrapped(lines: list[str]) -> bool:
    """Tell lines that were broken where the next word did not fit from lines that ended there."""
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST or all(line.endswith(_ENDS) for line in lines[:-1]):
        return False
    return all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(lines)
    )
