"""Who is meant by the words of a source: names, roles, pronouns, groups, and how sure it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import zones
from reader.attribution.speakers.coreference import NO_SOURCE, Coreference, Speaker
from reader.attribution.text.document import read_document
from reader.span import Span
from reader.statement import UNKNOWN

_MARK = re.compile(r"[\[\]]")


def speakers(text: str) -> list[Speaker]:
    """The speakers of the sources in brackets, in their order."""
    plain = _MARK.sub("", text)
    found = Coreference(read_document(plain, zones(plain)))
    told = []
    for match in re.finditer(r"\[([^]]+)\]", text):
        start = len(_MARK.sub("", text[: match.start()]))
        told.append(found.speaker((Span(start, start + len(match[1])),)))
    return told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ann Vale opened the gate. Later [Vale] said it was late.", "Ann Vale"),
        ("Ann Vale met Piet Maas. [She] said it was late.", "Ann Vale"),
        ("Ann Vale met Piet Maas. [He] said it was late.", "Piet Maas"),
        ("Gen. Osk Maran left Karsk. [The general] said it was late.", "Osk Maran"),
        ("Ann Vale, the harbour master, left. [The harbour master] said no.", "Ann Vale"),
        ("The minister, Ida Lorn, spoke first. [Lorn] said it was late.", "Ida Lorn"),
        ("[Two divers] said it was late.", "two divers"),
        ("[Ann Vale and Piet Maas] said it was late.", "Ann Vale and Piet Maas"),
        ("[The Courier] said it was late.", "Courier"),
    ],
)
def test_a_source_is_whom_the_text_named_before(text: str, name: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.name.removeprefix("The "), speaker.sure) == (name, True)


def test_a_pronoun_that_two_people_fit_is_a_guess() -> None:
    (speaker,) = speakers("Piet Maas and Jon Brandt met Karl Orlo. Then [he] said it was late.")
    assert not speaker.sure


def test_a_pronoun_that_nobody_fits_is_nobody() -> None:
    (speaker,) = speakers("It rained all day in Karsk. [She] said it was late.")
    assert not speaker.sure


def test_who_has_spoken_is_likelier_to_speak_again() -> None:
    first, again = speakers(
        "[Ann Vale] said the gate was shut. The key of Ida Lorn was lost, [she] said."
    )
    assert (first.name, again.name) == ("Ann Vale", "Ann Vale")


def test_what_cannot_speak_is_no_speaker() -> None:
    (speaker,) = speakers("[The age of 44] said it was late.")
    assert (speaker.name, speaker.sure) == (UNKNOWN, False)


def test_no_source_is_nobody_and_that_is_sure() -> None:
    text = "It rained, it was said."
    assert Coreference(read_document(text, zones(text))).speaker(()) is NO_SOURCE
    assert (NO_SOURCE.name, NO_SOURCE.sure) == (UNKNOWN, True)


_PIECES = (
    "[Ann Vale]",
    "[she]",
    "[the minister]",
    "[they]",
    "[two of them]",
    "Piet Maas",
    "met",
    ".",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), max_size=20))
def test_every_source_has_a_name_and_the_same_one_again(pieces: list[str]) -> None:
    text = " ".join(pieces)
    names = [speaker.name for speaker in speakers(text)]
    assert all(names)
    assert names == [speaker.name for speaker in speakers(text)]
