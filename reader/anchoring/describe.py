"""From statements to the anchors that find them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.anchoring.words import JOIN, Words, canonical_words, read_words
from reader.judgement import Anchor
from reader.span import Span
from reader.statement import Statement

CONTEXT_WORDS = 5
"""On each side; eight find no more."""
_CONTEXT_REACH = 400
"""Code points looked at for those words: more than five words of any prose."""


def describe(text: str, statements: Sequence[Statement]) -> list[Anchor]:
    """Describe each statement by the words that find it again, in order.

    Spans are code points of `text`, the end exclusive; those that reach out of it are cut.
    """
    words = read_words(text)
    plain = [_described(text, words, statement) for statement in statements]
    copies = _copies(plain, statements)
    return [
        Anchor(anchor.quote, anchor.source, anchor.before, anchor.after, copy)
        for anchor, copy in zip(plain, copies, strict=True)
    ]


def _described(text: str, words: Words, statement: Statement) -> Anchor:
    content = [_whole_words(text, words, span) for span in statement.content]
    source = [_whole_words(text, words, span) for span in statement.source]
    return Anchor(
        quote=_joined(text, content),
        source=_joined(text, source),
        before=_before(text, content[0].start) if content else "",
        after=_after(text, content[-1].end) if content else "",
    )


def _whole_words(text: str, words: Words, span: Span) -> Span:
    start = min(max(span.start, 0), len(text))
    end = min(max(span.end, start), len(text))
    first, last = words.within(start, end)
    if first == last:
        return Span(start, end)
    return Span(min(start, words.starts[first]), max(end, words.ends[last - 1]))


def _joined(text: str, spans: list[Span]) -> str:
    parts = (" ".join(text[start:end].split()) for start, end in spans)
    return JOIN.join(part for part in parts if part)


def _before(text: str, end: int) -> str:
    start = max(0, end - _CONTEXT_REACH)
    words = text[start:end].split()
    if start and words and not text[start - 1].isspace() and not text[start].isspace():
        del words[0]  # the reach cut it
    return " ".join(words[-CONTEXT_WORDS:])


def _after(text: str, start: int) -> str:
    end = start + _CONTEXT_REACH
    words = text[start:end].split()
    if end < len(text) and words and not text[end - 1].isspace() and not text[end].isspace():
        del words[-1]
    return " ".join(words[:CONTEXT_WORDS])


def _copies(
    anchors: Sequence[Anchor], statements: Sequence[Statement]
) -> list[tuple[int, int] | None]:
    """Number the statements of which quote and source are the same words, in text order."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, anchor in enumerate(anchors):
        quote = canonical_words(anchor.quote)
        alike[*quote, "", *canonical_words(anchor.source)].append(index)
    copies: list[tuple[int, int] | None] = [None] * len(anchors)
    for indices in alike.values():
        if len(indices) > 1:
            in_order = sorted(indices, key=lambda index: statements[index].content)
            for place, index in enumerate(in_order, 1):
                copies[index] = (place, len(in_order))
    return copies
