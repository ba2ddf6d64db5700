"""What words tell of a person's gender: a title, a given name, a noun, a pronoun."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reader.attribution.grammar.source_type import Gender
from reader.language.english import ENGLISH

_PRONOUNS = {
    "she": Gender.FEMALE, "her": Gender.FEMALE, "herself": Gender.FEMALE, "hers": Gender.FEMALE,
    "he": Gender.MALE, "him": Gender.MALE, "himself": Gender.MALE, "his": Gender.MALE,
}  # fmt: skip
_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


def of_pronoun(word: str) -> Gender:
    """The gender of "she", "his" and the like."""
    return _PRONOUNS.get(word, Gender.UNKNOWN)


def of_title(word: str) -> Gender:
    """The gender that a title tells ("Mr", "Queen")."""
    word = word.lower().rstrip(".")
    if word in ENGLISH.source_nouns("titles: women"):
        return Gender.FEMALE
    return Gender.MALE if word in ENGLISH.source_nouns("titles: men") else Gender.UNKNOWN


@lru_cache(maxsize=4096)
def of_given_name(name: str) -> Gender:
    """The gender of those who bear a given name, where nearly all are of one."""
    low = name.lower().translate(_FOLDED).partition("-")[0]
    bare = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    women, men = ENGLISH.given_names.get(bare[:2], ("", ""))
    if f" {bare} " in women:
        return Gender.FEMALE
    return Gender.MALE if f" {bare} " in men else Gender.UNKNOWN
