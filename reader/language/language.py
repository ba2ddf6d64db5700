"""A language as one value: what is true of its words, and where its data are kept."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import get_data
from types import ModuleType

from reader.language.cue_counts import CueCounts
from reader.language.furniture import Bylines, Captions, Datelines, Notices
from reader.language.given_names import read_given_names
from reader.language.number_words import NumberWords, read_number_words
from reader.language.reporting import (
    FINITE,
    InflectedWords,
    Trait,
    read_deeds,
    read_nouns,
    read_verbs,
)
from reader.language.word_classes import read_word_classes
from reader.language.word_set import WordSet


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
    def verbs(self) -> InflectedWords:
        """The verbs that report what is said or held."""
        return _verbs(self.package)

    @property
    def strong_forms(self) -> frozenset[str]:
        """The finite forms of the verbs that hardly do anything but report, and are no nouns."""
        return self.verbs.forms(Trait.STRONG, of=FINITE) - self.nouns.forms()

    @property
    def nouns(self) -> InflectedWords:
        """The nouns that report."""
        return _nouns(self.package)

    @property
    def deeds(self) -> InflectedWords:
        """The verbs of what somebody does, has to do with, or goes through."""
        return _deeds(self.package)

    @property
    def common_words(self) -> Set[str]:
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

    @property
    def bylines(self) -> Bylines:
        """The words of bylines."""
        found: Bylines = _module(self.package, "bylines").BYLINES
        return found

    @property
    def datelines(self) -> Datelines:
        """The words of datelines."""
        found: Datelines = _module(self.package, "datelines").DATELINES
        return found

    @property
    def captions(self) -> Captions:
        """The words of captions."""
        found: Captions = _module(self.package, "captions").CAPTIONS
        return found

    @property
    def notices(self) -> Notices:
        """The words of notices."""
        found: Notices = _module(self.package, "notices").NOTICES
        return found

    def weights(self) -> bytes:
        """The packed numbers of the tagger, as `training/train_tagger.py` wrote them."""
        return _data(self.package, "weights.bin")


def _data(package: str, name: str) -> bytes:
    # Not by importlib.resources, which brings archives, temporary files and more with it.
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} cannot be read for its {name}")
    return data


def _module(package: str, name: str) -> ModuleType:
    return import_module(f"{package}.{name}")


def _text(package: str, name: str) -> str:
    return _data(package, name).decode("utf-8")


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
def _verbs(package: str) -> InflectedWords:
    return read_verbs(_text(package, "verbs.tsv"))


@cache
def _nouns(package: str) -> InflectedWords:
    return read_nouns(_text(package, "nouns.tsv"))


@cache
def _deeds(package: str) -> InflectedWords:
    return read_deeds(_text(package, "deeds.tsv"))


@cache
def _common_words(package: str) -> WordSet:
    return WordSet(iter(_text(package, "words.txt").split()))


@cache
def _number_words(package: str) -> NumberWords:
    return read_number_words(_text(package, "numbers.tsv"))


@cache
def _endings(package: str) -> tuple[tuple[str, str], ...]:
    lines = _text(package, "endings.tsv").splitlines()
    pairs = (line.partition("\t") for line in lines if not line.startswith("#"))
    return tuple((ending, instead) for ending, _, instead in pairs)
