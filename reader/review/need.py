"""Which unreviewed statement most needs an eye, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.judgement import Relation
from reader.review.items import Item
from reader.span import Span
from reader.statement import SignalName
from reader.survey import Told

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


@dataclass(frozen=True, slots=True)
class Need:
    """A statement of an article that needs an eye, and all reasons, the weightiest first."""

    article: str
    item: Item
    reasons: tuple[Reason, ...]


def needs(
    articles: Mapping[str, Sequence[Item]], told: Mapping[str, Mapping[tuple[Span, ...], Told]]
) -> list[Need]:
    """Rank the statements without a verdict that still holds, the neediest first.

    One reason outweighs all that come after it; equals stay in their order, and statements for
    which there is none come last. `articles` and `told` hold, by an article's name, its statements
    and what is known of them by content.
    """
    found = [
        Need(article, item, reasons(item, told.get(article, {})))
        for article, items in articles.items()
        for item in items
        if item.verdict is None or item.is_changed
    ]
    return sorted(found, key=_rank)


def reasons(item: Item, told: Mapping[tuple[Span, ...], Told]) -> tuple[Reason, ...]:
    """Tell why a statement needs an eye."""
    elsewhere = told.get(item.statement.content)
    signals = {signal.name for signal in item.statement.signals}
    links = item.judgement.links if item.judgement else ()
    linked = any(link.relation in _CONTRADICTING for link in links)
    holds = {
        Reason.CONTRADICTED: linked or (elsewhere is not None and elsewhere.opposed),
        Reason.CHANGED: item.is_changed,
        Reason.ANONYMOUS: SignalName.ANONYMOUS in signals,
        Reason.LOADED: SignalName.LOADED_CUE in signals,
        Reason.ONE_ORIGIN: elsewhere is not None and elsewhere.mentions >= _MANY,
    }
    return tuple(reason for reason in Reason if holds[reason])


def _rank(need: Need) -> tuple[bool, ...]:
    return tuple(reason not in need.reasons for reason in Reason)
