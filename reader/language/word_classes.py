"""The word classes the rules go by, kept as data beside the code."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def word_class(name: str) -> frozenset[str]:
    """The words of a class; raises KeyError where there is no such class."""
    return _classes()[name]


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    text = files("reader.language.english").joinpath("word_classes.txt").read_text("utf-8")
    classes: dict[str, frozenset[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            classes[name] = frozenset()
        elif line and not line.startswith("#"):
            classes[name] |= frozenset(line.split())
    return classes
