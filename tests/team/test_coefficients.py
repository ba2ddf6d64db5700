"""Alpha and kappa: what was published, to the last digit, and what is undefined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.team.coefficients import Tally, kappa

Table = Sequence[Sequence[int]]

# Fleiss 1971, "Measuring nominal scale agreement among many raters": six diagnoses of each of
# thirty patients.
_SUBJECTS = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333"
    " 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224"
    " 111155 224444 133333 555555"
)
FLEISS = _SUBJECTS.split()


def columns(*rows: str) -> list[list[str]]:
    """A row an observer, a column a unit, `*` where one gave no label: the labels of each unit."""
    return [[label for label in column if label != "*"] for column in zip(*rows, strict=True)]


def counted(table: Table) -> Counter[tuple[int, int]]:
    return Counter(
        {(one, other): count for one, row in enumerate(table) for other, count in enumerate(row)}
    )


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        (("*****34121133*3", "1*213343*******", "**21344*21133*4"), Fraction(56, 81)),
        (("123321412***", "1233224125*3", "*3332342251*", "12332441251*"), Fraction(113, 152)),
        (("0100000010", "1110010000"), Fraction(2, 21)),
        (("aabbdcccedda", "babbbccceddd"), Fraction(155, 224)),
        (("aabbdcccedda", "babbbccce*dd"), Fraction(125, 188)),
        (("aaaaa", "bbbbb"), Fraction(-4, 5)),
    ],
)
def test_alpha_is_what_was_published(rows: Sequence[str], alpha: Fraction) -> None:
    assert Tally.of(columns(*rows)).alpha == alpha


@pytest.mark.parametrize(
    ("table", "observed", "published_kappa", "published_alpha"),
    [
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.70, 0.492, None),  # Cohen 1960
        ([[46, 0, 0], [6, 32, 6], [0, 0, 10]], 0.88, 0.801, 0.8005),  # Artstein and Poesio 2008
        ([[20, 10], [20, 50]], 0.70, 0.348, None),
        ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], 0.89, 0.796, 0.797),  # Gwet 2014
    ],
)
def test_two_peoples_table_gives_the_published_kappa_and_alpha(
    table: Table, observed: float, published_kappa: float, published_alpha: float | None
) -> None:
    counts = counted(table)
    same = sum(count for (one, other), count in counts.items() if one == other)
    assert same / counts.total() == pytest.approx(observed, abs=0.005)
    found = kappa(counts)
    assert found is not None
    assert float(found) == pytest.approx(published_kappa, abs=0.0006)
    alpha = Tally.of([pair for pair, count in counts.items() for _ in range(count)]).alpha
    if published_alpha is not None:
        assert alpha is not None
        assert float(alpha) == pytest.approx(published_alpha, abs=0.0006)


def test_kappa_is_exact() -> None:
    assert kappa(counted([[88, 14, 18], [10, 40, 10], [2, 6, 12]])) == Fraction(29, 59)
    assert kappa(counted([[20, 10], [20, 50]])) == Fraction(8, 23)


def test_many_raters_and_single_labels_come_near_fleiss_kappas() -> None:
    whole = Tally.of(FLEISS).alpha
    assert whole is not None
    assert float(whole) == pytest.approx(0.430, abs=0.005)
    for label, published in zip("12345", (0.245, 0.245, 0.520, 0.471, 0.566), strict=True):
        alpha = Tally.of([[one == label for one in unit] for unit in FLEISS]).alpha
        assert alpha is not None
        assert float(alpha) == pytest.approx(published, abs=0.005)


@pytest.mark.parametrize("units", [[], ["a", "b"], ["aa", "aaa"]])
def test_without_two_labels_to_compare_alpha_is_undefined(units: list[str]) -> None:
    assert Tally.of(units).alpha is None


def test_without_two_labels_to_compare_kappa_is_undefined() -> None:
    assert kappa({}) is None
    assert kappa({("a", "a"): 12}) is None
    assert kappa({("a", "a"): 12, ("a", "b"): 1}) == 0


units_of_labels = st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=12)


def slow_alpha(units: Sequence[Sequence[str]]) -> Fraction | None:
    """By the coincidence matrix, as Krippendorff writes it down."""
    coincidences: dict[tuple[str, str], Fraction] = {}
    for labels in units:
        for pair in permutations(labels, 2):
            coincidences[pair] = coincidences.get(pair, Fraction(0)) + Fraction(1, len(labels) - 1)
    marginal: dict[str, Fraction] = {}
    for (one, _), value in coincidences.items():
        marginal[one] = marginal.get(one, Fraction(0)) + value
    total = sum(marginal.values())
    expected = sum(marginal[one] * marginal[other] for one, other in permutations(marginal, 2))
    if not expected:
        return None
    observed = sum(value for (one, other), value in coincidences.items() if one != other)
    return 1 - (total - 1) * observed / expected


@given(units_of_labels)
def test_alpha_is_that_of_the_coincidence_matrix(units: list[list[str]]) -> None:
    assert Tally.of(units).alpha == slow_alpha(units)


@given(units_of_labels)
def test_leaving_a_unit_out_is_never_having_had_it(units: list[list[str]]) -> None:
    assume(units and len(units[0]) > 1)
    assert Tally.of(units).without(units[0]).alpha == Tally.of(units[1:]).alpha
