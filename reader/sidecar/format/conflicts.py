"""Conflict markers that git left in a file: found before YAML stumbles over them."""

from __future__ import annotations

import re
from itertools import islice

_MARKER = re.compile(r"^(?:<{7}(?: .*)?|\|{7}(?: .*)?|={7}|>{7}(?: .*)?)\r?$", re.MULTILINE)


def conflict_in(text: str) -> tuple[int, str] | None:
    """Find the first conflict: its line, and what stands on either side and what to do."""
    # Four make a whole conflict; a file may hold a million.
    if not (markers := list(islice(_MARKER.finditer(text), 4))):
        return None
    lines = [(text.count("\n", 0, found.start()) + 1, found[0].strip()) for found in markers]
    first, opening = lines[0]
    kinds = [marker[0] for _, marker in lines]
    has_base = kinds == ["<", "|", "=", ">"]
    if not has_base and kinds[:3] != ["<", "=", ">"]:
        what = f"a conflict marker was left here ({opening[:7]}); remove it, and check both sides"
        return first, what
    middle, (last, closing) = lines[2 if has_base else 1][0], lines[3 if has_base else 2]
    ours_end = lines[1][0] - 1
    ours = f"{_side(first + 1, ours_end)} are {_name(opening, 'ours')}"
    theirs = f"{_side(middle + 1, last - 1)} are {_name(closing, 'theirs')}"
    what = f"git left a conflict: {ours}, {theirs}; keep what is right and remove the markers"
    return first, what


def _side(first: int, last: int) -> str:
    if last < first:
        return "no lines"
    return f"lines {first} to {last}"


def _name(marker: str, fallback: str) -> str:
    label = marker[7:].strip()
    return f"{fallback} ({label})" if label else fallback
