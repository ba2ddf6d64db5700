"""A text's tokens, its quotation marks and its sentences, read once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import zones
from reader.attribution.text.document import Document, read_document
from reader.attribution.text.sentences import QUOTE
from reader.span import Span


def read(text: str) -> Document:
    return read_document(text, zones(text))


def sentences(text: str) -> list[str]:
    document = read(text)
    return [
        text[sentence.start : sentence.end]
        for number, paragraph in enumerate(document.paragraphs)
        for sentence in document.sentences(paragraph, document.quoted_in[number])
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Orlan met Dr. Vesk.", "mr. orlan met dr. vesk ."),
        ("It cost 3.5 million, he's told.", "it cost 3.5 million , he 's told ."),
        ("The workers’ pay, the harbour's debts.", "the workers’ pay , the harbour's debts ."),
        (
            "J. K. Orlan left the U.S. at 5 p.m. sharp.",
            "j. k. orlan left the u.s. at 5 p.m. sharp .",
        ),
        ("Gate No. 4 is shut. No. 4 it is.", "gate no. 4 is shut . no. 4 it is ."),
        ("He said no. Nobody moved.", "he said no . nobody moved ."),
        ("``We wait,'' she said -- twice.", "`` we wait , '' she said -- twice ."),
        ("She called it ‘a farce’ and left.", "she called it ‘ a farce ’ and left ."),
    ],
)
def test_words_and_marks(text: str, words: str) -> None:
    assert " ".join(read(text).tokens.words) == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It stopped.", 2),
        ("Mr. Orlan met Dr. Vesk in the U.S. capital.", 1),
        ("It rained. Mr. Orlan stayed.", 2),
        ("J. K. Orlan spoke.", 1),
        ("“Why?” she asked.", 1),
        ("“Who did it?” Orlan asked. Nobody knew.", 2),
        ("“It ended.” Then came the rain.", 2),
        ("“It ended. It rained.” Then they left.", 2),
        ("Prices rose 3.5 percent.", 1),
    ],
)
def test_sentences_end_where_no_quotation_goes_on(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_within_a_quotation_its_own_sentences_are_found() -> None:
    text = "“It ended. It rained.” Then they left."
    document = read(text)
    inside = Span(1, text.index("”"))
    assert [text[s.start : s.end] for s in document.sentences(inside, ())] == [
        "It ended.",
        "It rained.",
    ]


def test_a_unit_holds_a_quotation_as_one_token() -> None:
    text = "“We wait,” she said, calling it “late”."
    document = read(text)
    (unit,) = document.units(document.paragraphs[0], 0, document.quoted_in[0])
    assert unit.low == [QUOTE, "she", "said", ",", "calling", "it", QUOTE, "."]
    assert text[slice(*unit.span(6, 6))] == "“late”"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab A.,!?’'\"“”‘«» \n")))
def test_tokens_lie_in_order_within_paragraphs_and_over_no_border_of_a_quotation(text: str) -> None:
    document = read(text)
    tokens = document.tokens
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
    for quote in document.quotations:
        for border in quote.span:
            assert not any(
                start < border < end for start, end in zip(tokens.starts, tokens.ends, strict=True)
            )
    for before, after in pairwise(tokens.first_of):
        assert before <= after
    assert tokens.first_of[-1] == len(tokens.words)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab A.,!?’'\"“”‘«» \n")))
def test_units_hold_every_token_once(text: str) -> None:
    document = read(text)
    held = 0
    for number, paragraph in enumerate(document.paragraphs):
        for sentence in document.sentences(paragraph, ()):
            held += sum(len(unit) for unit in document.units(sentence, number, ()))
    assert held == len(document.tokens.words)
