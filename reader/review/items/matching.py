"""From an article's statements and a sidecar's judgements to what the reviewer steps through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.anchoring import Placement, State, describe, reanchor
from reader.attribution import attribute
from reader.judgement import Anchor, Judgement, make_key
from reader.review.items.item import Item
from reader.statement import UNKNOWN, Kind, Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """What the finder says of an article: all statements, and those to be judged, as bare items."""

    text: str
    statements: tuple[Statement, ...]
    bare: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Items with their judgements, in text order, and the judgements whose words are gone."""

    items: tuple[Item, ...]
    orphans: tuple[Judgement, ...]


def find(text: str, statements: Sequence[Statement] | None = None) -> Findings:
    """Take stock of a text's statements; those said are to be judged, those held are not.

    `statements` are its statements where they have been found already.
    """
    statements = tuple(attribute(text) if statements is None else statements)
    said = [one for one in statements if one.kind is Kind.SAID and one.content]
    bare: dict[str, Item] = {}
    for statement, anchor in zip(said, describe(text, said), strict=True):
        key = make_key(anchor)
        # The same words of the same source twice are one statement to the reviewer.
        bare.setdefault(key, Item(statement, anchor, key))
    return Findings(text, statements, in_text_order(bare.values()))


def match(findings: Findings, judgements: Mapping[str, Judgement]) -> Matched:
    """Give each judgement its statement, or the words it stays pinned to, or neither."""
    if not judgements:
        return Matched(findings.bare, ())
    statements = [item.statement for item in findings.bare]
    made = list(judgements.values())
    placements = reanchor(findings.text, statements, [judgement.anchor for judgement in made])
    items = list(findings.bare)
    pinned: list[Item] = []
    orphans: list[Judgement] = []
    taken: set[int] = set()
    for judgement, placement in zip(made, placements, strict=True):
        place = placement.statement
        if place is not None and place not in taken:
            taken.add(place)
            items[place] = _judged(items[place], judgement, placement)
        elif placement.spans:
            pinned.append(_pinned(findings, statements, judgement, placement))
        else:
            orphans.append(judgement)
    # A judged statement keeps its sidecar's key: no other may go by it.
    keys = {item.key for item in [*pinned, *(items[place] for place in taken)]}
    free = [item for place, item in enumerate(items) if place in taken or item.key not in keys]
    return Matched(in_text_order([*free, *pinned]), tuple(orphans))


def _judged(item: Item, judgement: Judgement, placement: Placement) -> Item:
    return replace(
        item,
        key=judgement.key,
        judgement=judgement,
        state=placement.state,
        why=placement.why,
    )


def _pinned(
    findings: Findings, statements: Sequence[Statement], judgement: Judgement, placement: Placement
) -> Item:
    """An item for words that the finder does not list, but a reviewer has judged."""
    speaker = judgement.speaker or judgement.anchor.source or UNKNOWN
    statement = Statement((), (), placement.spans, speaker=speaker, chain=(speaker,))
    anchor = judgement.anchor
    if placement.state is State.CHANGED:
        anchor = _as_it_stands(findings.text, statements, statement, anchor)
    return Item(statement, anchor, judgement.key, judgement, placement.state, placement.why)


def _as_it_stands(
    text: str, statements: Sequence[Statement], pinned: Statement, old: Anchor
) -> Anchor:
    """Describe words as they are now: with the source judged, unless it is named there no more."""
    (now,) = describe(text, [pinned])
    named = replace(now, source=old.source, copy=old.copy)
    (placement,) = reanchor(text, statements, [named])
    return named if placement.state is State.KEPT else now


def in_text_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items by where their content begins, an outer one before those within it."""
    return tuple(sorted(items, key=lambda item: (item.start, -item.statement.content[-1].end)))
