"""The most alike statements of other articles come first, and a short search misses none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.likeness import Index, Telling
from tests.likeness.tellings import tellings

_WORDS = ["ferry", "bridge", "minister", "locked", "31", "fourteen", "boat", "said", "Vessin", "ń"]


def _place(all_tellings: list[Telling], words: str) -> int:
    return next(at for at, one in enumerate(all_tellings) if words in one.text)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Thirty-one fishermen drowned", "31 fishermen are dead"),
        ("lifeboats on the port side", "passengers pulled at lifeboats"),
        ("A funeral for the fishermen", "fishermen drowned"),
        ("first call for help at 4.10", "first call for help was sent at 5.25"),
    ],
)
def test_the_same_claim_elsewhere_comes_first(asked: str, expected: str) -> None:
    told = tellings()
    best = Index(told).most_alike(_place(told, asked))[0]
    assert expected in told[best.telling].text


def test_statements_of_the_same_article_are_no_counterparts() -> None:
    told = tellings()
    index = Index(told)
    for at, one in enumerate(told):
        assert all(told[alike.telling].article != one.article for alike in index.most_alike(at))


def test_a_statement_of_the_same_story_goes_before_its_copy_in_another() -> None:
    told = [
        Telling("a/x.txt", "a", "the mayor closed the bridge", "p1"),
        Telling("b/z.txt", "b", "the mayor closed the bridge", "p2"),
        Telling("a/y.txt", "a", "the mayor closed the bridge", "p3"),
    ]
    assert [alike.telling for alike in Index(told).most_alike(0)] == [2, 1]


def test_an_index_of_nothing_and_of_wordless_statements_finds_nothing() -> None:
    assert len(Index([])) == 0
    assert Index([Telling("a", "", "…", ""), Telling("b", "", "—", "")]).most_alike(0) == []


_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), _SENTENCES), min_size=2, max_size=25))
def test_a_search_finds_what_looking_at_everything_finds(made: list[tuple[int, str]]) -> None:
    told = [Telling(f"{article}.txt", "", text, text) for article, text in sorted(made)]
    index = Index(told)
    for at in range(len(told)):
        quick, slow = index.most_alike(at), index.most_alike_of_all(at)
        shared = [alike for alike in slow if alike.likeness > 0.5]
        assert {alike.telling for alike in shared} <= {alike.telling for alike in quick}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), _SENTENCES), max_size=12))
def test_all_pairs_at_once_are_as_alike_as_one_by_one(made: list[tuple[int, int, str]]) -> None:
    told = [Telling(f"{story}/{number}", str(story), text, text) for story, number, text in made]
    index = Index(sorted(told, key=lambda one: one.article))
    for (one, other), likeness in index.likenesses(range(len(told)), passage_weight=0.4).items():
        assert likeness == pytest.approx(index.likeness(one, other, passage_weight=0.4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=2, max_size=8))
def test_likeness_is_the_same_both_ways_and_bounded(texts: list[str]) -> None:
    index = Index([Telling(str(at), "s", text, text) for at, text in enumerate(texts)])
    for one in range(len(texts)):
        for other in range(one):
            likeness = index.likeness(one, other)
            assert likeness == pytest.approx(index.likeness(other, one))
            assert 0 <= likeness <= 2.8 + 1e-6
