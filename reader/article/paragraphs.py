"""Where the paragraphs of an article are, whether it is hard-wrapped or has one a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reader.span import Span

_NARROWEST = 40
_WIDEST = 120
"""How wide, in code points, hard-wrapped prose is set; wider lines are paragraphs."""

_FEWEST_BREAKS = 4
"""How many lines must follow one another for a whole text to be told as wrapped."""
_MOSTLY = 0.8
"""The share of line breaks that are forced in wrapped text: its paragraphs' last lines are none."""

_ENDS = (".", "!", "?", ":", "”", '"', "’", ")")


def paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """Find the paragraphs from `start` on: in order, no white space at their borders.

    Blank lines part paragraphs; so does every newline, except in hard-wrapped prose.
    """
    return tuple(_paragraphs(text, start))


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    blocks = list(_blocks(text, start))
    width = _wrapped_at(text, blocks)
    for block in blocks:
        if width:
            yield from _joined(text, block, width)
        else:
            yield from _parts(text, block)


def _blocks(text: str, start: int) -> Iterator[list[Span]]:
    """The runs of lines without a blank one between them, white space at their ends left out."""
    block: list[Span] = []
    position = start
    while position < len(text):
        newline = text.find("\n", position)
        end = len(text) if newline < 0 else newline
        line = _stripped(text, position, end)
        if line is not None:
            block.append(line)
        elif block:
            yield block
            block = []
        position = end + 1
    if block:
        yield block


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    first = start + len(line) - len(line.lstrip())
    return Span(first, first + len(bare))


def _wrapped_at(text: str, blocks: list[list[Span]]) -> int:
    """The width at which a whole text is wrapped, or nothing where most breaks are its own."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if len(pairs) < _FEWEST_BREAKS:
        return 0
    width = max(line.end - line.start for block in blocks if len(block) > 1 for line in block)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    forced = [line for line, following in pairs if _is_forced(text, line, following, width)]
    broken = sum(not text[line.start : line.end].endswith(_ENDS) for line in forced)
    enough = len(forced) >= _MOSTLY * len(pairs) and 2 * broken > len(forced)
    return width if enough else 0


def _is_forced(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next word did not fit on a line."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width


def _joined(text: str, block: list[Span], width: int) -> Iterator[Span]:
    """The paragraphs of a block of wrapped text: a line that ended early ends one."""
    start = block[0].start
    for line, following in pairwise(block):
        if not _is_forced(text, line, following, width) and text[line.start : line.end].endswith(
            _ENDS
        ):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _parts(text: str, block: list[Span]) -> list[Span]:
    """Take a run of lines apart, or join it where it is one wrapped text."""
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
