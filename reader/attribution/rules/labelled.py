"""Rule: interviews and transcripts, whose paragraphs begin with who speaks: "Q: …", "VALE: …"."""

from __future__ import annotations

import re

from reader.attribution.proposal import Proposal
from reader.attribution.text.document import Document
from reader.language.english import ENGLISH
from reader.span import Span

_LABEL = re.compile(
    r"(?P<who>[A-Z]|(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})"
    r"(?P<colon>:)\s+(?=\S)"
)
_LETTERS = frozenset(("Q", "A"))
_KICKERS = ENGLISH.word_class("kickers")


def labelled(document: Document) -> dict[int, Proposal]:
    """What is said in each paragraph that a label opens, by the paragraph's number.

    Two labels that take turns, with a question among what they open, make an interview.
    """
    text = document.text
    found: dict[int, re.Match[str]] = {}
    for number, paragraph in enumerate(document.paragraphs):
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match is not None and match["who"].lower() not in _KICKERS:
            found[number] = match
    taking_turns: set[str] = set()
    for number, match in found.items():
        after = found.get(number + 1)
        if after is None or after["who"] == match["who"]:
            continue
        pair = {match["who"], after["who"]}
        asks = text[document.paragraphs[number].end - 1] == "?"
        if pair == _LETTERS or asks:
            taking_turns |= pair
    return {
        number: Proposal(
            (Span(*match.span("who")),),
            (Span(*match.span("colon")),),
            (_content(text, match.end(), document.paragraphs[number].end),),
        )
        for number, match in found.items()
        if match["who"] in taking_turns
    }


def _content(text: str, start: int, end: int) -> Span:
    """What a label opens, without its last full stop."""
    if text[end - 1] == "." and end - 1 > start:
        end -= 1
    return Span(start, end)
