"""Text to proposals, with the shipped weights."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import zones
from reader.attribution.tagging import propose as tagger
from reader.attribution.tagging.propose import Tagged
from reader.attribution.tagging.weights import dump, read, shipped
from reader.attribution.text.document import read_document
from reader.span import Span
from reader.statement import Kind

ARTICLE = """The harbour board will close the northern quay in May, its chairwoman said.

“We looked at every crane twice,” Marta Linde told reporters. “Nobody can say we hurried.”

According to a port official, the inspection lasted less than an hour.

The union believes that the board wants to sell the land.
"""


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def propose(text: str) -> list[Tagged]:
    return tagger.propose(read_document(text, zones(text)))


def found(text: str) -> list[tuple[str, str, str, Kind]]:
    return [
        (words(text, p.source), words(text, p.cue), words(text, p.content), p.kind)
        for p in propose(text)
    ]


def test_an_article_of_four_statements() -> None:
    assert found(ARTICLE) == [
        (
            "its chairwoman",
            "said",
            "The harbour board will close the northern quay in May",
            Kind.SAID,
        ),
        (
            "Marta Linde",
            "told",
            "“We looked at every crane twice,” … “Nobody can say we hurried.”",
            Kind.SAID,
        ),
        (
            "a port official",
            "According to",
            "the inspection lasted less than an hour",
            Kind.SAID,
        ),
        ("The union", "believes", "that the board wants to sell the land", Kind.HELD),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“The ferry never left the dock that night.” ― Ida Varga",
            "Ida Varga",
            "“The ferry never left the dock that night.”",
        ),
        (
            "The minister replied:\n\n“There was no order to open the gates.”\n",
            "The minister",
            "“There was no order to open the gates.”",
        ),
    ],
)
def test_quotations_signed_or_announced(text: str, source: str, content: str) -> None:
    assert [(s, c) for s, _, c, _ in found(text)] == [(source, content)]


def test_nothing_is_found_where_nobody_speaks() -> None:
    assert propose("") == []
    assert propose("The ferry left at noon.\n\n\n") == []


def test_only_headline_and_body_are_read() -> None:
    head = "---\ntitle: The quay\nauthor: Ada Pohl said it rained\n---\n"
    text = head + "The quay closed early, Marta Linde said.\n"
    assert [words(text, one.content) for one in propose(text)] == ["The quay closed early"]


def check(text: str, tagged: list[Tagged]) -> None:
    for one in tagged:
        assert one.content
        for part in (one.source, one.cue, one.content):
            at = 0
            for start, end in part:
                assert at <= start < end <= len(text)
                at = end
        places = [set(range(*span)) for span in (*one.source, *one.cue, *one.content)]
        assert sum(map(len, places)) == len(set().union(*places))


PIECES = st.sampled_from(
    ["“", "”", '"', "said", " that ", ",", ". ", "\n", "Mr.", " she ", "told", " it rained", ": ",
     "―", "according to", "‘", "«", "»", "A. Voss", "''", "``", "believes", "!", "?", "-", "é"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map(" ".join)))
def test_any_text_gives_sound_spans_and_the_same_at_every_run(text: str) -> None:
    tagged = propose(text)
    check(text, tagged)
    assert propose(text) == tagged


@pytest.mark.parametrize("piece", ["“", '"', "said ", "she said, “no” ", ". ", "a"])
def test_one_endless_line_is_read_to_its_end(piece: str) -> None:
    text = piece * 800
    check(text, propose(text))


def test_the_shipped_weights_survive_being_written_and_read() -> None:
    written = dump(shipped())
    again = read(written)
    assert dump(again) == written
    assert again.vocabulary.numbers["said"] == shipped().vocabulary.numbers["said"] > 0
    assert list(again.borders) == list(shipped().borders)
