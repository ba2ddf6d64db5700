"""What holds for every text whatever: no exception, sound spans, sound nesting, the same again."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.attribution import attribute
from reader.attribution.borders.tidy import tidy
from reader.attribution.proposal import Proposal
from reader.statement import Span, Statement

PIECES = [
    "said", "told", "according to", "reportedly", "quoted officials as saying", "that", "he",
    "She", "the ministry", "Mira Dolan", "Gen. Osk Maran", "who", "which", "and", "but", ",", ".",
    ":", "?", '"', "“", "”", "‘", "’", "'", "«", "»", "„", "''", "``", "(", ")", "[", "]", "—",
    "\n", "\n\n", " ", "not", "denied", "adding", "citing", "was", "by", "to", "of", "a", "the",
    "report", "claim that", "U.S.", "Mr.", "workers'", "12", "as saying", "believes", "\u2028",
    "\u202e", "\ud800", "İ", "ß", "\x00", "\t",
]  # fmt: skip
ARTICLES = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=80).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=80).map("".join),
)
SPANS = st.lists(st.builds(Span, st.integers(-3, 40), st.integers(-3, 40)), max_size=4).map(tuple)


def parts(statement: Statement) -> list[tuple[Span, ...]]:
    return [statement.source, statement.cue, statement.content]


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_any_text_gives_statements_with_sound_spans(text: str) -> None:
    for statement in attribute(text):
        assert statement.content
        for spans in parts(statement):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        everything = sorted(span for spans in parts(statement) for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(everything))


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_nesting_points_at_an_earlier_statement_and_chains_grow_inwards(text: str) -> None:
    found = attribute(text)
    for place, statement in enumerate(found):
        assert statement.chain
        assert statement.chain[-1] == statement.speaker
        if statement.within is not None:
            assert 0 <= statement.within < place
            outer = found[statement.within].chain
            assert statement.chain[: len(outer)] == outer


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_signals_point_into_the_text_and_come_once_each(text: str) -> None:
    for statement in attribute(text):
        names = [signal.name for signal in statement.signals]
        assert len(names) == len(set(names))
        for signal in statement.signals:
            assert all(0 <= start < end <= len(text) for start, end in signal.spans)


@settings(max_examples=50, deadline=None)
@given(ARTICLES)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert attribute(text) == attribute(text)


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_the_outermost_statements_come_in_document_order(text: str) -> None:
    starts = [s.content[0].start for s in attribute(text) if s.within is None]
    assert starts == sorted(starts)


@given(SPANS, SPANS, SPANS)
def test_tidying_parts_that_overlap_and_is_settled_by_one_pass(
    source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> None:
    text = "so it was, they said, in May."
    tidied = tidy(Proposal(source, cue, content), text)
    if tidied is not None:
        everything = sorted((*tidied.source, *tidied.cue, *tidied.content))
        assert all(0 <= start < end <= len(text) for start, end in everything)
        assert all(a.end <= b.start for a, b in itertools.pairwise(everything))
        assert tidy(tidied, text) == tidied


def test_texts_that_invite_trouble_are_read_to_the_end() -> None:
    for text in (
        '"' * 5_000,
        "said " * 5_000,
        '"said ' * 2_000,
        "“" * 3_000 + "”" * 3_000,
        "He said that " * 1_000,
        "A, " * 3_000 + "said so.",
        "Mira Dolan " * 1_000 + "said so.",
        "according to " * 1_000,
        "quoted the quoted " * 1_000 + "as saying so.",
        "(" * 3_000 + "he said so",
        "the ministry, the army and " * 500 + "said so.",
        "x" * 100_000,
        "‘" * 2_000 + " said he’",
        "that he said " * 2_000,
    ):
        attribute(text)
