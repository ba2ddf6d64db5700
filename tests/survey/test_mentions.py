"""What else rests on one origin: its other mentions, the same claim first."""

from __future__ import annotations

from pathlib import Path

from reader.article import Article
from reader.attribution import attribute
from reader.survey import Survey, survey_article
from tests.survey.corpus import FILES

_GAZETTE, _WIRE = "1-ferry/gazette.md", "1-ferry/wire.md"
_MORE = {
    "1-ferry/evening.md": """\
---
outlet: Evening Mail
---
Vessin mourns

“The hospital has no beds left,” said Ines Obrecht.

“Thirty-one fishermen drowned when the ferry went down,” Obrecht said.
""",
    "3-budget/herald.md": """\
---
outlet: Halvik Herald
---
A budget for hospitals

“The hospital in Vessin needs a roof,” said Ines Obrecht.
""",
    "1-ferry/radio.md": """\
---
outlet: Radio Vessin
---
“The ferry was overloaded,” said the harbour master.
""",
    "1-ferry/weekly.md": """\
---
outlet: The Weekly
---
“The ferry was inspected in March,” said the harbour master.
""",
    "4-fishing/mail.md": """\
---
outlet: Fishing Mail
---
“The ferry to Halvik runs again,” said the harbour master.
""",
}


def surveyed() -> Survey:
    files = FILES | _MORE
    articles = (Article.from_bytes(Path(name), name, text.encode()) for name, text in files.items())
    return Survey(survey_article(one, attribute(one.text)) for one in articles)


def mentions(survey: Survey, article: str, words: str) -> list[tuple[str, str, bool]]:
    one = survey.article(article)
    assert one is not None
    key = next(found.key for found in one.statements if words in found.quote)
    return [
        (found.article.outlet, found.statement.quote, found.likeness > 0)
        for found in survey.mentions(article, key)
    ]


def test_a_name_is_one_throughout_the_corpus_and_the_same_claim_comes_first() -> None:
    assert mentions(surveyed(), _GAZETTE, "Thirty-one") == [
        ("Evening Mail", "“Thirty-one fishermen drowned when the ferry went down,”", True),
        ("Evening Mail", "“The hospital has no beds left,”", False),
        ("Halvik Herald", "“The hospital in Vessin needs a roof,”", False),
    ]


def test_a_role_is_one_within_its_story() -> None:
    (found,) = mentions(surveyed(), "1-ferry/radio.md", "overloaded")
    assert found == ("The Weekly", "“The ferry was inspected in March,”", False)


def test_what_is_told_elsewhere_says_how_often_on_the_same_origin() -> None:
    survey = surveyed()
    told = {one.quote: told for one, told in survey.told_elsewhere(_GAZETTE)}
    (first,) = (told for quote, told in told.items() if "Thirty-one" in quote)
    assert (len(first.against), first.mentions) == (1, 1)
    assert first.strength > 0
    told = {one.quote: told for one, told in survey.told_elsewhere(_WIRE)}
    (first,) = (told for quote, told in told.items() if "Fourteen" in quote)
    assert (len(first.against), first.mentions) == (1, 0)


def test_an_article_or_statement_that_is_not_known_has_none() -> None:
    assert surveyed().mentions("no.md", "no-key") == []
