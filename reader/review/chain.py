"""The way of a statement's words from their origin to the article, link by link."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.span import Span
from reader.statement import UNKNOWN, SignalName, Statement

_WORD = re.compile(r"\w{3,}")


class Weakness(StrEnum):
    """Why nobody could go and ask at a link of a chain."""

    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    NO_LINK = "no link"
    NOBODY = "nobody is named"


_WEAKNESSES = {
    SignalName.ANONYMOUS: Weakness.ANONYMOUS,
    SignalName.COLLECTIVE: Weakness.COLLECTIVE,
    SignalName.NO_LINK: Weakness.NO_LINK,
}


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One who passed the words on, or said them: the name, and the words that name and report.

    `weakness` is why one could not go and ask there, if so, and `words` the stretches that say it.
    """

    name: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    weakness: Weakness | None = None
    words: tuple[Span, ...] = ()


def chain_links(
    text: str, statement: Statement, statements: Sequence[Statement]
) -> tuple[ChainLink, ...]:
    """Take a statement's chain apart, outermost first, the speaker last.

    `statements` are those of the article, in the order in which they were found: a link that has
    its own cue is one of them.
    """
    last = len(statement.chain) - 1
    own = {**_tellers(statement, statements), last: statement}
    bare = [(name, *_words(text, own, place)) for place, name in enumerate(statement.chain)]
    weak: dict[int, tuple[Weakness, tuple[Span, ...]]] = {
        place: (Weakness.NOBODY, cue)
        for place, (name, _, cue) in enumerate(bare)
        if name == UNKNOWN
    }
    for signal in (signal for one in own.values() for signal in one.signals):
        if (weakness := _WEAKNESSES.get(signal.name)) is not None:
            about = (at for at, (_, source, _) in enumerate(bare) if _touch(signal.spans, source))
            unnamed = (at for at, (_, source, cue) in enumerate(bare) if not source and not cue)
            place = next(about, next(unnamed, last))
            weak.setdefault(place, (weakness, signal.spans))
    return tuple(
        ChainLink(name, source, cue, *weak.get(place, (None, ())))
        for place, (name, source, cue) in enumerate(bare)
    )


def first_weak(links: Sequence[ChainLink]) -> int | None:
    """The place of the first link, from the article on, at which nobody could go and ask."""
    return next((place for place, link in enumerate(links) if link.weakness), None)


def _tellers(statement: Statement, statements: Sequence[Statement]) -> dict[int, Statement]:
    """The statements around one, by the place of their speaker in its chain."""
    found: dict[int, Statement] = {}
    outer = statement
    while outer.within is not None and outer.within < len(statements):
        outer = statements[outer.within]
        place = len(outer.chain) - 1
        if place in found or outer.chain != statement.chain[: place + 1]:
            break
        found[place] = outer
    return found


def _words(
    text: str, own: Mapping[int, Statement], place: int
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words that name the link at a place of a chain, and those that report what it said.

    `own` are the statements of the chain's links. Who has none is named in the source of the next
    that has one, beside its speaker.
    """
    teller = own[min(at for at in own if at >= place)]
    is_own = place in own
    spans = [span for span in teller.source if _names(text, span, teller.speaker) is is_own]
    if is_own:
        return tuple(spans) or teller.source, teller.cue
    named = [span for span in spans if _names(text, span, teller.chain[place])]
    return tuple(named or (spans if len(teller.source) > 1 else ())), ()


def _names(text: str, span: Span, name: str) -> bool:
    words = set(_WORD.findall(text[span.start : span.end].casefold()))
    return bool(words & set(_WORD.findall(name.casefold())))


def _touch(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(
        span.start < other.end and other.start < span.end for span in spans for other in others
    )
