"""Entities: the people, bodies, outlets and documents of an article, each with all it is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.attribution.grammar.source_phrase import SourcePhrase
from reader.attribution.grammar.source_type import Gender, SourceType
from reader.span import Span

_TEENS = range(13, 20)
_PENSIONED = 65
_TELLING_WORD = 4
"""The shortest word that tells one body from another."""


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody or something that the article mentions, and what it tells of it.

    `roles` are what it is called beside its name; `supposed` says that its type is only likely;
    `owner` is whose it is, `of` are the words for what it heads or belongs to;
    `votes` count the pronouns by which the article seems to call it; `group` is of whom it is some,
    `pseudonym` that the article has changed the name.
    """

    name: str
    type: SourceType
    named: bool
    several: bool
    gender: Gender = Gender.UNKNOWN
    supposed: bool = False
    roles: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    owner: str = ""
    of: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    votes: dict[Gender, int] = field(default_factory=dict)
    phrase: SourcePhrase | None = None
    group: Entity | None = None
    pseudonym: bool = False

    def learn(self, phrase: SourcePhrase) -> None:
        """Take in what another mention tells."""
        self.roles.update(phrase.roles)
        self.of.update(words_of(phrase))
        if phrase.age:
            self.ages.add(phrase.age)
            self.roles.update(roles_of_age(phrase.age))
        if self.gender is Gender.UNKNOWN and not self._is_surname(phrase):
            self.gender = phrase.gender
        if self.supposed and not phrase.supposed and phrase.type in _KNOWN:
            self.type, self.supposed = phrase.type, False
        if phrase.named and (not self.named or len(phrase.name) > len(self.name)):
            self.name, self.named = phrase.name, True

    def _is_surname(self, phrase: SourcePhrase) -> bool:
        """Whether a name is the surname alone: the "Lev" of Noa Lev is no man's given name."""
        alone = phrase.named and not phrase.roles and " " not in phrase.name
        return alone and " " in self.name and phrase.name != self.name.split()[0]

    @property
    def known_gender(self) -> Gender:
        """Told by a title, a noun or a given name, else by the pronouns used of it."""
        if self.gender is not Gender.UNKNOWN or not self.votes:
            return self.gender
        female, male = self.votes.get(Gender.FEMALE, 0), self.votes.get(Gender.MALE, 0)
        if female == male:
            return Gender.UNKNOWN
        return Gender.FEMALE if female > male else Gender.MALE


_KNOWN = (SourceType.PERSON, SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an article mentions an entity.

    `subject` says that it is the first of its clause, `oblique` that a preposition or a genitive
    puts it aside, `quoted` that it stands within a quotation,
    `guessed` that it may be of somebody else.
    """

    span: Span
    entity: Entity
    subject: bool = False
    oblique: bool = False
    quoted: bool = False
    guessed: bool = False


def roles_of_age(age: str) -> tuple[str, ...]:
    """What somebody of an age may be called: "the teenager", "the pensioner"."""
    years = int(age) if age else 0
    if _TEENS.start <= years < _TEENS.stop:
        return ("teenager", "teen")
    return ("pensioner",) if years >= _PENSIONED else ()


def words_of(phrase: SourcePhrase) -> set[str]:
    """The words that tell whose head or member somebody is, small ones left out."""
    return _telling(f"{phrase.owner} {phrase.of}")


def words_of_name(entity: Entity) -> set[str]:
    """The words by which an entity may be called a part of somebody's post."""
    return _telling(entity.name)


def _telling(words: str) -> set[str]:
    return {word for word in words.lower().split() if len(word) >= _TELLING_WORD}


def entity_of(phrase: SourcePhrase) -> Entity:
    """A new entity of a phrase that names nobody who is known yet."""
    return Entity(
        phrase.name,
        phrase.type,
        phrase.named,
        phrase.several,
        phrase.gender,
        phrase.supposed,
        {*phrase.roles, *roles_of_age(phrase.age)},
        {phrase.age} if phrase.age else set(),
        phrase.owner,
        words_of(phrase),
        phrase=phrase,
    )


def some_of(group: Entity, name: str, *, several: bool) -> Entity:
    """Some of a group, or one of them, as an entity of their own."""
    return Entity(name, group.type, group.named and several, several, group=group)
