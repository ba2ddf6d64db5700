"""Opposed pairs are suggested with the reason why; what agrees is left alone."""

import pytest

from reader.likeness import Index, find_contradictions
from reader.likeness.evidence import Claims, Difference, claims, compare_numbers, has_opposites
from reader.likeness.telling import Telling
from tests.likeness.tellings import tellings


def _suggested() -> dict[frozenset[str], tuple[Difference, ...]]:
    told = tellings()
    story = [at for at, one in enumerate(told) if one.story == "harbour"]
    return {
        frozenset((told[found.one].text, told[found.other].text)): found.differences
        for found in find_contradictions(Index(told), told, story)
    }


def _pair(one: str, other: str) -> frozenset[str]:
    texts = [telling.text for telling in tellings()]
    return frozenset(
        next(text for text in texts if text.startswith(words)) for words in (one, other)
    )


def test_numbers_of_the_dead_that_differ_are_suggested() -> None:
    suggested = _suggested()
    opposed = _pair("Fourteen fishermen", "Thirty-one"), _pair("Fourteen fishermen", "31 fishermen")
    found = [suggested[pair] for pair in opposed if pair in suggested]
    assert found
    assert all(Difference.NUMBER in differences for differences in found)


def test_a_word_and_its_opposite_are_suggested() -> None:
    suggested = _suggested()
    pairs = (
        _pair("every lifeboat", "the lifeboats on"),
        _pair("every lifeboat", "passengers pulled"),
    )
    assert any(Difference.OPPOSITES in suggested.get(pair, ()) for pair in pairs)


def test_who_was_suggested_before_comes_again_after_others_as_strong() -> None:
    told = tellings()
    story = [at for at, one in enumerate(told) if one.story == "harbour"]
    found = find_contradictions(Index(told), told, story)
    assert [one.strength for one in found] == sorted((one.strength for one in found), reverse=True)
    assert len({(one.one, one.other) for one in found}) == len(found)
    assert all(one.strength > 0 for one in found)


def test_two_statements_of_one_origin_do_not_contradict() -> None:
    told = [
        Telling("a", "s", "Nine people died", "p", "Ines Obrecht"),
        Telling("b", "s", "Eleven people died", "q", "Dr Obrecht"),
    ]
    assert find_contradictions(Index(told), told, [0, 1]) == []


def _claims(text: str) -> Claims:
    return claims(Telling("a", "s", text, text))


@pytest.mark.parametrize(
    ("one", "other", "weight", "agrees"),
    [
        ("nine people died", "eleven people died", 1.2, False),
        ("nine people died", "eleven were killed", 0.8, False),
        ("it took 20 minutes", "it took an hour and 70 minutes", 1.0, False),
        ("nine died", "9 were killed", 0.0, True),
        ("nine died", "nobody died", 0.0, False),
        ("nine died", "90,000 marched", 0.0, False),
        ("nine died", "it happened on 11 June", 0.0, False),
        ("nine died", "route 7 is closed", 0.0, False),
    ],
)
def test_numbers_are_compared_where_they_count_the_same(
    one: str, other: str, weight: float, agrees: bool
) -> None:
    found = compare_numbers(_claims(one), _claims(other))
    assert (found.weight, found.agrees) == (weight, agrees)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("the door was not locked", True),
        ("nobody saw a letter", True),
        ("he did not deny it", False),
        ("the door was locked", False),
        ("they didn’t ask for soldiers", True),
    ],
)
def test_an_odd_number_of_negations_negates(text: str, negated: bool) -> None:
    assert _claims(text).negated is negated


def test_a_prefix_of_denial_makes_opposites() -> None:
    assert has_opposites(_claims("the doors were locked"), _claims("all doors were unlocked"))
    assert not has_opposites(_claims("the doors were locked"), _claims("the doors were shut"))
