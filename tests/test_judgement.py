from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.judgement import Anchor, make_key

_ANCHORS = st.builds(
    Anchor,
    st.text(),
    st.text(),
    copy=st.one_of(st.none(), st.tuples(st.integers(1, 9), st.integers(1, 9))),
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The cranes were checked in May, and nobody", "the-cranes-were-checked-in-may"),
        ("“We don’t know,”", "we-dont-know"),
        ("Łódź Øresund straße", "lodz-oresund-strasse"),
        ("4 of 26 piers", "4-of-26-piers"),
        ("«Мост закрыт»", "statement"),
        ("12", "statement-12"),
        ("1e", "statement-1e"),
        ("see https://quay.example/a_b?c=d now", "see-https-quay-example-c-d"),
        ("a" * 80, "a" * 24),
        ("", "statement"),
    ],
)
def test_a_key_begins_with_words_of_the_quote(quote: str, words: str) -> None:
    assert re.fullmatch(re.escape(words) + "-[0-9a-f]{7}", make_key(Anchor(quote)))


def test_a_key_depends_on_quote_source_and_copy_alone() -> None:
    one = Anchor("the quay was closed", "the mayor", "before", "after")
    assert make_key(one) == make_key(Anchor("the quay was closed", "the mayor", "x", "y"))
    different = [
        one,
        Anchor("the quay was closed", "a mayor"),
        Anchor("The quay was closed", "the mayor"),
        Anchor("the quay was closed", "the mayor", copy=(1, 2)),
        Anchor("the quay was closed", "the mayor", copy=(2, 2)),
    ]
    assert len({make_key(anchor) for anchor in different}) == len(different)


@given(_ANCHORS)
def test_a_key_is_the_same_plain_text_in_every_yaml(anchor: Anchor) -> None:
    key = make_key(anchor)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{7}", key)
    assert len(key) <= 160
    assert yaml.safe_load(f"{key}: x") == {key: "x"}
    assert key not in {"reader", "article", "reviewer"}
