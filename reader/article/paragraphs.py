"""Where the paragraphs of an article are, whether it is hard-wrapped or has one a line."""

from __future__ import annotations

from collections.abc import Iterator

from reader.span import Span

_WRAP_COLUMNS = range(45, 121)
"""How long the full lines of hard-wrapped prose are; shorter or longer ones are paragraphs."""


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
            yield from _parts(block)
            block = []
        position = end + 1
    yield from _parts(block)


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    first = start + len(line) - len(line.lstrip())
    return Span(first, first + len(bare))


def _parts(block: list[Span]) -> list[Span]:
    """Take a run of lines without a blank one apart, or join it where it is one wrapped text."""
    if len(block) < 2:
        return block
    lengths = [end - start for start, end in block]
    wrapped = max(lengths) in _WRAP_COLUMNS and all(
        length in _WRAP_COLUMNS for length in lengths[:-1]
    )
    return [Span(block[0].start, block[-1].end)] if wrapped else block
