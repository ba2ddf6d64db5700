"""Fill in the forms of the verbs and nouns of the tables: the columns after those written by hand.

usage: python training/inflect.py [--check]

A new word is a new line with its columns by hand (see the heads of the tables); this script adds
the forms and sorts the lines. --check writes nothing and exits with 1 where a file would change.
Needs lemminflect, which the program itself does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lemminflect import getAllInflections, getAllInflectionsOOV

_ENGLISH = Path(__file__).parent.parent / "reader" / "language" / "english"
TABLES = {
    _ENGLISH / "verbs.tsv": ("VERB", 4, ("VBZ", "VBD", "VBN", "VBG")),
    _ENGLISH / "deeds.tsv": ("VERB", 2, ("VBZ", "VBD", "VBN", "VBG")),
    _ENGLISH / "nouns.tsv": ("NOUN", 2, ("NNS",)),
}
"""Part of speech, number of columns written by hand, and the forms added, of each table."""
_SAME_AS = {"VBN": "VBD"}
"""A form that the lexicon leaves out where it is the same as another."""
_STRANGERS = frozenset(
    ("chid", "chidded", "chidden", "crew", "lay", "payed", "refered", "refering", "relaid")
)
"""Forms of another verb of the same spelling, or long out of use."""


def inflected(table: Path) -> str:
    """The text of a table with all its forms; raises ValueError for a line that is none."""
    part, columns, tags = TABLES[table]
    head: list[str] = []
    lines: list[str] = []
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            head.append(line)
            continue
        fields = line.split("\t")[:columns]
        if len(fields) < columns:
            raise ValueError(f"{table}:{number}: {columns} columns are expected, parted by tabs")
        lines.append("\t".join([*fields, *forms(fields[0], part, tags)]))
    return "\n".join([*head, *sorted(lines)]) + "\n"


def forms(lemma: str, part: str, tags: tuple[str, ...]) -> list[str]:
    """The forms of a lemma for these tags, those of one tag parted by spaces.

    Of a verb with a particle ("brush aside") the verb changes.
    """
    verb, space, particle = lemma.partition(" ")
    known = getAllInflections(verb, upos=part)
    if tags[0] not in known:
        known = getAllInflectionsOOV(verb, upos=part)
    found = []
    for tag in tags:
        words = known.get(tag) or known.get(_SAME_AS.get(tag, "")) or (lemma,)
        kept = [word for word in words if word not in _STRANGERS]
        different = [word for word in kept if word != verb or tag != "NNS"] or kept
        found.append(" ".join(f"{word}_{particle}" if space else word for word in different))
    return found


def main(arguments: list[str]) -> int:
    """Write the tables, or compare them."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    stale = [table for table in TABLES if table.read_text(encoding="utf-8") != inflected(table)]
    for table in stale:
        if arguments:
            sys.stdout.write(f"{table.name} is not what this script makes of it\n")
        else:
            table.write_text(inflected(table), encoding="utf-8")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
