"""Which words are words, and which change of one is no more than a slip."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reader.language.english import ENGLISH

NEGATIONS = ENGLISH.word_class("turning words")
"""Words that turn a claim round: none of them comes or goes unseen."""

_LONGER = 4
"""The longer of two words has at least so many letters, or a slip is another word (EU, UN)."""
_SHORTER = 3


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def is_one_letter(old: str, new: str) -> bool:
    """Tell whether one word is the other with one letter wrong, missing, doubled or swapped.

    Never where a number or a negation is touched, nor for a final "s", nor for words so short that
    another letter is another word.
    """
    shorter, longer = sorted((len(old), len(new)))
    if shorter < _SHORTER or longer < _LONGER or longer - shorter > 1:
        return False
    short, long = (old, new) if len(old) < len(new) else (new, old)
    if short + "s" == long and short[-1] != "s":  # another number, or somebody's
        return False
    if _distance()(old, new, score_cutoff=1) > 1:
        return False
    return old.isalpha() and new.isalpha() and not (old in NEGATIONS or new in NEGATIONS)


def is_slip(old: str, new: str, is_established: Callable[[str], bool]) -> bool:
    """Tell whether two words are one, misprinted: one letter apart, and not both words.

    Words are those of the shipped list and those `is_established` tells (this text uses them again
    and again, its names above all).
    """
    if not is_one_letter(old, new):
        return False
    known = ENGLISH.common_words
    return not all(word in known or is_established(word) for word in (old, new))
