"""The word classes the rules go by, written by hand: a class a heading, its words below it."""

from __future__ import annotations

from sys import intern


def read_word_classes(text: str) -> dict[str, frozenset[str]]:
    """Read a file of classes: "[name]", then its words; lines with "#" are for people."""
    words: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            words[name] = []
        elif line and not line.startswith("#"):
            words[name] += map(intern, line.split())
    return {name: frozenset(listed) for name, listed in words.items()}
