"""What changed between two texts, word by word, for the eye."""

from __future__ import annotations

import re
from enum import StrEnum

from reader.anchoring.words import canonical_words

_PIECE = re.compile(r"\S+\s*|\s+")


class Op(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def difference(old: str, new: str) -> list[tuple[Op, str]]:
    """Tell how `new` came from `old`, as runs of words that are the same, gone or new.

    Words are compared as the anchors compare them, so marks and case make no difference; words
    that are the same are given as they stand in `new`. The texts of SAME and NEW, joined, give
    `new` again.
    """
    from rapidfuzz.distance import Levenshtein

    before, after = _PIECE.findall(old), _PIECE.findall(new)
    runs: list[tuple[Op, str]] = []
    for step in Levenshtein.opcodes(_keys(before), _keys(after)):
        if step.tag == "equal":
            runs.append((Op.SAME, "".join(after[step.dest_start : step.dest_end])))
            continue
        if step.src_end > step.src_start:
            runs.append((Op.GONE, "".join(before[step.src_start : step.src_end])))
        if step.dest_end > step.dest_start:
            runs.append((Op.NEW, "".join(after[step.dest_start : step.dest_end])))
    return _merged(runs)


def _keys(pieces: list[str]) -> list[str]:
    return [" ".join(canonical_words(piece)) or piece.strip() for piece in pieces]


def _merged(runs: list[tuple[Op, str]]) -> list[tuple[Op, str]]:
    """Between two words that are the same, put all that is gone before all that is new."""
    merged: list[tuple[Op, str]] = []
    gone = new = ""
    for op, text in [*runs, (Op.SAME, "")]:
        if op is Op.GONE:
            gone += text
        elif op is Op.NEW:
            new += text
        else:
            merged += [(Op.GONE, gone)] if gone else []
            merged += [(Op.NEW, new)] if new else []
            merged += [(Op.SAME, text)] if text else []
            gone = new = ""
    return merged
