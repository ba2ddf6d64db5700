"""What a noun names: somebody who can speak, and of what type, gender and number; or nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from reader.language.english import ENGLISH


class SourceType(Enum):
    """What a source is: OTHER can be somebody, for all the words tell; NOBODY cannot speak."""

    PERSON = auto()
    BODY = auto()
    OUTLET = auto()
    DOCUMENT = auto()
    PRONOUN = auto()
    OTHER = auto()
    NOBODY = auto()


class Gender(Enum):
    """Of a person, where the words tell it."""

    FEMALE = auto()
    MALE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Noun:
    """What is known of a head noun: `singular` is its form for one, `several` that it is plural."""

    singular: str
    type: SourceType
    gender: Gender = Gender.UNKNOWN
    several: bool = False


_PEOPLE_ENDINGS = tuple(ENGLISH.source_nouns("endings: people"))
_THING_ENDINGS = tuple(ENGLISH.source_nouns("endings: never speakers"))
_CLASSES = (
    ("people: women", SourceType.PERSON, Gender.FEMALE, False),
    ("people: men", SourceType.PERSON, Gender.MALE, False),
    ("people", SourceType.PERSON, Gender.UNKNOWN, False),
    ("people: by nation", SourceType.PERSON, Gender.UNKNOWN, False),
    ("people: several", SourceType.PERSON, Gender.UNKNOWN, True),
    ("outlets: several", SourceType.OUTLET, Gender.UNKNOWN, True),
    ("outlets", SourceType.OUTLET, Gender.UNKNOWN, False),
    ("bodies", SourceType.BODY, Gender.UNKNOWN, False),
    ("documents", SourceType.DOCUMENT, Gender.UNKNOWN, False),
    ("never speakers", SourceType.NOBODY, Gender.UNKNOWN, False),
)


@lru_cache(maxsize=4096)
def noun(word: str) -> Noun:
    """What a lower-case noun names: of the lists, else by its ending."""
    listed = _listed(word)
    if listed is not None:
        return listed
    for singular in _singulars(word):
        listed = _listed(singular)
        if listed is not None:
            return Noun(singular, listed.type, listed.gender, several=True)
    if word.endswith(("-year-old", "-year-olds")):
        return Noun(word, SourceType.PERSON, several=word.endswith("s"))
    if "-of-" in word:
        return noun(word.partition("-of-")[0])
    tail = word.rpartition("-")[2]
    if tail != word and tail:
        known = noun(tail)
        return Noun(word, known.type, known.gender, known.several)
    several = is_plural(word)
    bare = _singulars(word)[0] if several else word
    if bare.endswith(("woman", "women", "wife")):
        return Noun(bare, SourceType.PERSON, Gender.FEMALE, several or word.endswith("women"))
    if bare.endswith(("man", "men")) and len(bare) > len("oman"):
        return Noun(bare, SourceType.PERSON, Gender.MALE, several or word.endswith("men"))
    if bare.endswith(_THING_ENDINGS):
        return Noun(bare, SourceType.NOBODY, several=several)
    if bare.endswith(_PEOPLE_ENDINGS):
        return Noun(bare, SourceType.PERSON, several=several)
    return Noun(bare, SourceType.OTHER, several=several)


def is_listed(word: str) -> bool:
    """Whether the lists hold a lower-case noun, in the singular or the plural."""
    return any(_listed(form) is not None for form in (word, *_singulars(word)))


def is_plural(word: str) -> bool:
    """Whether a word that no list holds looks like a plural."""
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "news", "ics", "’s", "'s"))
    ) or word.endswith(("women", "children"))


_IRREGULAR = {"people": "people", "children": "child", "wives": "wife", "police": "police"}


@lru_cache(maxsize=1)
def _table() -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for name, source_type, gender, several in _CLASSES:
        for word in ENGLISH.source_nouns(name):
            table.setdefault(word, Noun(word, source_type, gender, several))
    return table


def _listed(word: str) -> Noun | None:
    return _table().get(word)


def _singulars(word: str) -> tuple[str, ...]:
    """The forms that a plural may be of, the likeliest first."""
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if word.endswith("men"):
        return (word[:-2] + "an",)
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("es") and word[:-2].endswith(("ss", "ch", "sh", "x", "z")):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith("ss"):
        return (word[:-1],)
    return (word,)
