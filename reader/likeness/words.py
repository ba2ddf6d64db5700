"""A statement's words as they are compared: without endings, without words that all texts share."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.likeness.quantities import FIGURES, NUMBER_WORDS

WORD = re.compile(rf"[^\W\d_]+(?:['’][^\W\d_]+)*|{FIGURES}")
"""A word with its apostrophes, or a number in figures."""

STOP_WORDS = frozenset(
    """a an the and or but nor so yet of to in on at by for from with without within into onto upon
    over under between among through during before after above below up down out off about against as
    than that this these those there here it its he him his she her hers they them their we us our you
    your i me my mine who whom whose which what when where why how is are was were be been being am do
    does did done doing has have had having will would shall should may might must can could cannot
    not no never nobody nothing none neither said says say saying told tell tells telling according
    also only just even still more most much many some any all each every both few other another such
    own same too very once then again while if because though although since until ones added
    don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn ain ll ve re""".split()
)

_ENDINGS = (
    ("sses", "ss"), ("ingly", ""), ("edly", ""), ("ments", ""), ("ations", "at"), ("ation", "at"),
    ("ment", ""), ("ness", ""), ("ings", ""), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ers", ""),
    ("er", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_SHORTEST_STEM = 3


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Cut an English ending off a lower-case word; crude, as word pieces are compared besides."""
    for ending, instead in _ENDINGS:
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
    if len(lowered) < 2 or lowered in STOP_WORDS or lowered in NUMBER_WORDS:
        return ""
    return stem(lowered)
