"""Which words two tellings have in common, and which numbers, names and nots only one has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.language.english import ENGLISH
from reader.likeness.evidence import NEGATION
from reader.likeness.quantities import quantities
from reader.likeness.words import WORD, term
from reader.span import Span

_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:]|[“\"‘'(–—])[\s“\"‘'(]*$")
_BEFORE = 4
"""How many characters tell whether a word opens a sentence."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Stretches of one text, in order, without overlap: what the other has too, and what differs.

    `alike` are words and numbers of the other text, `differs` numbers and names that it does not
    have, and each "not" where only one of the two is a denial. Code points, end exclusive.
    """

    alike: tuple[Span, ...]
    differs: tuple[Span, ...]


def compare(text: str, other: str) -> Compared:
    """Compare a telling's words with another's; takes time in proportion to both."""
    known = {found for word in WORD.findall(other) if (found := term(word))}
    their_numbers = {quantity.rough_key for quantity in quantities(other)}
    alike: list[Span] = []
    differs: list[Span] = []
    taken: list[Span] = []
    for quantity in quantities(text):
        taken.append(quantity.span)
        (alike if quantity.rough_key in their_numbers else differs).append(quantity.span)
    one_denies = len(NEGATION.findall(text)) % 2 != len(NEGATION.findall(other)) % 2
    for match in WORD.finditer(text):
        span = Span(match.start(), match.end())
        if any(span.start < number.end and number.start < span.end for number in taken):
            continue
        found = term(match[0])
        if one_denies and NEGATION.fullmatch(match[0]):
            differs.append(span)
        elif found in known:
            alike.append(span)
        elif found and _is_name(text, match):
            differs.append(span)
    return Compared(tuple(sorted(alike)), tuple(sorted(differs)))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word has a capital that is not there because a sentence begins."""
    word = match[0]
    if not word[0].isupper():
        return False
    opens = _OPENS_SENTENCE.search(text[max(0, match.start() - _BEFORE) : match.start()])
    return not opens or word.lower() not in ENGLISH.common_words
