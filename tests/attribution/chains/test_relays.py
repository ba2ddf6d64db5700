"""A relay is one proposal: who passes it on and who speaks, the cue of both, the words once."""

from __future__ import annotations

import pytest

from reader.attribution.chains.relays import relayed
from reader.attribution.proposal import Proposal
from reader.span import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "speaks", "passed_by", "said"),
    [
        pytest.param(
            "The wire quoted Ada Pohl as saying that the quay was shut.",
            "The wire", "quoted", "Ada Pohl as saying that the quay was shut",
            ["The wire", "Ada Pohl"], ["The wire"], ["that the quay was shut"],
            id="quoted as saying",
        ),
        pytest.param(
            "The wire quotes a guard as calling the cells wet graves.",
            "The wire", "quotes", "a guard as calling the cells wet graves",
            ["The wire", "a guard"], ["The wire"], ["the cells wet graves"],
            id="quoted as calling",
        ),
        pytest.param(
            "The paper, citing two guards, reported that the gate was open.",
            "The paper, citing two guards", "reported", "that the gate was open",
            ["The paper", "two guards"], ["The paper"], ["that the gate was open"],
            id="citing within the source",
        ),
        pytest.param(
            "The paper reported on Monday, citing two guards, that the gate was open.",
            "The paper", "reported", "that the gate was open",
            ["The paper", "two guards"], ["The paper"], ["that the gate was open"],
            id="citing between cue and content",
        ),
        pytest.param(
            "The gate was open, the paper reported on Monday, citing two guards.",
            "the paper", "reported", "The gate was open",
            ["the paper", "two guards"], ["the paper"], ["The gate was open"],
            id="citing at the end",
        ),
        pytest.param(
            "The wire said that the rebels had gone, quoting a captain.",
            "The wire", "said", "that the rebels had gone, quoting a captain",
            ["The wire", "a captain"], ["The wire"], ["that the rebels had gone"],
            id="quoting at the end of the content",
        ),
        pytest.param(
            "According to the wire, citing a memo, the mine will shut.",
            "the wire", "According to", "citing a memo, the mine will shut",
            ["the wire", "a memo"], ["the wire"], ["the mine will shut"],
            id="citing at the beginning of the content",
        ),
        pytest.param(
            "Orel said, according to the wire, that the line was cut.",
            "Orel", "said", "that the line was cut",
            ["Orel", "the wire"], ["the wire"], ["that the line was cut"],
            id="according to between cue and content",
        ),
        pytest.param(
            "The desk has a memo in which Orel warns that the valves will fail.",
            "Orel", "warns", "that the valves will fail",
            ["a memo", "Orel"], ["a memo"], ["that the valves will fail"],
            id="in a document",
        ),
        pytest.param(
            "Orel was quoted as saying by the wire that the line was cut.",
            "Orel", "was quoted as saying", "that the line was cut",
            ["Orel", "the wire"], ["the wire"], ["that the line was cut"],
            id="quoted by",
        ),
    ],
)  # fmt: skip
def test_a_relay_is_taken_apart(
    text: str,
    source: str,
    cue: str,
    content: str,
    speaks: list[str],
    passed_by: list[str],
    said: list[str],
) -> None:
    found = relayed(
        text, Proposal((span(text, source),), (span(text, cue),), (span(text, content),))
    )
    assert words(text, found.proposal.source) == speaks
    assert [word for passed in found.passed_by for word in words(text, passed)] == passed_by
    assert words(text, found.proposal.content) == said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orel said that the line was cut.", "Orel", "said", "that the line was cut"),
        ("He cited the weather as a reason.", "He", "cited", "the weather as a reason"),
        ("A room in which Orel said the line was cut.", "Orel", "said", "the line was cut"),
    ],
    ids=["nobody else", "a reason", "a room"],
)
def test_what_is_no_relay_stays_as_it_is(text: str, source: str, cue: str, content: str) -> None:
    one = Proposal((span(text, source),), (span(text, cue),), (span(text, content),))
    assert relayed(text, one).proposal == one
    assert not relayed(text, one).passed_by
