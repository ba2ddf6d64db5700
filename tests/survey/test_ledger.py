"""Who says what: names joined as a reviewer says, else by likeness; origins and not mentions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.attribution import attribute
from reader.likeness.stories import Story
from reader.speakers import Alias, Aliases
from reader.survey import Survey, survey_article
from reader.survey.joining import Names
from reader.survey.ledger import Ledger
from tests.survey.corpus import FILES

STORIES = (Story("Ferry", ("1/a.md", "1/b.md")), Story("Frost", ("2/c.md",)))


def joined(*said: tuple[str, str], aliases: Aliases | None = None) -> list[list[str]]:
    """Join names, each with its article, a guess with "?" at its end; gives names by speaker."""
    names: Names[str] = Names(STORIES, aliases or {})
    for name, article in said:
        names.add(name.rstrip("?"), article, name, sure=not name.endswith("?"))
    return [[alias.name for alias in one.known_as] for one in names.joined]


def ledger_of(texts: Mapping[str, str], aliases: Aliases | None = None) -> Ledger:
    articles = (Article.from_bytes(Path(name), name, text.encode()) for name, text in texts.items())
    survey = Survey(survey_article(one, attribute(one.text)) for one in articles)
    return Ledger(survey.articles, survey.stories, aliases)


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ([("Brandt", "1/a.md"), ("Ilse Brandt", "2/c.md")], [["Ilse Brandt", "Brandt"]]),
        ([("the minister", "1/a.md"), ("the minister", "1/b.md")], [["the minister"]]),
        ([("the minister", "1/a.md"), ("the minister", "2/c.md")], [["the minister"]] * 2),
        (
            [("Brandt", "1/a.md"), ("Karl Brandt", "1/a.md"), ("Ilse Brandt", "2/c.md")],
            [["Karl Brandt", "Brandt"], ["Ilse Brandt"]],
        ),
        (
            [("Brandt", "2/c.md"), ("Karl Brandt", "1/a.md"), ("Ilse Brandt", "2/c.md")],
            [["Karl Brandt"], ["Ilse Brandt", "Brandt"]],
        ),
        (
            [("E. Brandt", "1/a.md"), ("Edgar Brandt", "1/a.md"), ("Emil Brandt", "1/b.md")],
            [["Edgar Brandt", "E. Brandt"], ["Emil Brandt"]],
        ),
        (
            [("the transport minister", "1/a.md"), ("the minister", "1/b.md")],
            [["the transport minister", "the minister"]],
        ),
        ([("a young nurse", "1/a.md"), ("a nurse", "1/b.md")], [["a young nurse"], ["a nurse"]]),
        ([("a nurse", "1/a.md"), ("a nurse", "1/b.md")], [["a nurse"]]),
        ([("the Port", "1/a.md"), ("the port", "1/a.md")], [["the Port"], ["the port"]]),
        ([("Ilse Brandt", "1/a.md"), ("Brandt?", "1/b.md")], [["Ilse Brandt"]]),
        ([("Brandt?", "1/a.md"), ("Ilse Brandt?", "1/b.md")], [["Ilse Brandt"], ["Brandt"]]),
    ],
)
def test_names_are_joined_by_likeness(
    said: list[tuple[str, str]], speakers: list[list[str]]
) -> None:
    assert joined(*said) == speakers


BRANDTS = [("Brandt", "1/a.md"), ("Ilse Brandt", "1/a.md"), ("the harbour master", "1/b.md")]


@pytest.mark.parametrize(
    ("aliases", "speakers"),
    [
        (
            {Alias("1/", "the harbour master"): "Ilse Brandt"},
            [["Ilse Brandt", "the harbour master", "Brandt"]],
        ),
        (
            {Alias("", "Brandt"): "Brandt"},
            [["Brandt"], ["the harbour master"], ["Ilse Brandt"]],
        ),
        (
            {Alias("", "Brandt"): "Jens Holm"},
            [["Jens Holm", "Brandt"], ["the harbour master"], ["Ilse Brandt"]],
        ),
        ({Alias("2/", "Brandt"): "Jens Holm"}, [["the harbour master"], ["Ilse Brandt", "Brandt"]]),
        (
            {Alias("", "Ilse Brandt"): "Ines Rode", Alias("", "Brandt"): "Ines Rode"},
            [["Ines Rode", "Ilse Brandt", "Brandt"], ["the harbour master"]],
        ),
    ],
)
def test_what_a_reviewer_says_goes_first(aliases: Aliases, speakers: list[list[str]]) -> None:
    assert joined(*BRANDTS, aliases=aliases) == speakers


def test_a_name_given_to_a_speaker_draws_the_others_like_it() -> None:
    aliases = {Alias("", "Ilse Brandt"): "Ines Rode"}
    assert joined(*BRANDTS[:2], aliases=aliases) == [["Ines Rode", "Ilse Brandt", "Brandt"]]


words = st.sampled_from(
    ["Brandt", "Ilse Brandt", "K. Brandt", "the minister", "Holm?", "Jens Holm"]
)
articles = st.sampled_from([name for story in STORIES for name in story.articles])


@given(
    st.lists(st.tuples(words, articles), max_size=12),
    st.dictionaries(st.builds(Alias, st.sampled_from(["", "1/"]), words), words, max_size=4),
)
def test_everything_said_is_said_by_one_speaker(
    said: list[tuple[str, str]], aliases: Aliases
) -> None:
    names: Names[int] = Names(STORIES, aliases)
    for number, (name, article) in enumerate(said):
        names.add(name, article, number, sure=not name.endswith("?"))
    found = [number for one in names.joined for number in [*one.sure, *one.guessed]]
    assert sorted(found) == list(range(len(said)))
    assert all(one.known_as for one in names.joined)


def test_a_surname_is_joined_to_the_full_name() -> None:
    (obrecht,) = (one for one in ledger_of(FILES).speakers if "Obrecht" in one.name)
    assert obrecht.name == "Ines Obrecht"
    assert len(obrecht.statements) + len(obrecht.guessed) == 2
    assert obrecht.articles == 1


def test_origins_count_mouths_and_not_mentions() -> None:
    counts = {
        one.story.label: (one.statements, len(one.origins)) for one in ledger_of(FILES).stories
    }
    assert counts == {"Ferry": (5, 3), "Frost": (1, 1)}


def test_a_reviewers_aliases_make_two_mouths_one() -> None:
    ledger = ledger_of(FILES, {Alias("", "Ruta Selm"): "Ines Obrecht"})
    assert len(ledger.stories[0].origins) == 2
    assert "Ruta Selm" in next(one for one in ledger.speakers if one.name == "Ines Obrecht").names


def article(outlet: str, *paragraphs: str) -> str:
    return f"---\noutlet: {outlet}\n---\nRamp closed\n\n" + "\n\n".join(paragraphs) + "\n"


def origins(*texts: str) -> int:
    (story,) = ledger_of({f"s/{at}.md": text for at, text in enumerate(texts)}).stories
    return len(story.origins)


def test_a_copy_of_an_unnamed_witness_is_one_origin() -> None:
    told = "“The ramp gave way before the lorry was on it,” a witness said."
    assert origins(article("Courier", told), article("Gazette", told)) == 1


def test_two_unnamed_witnesses_are_two() -> None:
    one = "“The ramp gave way before the lorry was on it,” a witness said."
    other = "“Nobody had looked at the bolts for years,” a welder said."
    assert origins(article("Courier", one), article("Gazette", other)) == 2


def test_outlets_that_quote_one_wire_are_one_origin() -> None:
    one = "An official said the ramp would open in May, the Northern Wire reported."
    other = "The quay is safe, an official said, according to the Northern Wire."
    assert origins(article("Courier", one), article("Gazette", other)) == 1


def test_the_wires_own_story_is_their_origin_too() -> None:
    wire = "An official said on Monday that the ramp would open in May."
    told = "An official said the ramp would open in May, the Northern Wire reported."
    assert origins(article("Northern Wire", wire), article("Gazette", told)) == 1
