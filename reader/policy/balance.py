"""Who reviews which article, so that all have as much to do: pure, and the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations


def balanced(
    articles: Iterable[str],
    reviewers: Sequence[str],
    per_article: int,
    standing: Mapping[str, Collection[str]],
) -> dict[str, tuple[str, ...]]:
    """Give `per_article` reviewers to each article that has no line in `standing`.

    Whoever has fewest articles is next; of several, whoever has shared fewest with those already
    chosen, so that everybody's verdicts meet everybody's; then the order of `reviewers`, in which
    the names are given. Raises ValueError for fewer reviewers than an article needs.
    """
    if not 0 < per_article <= len(reviewers):
        raise ValueError(f"{per_article} of {len(reviewers)} reviewers")
    load = loads(reviewers, standing)
    shared = Counter(pair for names in standing.values() for pair in _pairs(names))
    given: dict[str, tuple[str, ...]] = {}
    for article in articles:
        if article in standing or article in given:
            continue
        chosen: list[str] = []
        for _ in range(per_article):
            # min takes the first of equals, which is the order of the reviewers.
            free = (one for one in reviewers if one not in chosen)
            chosen.append(min(free, key=lambda one: (load[one], _met(one, chosen, shared))))
        load.update(chosen)
        shared.update(_pairs(chosen))
        given[article] = tuple(one for one in reviewers if one in chosen)
    return given


def loads(reviewers: Iterable[str], assigned: Mapping[str, Collection[str]]) -> Counter[str]:
    """Count each reviewer's articles; those with none are there with 0."""
    load = Counter(dict.fromkeys(reviewers, 0))
    for names in assigned.values():
        load.update(names)
    return load


def _met(one: str, chosen: Iterable[str], shared: Mapping[frozenset[str], int]) -> int:
    return sum(shared[frozenset((one, other))] for other in chosen)


def _pairs(names: Collection[str]) -> Iterable[frozenset[str]]:
    return map(frozenset, combinations(names, 2))
