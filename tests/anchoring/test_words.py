"""What two copies of a text may differ in without saying anything else."""

from __future__ import annotations

import pytest

from reader.anchoring.words import canonical_words, read_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The quay is shut,” he said", '"The quay is shut," he said'),
        ("The quay — it is shut", "The quay -- it is shut"),
        ("The quay\n\nis shut", "The  quay is\u00a0shut"),
        ("The quay is shut", "The qu\u00aday is\u200b shut"),
        ("It didn’t open", "It did not open"),
        ("It didn’t open", "It didn't open"),
        ("They cannot say, they won't say", "They can not say, they will not say"),
        ("It wasn’t ours", "It wasnt ours"),
        ("It wasn’t ours", "It wans't ours"),
        ("Orvelle’s quay", "Orvelle's quay"),
        ("He said “no”", "He said &quot;no&quot;"),
        ("Orvelle’s quay & pier", "Orvelle&#8217;s quay &amp; pier"),
        ("“Orvelle’s café” – shut", "â€œOrvelleâ€™s cafÃ©â€\u009d â€“ shut"),
        ("“Orvelle’s café” – shut", "â€œOrvelleâ€™s cafÃ©â€\ufffd â€“ shut"),
        ("caf\u00e9", "cafe\u0301"),
        ("the ﬁre", "the fire"),
        ("1,250 men", "1250 men"),
        ("THE QUAY", "The Quay"),
    ],
)
def test_these_are_the_same_words(one: str, other: str) -> None:
    assert canonical_words(one) == canonical_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It opened", "It did not open"),
        ("It can open", "It can't open"),
        ("paid $5", "paid €5"),
        ("1.5 million", "15 million"),
        ("5 men", "5% men"),
        ("the cant of the quay", "the scant of the quay"),
        ("the quay", "the quays"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert canonical_words(one) != canonical_words(other)


def test_words_know_where_they_stand_in_the_raw_text() -> None:
    text = "â€œThe&nbsp;quay didn&#8217;t open,â€\ufffd he said"
    words = read_words(text)
    assert words.canon == ["the", "quay", "did", "not", "open", "he", "said"]
    spelt = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert spelt == ["The", "quay", "didn&#8217;t", "didn&#8217;t", "open", "he", "said"]


def test_a_span_that_cuts_words_takes_them_whole() -> None:
    words = read_words("The northern quay is shut")
    first, last = words.within(6, 15)
    assert words.canon[first:last] == ["northern", "quay"]
    assert words.within(12, 13) == (2, 2)
