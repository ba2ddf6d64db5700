"""Which unreviewed statement most needs an eye, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.judgement import Relation
from reader.review.items import Item
from reader.span import Span
from reader.statement import SignalName
from reader.survey.plain import ToldElsewhere

_MANY = 2
"""So many others resting on one origin make it look better founded than it is."""
_CONTRADICTING = (Relation.CONTRADICTS, Relation.AGAINST)


class Reason(StrEnum):
    """Why a statement needs an eye, in words; what weighs most comes first."""

    CONTRADICTED = "contradicted elsewhere"
    CHANGED = "changed since you judged it"
    ANONYMOUS = "anonymous"
    LOADED = "loaded cue"
    ONE_ORIGIN = "many mentions of one origin"


Told = Mapping[tuple[Span, ...], ToldElsewhere]
"""What is known of an article's statements, by content."""


@dataclass(frozen=True, slots=True)
class Need:
    """A statement of an article that needs an eye, and all reasons, the weightiest first.

    `strength` is how strongly it is suggested to be contradicted.
    """

    article: str
    item: Item
    reasons: tuple[Reason, ...]
    strength: float = 0.0


def needs(articles: Mapping[str, Sequence[Item]], told: Mapping[str, Told]) -> list[Need]:
    """Rank the statements without a verdict that still holds, the neediest first.

    One reason outweighs all that come after it; of those contradicted alike, what seems most so
    goes first. Equals stay in their order, and statements for which there is no reason come last.
    `articles` and `told` hold, by an article's name, its statements and what is known of them.
    """
    found = [
        _need(article, item, told.get(article, {}))
        for article, items in articles.items()
        for item in items
        if item.verdict is None or item.is_changed
    ]
    return sorted(found, key=_rank)


def reasons(item: Item, told: ToldElsewhere | None) -> tuple[Reason, ...]:
    """Tell why a statement needs an eye."""
    signals = {signal.name for signal in item.statement.signals}
    links = item.judgement.links if item.judgement else ()
    linked = any(link.relation in _CONTRADICTING for link in links)
    holds = {
        Reason.CONTRADICTED: linked or (told is not None and bool(told.against)),
        Reason.CHANGED: item.is_changed,
        Reason.ANONYMOUS: SignalName.ANONYMOUS in signals,
        Reason.LOADED: SignalName.LOADED_CUE in signals,
        Reason.ONE_ORIGIN: told is not None and told.mentions >= _MANY,
    }
    return tuple(reason for reason in Reason if holds[reason])


def _need(article: str, item: Item, told: Told) -> Need:
    elsewhere = told.get(item.statement.content)
    strength = elsewhere.strength if elsewhere else 0.0
    return Need(article, item, reasons(item, elsewhere), strength)


def _rank(need: Need) -> tuple[bool, bool, float, tuple[bool, ...]]:
    contradicted, changed, *rest = (reason not in need.reasons for reason in Reason)
    return contradicted, changed, -need.strength, tuple(rest)
