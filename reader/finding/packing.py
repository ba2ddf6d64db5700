"""Statements as bytes and back, for the cache; whatever cannot be read back is refused."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from reader.span import Span
from reader.statement import Kind, Mode, Signal, SignalName, Stance, Statement

_LARGEST = 1 << 26
"""Bytes that a packed article may unfold to; more is no article's statements."""


class UnreadablePackError(ValueError):
    """The bytes are no packed statements of a text of this length."""


def pack(statements: Sequence[Statement]) -> bytes:
    """Pack an article's statements, in order."""
    rows = [_row(statement) for statement in statements]
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode(), level=1)


def unpack(packed: bytes, length: int) -> list[Statement]:
    """Give the statements of a text of `length` code points back.

    Raises UnreadablePackError for all that `pack` did not make of such a text.
    """
    try:
        unfolded = zlib.decompressobj().decompress(packed, _LARGEST)
        rows = json.loads(unfolded)
        return [_statement(row, length, len(rows)) for row in rows]
    except (zlib.error, ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise UnreadablePackError(str(error)) from error


def _row(one: Statement) -> list[Any]:
    return [
        one.source,
        one.cue,
        one.content,
        one.kind.value,
        one.speaker,
        one.speaker_sure,
        one.chain,
        one.mode.value,
        one.stance.value,
        [[signal.name.value, signal.spans] for signal in one.signals],
        one.within,
        one.quoted,
    ]


def _statement(row: list[Any], length: int, count: int) -> Statement:
    source, cue, content, kind, speaker, sure, chain, mode, stance, signals, within, quoted = row
    if within is not None and not 0 <= int(within) < count:
        raise ValueError("no such outer statement")
    return Statement(
        source=_spans(source, length),
        cue=_spans(cue, length),
        content=_spans(content, length),
        kind=Kind(kind),
        speaker=str(speaker),
        speaker_sure=sure is True,
        chain=tuple(str(name) for name in chain),
        mode=Mode(mode),
        stance=Stance(stance),
        signals=tuple(Signal(SignalName(name), _spans(spans, length)) for name, spans in signals),
        within=within,
        quoted=_spans(quoted, length),
    )


def _spans(pairs: list[list[int]], length: int) -> tuple[Span, ...]:
    spans = tuple(Span(int(start), int(end)) for start, end in pairs)
    if any(not 0 <= span.start <= span.end <= length for span in spans):
        raise ValueError("a span lies outside the text")
    return spans
