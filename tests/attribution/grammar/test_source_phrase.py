from hypothesis import given
from hypothesis import strategies as st

from reader.attribution.grammar.source_phrase import understand

_SMALL = (
    "the",
    "his",
    "two",
    "director",
    "chief",
    "minister",
    "of",
    "for",
    "in",
    "and",
    "&",
    "who",
)
_NAMES = ("Pell", "Marsh's", "Vale’s", "Ministry", "General", "Mr", "President", "Press", "Jovan")
_OTHER = ("said", "called", "as", "ORR", "’s", ",", "(", "44-year-old", "—")
_WORDS = st.sampled_from((*_SMALL, *_NAMES, *_OTHER))


def test_the_owner_of_what_is_not_told_leaves_an_office_without_a_name() -> None:
    assert not understand("the director of Pell & Marsh's").named


@given(st.lists(_WORDS, max_size=9))
def test_whatever_words_are_taken_for_a_source_are_understood(words: list[str]) -> None:
    phrase = understand(" ".join(words))
    assert phrase.name or not phrase.named
