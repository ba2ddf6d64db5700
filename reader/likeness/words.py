"""A statement's words as they are compared: without endings, without words that all texts share."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.english import ENGLISH
from reader.likeness.quantities import NUMBER_WORDS

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
"""A word with its apostrophes, or a number in figures."""

_UNCOMPARED = ENGLISH.word_class("uncompared")
_ENDINGS = ENGLISH.endings
_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)
_SHORTEST_STEM = 3


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Cut an English ending off a lower-case word; crude, as word pieces are compared besides."""
    for ending, instead in _ENDINGS if word.endswith(_ANY_ENDING) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            if ending == "s" and word.endswith("ss"):
                continue
            word = word[: -len(ending)] + instead
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def term(word: str) -> str:
    """What a word counts as, or "" where it says nothing about which claim this is."""
    lowered = word.lower().replace("’", "'")
    if lowered.endswith("'s"):
        lowered = lowered[:-2]
    lowered = lowered.replace("'", "")
    if len(lowered) < 2 or lowered in _UNCOMPARED or lowered in NUMBER_WORDS:
        return ""
    return stem(lowered)
