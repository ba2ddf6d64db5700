"""Which names of a corpus are one speaker's: as a reviewer says, else by their likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from reader.likeness.aliases import is_name, last_word, same_speaker
from reader.likeness.stories import Story
from reader.speakers.aliases import EVERYWHERE, Alias, Aliases, lines_for, speakers_of

T = TypeVar("T")
_Key = tuple[str, int | None]
"""The last word of a name, and of a role the story it holds in."""


class _Name(Generic[T]):
    """A name where it holds, with what is said under it; `stories` are numbers."""

    def __init__(self, alias: Alias) -> None:
        self.alias = alias
        self.stories: set[int] = set()
        self.articles: set[str] = set()
        self.sure: list[T] = []
        self.guessed: list[T] = []
        self.stands_for: Alias | None = None
        """Whom a reviewer says it is, or the name itself: nobody else."""

    @cached_property
    def is_role(self) -> bool:
        """Whether it says what somebody is, and not who."""
        return not is_name(self.alias.name)

    @property
    def is_definite(self) -> bool:
        """Whether a role is one that a single person or body has: the minister."""
        return self.alias.name.casefold().startswith("the ")

    @property
    def keys(self) -> list[_Key]:
        """What it has in common with whatever it could be."""
        last = last_word(self.alias.name)
        return [(last, story) for story in sorted(self.stories)] if self.is_role else [(last, None)]

    @property
    def fullness(self) -> tuple[int, int]:
        """How many words it has, and how many letters."""
        return len(self.alias.name.split()), len(self.alias.name)

    def could_be(self, other: _Name[T]) -> bool:
        """Whether it may be another name of the same speaker; roles hold within a story."""
        if self.is_role != other.is_role or (
            self.is_role and self.stories.isdisjoint(other.stories)
        ):
            return False
        if self.is_role and not (self.is_definite and other.is_definite):
            return False  # "a nurse" and "a nurse at the hospital" may be two
        return same_speaker(self.alias.name, other.alias.name)


class Joined(Generic[T]):
    """One speaker: the names, and what is said for sure and at a guess."""

    def __init__(self, root: Alias | None = None) -> None:
        self.root = root
        self.said: list[_Name[T]] = []
        """Names that a reviewer put here; they draw names like any of them."""
        self.alike: list[_Name[T]] = []
        """Names that were drawn here by their likeness to all of these."""
        self.only_guessed: list[_Name[T]] = []

    @property
    def known_as(self) -> tuple[Alias, ...]:
        """The names: the one a reviewer gave first, then the fullest."""
        names = [*self.said, *self.alike] or self.only_guessed[:1]
        in_order = sorted(
            names,
            key=lambda one: (
                one.alias != self.root,
                tuple(-count for count in one.fullness),
                one.alias,
            ),
        )
        known = [one.alias for one in in_order]
        return tuple(known if self.root is None or self.root in known else [self.root, *known])

    @property
    def sure(self) -> list[T]:
        """What is known to be the speaker's."""
        return [one for name in [*self.said, *self.alike] for one in name.sure]

    @property
    def guessed(self) -> list[T]:
        """What may be the speaker's."""
        names = [*self.said, *self.alike, *self.only_guessed]
        return [one for name in names for one in name.guessed]

    def draws(self, name: _Name[T]) -> bool:
        """Whether a name's likeness to the speaker's makes it one of them."""
        for one in self.said:
            # A surname given to somebody else takes nobody's full name along.
            if (one.alias == self.root or one.fullness >= name.fullness) and name.could_be(one):
                return True
        return bool(self.alike) and all(name.could_be(one) for one in self.alike)

    def nearness(self, name: _Name[T]) -> int:
        """In how many of the name's articles the speaker is heard."""
        return sum(len(one.articles & name.articles) for one in [*self.said, *self.alike])


