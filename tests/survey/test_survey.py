"""A corpus compared: stories, counterparts, contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.article import Article
from reader.attribution import attribute
from reader.likeness.evidence import Difference
from reader.survey import Survey, survey_article
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


def test_of_a_very_large_story_only_neighbouring_articles_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.survey.survey._MOST_PAIRED", 3)
    survey = surveyed()
    (story,) = (story for story in survey.stories if len(story.articles) > 1)
    assert survey.contradictions(story) == []
    assert all(not told.against for _, told in survey.told_elsewhere(story.articles[0]))
    monkeypatch.setattr("reader.survey.survey._MOST_PAIRED", 5)
    survey = surveyed()
    assert survey.contradictions(story) == survey.contradictions(story, near=story.articles[1])
    assert any(told.against for _, told in survey.told_elsewhere(story.articles[0]))
