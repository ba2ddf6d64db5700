"""The register of an article's entities: who bears a name, whom a description means."""

from __future__ import annotations

from collections import defaultdict

from reader.attribution.grammar.source_phrase import SourcePhrase
from reader.attribution.grammar.source_type import Gender, SourceType, noun
from reader.attribution.speakers.entities import Entity, words_of, words_of_name
from reader.language.english import ENGLISH

_TOPIC_LEAST = 4
"""Mentions that whom an article is about has at least."""
_TOPIC_LEAD = 2
"""How many times as many as anybody else of the gender."""
_BEARERS = 32
"""Entities remembered by one word."""
_ALSO_CALLED: dict[str, tuple[str, ...]] = {}
# Sorted and joined, as a word may have several lines and a set has no order of its own.
for _line in sorted(ENGLISH.source_nouns("also called")):
    _word, _, _called = _line.replace("_", " ").partition("=")
    _ALSO_CALLED[_word] = (*_ALSO_CALLED.get(_word, ()), *_called.split("|"))
for _word, _others in tuple(_ALSO_CALLED.items()):
    for _other in _others:
        _ALSO_CALLED[_other] = tuple(dict.fromkeys((*_ALSO_CALLED.get(_other, ()), _word)))
_ANY_HEAD = ("boss", "chair", "chairman", "chairperson", "chairwoman", "chief", "head", "leader")
_HEADS = ENGLISH.source_nouns("people: heads of bodies")
_EITHER = ENGLISH.source_nouns("bodies or people")
_NAMED_BY = (SourceType.BODY, SourceType.OUTLET, SourceType.DOCUMENT)


