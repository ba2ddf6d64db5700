"""The unreviewed statement that most needs an eye comes first, with the reason why."""

from __future__ import annotations

from itertools import permutations

import pytest

from reader.anchoring import State
from reader.judgement import Anchor, Judgement, Link, Relation, Verdict
from reader.review import Item, Reason, needs
from reader.review.need import reasons
from reader.span import Span
from reader.statement import Signal, SignalName, Statement
from reader.survey.plain import Elsewhere, Place, ToldElsewhere


def item(
    start: int, *signals: SignalName, judgement: Judgement | None = None, changed: bool = False
) -> Item:
    statement = Statement(
        (), (), (Span(start, start + 5),), signals=tuple(Signal(name) for name in signals)
    )
    state = State.CHANGED if changed else State.KEPT
    return Item(statement, Anchor(f"quote {start}"), f"key-{start}", judgement, state)


def judged(verdict: Verdict | None, *links: Link) -> Judgement:
    return Judgement("key", Anchor("quote"), verdict, links=links)


def link(relation: Relation) -> Link:
    return Link(relation, "other.md", "other-key", "other words")


_OTHER = Elsewhere(Place("b.md", "", "B", "k", (Span(0, 1),), (), "B", True, "no"), 1.0, True)


def told(opposed: bool, mentions: int, strength: float = 1.0) -> ToldElsewhere:
    return ToldElsewhere((_OTHER,) if opposed else (), strength if opposed else 0.0, mentions)


def first(known: ToldElsewhere) -> dict[tuple[Span, ...], ToldElsewhere]:
    """What is known of the statement that begins the article."""
    return {(Span(0, 5),): known}


@pytest.mark.parametrize(
    ("one", "elsewhere", "expected"),
    [
        (item(0), None, ()),
        (item(0), told(False, 0), ()),
        (item(0), told(True, 0), (Reason.CONTRADICTED,)),
        (item(0), told(False, 1), ()),
        (item(0), told(False, 2), (Reason.ONE_ORIGIN,)),
        (item(0, SignalName.ANONYMOUS), None, (Reason.ANONYMOUS,)),
        (item(0, SignalName.LOADED_CUE), None, (Reason.LOADED,)),
        (item(0, SignalName.HEARSAY), None, ()),
        (item(0, judgement=judged(Verdict.SOURCED), changed=True), None, (Reason.CHANGED,)),
        (item(0, judgement=judged(None, link(Relation.CONTRADICTS))), None, (Reason.CONTRADICTED,)),
        (item(0, judgement=judged(None, link(Relation.SAME))), None, ()),
        (
            item(0, SignalName.LOADED_CUE, SignalName.ANONYMOUS),
            told(True, 3),
            (Reason.CONTRADICTED, Reason.ANONYMOUS, Reason.LOADED, Reason.ONE_ORIGIN),
        ),
    ],
)
def test_the_reasons(
    one: Item, elsewhere: ToldElsewhere | None, expected: tuple[Reason, ...]
) -> None:
    assert reasons(one, elsewhere) == expected


def test_the_weightiest_reason_goes_before_any_number_of_lighter_ones() -> None:
    contradicted = item(0)
    changed = item(10, judgement=judged(Verdict.SOURCED), changed=True)
    both = item(20, SignalName.ANONYMOUS, SignalName.LOADED_CUE)
    anonymous, plain = item(30, SignalName.ANONYMOUS), item(40)
    for order in permutations([contradicted, changed, both, anonymous, plain]):
        found = needs({"a.md": order}, {"a.md": first(told(True, 0))})
        assert [need.item.start for need in found] == [0, 10, 20, 30, 40]


def test_what_seems_most_contradicted_goes_before_what_seems_less_so() -> None:
    weak, strong = item(0, SignalName.ANONYMOUS), item(10)
    known = first(told(True, 0, 0.4)) | {strong.statement.content: told(True, 0, 0.9)}
    assert [need.item for need in needs({"a.md": [weak, strong]}, {"a.md": known})] == [
        strong,
        weak,
    ]


def test_what_is_judged_is_left_out_unless_it_changed() -> None:
    done = item(0, SignalName.ANONYMOUS, judgement=judged(Verdict.UNSOURCED))
    noted = item(10, judgement=judged(None))
    assert [need.item for need in needs({"a.md": [done, noted]}, {})] == [noted]


def test_equals_stay_in_the_order_of_the_articles() -> None:
    found = needs({"b.md": [item(0), item(10)], "a.md": [item(0)]}, {})
    assert [(need.article, need.item.start) for need in found] == [
        ("b.md", 0),
        ("b.md", 10),
        ("a.md", 0),
    ]


def test_what_is_told_of_one_article_says_nothing_of_another() -> None:
    found = needs({"a.md": [item(0)], "b.md": [item(0)]}, {"b.md": first(told(True, 0))})
    assert [(need.article, need.reasons) for need in found] == [
        ("b.md", (Reason.CONTRADICTED,)),
        ("a.md", ()),
    ]
