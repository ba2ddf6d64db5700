"""What tells whom a source means: each class of evidence by one text."""

from __future__ import annotations

import pytest

from reader.article import zones
from reader.attribution import attribute
from reader.attribution.speakers.coreference import Coreference, Speaker
from reader.attribution.speakers.evidence import Evidence
from reader.attribution.text.document import read_document
from reader.span import Span


def speaker(text: str, source: str) -> Speaker:
    """The speaker of the last words of a text that read like the source."""
    document = read_document(text, zones(text))
    start = text.rindex(source)
    return Coreference(document).speaker((Span(start, start + len(source)),))


@pytest.mark.parametrize(
    ("text", "source", "name", "evidence"),
    [
        ("Ilse Brandt came. Brandt said no.", "Brandt", "Ilse Brandt", Evidence.NAMED),
        (
            "Ilse Brandt, the harbour pilot, came. The pilot said no.",
            "The pilot",
            "Ilse Brandt",
            Evidence.ONLY_ROLE,
        ),
        (
            "The owner, Delvar Shipping, came late. The company said no.",
            "The company",
            "Delvar Shipping",
            Evidence.ONLY_ROLE,
        ),
        ("Ilse Brandt met Tomas Reyle. She said no.", "She", "Ilse Brandt", Evidence.PERSON_ALONE),
        ("Ilse Brandt met Tomas Reyle. He said no.", "He", "Tomas Reyle", Evidence.PERSON_ALONE),
        (
            "Tomas Reyle met Anders Holm. He said no.",
            "He",
            "Tomas Reyle",
            Evidence.PERSON_UNCLEAR,
        ),
        (
            "Two divers came up. One of them said no.",
            "One of them",
            "one of the divers",
            Evidence.COUNTED,
        ),
        (
            "Ilse Brandt, Tomas Reyle and Anders Holm came. All three said no.",
            "All three",
            "Ilse Brandt, Tomas Reyle and Anders Holm",
            Evidence.COUNTED,
        ),
        (
            "A porter told her to wait. The porter, Jan Otten, denies it. He said no.",
            "A porter",
            "Jan Otten",
            Evidence.NAMED,
        ),
        (
            "The ferry was late. The drivers' union said no.",
            "The drivers' union",
            "the drivers' union",
            Evidence.DESCRIBED,
        ),
        (
            "The ferry was late. Its captain said no.",
            "Its captain",
            "its captain",
            Evidence.ONE_OF_A_KIND,
        ),
        (
            "By Ilse Brandt\n\nTomas Reyle has sailed. It rained.\n\nQ: Why?\n\nA: Because.",
            "A",
            "Tomas Reyle",
            Evidence.LABEL,
        ),
        ("It rained. Harbour Street said no.", "Harbour Street", "unknown", Evidence.NOT_FOUND),
        ("It rained. A profit said no.", "A profit", "unknown", Evidence.NOT_FOUND),
        (
            "A tenant wept. Her letter is in the hands of the wardens. Another said no.",
            "Another",
            "another of the wardens",
            Evidence.COUNTED_FAR,
        ),
    ],
    ids=[
        "a surname",
        "a role",
        "a firm by a common noun",
        "she",
        "he is not the woman",
        "two men: the subject, as a guess",
        "one of a group",
        "all three after three names",
        "named after being described",
        "a body of its own",
        "a captain who may have a name",
        "the A of an interview",
        "a street speaks to nobody",
        "nor does a profit",
        "another, where those named last are no subject",
    ],
)
def test_a_source_means(text: str, source: str, name: str, evidence: Evidence) -> None:
    found = speaker(text, source)
    assert found.name == name
    if evidence is not Evidence.NAMED:
        assert found.evidence is evidence


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Lee Adair met Sam Orrin on the quay. He said no.", "He"),
        ("The ministry wrote to the union and to the port. It said no.", "It"),
        ("It rained. They said no.", "They"),
    ],
    ids=["nothing tells the gender", "three bodies", "nobody"],
)
def test_where_nothing_decides_the_speaker_is_a_guess(text: str, pronoun: str) -> None:
    assert not speaker(text, pronoun).sure


def test_whom_a_quotation_calls_he_is_a_guess_once_others_were_named() -> None:
    named = "Tomas Reyle runs the port. Tomas Reyle said that it was shut."
    asked = "“I asked him why,” Ilse Brandt said. “He said they left in two vans, before dawn.”"
    for between, sure in (("", True), (" Reyle had been warned by Anders Holm.", False)):
        found = attribute(f"{named}{between}\n\n{asked}")
        assert (found[-1].chain, found[-1].speaker_sure) == (("Ilse Brandt", "Tomas Reyle"), sure)


def test_a_reporter_is_whom_his_own_pronoun_means() -> None:
    text = "Tomas Reyle met Anders Holm. Reyle said that he would sail."
    document = read_document(text, zones(text))
    coreference = Coreference(document)
    start = text.rindex("Reyle")
    reporter = coreference.speaker((Span(start, start + len("Reyle")),))
    start = text.rindex("he would")
    inner = coreference.speaker((Span(start, start + 2),), (), reporter)
    assert (inner.name, inner.evidence) == ("Tomas Reyle", Evidence.REPORTER)


@pytest.mark.parametrize(
    ("text", "content", "sure"),
    [
        ("Ilse Brandt said the quay was shut.", "the quay was shut", True),
        ("Asked whether the quay was shut, Ilse Brandt shrugged.", "whether the quay", True),
    ],
    ids=["a rule finds the name", "nobody is said to have asked"],
)
def test_a_statement_is_sure(text: str, content: str, sure: bool) -> None:
    (found,) = (s for s in attribute(text) if text[slice(*s.content[0])].startswith(content))
    assert found.speaker_sure is sure


def test_only_classes_that_were_counted_make_a_speaker_sure() -> None:
    guesses = {evidence for evidence in Evidence if not evidence.sure}
    assert {Evidence.ABOUT, Evidence.PERSON_UNCLEAR, Evidence.NOT_FOUND} <= guesses
