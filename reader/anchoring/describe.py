"""From statements to the anchors that find them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

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
    contents = [_whole_words(text, words, statement.content) for statement in statements]
    sources = [_whole_words(text, words, statement.source) for statement in statements]
    plain = [
        Anchor(
            quote=_joined(text, content),
            source=_joined(text, source),
            before=_before(text, content[0].start) if content else "",
            after=_after(text, content[-1].end) if content else "",
        )
        for content, source in zip(contents, sources, strict=True)
    ]
    return [
        replace(anchor, copy=copy)
        for anchor, copy in zip(plain, _copies(plain, contents), strict=True)
    ]


def _whole_words(text: str, words: Words, spans: tuple[Span, ...]) -> list[Span]:
    """Draw the spans out to whole words; no word belongs to two of them.

    Spans without a word are left out, unless there is no other.
    """
    whole: list[Span] = []
    wordless: list[Span] = []
    done = 0
    for span in spans:
        start = min(max(span.start, done), len(text))
        end = min(max(span.end, start), len(text))
        first, last = words.within(start, end)
        if first < last:
            start = max(done, min(start, words.starts[first]))
            done = end = max(end, words.ends[last - 1])
            whole.append(Span(start, end))
        elif start < end:
            wordless.append(Span(start, end))
    return whole or wordless


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
    anchors: Sequence[Anchor], contents: Sequence[list[Span]]
) -> list[tuple[int, int] | None]:
    """Number the statements of which quote and source are the same words, in text order."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, anchor in enumerate(anchors):
        quote = canonical_words(anchor.quote)
        alike[*quote, "", *canonical_words(anchor.source)].append(index)
    copies: list[tuple[int, int] | None] = [None] * len(anchors)
    for indices in alike.values():
        if len(indices) > 1:
            in_order = sorted(indices, key=contents.__getitem__)
            for place, index in enumerate(in_order, 1):
                copies[index] = (place, len(in_order))
    return copies
