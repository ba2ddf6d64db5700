"""Where a noun phrase begins, looking back from its last word, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.attribution.grammar.noun_phrases import adjectival, finite, phrase_end, phrase_start
from tests.attribution.grammar.marked import marked, unit_of, words


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday [Ann Vale] said so.",
        "Then [the mayor of Port Selm] said so.",
        "The gate was shut and [she] said so.",
        "[The harbour master and two pilots] said so.",
        "It rained, but [officials in Karsk, Lomm and Tarn] said so.",
        "[A senior official familiar with the talks] said so.",
        "[Papers seen by the Courier] said so.",
        "[A leaked memo] said so.",
        "While he slept, [the crew] said so.",
    ],
)
def test_a_phrase_begins_behind_the_clause_before_it(sentence: str) -> None:
    unit, ranges = marked(sentence)
    first, last = ranges["["]
    start = phrase_start(unit, last)
    assert start is not None
    assert words(unit, (start, last)) == words(unit, (first, last))


@pytest.mark.parametrize(
    "sentence",
    [
        "“No,” said [Ann Vale].",
        "“No,” said [Ann Vale, the mayor of Selm], on Monday.",
        "“No,” said [the head of the union] in a letter.",
        "“No,” said [Ann Vale and Piet Maas].",
        "“No,” said [she] and left.",
        "“No,” said [Ann Vale, who chairs the board].",
        "“No,” said [the ministry] as the talks opened.",
    ],
)
def test_a_phrase_ends_before_what_is_no_part_of_it(sentence: str) -> None:
    unit, ranges = marked(sentence)
    first, last = ranges["["]
    end = phrase_end(unit, first)
    assert end is not None
    assert words(unit, (first, end)) == words(unit, (first, last))


@pytest.mark.parametrize("word", ["said", "was", "won't", "denied", "knows", "grumbled", "wrote"])
def test_a_finite_verb_is_known_by_its_form_or_by_the_list(word: str) -> None:
    assert finite(word)


@pytest.mark.parametrize("word", ["hundred", "unnamed", "mayor", "so-called", "red", "talks-based"])
def test_what_only_looks_like_one_is_none(word: str) -> None:
    assert not finite(word)


@pytest.mark.parametrize(
    ("sentence", "is_adjectival"),
    [
        ("The [leaked] memo said so.", True),
        ("Papers [obtained] by the Courier said so.", True),
        ("The clerk [leaked] it.", False),
        ("The clerk [was] by the door.", False),
    ],
)
def test_a_participle_before_or_behind_its_noun_is_no_verb_of_a_clause(
    sentence: str, is_adjectival: bool
) -> None:
    unit, ranges = marked(sentence)
    assert adjectival(unit, ranges["["][0]) is is_adjectival


_WORDS = "Ann the mayor of and , ; that who said was a red leaked by Monday on — 's she in Karsk"


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=2, max_size=25))
def test_a_phrase_holds_the_word_it_is_looked_for_from(tokens: list[str]) -> None:
    unit = unit_of("So " + " ".join(tokens))
    for place in range(len(unit)):
        start = phrase_start(unit, place)
        end = phrase_end(unit, place)
        assert start is None or 0 <= start <= place
        assert end is None or place <= end < len(unit)
