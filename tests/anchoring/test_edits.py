"""Tables of an article before and after: what becomes of each judgement.

⟦1…⟧ marks a part of the first statement's content, ⟨1…⟩ its source. The judgements are those of
the statements of the old text, the finder lists those of the new; a number in both is the same
statement to a reader.
"""

from __future__ import annotations

import re

import pytest

from reader.anchoring import Placement, State, describe, reanchor
from reader.statement import Span, Statement

KEPT, CHANGED, ORPHANED = State.KEPT, State.CHANGED, State.ORPHANED
MARKS = re.compile(r"([⟦⟨])(\d)|[⟧⟩]")


def read(marked: str) -> tuple[str, dict[int, Statement]]:
    """Take the marks out of a text: what is left, and the statements by their number."""
    text = ""
    spans: dict[tuple[str, int], list[Span]] = {}
    open_marks: list[tuple[str, int, int]] = []
    done = 0
    for match in MARKS.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match[1]:
            open_marks.append((match[1], int(match[2]), len(text)))
        else:
            kind, number, start = open_marks.pop()
            spans.setdefault((kind, number), []).append(Span(start, len(text)))
    text += marked[done:]
    return text, {
        number: Statement(
            source=tuple(spans.get(("⟨", number), ())), cue=(), content=tuple(content)
        )
        for (kind, number), content in sorted(spans.items())
        if kind == "⟦"
    }


def after(old: str, new: str) -> tuple[dict[int, Placement], dict[int, int], str]:
    """The placements of the old statements in the new text, where each is listed, and the text."""
    old_text, judged = read(old)
    new_text, listed = read(new)
    anchors = describe(old_text, list(judged.values()))
    placements = reanchor(new_text, list(listed.values()), anchors)
    places = {number: place for place, number in enumerate(listed)}
    return dict(zip(judged, placements, strict=True)), places, new_text


