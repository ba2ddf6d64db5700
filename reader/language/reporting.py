"""The verbs and nouns that report, and verbs of deeds, in all their forms: a table of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from sys import intern


class Trait(StrEnum):
    """What a word of a table is; the heads of the tables tell what each means."""

    SAID = "said"
    HELD = "held"
    LOOSE = "loose"
    SHOWS = "shows"
    STRONG = "strong"
    TRAILING = "trailing"
    INVERTS = "inverts"
    TELLS = "tells"
    THAT = "that"
    IMPERSONAL = "impersonal"
    DENIES = "denies"
    CONCEDES = "concedes"
    LOADED = "loaded"
    INSISTS = "insists"
    CLAIMS = "claims"
    ANSWERS = "answers"
    ASKS = "asks"
    RELAYS = "relays"
    CALLS = "calls"
    HEARS = "hears"
    POSTS = "posts"
    WRITES = "writes"
    AS = "as"
    GRANTS = "grants"
    VOUCHES = "vouches"
    SUPPOSED = "supposed"
    OWED = "owed"
    CLAUSE = "clause"
    ACCUSED = "accused"
    GIVES = "gives"
    MEETS = "meets"
    LIVES = "lives"
    UNDERGOES = "undergoes"


_TRAITS = {trait.value: trait for trait in Trait}


class Form(Enum):
    """The forms of a verb, in the order of the table's columns."""

    BASE = 0
    PRESENT = 1
    PAST = 2
    PARTICIPLE = 3
    GERUND = 4


FINITE = (Form.PRESENT, Form.PAST)
"""The forms that are a clause's verb by themselves, and no infinitive."""


@dataclass(frozen=True, slots=True)
class Word:
    """A line of a table: traits, particles, and forms, lower case.

    Particles, and the words of one form, are parted by spaces, the forms by tabs, as in the table:
    split when asked for, they take a third of the room. A verb with a particle of its own has its
    words joined: "brushed_aside".
    """

    traits: frozenset[Trait]
    particles: str
    forms: str


class InflectedWords:
    """The words of one table."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)

    def forms(
        self, *traits: Trait, of: Iterable[Form] = tuple(Form), without: Iterable[Trait] = ()
    ) -> frozenset[str]:
        """These forms of the words with any of these traits and none of those `without`.

        All words where no trait is named. Verbs with a particle of their own are left out.
        """
        return self._listed(traits, tuple(of), tuple(without))

    @cache  # noqa: B019 (tables live as long as the program)
    def _listed(
        self, traits: tuple[Trait, ...], of: tuple[Form, ...], without: tuple[Trait, ...]
    ) -> frozenset[str]:
        return frozenset(word for word in self._forms(traits, of, without) if "_" not in word)

    def reporting(self, kind: Trait) -> frozenset[str]:
        """All forms of the verbs of a kind that report by themselves."""
        return self.forms(kind, without=(Trait.LOOSE,))

    def lemma(self, lemma: str) -> frozenset[str]:
        """All forms of one word; raises KeyError where the table has none of that name."""
        for word in self._words:
            if word.forms.startswith(f"{lemma}\t"):
                return frozenset(map(intern, word.forms.split()))
        raise KeyError(lemma)

    def phrases(self, *traits: Trait) -> frozenset[str]:
        """All forms of the verbs with a particle of their own, as "brushed_aside"."""
        return frozenset(word for word in self._forms(traits, tuple(Form), ()) if "_" in word)

    def particles(self) -> dict[str, frozenset[str]]:
        """The particles that go with a form of a verb as one cue: "pointed" "out"."""
        found: dict[str, frozenset[str]] = {}
        for word in self._words:
            for form in word.forms.split():
                verb, _, own = form.partition("_")
                if own or word.particles:
                    found[verb] = found.get(verb, frozenset()) | {*word.particles.split(), own}
        return {verb: particles - {""} for verb, particles in found.items()}

    def _forms(
        self, traits: tuple[Trait, ...], of: Iterable[Form], without: Iterable[Trait]
    ) -> Iterator[str]:
        places = [form.value for form in of]
        for word in self._words:
            wanted = not traits or not word.traits.isdisjoint(traits)
            if wanted and word.traits.isdisjoint(without):
                forms = word.forms.split("\t")
                for place in places:
                    # Many sets hold the same words: each word is kept once.
                    yield from map(intern, forms[place].split() if place < len(forms) else ())


def read_verbs(table: str) -> InflectedWords:
    """Read a table of verbs; raises ValueError, with the line, where it is none."""
    return InflectedWords(
        Word(_traits(number, f"{kind} {traits}"), _none(particles), _forms(lemma, forms))
        for number, (lemma, kind, traits, particles, *forms) in _lines(table, columns=8)
    )


def read_deeds(table: str) -> InflectedWords:
    """Read a table of verbs with traits alone."""
    return InflectedWords(
        Word(_traits(number, traits), "", _forms(lemma, forms))
        for number, (lemma, traits, *forms) in _lines(table, columns=6)
    )


def read_nouns(table: str) -> InflectedWords:
    """Read a table of nouns, whose forms are the singular and the plural."""
    return InflectedWords(
        Word(_traits(number, traits), "", _forms(lemma, forms))
        for number, (lemma, traits, *forms) in _lines(table, columns=3)
    )


def _lines(table: str, *, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(table.splitlines(), start=1):
        if not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != columns:
                raise ValueError(f"line {number}: {columns} columns are expected, parted by tabs")
            yield number, fields


def _none(column: str) -> str:
    return "" if column == "-" else column


def _forms(lemma: str, forms: list[str]) -> str:
    return "\t".join((lemma.replace(" ", "_"), *forms))


def _traits(number: int, names: str) -> frozenset[Trait]:
    try:
        return _known_traits(names)
    except KeyError as error:
        raise ValueError(f"line {number}: no such trait: {error.args[0]}") from None


@cache
def _known_traits(names: str) -> frozenset[Trait]:
    """The traits of these names; one set for all words that have them."""
    return frozenset(_TRAITS[name] for name in names.split() if name != "-")
