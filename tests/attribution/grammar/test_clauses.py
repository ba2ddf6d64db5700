"""The verb group of a cue, and its subject."""

from __future__ import annotations

import pytest

from reader.attribution.grammar.clauses import clause_subject, cue_range, subject
from tests.attribution.grammar.marked import marked, words


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Vale {said} so.", "said"),
        ("Vale {has repeatedly said} so.", "said"),
        ("Vale {did not say} so.", "say"),
        ("Vale {pointed out} the crack.", "pointed"),
        ("Vale {declined to say} so.", "say"),
        ("Vale {brushed aside} the report.", "brushed"),
        ("Vale {was quoted as saying} so.", "quoted"),
        ("Vale {warned against} a strike.", "warned"),
        ("Vale {put it} plainly.", "put"),
        ("Vale {would later admit} it.", "admit"),
        ("The early ally {said} so.", "said"),
    ],
)
def test_a_cue_is_the_whole_verb_group_with_what_belongs_to_it(sentence: str, head: str) -> None:
    unit, ranges = marked(sentence)
    assert words(unit, cue_range(unit, unit.low.index(head), 0)) == words(unit, ranges["{"])


def test_an_infinitive_that_hangs_on_no_verb_is_no_cue() -> None:
    unit, _ = marked("The way to say so is long.")
    assert cue_range(unit, unit.low.index("say"), 0) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "[Ann Vale] {said} so.",
        "It was late when [Ann Vale, the mayor of Selm,] {said} so.",
        "[Ann Vale, who chairs the board,] {said} so.",
        "[Ann Vale] on Sunday {told} us.",
        "[Ann Vale (61)] {said} so.",
        "[A teacher who fled the city] {said} so.",
        "The gate was shut, [the ministry] {said}.",
    ],
)
def test_the_subject_of_a_cue_stands_before_it_with_its_apposition(sentence: str) -> None:
    unit, ranges = marked(sentence)
    found = subject(unit, ranges["{"][0], 0)
    assert words(unit, found) == (words(unit, ranges["["]) or "").rstrip(",")


@pytest.mark.parametrize(
    "sentence",
    [
        "[The harbour master] walked to the quay and waved:",
        "On Monday [Ann Vale] opened the gate.",
    ],
)
def test_the_subject_of_a_clause_is_that_of_its_first_verb(sentence: str) -> None:
    unit, ranges = marked(sentence)
    assert words(unit, clause_subject(unit, len(unit), 0)) == words(unit, ranges["["])


def test_a_clause_without_a_verb_has_no_subject() -> None:
    unit, _ = marked("A cold night in Karsk.")
    assert clause_subject(unit, len(unit), 0) is None