INTERRUPTED = (
    "The bridge at Karlow stays shut. ⟦1“We will not open it for a parade,”⟧ ⟨1the engineer Dana "
    "Osk⟩ said on Monday, ⟦1“and we will not open it for 2 ministers.”⟧ Traffic goes by the ferry."
)
TWO_PARAGRAPHS = (
    "⟨1Bishop Anton Marr⟩ wrote to the parish:\n\n⟦1“The roof was paid for in full and the "
    "receipts are in the vestry.⟧\n\n⟦1“Whoever says otherwise should come and read them.”⟧\n\n"
    "The diocese did not answer letters."
)
ELLIPSIS = (
    "⟨1The mayor⟩ hesitated: ⟦1“I would say … no, I would rather not say who asked for the "
    "contract … at least not today,”⟧ and left the hall in Brenna."
)
CALM = (
    "Flood waters reached Sellin on Friday. ⟨1Water officer Piet Haal⟩ said ⟦1that the dyke had "
    "held at all nine gates⟧. Nobody was hurt, and the school opened at noon."
)
WELL = "“We were never asked about the second well,”"
TWICE = (
    f"⟦1{WELL}⟧ ⟨1she⟩ said in Tarn.\n\n"
    "The hearing went on for six hours before the county judge rose.\n\n"
    f"⟦2{WELL}⟧ ⟨2she⟩ repeated on the steps of the court."
)


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        pytest.param(INTERRUPTED, INTERRUPTED, {1: KEPT}, id="interrupted, nothing changed"),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace("said on Monday", "told reporters on Monday evening"),
            {1: KEPT},
            id="interrupted, the interruption grew",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace("⟧ ⟨1the engineer Dana Osk⟩ said on Monday, ⟦1“and", " and"),
            {1: CHANGED},
            id="interrupted, the speaker went",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace("2 ministers", "3 ministers"),
            {1: CHANGED},
            id="interrupted, a number in the second part",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace(" ⟦1“and we will not open it for 2 ministers.”⟧", ""),
            {1: CHANGED},
            id="interrupted, the second part went",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace("parade", "parrade").replace("“", '"').replace("”", '"'),
            {1: KEPT},
            id="interrupted, a slip and other marks",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace("parade", "parrade").replace("⟦1", "").replace("⟧", ""),
            {1: KEPT},
            id="interrupted, a slip, and not listed",
        ),
        pytest.param(
            INTERRUPTED,
            INTERRUPTED.replace(" said on Monday, ⟦1", " said on Monday, ").replace(
                "parade,”⟧", "parade,”"
            ),
            {1: KEPT},
            id="interrupted, the finder takes the cue into one span",
        ),
        pytest.param(TWO_PARAGRAPHS, TWO_PARAGRAPHS, {1: KEPT}, id="two paragraphs"),
        pytest.param(
            TWO_PARAGRAPHS,
            TWO_PARAGRAPHS.replace("vestry.⟧", "vestry.⟧\n\nA photograph shows the roof."),
            {1: KEPT},
            id="two paragraphs, a caption between them",
        ),
        pytest.param(
            TWO_PARAGRAPHS,
            TWO_PARAGRAPHS.replace("⟦1“Whoever says otherwise should", "⟦1“Whoever says so should"),
            {1: CHANGED},
            id="two paragraphs, a word in the second",
        ),
        pytest.param(
            TWO_PARAGRAPHS,
            TWO_PARAGRAPHS.replace("⟦1“Whoever", "“Whoever").replace("them.”⟧", "them.”"),
            {1: CHANGED},
            id="two paragraphs, the finder lists but one",
        ),
        pytest.param(ELLIPSIS, ELLIPSIS, {1: KEPT}, id="ellipses of the speaker's own"),
        pytest.param(
            ELLIPSIS,
            ELLIPSIS.replace("…", "...").replace("contract", "contrcat"),
            {1: KEPT},
            id="ellipses in three dots, and a slip",
        ),
        pytest.param(
            ELLIPSIS, ELLIPSIS.replace("rather not", "rather"), {1: CHANGED}, id="ellipses, a not"
        ),
        pytest.param(CALM, CALM.replace("⟦1that ", "that ⟦1"), {1: KEPT}, id="border: that"),
        pytest.param(CALM, CALM.replace("gates⟧.", "gates.⟧"), {1: KEPT}, id="border: full stop"),
        pytest.param(
            CALM,
            CALM.replace("said ⟦1that", "⟦1said that"),
            {1: KEPT},
            id="border: the cue taken in",
        ),
        pytest.param(
            CALM,
            CALM.replace("⟨1Water officer Piet", "Water officer ⟨1Piet"),
            {1: KEPT},
            id="border: the title left out of the source",
        ),
        pytest.param(
            CALM.replace("⟨1Water officer Piet", "Water officer ⟨1Piet"),
            CALM,
            {1: KEPT},
            id="border: the title taken into the source",
        ),
        pytest.param(
            CALM,
            CALM.replace("⟨1Water officer Piet Haal⟩", "Water officer Piet Haal"),
            {1: KEPT},
            id="no source any more, but he is still named",
        ),
        pytest.param(
            CALM,
            CALM.replace("held at all nine gates⟧", "held⟧ at all nine gates"),
            {1: CHANGED},
            id="border: four words left out",
        ),
        pytest.param(
            CALM,
            CALM.replace("⟦1that the dyke", "not ⟦1that the dyke"),
            {1: CHANGED},
            id="a not beside it",
        ),
        pytest.param(
            CALM,
            CALM.replace("said ⟦1", "denied ⟦1"),
            {1: CHANGED},
            id="said becomes denied",
        ),
        pytest.param(
            CALM, CALM.replace("held", "helt"), {1: KEPT}, id="a slip that is no word"
        ),
        pytest.param(
            CALM, CALM.replace("held", "help"), {1: CHANGED}, id="a slip that is a word"
        ),
        pytest.param(
            CALM,
            CALM.replace("⟨1Water officer Piet Haal⟩", "⟨1Water officer Nora Brandt⟩"),
            {1: CHANGED},
            id="another speaker",
        ),
        pytest.param(
            CALM,
            CALM.replace("Piet Haal⟩", "Piet Haal’s deputy⟩"),
            {1: CHANGED},
            id="the speaker's deputy",
        ),
        pytest.param(TWICE, TWICE, {1: KEPT, 2: KEPT}, id="two copies"),
        pytest.param(
            TWICE,
            TWICE.replace(f"⟦2{WELL}⟧ ⟨2she⟩ repeated", "Quiet"),
            {1: KEPT, 2: ORPHANED},
            id="two copies, the second deleted",
        ),
        pytest.param(
            TWICE,
            TWICE.replace(f"⟦1{WELL}⟧ ⟨1she⟩ said", "A fire"),
            {1: ORPHANED, 2: KEPT},
            id="two copies, the first deleted",
        ),
    ],
)  # fmt: skip
def test_judgements_after_an_edit(old: str, new: str, states: dict[int, State]) -> None:
    placements, places, _ = after(old, new)
    assert {number: placement.state for number, placement in placements.items()} == states
    for number, placement in placements.items():
        if placement.state is KEPT:
            assert placement.statement in (places.get(number), None)


