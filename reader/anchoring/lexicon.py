"""Which words are words, and which change of one is no more than a slip."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

_NEGATIONS = """
    not no never none nobody nothing nowhere neither nor without hardly barely scarcely
    false falsely untrue denied denies deny denying
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Words that turn a claim round: none of them comes or goes unseen."""

_LONGER = 4
"""The longer of two words has at least so many letters, or a slip is another word (EU, UN)."""
_SHORTER = 3


@cache
def common_words() -> frozenset[str]:
    """Read the common English words that ship with the package, case folded."""
    path = Path(__file__).with_name("data") / "words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_slip(old: str, new: str, is_established: Callable[[str], bool]) -> bool:
    """Tell whether one word is the other with one letter wrong, missing, doubled or swapped.

    Never where a number or a negation is touched, nor where both are words: in the shipped list,
    or established (this text uses them again and again, its names above all).
    """
    from rapidfuzz.distance import OSA

    if abs(len(old) - len(new)) > 1 or max(len(old), len(new)) < _LONGER:
        return False
    if min(len(old), len(new)) < _SHORTER or OSA.distance(old, new, score_cutoff=1) > 1:
        return False
    if old in NEGATIONS or new in NEGATIONS or not (old.isalpha() and new.isalpha()):
        return False
    known = common_words()
    return not all(word in known or is_established(word) for word in (old, new))
