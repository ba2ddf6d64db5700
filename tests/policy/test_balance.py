"""Who reviews what: as many articles each, and nothing that stands is touched."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.policy import balanced, loads

TEAM = ("ada", "bo", "cai", "dov", "eri")
articles = st.lists(st.integers(0, 60).map(lambda number: f"{number}.txt"), unique=True)
teams = st.integers(1, len(TEAM)).map(lambda size: TEAM[:size])


@st.composite
def work(draw: st.DrawFn) -> tuple[list[str], tuple[str, ...], int]:
    team = draw(teams)
    return draw(articles), team, draw(st.integers(1, len(team)))


@given(work())
def test_where_nothing_stood_loads_differ_by_one_at_most(
    job: tuple[list[str], tuple[str, ...], int],
) -> None:
    names, team, wanted = job
    assigned = balanced(names, team, wanted, {})
    assert list(assigned) == names
    for chosen in assigned.values():
        assert len(chosen) == len(set(chosen)) == wanted
        assert list(chosen) == [one for one in team if one in chosen]
    load = loads(team, assigned)
    assert set(load) == set(team)
    assert max(load.values()) - min(load.values()) <= 1


@given(
    work(),
    st.dictionaries(
        st.sampled_from([f"{n}.txt" for n in range(9)]), st.sets(st.sampled_from(TEAM))
    ),
)
def test_what_stands_is_left_and_no_gap_grows(
    job: tuple[list[str], tuple[str, ...], int], stands: dict[str, set[str]]
) -> None:
    names, team, wanted = job
    standing = {name: tuple(one for one in team if one in who) for name, who in stands.items()}
    assigned = balanced(names, team, wanted, standing)
    assert assigned.keys() == set(names) - standing.keys()
    before = loads(team, standing)
    after = loads(team, standing | assigned)
    for one, other in combinations(team, 2):
        gap = abs(before[one] - before[other])
        assert abs(after[one] - after[other]) <= max(gap, 1)
    assert balanced(names, team, wanted, standing | assigned) == {}


def test_everybody_meets_everybody() -> None:
    assigned = balanced([f"{n}.txt" for n in range(6)], TEAM[:4], 2, {})
    met = Counter(frozenset(names) for names in assigned.values())
    assert met == Counter(dict.fromkeys(map(frozenset, combinations(TEAM[:4], 2)), 1))


@pytest.mark.parametrize("wanted", [0, 3])
def test_too_many_for_the_team_is_refused(wanted: int) -> None:
    with pytest.raises(ValueError, match="of 2 reviewers"):
        balanced(["1.txt"], TEAM[:2], wanted, {})