class Names(Generic[T]):
    """Takes names with what is said under them, and joins those of one speaker."""

    def __init__(self, stories: Sequence[Story], aliases: Aliases) -> None:
        self._story_of = {
            name: number for number, story in enumerate(stories) for name in story.articles
        }
        self._places = _places(stories)
        self._lines = [lines_for(aliases, story.articles) for story in stories]
        self._ends = [speakers_of(aliases, story.articles) for story in stories]
        self._names: dict[Alias, _Name[T]] = {}
        self._aliases: dict[tuple[str, int], Alias] = {}
        self._joined_of: dict[Alias, Joined[T]] = {}

    def add(self, name: str, article: str, said: T, *, sure: bool) -> None:
        """Take in what is said under a name in an article."""
        story = self._story_of[article]
        known = self._name(name, story)
        known.articles.add(article)
        (known.sure if sure else known.guessed).append(said)
        end = self._ends[story].get(name)
        if end is not None:
            known.stands_for = self._alias(end, story)
            self._name(end, story)

    @cached_property
    def joined(self) -> tuple[Joined[T], ...]:
        """The speakers; no name is added any more."""
        found: dict[Alias, Joined[T]] = {}
        drawing: dict[_Key, dict[int, Joined[T]]] = defaultdict(dict)
        alone = {one.alias for one in self._names.values() if one.stands_for == one.alias}
        for one in self._names.values():
            if one.stands_for is not None:
                group = found.setdefault(one.stands_for, Joined(one.stands_for))
                group.said.append(one)
        for root, group in found.items():
            if root not in alone:
                named = self._names[root]
                if named.stands_for is None:
                    group.said.append(named)
                for one in group.said:
                    for key in one.keys:
                        drawing[key][id(group)] = group
        groups = list(found.values())
        placed = {id(one) for group in groups for one in group.said}
        rest = [one for one in self._names.values() if id(one) not in placed]
        # The fullest first: "Brandt" goes to whichever Brandt there is, and joins no two of them.
        for one in sorted(rest, key=lambda one: one.fullness, reverse=True):
            nearest = _nearest(one, [group for key in one.keys for group in drawing[key].values()])
            if nearest is None:
                nearest = Joined()
                groups.append(nearest)
            if one.sure:
                for key in one.keys:
                    drawing[key][id(nearest)] = nearest
            if one.sure:
                nearest.alike.append(one)
            else:
                nearest.only_guessed.append(one)
        for group in groups:
            for one in [*group.said, *group.alike, *group.only_guessed]:
                self._joined_of[one.alias] = group
        return tuple(group for group in groups if group.sure or group.guessed)

    def found(self, name: str, article: str) -> Joined[T] | None:
        """The speaker that a name of an article stands for, if anything is said under it."""
        self.joined  # noqa: B018 - places every name
        return self._joined_of.get(self.alias(name, article))

    def alias(self, name: str, article: str) -> Alias:
        """A name of an article as an alias: where it holds as a whole."""
        return self._alias(name, self._story_of[article])

    def _name(self, name: str, story: int) -> _Name[T]:
        alias = self._alias(name, story)
        known = self._names.setdefault(alias, _Name(alias))
        known.stories.add(story)
        return known

    def _alias(self, name: str, story: int) -> Alias:
        """A name where it holds: as a reviewer wrote it, else everywhere, a role in its story."""
        known = self._aliases.get((name, story))
        if known is None:
            line = self._lines[story].get(name)
            known = line or Alias(EVERYWHERE if is_name(name) else self._places[story], name)
            self._aliases[name, story] = known
        return known


def _places(stories: Sequence[Story]) -> list[str]:
    """Where each story is: the folder that holds it and no other, else its first article."""
    folders: dict[str, set[int]] = defaultdict(set)
    for number, story in enumerate(stories):
        for article in story.articles:
            for folder in PurePosixPath(article).parents:
                folders[f"{folder}/"].add(number)
    return [_place(number, story.articles, folders) for number, story in enumerate(stories)]


def _place(number: int, articles: Sequence[str], folders: dict[str, set[int]]) -> str:
    shared: Iterable[str] = (f"{folder}/" for folder in PurePosixPath(articles[0]).parents)
    for folder in shared:
        if all(article.startswith(folder) for article in articles):
            return folder if folders[folder] == {number} else articles[0]
    return articles[0]


def _nearest(name: _Name[T], groups: Iterable[Joined[T]]) -> Joined[T] | None:
    drawing = [group for group in groups if group.draws(name)]
    return max(drawing, key=lambda group: group.nearness(name), default=None)
