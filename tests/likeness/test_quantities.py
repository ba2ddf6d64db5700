"""Numbers in figures and in words are one quantity, with its unit and its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.likeness.quantities import Unit, quantities

FOUND = [
    ("some 1,200 tonnes were landed", "1,200", 1200, Unit.WEIGHT),
    ("twelve hundred people came", "twelve hundred", 1200, Unit.COUNT),
    ("more than a thousand", "thousand", 1000, Unit.COUNT),
    ("two and a half million francs", "two and a half million", 2_500_000, Unit.MONEY),
    ("2.5 million francs", "2.5 million", 2_500_000, Unit.MONEY),
    ("two hundred and twelve boarded", "two hundred and twelve", 212, Unit.COUNT),
    ("half a dozen boats", "half a dozen", 6, Unit.COUNT),
    ("two dozen boats", "two dozen", 24, Unit.COUNT),
    ("thirty-one bodies", "thirty-one", 31, Unit.COUNT),
    ("a rise of 4 per cent", "4", 4, Unit.SHARE),
    ("a rise of 4%", "4", 4, Unit.SHARE),
    ("it lasted two to three weeks", "two", 2, Unit.DURATION),
    ("the lamps went out at 11.20", "11.20", 11.2, Unit.CLOCK),
    ("the lamps went out at twenty past eleven", "twenty past eleven", 11.2, Unit.CLOCK),
    ("by then it was a quarter to nine", "quarter to nine", 8.45, Unit.CLOCK),
    ("it was noon", "noon", 12, Unit.CLOCK),
    ("in 1987 the weir broke", "1987", 1987, Unit.YEAR),
    ("seven kilometres of pipe", "seven", 7, Unit.DISTANCE),
    ("a fine of £300", "300", 300, Unit.MONEY),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), FOUND)
def test_a_number_is_read_with_its_unit(text: str, words: str, value: float, unit: Unit) -> None:
    found = quantities(text)[0]
    assert (text[found.span.start : found.span.end], found.value, found.unit) == (
        words,
        value,
        unit,
    )


@pytest.mark.parametrize("text", ["one of them left", "no number here", "", "half of them"])
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200 people", "twelve hundred people"),
        ("at 9 p.m.", "at 21.00"),
        ("at ten past two", "at 2:10 a.m."),
        ("half a million", "500,000"),
    ],
)
def test_numbers_written_differently_have_one_key(one: str, other: str) -> None:
    assert {found.key for found in quantities(one)} & {found.key for found in quantities(other)}


def test_numbers_that_agree_in_two_digits_share_the_rough_key() -> None:
    (one,), (other,) = quantities("58.4 per cent"), quantities("58 per cent")
    assert one.key != other.key
    assert one.rough_key == other.rough_key


def test_a_number_does_not_run_on_over_a_comma() -> None:
    assert [found.value for found in quantities("of the thousand, two were hurt")] == [1000, 2]


@given(st.text())
def test_quantities_stand_in_order_within_the_text(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_mean_the_same_with_and_without_commas(number: int) -> None:
    with_commas, without = quantities(f"{number:,} crates"), quantities(f"{number} crates")
    assert with_commas[0].key == without[0].key
