"""Texts made to be slow, and anchors made to be wrong: an answer comes all the same."""

from __future__ import annotations

import pytest

from reader.anchoring import State, describe, reanchor
from reader.judgement import Anchor
from reader.statement import Span, Statement

SENTENCE = "The port was closed on Tuesday, the minister said. "
CLAIM = len("The port was closed on Tuesday")


def test_each_of_ten_thousand_equal_sentences_keeps_its_own_judgement() -> None:
    text = SENTENCE * 10_000
    statements = [
        Statement((), (), (Span(start, start + CLAIM),))
        for start in range(0, len(text), len(SENTENCE))
    ]
    judged = range(0, 10_000, 50)
    anchors = describe(text, statements)
    placements = reanchor(text, statements, [anchors[index] for index in judged])
    assert {placement.state for placement in placements} == {State.KEPT}
    assert [placement.statement for placement in placements] == list(judged)


@pytest.mark.parametrize(
    "piece", ["x", "1", "1,", "a'", "&amp;", "â€", "the ", "“", "\u200b", "a\u0301", "\n"]
)
def test_one_line_of_half_a_million_pieces(piece: str) -> None:
    text = "Nobody spoke. " + piece * 500_000
    statements = [Statement((), (), (Span(at, at + 100),)) for at in range(0, 20_000, 1_000)]
    placements = reanchor(text, statements, describe(text, statements))
    assert len(placements) == len(statements)


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(quote=" … ".join(["the port"] * 5_000)),
        Anchor(quote="the port " * 50_000),
        Anchor(quote="…", before="the", after="port", copy=(9, 2)),
        Anchor(quote="The port was closed on Tuesday", source=SENTENCE * 1_000, copy=(0, 0)),
        Anchor(quote="port " * 1_900, before=SENTENCE * 100, after=SENTENCE * 100),
    ],
)
def test_an_anchor_out_of_all_measure_is_answered(anchor: Anchor) -> None:
    (placement,) = reanchor(SENTENCE * 1_000, [], [anchor])
    assert placement.state in (State.CHANGED, State.ORPHANED)
