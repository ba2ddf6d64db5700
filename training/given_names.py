"""Given names by gender, from the person providers of Faker: the list that the finder reads.

usage: python -m training.given_names > reader/language/english/given_names.txt

Faker (MIT) is installed for this alone: it is no dependency, of development neither.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

_PROVIDERS = "faker.providers.person"
_AGREEING = 0.8
"""A name is of a gender where so many of the languages that know it say so."""
_LEAST = 3
"""Shorter names tell too little: they are surnames and syllables as often."""
_WHOLE_REGISTERS = frozenset(("is", "tr"))
"""Languages whose lists hold all that may be borne; what only these know is left out."""
_HEADING = """\
# Given names, in letters of a to z: women's | men's, a line for each first two letters. From the
# lists of Faker (https://github.com/joke2k/faker), copyright (c) 2012 Daniele Faraglia, MIT
# licence; see given_names.licence.txt. Made by training/given_names.py.
"""
_CYRILLIC = (
    "а:a б:b в:v г:g д:d е:e з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f ы:y э:e"
)
_MORE_CYRILLIC = (
    "і:i ѓ:g ј:j љ:l њ:n ќ:k џ:d ж:zh х:kh ц:ts ч:ch ш:sh щ:shch ъ: ь: ю:yu я:ya є:ye ї:yi ґ:g ѕ:dz"
)
_GREEK = "α:a β:v γ:g δ:d ε:e ζ:z η:i ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f ω:o"
_OTHERS = "θ:th χ:ch ψ:ps ø:o ł:l đ:d ı:i æ:ae œ:oe ß:ss þ:th ð:d ə:a"
_LETTERS = {
    letter: latin
    for letter, _, latin in (
        pair.partition(":")
        for pair in f"{_CYRILLIC} {_MORE_CYRILLIC} {_GREEK} {_OTHERS}".split(" ")
    )
}


def folded(name: str) -> str:
    """A name in lower-case letters of a to z, or "" where it has others."""
    composed = unicodedata.normalize("NFC", name.casefold())
    latin = "".join(_LETTERS.get(letter, letter) for letter in composed)
    bare = "".join(
        _LETTERS.get(letter, letter)
        for letter in unicodedata.normalize("NFD", latin)
        if not unicodedata.combining(letter)
    )
    return bare if bare.isascii() and bare.isalpha() and len(bare) >= _LEAST else ""


def _names(provider: object, gender: str) -> Iterator[str]:
    """The given names of one gender that a locale's provider lists."""
    for attribute in (
        f"first_names_{gender}",
        f"first_{gender}_romanized_names",
        f"first_{gender}_names",
    ):
        listed: Iterable[object] = getattr(provider, attribute, ())
        for name in listed:
            if isinstance(name, str):
                yield from map(folded, name.split()[:1])


def main() -> int:
    """Count in how many languages a name is a woman's and a man's, and write those that agree."""
    package = importlib.import_module(_PROVIDERS)
    languages: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{_PROVIDERS}.{module.name}").Provider
        language = module.name if module.name.startswith("en_") else module.name.split("_")[0]
        for gender in ("female", "male"):
            for name in _names(provider, gender):
                languages[name][gender].add(language)
    languages.pop("", None)
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, found in sorted(languages.items()):
        everyone = len(found["female"]) + len(found["male"])
        for gender in ("female", "male"):
            agreed = len(found[gender]) >= _AGREEING * everyone
            if agreed and not found[gender] <= _WHOLE_REGISTERS:
                lines[name[:2]][gender].append(name)
    sys.stdout.write(_HEADING)
    for group in lines.values():
        sys.stdout.write(f"{' '.join(group['female'])} | {' '.join(group['male'])}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
