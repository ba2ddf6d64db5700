"""A language as one value: what is true of its words, and where its data are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from reader.language.cue_counts import CueCounts
from reader.language.given_names import read_given_names
from reader.language.number_words import NumberWords, read_number_words
from reader.language.word_classes import read_word_classes


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of one language, each part read once, when it is first asked for.

    `name` is its tag (BCP 47); `package` holds its data files.
    """

    name: str
    package: str

    def word_class(self, name: str) -> frozenset[str]:
        """The words of a class, lower case; raises KeyError where there is no such class."""
        return _word_classes(self.package)[name]

    def source_nouns(self, name: str) -> frozenset[str]:
        """The head nouns of sources of a class, and what else tells of them; raises KeyError."""
        return _source_nouns(self.package)[name]

    @property
    def given_names(self) -> Mapping[str, tuple[str, str]]:
        """Women's and men's given names by their first two letters, letters of a to z."""
        return _given_names(self.package)

    @property
    def cue_counts(self) -> CueCounts:
        """How often single words are cues."""
        return _cue_counts(self.package)

    @property
    def common_words(self) -> frozenset[str]:
        """The words that are no misprint of another, lower case."""
        return _common_words(self.package)

    @property
    def number_words(self) -> NumberWords:
        """The words of numbers and units."""
        return _number_words(self.package)

    @property
    def endings(self) -> tuple[tuple[str, str], ...]:
        """Endings to cut off before words are compared, and what stands instead, in order."""
        return _endings(self.package)

    def weights(self) -> bytes:
        """The packed numbers of the tagger, as `training/train_tagger.py` wrote them."""
        return _folder(self.package).joinpath("weights.bin").read_bytes()


def _folder(package: str) -> Traversable:
    return files(package)


def _text(package: str, name: str) -> str:
    return _folder(package).joinpath(name).read_text(encoding="utf-8")


@cache
def _word_classes(package: str) -> dict[str, frozenset[str]]:
    return read_word_classes(_text(package, "word_classes.txt"))


@cache
def _source_nouns(package: str) -> dict[str, frozenset[str]]:
    return read_word_classes(_text(package, "source_nouns.txt"))


@cache
def _given_names(package: str) -> Mapping[str, tuple[str, str]]:
    return read_given_names(_text(package, "given_names.txt"))


@cache
def _cue_counts(package: str) -> CueCounts:
    return CueCounts(_text(package, "cues.tsv"))


@cache
def _common_words(package: str) -> frozenset[str]:
    return frozenset(_text(package, "words.txt").split())


@cache
def _number_words(package: str) -> NumberWords:
    return read_number_words(_text(package, "numbers.tsv"))


@cache
def _endings(package: str) -> tuple[tuple[str, str], ...]:
    lines = _text(package, "endings.tsv").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return tuple((ending, instead) for ending, _, instead in pairs)
