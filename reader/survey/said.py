"""A statement as the ledger sees it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.survey.article import SurveyedArticle, SurveyedStatement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its article."""

    article: SurveyedArticle
    statement: SurveyedStatement

    @property
    def through(self) -> tuple[str, ...]:
        """Who passed it on, outermost first; empty where it is first hand."""
        return self.statement.statement.chain[:-1]
