"""A corpus compared: stories, counterparts, contradictions, speakers and origins."""

from __future__ import annotations

from pathlib import Path

from reader.article import Article
from reader.attribution import attribute
from reader.likeness.evidence import Difference
from reader.survey import Said, Survey, origins, speakers, survey_article
from tests.survey.corpus import FILES, surveyed


def key_of(survey: Survey, article: str, words: str) -> str:
    found = survey.article(article)
    assert found is not None
    return next(one.key for one in found.statements if words in one.quote)


def test_folders_are_stories_with_readable_names() -> None:
    survey = surveyed()
    assert [(story.label, len(story.articles)) for story in survey.stories] == [
        ("Ferry", 2),
        ("Frost", 1),
    ]


def test_the_front_matter_settles_the_story() -> None:
    texts = {name: text.replace("---\n", "---\nstory: All\n", 1) for name, text in FILES.items()}
    articles = (Article.from_bytes(Path(n), n, text.encode()) for n, text in texts.items())
    survey = Survey(survey_article(one, attribute(one.text)) for one in articles)
    assert [(story.label, len(story.articles)) for story in survey.stories] == [("All", 3)]


def test_the_counterpart_comes_with_its_article_and_opposes() -> None:
    survey = surveyed()
    best = survey.counterparts(
        "1-ferry/gazette.md", key_of(survey, "1-ferry/gazette.md", "Thirty-one fishermen")
    )[0]
    assert best.article.outlet == "State Wire"
    assert "Fourteen fishermen" in best.statement.quote
    assert best.opposed


def test_unknown_articles_and_keys_have_no_counterparts() -> None:
    survey = surveyed()
    assert survey.counterparts("nowhere.md", "x") == []
    assert survey.counterparts("1-ferry/wire.md", "no-such-key") == []
    assert survey.story_of("nowhere.md") is None


def test_words_of_ones_own_find_statements() -> None:
    best = surveyed().like("how many fishermen drowned on the Alda")
    assert {one.article.outlet for one in best[:2]} == {"Vessin Gazette", "State Wire"}


def test_contradictions_name_both_sides_and_why() -> None:
    survey = surveyed()
    found = survey.contradictions(survey.stories[0])
    numbers = [one for one in found if Difference.NUMBER in one.differences]
    assert {side[0].outlet for one in numbers for side in (one.one, one.other)} == {
        "Vessin Gazette",
        "State Wire",
    }


def test_the_ledger_joins_a_surname_to_the_full_name() -> None:
    survey = surveyed()
    listed = speakers(survey.articles, dict.fromkeys(FILES, 0))
    obrecht = next(one for one in listed if "Obrecht" in one.name)
    assert obrecht.name == "Ines Obrecht"
    assert len(obrecht.statements) + len(obrecht.guessed) == 2


def test_origins_count_mouths_and_not_mentions() -> None:
    survey = surveyed()
    said = [Said(*one) for one in survey.statements_of(survey.stories[0])]
    assert (len(said), origins(said)) == (5, 3)


def test_a_copy_of_an_unnamed_witness_is_one_origin() -> None:
    text = "“The ramp gave way before the lorry was on it,” a witness said.\n"
    articles = [
        Article.from_bytes(Path(name), name, text.encode()) for name in ("s/a.txt", "s/b.txt")
    ]
    survey = Survey(survey_article(one, attribute(one.text)) for one in articles)
    assert origins([Said(*one) for one in survey.statements_of(survey.stories[0])]) == 1


def test_what_a_reviewer_joins_is_one_speaker() -> None:
    survey = surveyed()
    listed = speakers(survey.articles, dict.fromkeys(FILES, 0), {"Ruta Selm": "Maud Okter"})
    joined = next(one for one in listed if "Maud Okter" in one.names)
    assert len(joined.statements) == 2
