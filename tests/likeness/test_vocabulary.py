"""A text's terms are the same whether it is read quickly, piece by piece, or as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.likeness.vocabulary import TermReader, Vocabulary

_PIECES = [
    "5",
    "12",
    "31,",
    "4.10",
    "16.30",
    "1,200",
    "2016",
    "$5m",
    "5–6",
    "58.4%",
    "one",
    "two",
    "three,",
    "twenty",
    "twenty-five",
    "hundred",
    "thousand",
    "million.",
    "dozen",
    "half",
    "quarter",
    "noon",
    "a",
    "an",
    "and",
    "or",
    "to",
    "past",
    "minutes",
    "at",
    "by",
    "o’clock",
    "p.m.",
    "a.m.",
    "per",
    "cent",
    "percent",
    "years",
    "weeks",
    "km",
    "ferry",
    "ferry-boat",
    "“locked",
    "Vessin’s",
    "—",
    "…",
    "No.",
    "£40",
    "million-crown",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join))
def test_reading_quickly_finds_the_same(text: str) -> None:
    vocabulary = Vocabulary()
    read = TermReader(vocabulary).read(text)
    assert read == vocabulary.known(text)


@given(st.text(max_size=30))
def test_any_text_can_be_read(text: str) -> None:
    vocabulary = Vocabulary()
    TermReader(vocabulary).read(text)
    assert vocabulary.known(text) <= set(range(1, len(vocabulary)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200 men", "twelve hundred men"),
        ("a dozen boats", "12 boats"),
        ("at 4.10 in the morning", "at ten past four"),
    ],
)
def test_a_quantity_is_one_however_it_is_written(one: str, other: str) -> None:
    vocabulary = Vocabulary()
    reader = TermReader(vocabulary)
    quantities = [
        {term for term in reader.read(text) if not vocabulary.words[term]} for text in (one, other)
    ]
    assert quantities[0] == quantities[1] != set()