class Register:
    """All entities of one text so far, by each word they may be called by."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.entities: list[Entity] = []
        self.places: frozenset[str] = frozenset()
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_role: dict[str, list[Entity]] = defaultdict(list)
        self._by_age: dict[str, Entity] = {}
        self._topics: dict[Gender, Entity | None] = {}

    def find(self, phrase: SourcePhrase) -> Entity | None:
        """Who bears the name of a phrase, if anybody so far does."""
        return self._named(phrase)

    def add(self, entity: Entity) -> Entity:
        """Take in somebody new."""
        self.entities.append(entity)
        if entity.named:
            self._index_name(entity)
        self._index_roles(entity)
        for age in entity.ages:
            self._by_age[age] = entity
        return entity

    def learn(self, entity: Entity, phrase: SourcePhrase) -> None:
        """Take in what another mention tells of somebody known."""
        before = entity.name
        entity.learn(phrase)
        if entity.name != before:
            self._index_name(entity)
        self._index_roles(entity)
        if phrase.age:
            self._by_age[phrase.age] = entity

    def head(self, body: Entity, head: Entity) -> None:
        """Take in whom a body is headed by: he may be called its head, chairman and so on."""
        head.of.update(words_of_name(body))
        head.roles.update(_ANY_HEAD)
        self._index_roles(head)

    def topic(self, gender: Gender) -> Entity | None:
        """Whom the article is about: the person of a gender named far more often than any other."""
        if gender not in self._topics:
            people = sorted(
                (
                    one
                    for one in self.entities
                    if one.named
                    and one.type is SourceType.PERSON
                    and not one.several
                    and one.known_gender is gender
                ),
                key=lambda one: -len(one.mentions),
            )[:2]
            counts = [len(one.mentions) for one in people] + [0, 0]
            leads = counts[0] >= _TOPIC_LEAST and counts[0] >= _TOPIC_LEAD * counts[1]
            self._topics[gender] = people[0] if leads else None
        return self._topics[gender]

    def take_part(self, entity: Entity, roles: list[str]) -> None:
        """Take in by what somebody may be called for what he does: "the witness"."""
        entity.roles.update(roles)
        self._index_roles(entity)

    def unnamed(self, phrase: SourcePhrase) -> Entity | None:
        """Who was described so before he is named: "a manager", then "the manager, NAME"."""
        found = [one for one in self.role(phrase) if not one.named and one.mentions]
        return found[0] if found else None

    def aged(self, age: str) -> list[Entity]:
        """Who is of an age."""
        return [self._by_age[age]] if age in self._by_age else []

    def role(self, phrase: SourcePhrase, *, several: bool = False) -> list[Entity]:
        """Whom the text called as a description calls somebody, the latest mentioned first."""
        if phrase.head in _HEADS and phrase.owner and not several:
            heads = [one for one in self._heads() if not words_of(phrase).isdisjoint(one.of)]
            if len(heads) == 1:
                return heads  # "the ministry's head" is its minister
        wanted = max(phrase.roles, key=len, default=phrase.head)
        for role in dict.fromkeys((wanted, *sorted(phrase.roles, key=len, reverse=True))):
            # "The deputy minister" is no other minister: each word must fit.
            found = [
                entity
                for entity in self._by_role.get(role, [])
                if entity.several == several
                and _fits(entity, wanted)
                and _owned(entity, phrase)
                and _same_sort(entity, phrase)
            ]
            if found:
                return _latest_first(found)
        others = dict.fromkeys(
            entity
            for head in dict.fromkeys((wanted, phrase.head))
            for other in _ALSO_CALLED.get(head, ())
            for entity in self._by_role.get(other, [])
            if entity.several == several
            and _owned(entity, phrase)
            and _same_sort(entity, phrase)
            and _fits(entity, wanted.removesuffix(head).strip())
        )
        return _latest_first(list(others))

    def _heads(self) -> list[Entity]:
        """Everybody who heads a body."""
        found = [one for head in _HEADS for one in self._by_role.get(head, []) if not one.several]
        return list({id(one): one for one in found}.values())

    def _named(self, phrase: SourcePhrase) -> Entity | None:
        exact = self._by_name.get(phrase.name.lower())
        if exact is not None and exact.type is not SourceType.NOBODY:
            return exact
        words = phrase.name.split()
        if len(words) == 1:
            found = [
                entity
                for entity in self._by_word.get(words[0].lower().removeprefix("the "), [])
                if _agree(entity, phrase)
                # "Karsova" is not the Karsova News Agency.
                and (entity.type is SourceType.PERSON or words[0] not in self.places)
            ]
            return _latest_first(found)[0] if found else None
        if phrase.type is SourceType.PERSON:
            # Somebody so far known by the surname alone.
            for entity in self._by_word.get(words[-1].lower(), []):
                if " " not in entity.name and _agree(entity, phrase):
                    return entity
            # "Inés Amarante Rowe" and "Inés Amarante" are one; two given names are two people.
            for entity in self._by_word.get(words[0].lower(), []):
                have = entity.name.split()
                if (
                    len(have) > 1
                    and have[0] == words[0]
                    and (have[-1] in words or words[-1] in have)
                ):
                    return entity
            return None
        if phrase.type in _NAMED_BY:
            # "The Courier" for "Gadget Courier".
            for entity in self._by_word.get(words[-1].lower(), []):
                have = entity.name.lower().split()
                if (
                    entity.named
                    and entity.type in _NAMED_BY
                    and {w.lower() for w in words} <= set(have)
                ):
                    return entity
        return None

    def _index_name(self, entity: Entity) -> None:
        low = entity.name.lower().removeprefix("the ")
        if entity.several:
            return
        self._by_name.setdefault(low, entity)
        words = low.split()
        keys = set(words) if entity.type in _NAMED_BY else {words[0], words[-1]}
        for key in keys:
            _note(self._by_word[key], entity)
        if entity.type in _NAMED_BY and len(words) > 2:
            acronym = "".join(word[0] for word in entity.name.split() if word[0].isupper())
            _note(self._by_word[acronym.lower()], entity)
        if entity.type in _NAMED_BY:
            for n, word in enumerate(words):
                if noun(word).type in _NAMED_BY:
                    entity.roles.add(word)
                    if n:
                        entity.roles.add(f"{words[n - 1]} {word}")
                    if words[n + 1 : n + 2] == ["of"]:
                        entity.roles.add(f"{words[-1]} {word}")

    def _index_roles(self, entity: Entity) -> None:
        for role in entity.roles:
            _note(self._by_role[role], entity)


def _note(bearers: list[Entity], entity: Entity) -> None:
    """Remember who bears a word; of very many only the latest, to bound the work."""
    if entity not in bearers:
        bearers.append(entity)
        del bearers[:-_BEARERS]


def _latest_first(entities: list[Entity]) -> list[Entity]:
    return sorted(
        entities, key=lambda one: one.mentions[-1].span.start if one.mentions else -1, reverse=True
    )


def _agree(entity: Entity, phrase: SourcePhrase) -> bool:
    """Whether an entity may be whom a phrase names, as far as gender and type go."""
    if phrase.gender is not Gender.UNKNOWN and entity.gender not in (Gender.UNKNOWN, phrase.gender):
        # A firm's name may hold a given name; a title's gender is certain.
        return phrase.supposed or entity.supposed
    if phrase.roles and phrase.type is SourceType.PERSON and not phrase.supposed:
        return entity.type is SourceType.PERSON or entity.supposed
    return True


def _fits(entity: Entity, wanted: str) -> bool:
    """Whether all words of a description are said of somebody somewhere."""
    known = f"{entity.name} {' '.join(entity.roles)} {entity.owner}".lower()
    return all(word in known for word in wanted.split())


def _same_sort(entity: Entity, phrase: SourcePhrase) -> bool:
    """Whether a description of somebody, or of something, may be of an entity."""
    if entity.supposed or SourceType.OTHER in (entity.type, phrase.type):
        return True
    people = SourceType.PERSON
    return (entity.type is people) == (phrase.type is people) or phrase.head in _EITHER


def _owned(entity: Entity, phrase: SourcePhrase) -> bool:
    """Whether whose a description says somebody is does not contradict what was said of him."""
    whose = words_of(phrase)
    if not whose and not phrase.owner:
        return True
    owner = phrase.owner.lower()
    if (owner and owner == entity.owner.lower()) or not whose.isdisjoint(entity.of):
        return True
    if any(word in role for role in entity.roles for word in whose):
        return True
    if not phrase.owner:
        return not entity.of
    return phrase.head in _HEADS and not entity.of and not entity.owner
