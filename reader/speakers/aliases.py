"""Aliases as values: which name stands for whom, and where."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

EVERYWHERE = ""
"""The place that is the whole corpus."""


class Alias(NamedTuple):
    """A name that stands for a speaker within a place.

    `place` is a POSIX path below the corpus' root: of a folder, with a slash at its end, or of an
    article; empty for the whole corpus. It covers the stories that have an article there.
    """

    place: str
    name: str


Aliases = Mapping[Alias, str]
"""From each alias to the speaker it stands for; one that stands for itself joins nobody."""


def covers(place: str, article: str) -> bool:
    """Tell whether a place holds an article of a name."""
    return article.startswith(place) if place.endswith("/") or not place else article == place


def lines_for(aliases: Aliases, story: Collection[str]) -> dict[str, Alias]:
    """Give for each name the alias that holds in a story of these articles: the nearest place's."""
    held = [one for one in aliases if any(covers(one.place, article) for article in story)]
    return {one.name: one for one in sorted(held, key=lambda one: (len(one.place), one.place))}


def speakers_of(aliases: Aliases, story: Collection[str]) -> dict[str, str]:
    """Give for each name with an alias in a story the speaker at the end of its chain."""
    lines = {name: aliases[alias] for name, alias in lines_for(aliases, story).items()}
    return {name: _end(name, lines) for name in lines}


def _end(name: str, lines: Mapping[str, str]) -> str:
    """Follow aliases of aliases; a circle, which two places can make, has one of its names."""
    way = [name]
    while (following := lines.get(way[-1], way[-1])) not in way:
        way.append(following)
    return min(way[way.index(following) :])
