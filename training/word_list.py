"""Make the list of common English words that anchoring ships.

usage: python training/word_list.py SCOWL_FOLDER NEWS.jsonl… > reader/language/english/words.txt

SCOWL_FOLDER holds the lists of SCOWL (http://wordlist.aspell.net/, or Debian's package `scowl`),
one file for each class and size. NEWS.jsonl are articles, one JSON object a line with its `text`.
Of SCOWL's sizes 10 and 20 all but rare short words are taken; of 35 to 50, and of its names, only
what the articles use, since a rare word in the list is a slip of the pen no longer forgiven.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

COMMON_SIZES = (10, 20)
FURTHER_SIZES = (35, 40, 50)
COMMON_NAME_SIZES = (10, 20, 35, 40)
SPELLINGS = ("english", "american", "british", "british_z", "canadian")
WORD_USES = 2
"""A rarer word counts where the articles have it twice: once may be a misprint."""
NAME_USES = 3
SHORT = 5
"""A word of so few letters is easily hit by a slip: it counts only where the articles have it."""

_WORD = re.compile(r"[^\W\d_]+")


def scowl(folder: Path, classes: Iterable[str], sizes: Iterable[int]) -> set[str]:
    """Read the words, case folded and without possessives, of some classes and sizes."""
    sizes = tuple(sizes)
    words: set[str] = set()
    for kind in classes:
        for spelling in SPELLINGS:
            for size in sizes:
                path = folder / f"{spelling}-{kind}.{size}"
                if path.exists():
                    words.update(path.read_text(encoding="latin-1").casefold().split())
    return {word for word in words if word.isalpha()}


def uses(paths: Iterable[Path]) -> Counter[str]:
    """Count the words of the articles, case folded."""
    counts: Counter[str] = Counter()
    for text in _texts(paths):
        counts.update(_WORD.findall(text.casefold()))
    return counts


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def word_list(folder: Path, articles: Iterable[Path]) -> list[str]:
    """Choose the words, in alphabetical order."""
    used = uses(articles)
    chosen = scowl(folder, ["upper"], COMMON_NAME_SIZES)
    for word in scowl(folder, ["words"], COMMON_SIZES):
        if len(word) > SHORT or used[word] >= WORD_USES:
            chosen.add(word)
    for word in scowl(folder, ["words"], FURTHER_SIZES):
        if used[word] >= WORD_USES:
            chosen.add(word)
    for name in scowl(folder, ["upper", "proper-names"], FURTHER_SIZES):
        if used[name] >= NAME_USES:
            chosen.add(name)
    return sorted(chosen)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.stdout.write("\n".join(word_list(Path(sys.argv[1]), map(Path, sys.argv[2:]))) + "\n")
