"""The bootstrap over articles: the same each time, around alpha, and none where none can be had."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction

from reader.team.coefficients import Tally
from reader.team.interval import Interval, alpha_interval


def tallies(*articles: str) -> list[Tally[Hashable]]:
    """Each article as its units, with a space between."""
    return [Tally.of(article.split()) for article in articles]


MIXED = ("aa bb ab", "aa aa bb", "bb ba bb", "ab ba aab", "aa bb", "ccc aa cb")


def test_the_same_verdicts_give_the_same_interval_with_alpha_inside() -> None:
    found = alpha_interval(tallies(*MIXED))
    whole = Tally.of(unit for article in MIXED for unit in article.split()).alpha
    assert found is not None
    assert whole is not None
    assert found == alpha_interval(tallies(*MIXED))
    assert -1 <= found.low < whole < found.high <= 1


def test_articles_are_drawn_whole() -> None:
    # Two kinds of articles: what is drawn is made of all of one and all of the other.
    found = alpha_interval(tallies(*["aa bb"] * 4, *["ab ba"] * 4))
    assert found is not None
    assert found.low < -0.2
    assert found.high > 0.5


def test_articles_that_are_all_alike_leave_no_room() -> None:
    found = alpha_interval(tallies(*["aa bb"] * 5))
    assert found is not None
    assert found == Interval(Fraction(1), Fraction(1))


def test_one_article_or_one_label_gives_no_interval() -> None:
    assert alpha_interval([]) is None
    assert alpha_interval(tallies("aa bb ab")) is None
    assert alpha_interval(tallies("aa bb ab", "a b", "")) is None
    assert alpha_interval(tallies("aa aa", "aa")) is None


def test_where_draws_often_have_one_label_alone_no_interval_is_made_up() -> None:
    assert alpha_interval(tallies("aa aa", "aa aa", "bb")) is None
