"""What becomes of judgements when their article changes."""

from __future__ import annotations

import re

import pytest

from reader.anchoring import Placement, State, describe, reanchor
from reader.judgement import Anchor
from reader.statement import Span, Statement

ARTICLE = """Quay workers blame a rushed inspection

The northern quay of Orvelle was closed on Tuesday after a crane fell and killed two workers.

“The cranes were checked in May, and nobody was told to stop work until the inspectors had left,” \
a port official said. The company gave no figures.

Harbour master Ilse Brandt told the council that the lift had passed 14 tests since March. She \
added that the port would reopen on Friday.
"""
OFFICIAL = (
    "“The cranes were checked in May, and nobody was told to stop work until the inspectors "
    "had left,”"
)
PASSED = "that the lift had passed 14 tests since March"
REOPEN = "that the port would reopen on Friday"


def stated(text: str, *said: tuple[str, str]) -> list[Statement]:
    """Statements by their content, parts joined by " … ", and their source after or before it."""
    statements = []
    for quote, source in said:
        content: list[Span] = []
        for part in quote.split(" … "):
            start = text.index(part, content[-1].end if content else 0)
            content.append(Span(start, start + len(part)))
        named = re.search(rf"\b{re.escape(source)}\b", text) if source else None
        spans = (Span(*named.span()),) if named else ()
        statements.append(Statement(source=spans, cue=(), content=tuple(content)))
    return statements


STATED = stated(
    ARTICLE, (OFFICIAL, "a port official"), (PASSED, "Harbour master Ilse Brandt"), (REOPEN, "She")
)
ANCHORS = describe(ARTICLE, STATED)


def placed(text: str, *said: tuple[str, str]) -> list[Placement]:
    """The three judgements of ARTICLE in another text with these statements."""
    return reanchor(text, stated(text, *said), ANCHORS)


def test_every_judgement_of_an_unchanged_article_stays_on_its_statement() -> None:
    placements = reanchor(ARTICLE, STATED, ANCHORS)
    assert [placement.state for placement in placements] == [State.KEPT] * 3
    assert [placement.statement for placement in placements] == [0, 1, 2]
    assert [placement.spans for placement in placements] == [s.content for s in STATED]


def test_judgements_come_back_in_the_order_of_their_anchors() -> None:
    placements = reanchor(ARTICLE, STATED, ANCHORS[::-1])
    assert [placement.statement for placement in placements] == [2, 1, 0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“", '"'),
        ("”", "&quot;"),
        ("\n\n", "\n \n\n"),
        ("The northern quay of Orvelle", "The northern quay of the town of Orvelle"),
        ("inspectors", "inspectros"),
        ("nobody was told", "nobody  was\u200b told"),
        ("Quay workers blame a rushed inspection\n\n", ""),
    ],
)
def test_a_change_without_meaning_keeps_every_judgement(old: str, new: str) -> None:
    text = ARTICLE.replace(old, new)
    statements = [
        Statement(source=(), cue=(), content=(Span(*match.span()),))
        for match in re.finditer(r"[“\"][^\n]+left,(?:”|&quot;)|that the (?:lift|port)[^.]+", text)
    ]
    placements = reanchor(text, statements, ANCHORS)
    assert [placement.state for placement in placements] == [State.KEPT] * 3
    assert [placement.statement for placement in placements] == [0, 1, 2]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("14 tests", "15 tests", "a number changed"),
        ("had passed", "had not passed", "a negation came or went"),
        ("told the council that", "denied that", ""),
        ("passed", "failed", "words were changed"),
        ("the lift had", "the northern lift had", "words were added"),
        ("since March", "", "words are missing"),
        ("Ilse Brandt", "Oskar Lenz", "another speaker"),
    ],
)
def test_a_change_of_meaning_is_never_kept_silently(old: str, new: str, why: str) -> None:
    text = ARTICLE.replace(old, new)
    content = re.search(r"that the [^.]*lift[^.]*", text)
    source = re.search(r"Harbour master \w+ \w+", text)
    assert content
    assert source
    statement = Statement((Span(*source.span()),), (), (Span(*content.span()),))
    placement = reanchor(text, [statement], ANCHORS[1:2])[0]
    assert placement.state is State.CHANGED
    assert placement.statement == 0
    if why:
        assert placement.why == why


def test_a_judgement_of_words_that_are_gone_is_orphaned() -> None:
    text = ARTICLE.replace(PASSED, "nothing of the kind")
    placement = placed(text)[1]
    assert placement == Placement(State.ORPHANED, None, (), placement.why)
    assert placement.why


def test_words_the_finder_does_not_list_keep_their_judgement() -> None:
    text = "A correction was made on Monday.\n\n" + ARTICLE
    placement = placed(text, (PASSED, "Harbour master Ilse Brandt"))[0]
    assert placement.state is State.KEPT
    assert placement.statement is None
    (span,) = placement.spans
    assert text[span.start : span.end] == OFFICIAL.strip("“”,")


def test_an_anchor_without_words_is_orphaned() -> None:
    assert reanchor(ARTICLE, STATED, [Anchor(quote="—")])[0].state is State.ORPHANED