def test_a_pinned_interrupted_judgement_points_at_its_parts_and_not_between_them() -> None:
    unlisted = re.sub(r"⟦1|⟧", "", INTERRUPTED)
    placements, _, text = after(INTERRUPTED, "A correction stands first. " + unlisted)
    assert placements[1].statement is None
    assert [text[start:end] for start, end in placements[1].spans] == [
        "We will not open it for a parade",
        "and we will not open it for 2 ministers",
    ]


def test_two_judgements_on_what_is_one_statement_now_are_both_shown() -> None:
    old = (
        "⟨1⟨2The union⟩⟩ said ⟦1that the shift had been too long⟧ and ⟦2that two guards had gone "
        "home before the fire⟧."
    )
    new = old.replace("⟧ and ⟦2", " and ").replace("⟨1⟨2The union⟩⟩", "⟨1The union⟩")
    placements, _, _ = after(old, new)
    assert {placement.state for placement in placements.values()} == {CHANGED}


def test_a_statement_within_another_keeps_its_own_judgement() -> None:
    old = (
        "⟨1The Orvelle Herald⟩ reported ⟦1that ⟨2a guard⟩ had seen ⟦2the gate standing open since "
        "the evening⟧⟧, and printed his letter."
    )
    placements, places, _ = after(old, "Corrected on Sunday.\n\n" + old)
    assert {n: placement.statement for n, placement in placements.items()} == places
    assert {placement.state for placement in placements.values()} == {KEPT}


def test_a_statement_within_another_does_not_lose_its_judgement_when_the_outer_goes() -> None:
    old = (
        "⟨1The Orvelle Herald⟩ reported ⟦1that ⟨2a guard⟩ had seen ⟦2the gate standing open since "
        "the evening⟧⟧, and printed his letter."
    )
    new = old.replace("⟦1that", "that").replace("evening⟧⟧", "evening⟧")
    placements, places, _ = after(old, new)
    assert {placement.state for placement in placements.values()} == {KEPT}
    assert placements[2].statement == places[2]
    assert placements[1].statement is None


def test_two_sources_of_the_same_words_keep_a_judgement_each() -> None:
    old = "⟨1The ministry⟩ and, it claims, ⟨2the bank⟩ say ⟦1⟦2that no loan was ever signed⟧⟧."
    placements, places, _ = after(old, old)
    assert {n: placement.statement for n, placement in placements.items()} == places
    assert {placement.state for placement in placements.values()} == {KEPT}


def test_a_moved_paragraph_takes_its_judgement_along() -> None:
    paragraphs = CALM.replace(". ⟨1", ".\n\n⟨1").replace(". Nobody", ".\n\nNobody").split("\n\n")
    placements, places, _ = after("\n\n".join(paragraphs), "\n\n".join(reversed(paragraphs)))
    assert placements[1].state is KEPT
    assert placements[1].statement == places[1]


def test_copies_that_cannot_be_told_apart_are_left_to_the_reviewer() -> None:
    lone = f"⟦1{WELL}⟧ ⟨1she⟩ said in Tarn."
    new = (
        f"A wind rose.\n\n⟦1{WELL}⟧ ⟨1she⟩ cried.\n\nRain fell.\n\n"
        f"⟦2{WELL}⟧ ⟨2she⟩ wept.\n\nIt grew dark."
    )
    placements, _, _ = after("The court sat. " + lone + " Then it closed.", new)
    assert placements[1].state is CHANGED
    assert placements[1].why
