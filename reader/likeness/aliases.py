"""Whether two names are one speaker's: "Colonel E. Freese" and "Edgar Freese", "the ministry" …"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.english import ENGLISH

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_TITLES = ENGLISH.word_class("name titles")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "of", "for"})
_PREPOSITIONS = ENGLISH.word_class("prepositions")
_SPEAKS_FOR = re.compile(
    r"\b(?:a|an|the|its)?\s*(?:\w+\s)?(?:spokes(?:man|woman|person)|press (?:service|office)) "
    r"(?:for|of) ",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 16)
def same_speaker(one: str, other: str) -> bool:
    """Whether two speakers' names go together.

    A person is one by the surname and whatever given names or initials both have; a body by all
    the words of the shorter name. Whoever speaks for a body is the body.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if [word.casefold() for word in mine] == [word.casefold() for word in theirs]:
        return True
    if _is_person(mine) and _is_person(theirs):
        return _one_person(mine, theirs)
    short, long = sorted(({word.casefold() for word in words} for words in (mine, theirs)), key=len)
    return short <= long and (len(short) > 1 or _head(mine) == _head(theirs))


def last_word(name: str) -> str:
    """The last word of a name in lower case, "" where there is none."""
    words = name.split()
    return words[-1].casefold() if words else ""


def is_name(name: str) -> bool:
    """Whether it names one person or body anywhere, and no role: it begins and ends as names do."""
    words = _words(name)
    return bool(words) and not (words[0][0].islower() or words[-1][0].islower())


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(_SPEAKS_FOR.sub("", name)) if word not in _ARTICLES]


def _head(words: list[str]) -> str:
    """What a name is about: in "the Banner in Zemran" that is the paper, not the town."""
    lower = [word.casefold() for word in words]
    end = next((at for at, word in enumerate(lower) if at and word in _PREPOSITIONS), len(lower))
    return lower[end - 1]


def _is_person(words: list[str]) -> bool:
    """Names have capitals throughout, once articles are gone; so have some bodies."""
    return all(word[0].isupper() for word in words)


def _one_person(one: list[str], other: list[str]) -> bool:
    if one[-1].casefold() != other[-1].casefold():
        return False
    mine, theirs = (
        [word.casefold() for word in words[:-1] if word.casefold() not in _TITLES]
        for words in (one, other)
    )
    pairs = list(zip(reversed(mine), reversed(theirs), strict=False))
    return all(
        first == second or (first[0] == second[0] and 1 in (len(first), len(second)))
        for first, second in pairs
    )
