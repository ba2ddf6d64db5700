"""Which given names are women's, which men's."""

from __future__ import annotations

from collections.abc import Mapping


def read_given_names(text: str) -> Mapping[str, tuple[str, str]]:
    """Women's and men's names by their first two letters, each as one line with a space around.

    Kept as lines and not as sets: a text asks for a few dozen of the 17,000.
    """
    found: dict[str, tuple[str, str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            women, _, men = line.partition("|")
            found[(women.split() or men.split())[0][:2]] = (f" {women} ", f" {men} ")
    return found
