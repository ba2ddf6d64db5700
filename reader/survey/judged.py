"""A reviewer's own judgements of a survey's statements, matched by their words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reader.anchoring import reanchor
from reader.judgement import Judgement
from reader.sidecar import store_for
from reader.survey.article import SurveyedArticle


def own_judgements(
    root: Path, article: SurveyedArticle, reviewer: str, reviews: Path | None
) -> dict[str, Judgement]:
    """Give a reviewer's judgements of an article by the keys that the survey's statements have.

    A judgement keeps the key of the words first judged; an edit may have given these another.
    Raises SidecarError where the sidecar cannot be read.
    """
    made = store_for(root, article.name, reviewer, reviews).load().judgements
    return judged(article, made) if made else {}


def judged(article: SurveyedArticle, made: Mapping[str, Judgement]) -> dict[str, Judgement]:
    """Give judgements by the keys of the statements whose words they are about."""
    keys = [one.key for one in article.statements]
    if made.keys() <= set(keys):
        return dict(made)
    statements = [one.statement for one in article.statements]
    placements = reanchor(article.text, statements, [one.anchor for one in made.values()])
    found: dict[str, Judgement] = {}
    for judgement, placement in zip(made.values(), placements, strict=True):
        if placement.statement is not None:
            found.setdefault(keys[placement.statement], judgement)
    return found
