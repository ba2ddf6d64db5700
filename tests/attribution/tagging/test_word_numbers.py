from hypothesis import given
from hypothesis import strategies as st

from reader.attribution.tagging.word_numbers import WordNumbers

_WORDS = st.lists(st.text("abé'-.", min_size=1, max_size=5), unique=True, min_size=1)


@given(_WORDS, _WORDS)
def test_each_word_has_its_place_and_others_have_none(words: list[str], others: list[str]) -> None:
    numbers = WordNumbers("\n".join(words), first=7)
    # Asked for twice, since the second answer is remembered.
    for word in (*words, *others, *words, *others):
        assert numbers[word] == (words.index(word) + 7 if word in words else 0)


@given(_WORDS)
def test_the_words_are_told_in_their_order(words: list[str]) -> None:
    assert WordNumbers("\n".join(words), first=1).words.split("\n") == words
