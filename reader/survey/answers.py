"""What the survey's process answers: each request a map, each answer plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.survey.article import SurveyedStatement
from reader.survey.plain import (
    Plain,
    plain_contradiction,
    plain_counterpart,
    plain_place,
    plain_told,
)
from reader.survey.survey import Survey

if TYPE_CHECKING:
    from reader.survey.ledger_answers import LedgerAnswers


class Answers:
    """Answers about one survey of the articles below `root`."""

    def __init__(self, survey: Survey, root: Path) -> None:
        self._survey = survey
        self._root = root
        self._by_ask: Mapping[str, Callable[[Plain], Sequence[Any]]] = {
            "elsewhere": self._elsewhere,
            "mentions": self._mentions,
            "told": self._told,
            "contradictions": self._contradictions,
            "places": self._places,
            "ledger": lambda request: self._by_ledger.whole(request),
            "said": lambda request: self._by_ledger.said(request),
        }

    def answer(self, request: Plain) -> Sequence[Any]:
        """Answer a request; an empty list where there is nothing to tell."""
        known = self._by_ask.get(request["ask"])
        return known(request) if known else ()

    def _elsewhere(self, request: Plain) -> Sequence[Plain]:
        one = self._statement(request)
        if one is None:
            return ()
        # What is opposed comes with "told": nobody who moves about waits for it.
        alike = self._survey.counterparts(
            request["article"], one.key, request["count"], opposed=False
        )
        return [plain_counterpart(found, one.quote) for found in alike]

    def _mentions(self, request: Plain) -> Sequence[Plain]:
        one = self._statement(request)
        if one is None:
            return ()
        mentions = self._survey.mentions(request["article"], one.key)
        return [plain_counterpart(found, one.quote) for found in mentions]

    def _told(self, request: Plain) -> Sequence[Plain]:
        return [plain_told(*told) for told in self._survey.told_elsewhere(request["article"])]

    def _contradictions(self, request: Plain) -> Sequence[Plain]:
        story = self._survey.story_of(request["article"])
        found = self._survey.contradictions(story, near=request["article"]) if story else []
        return [plain_contradiction(one) for one in found]

    def _places(self, request: Plain) -> Sequence[Plain | None]:
        """Statements by their articles and keys; None for those that are not known."""
        return [self._place(name, key) for name, key in request["statements"]]

    def _place(self, name: str, key: str) -> Plain | None:
        article = self._survey.article(name)
        for one in article.statements if article else ():
            if article is not None and one.key == key:
                return plain_place(article, one)
        return None

    @cached_property
    def _by_ledger(self) -> LedgerAnswers:
        # It reads sidecars, which take longer to load than the first answers may.
        from reader.survey.ledger_answers import LedgerAnswers

        return LedgerAnswers(self._survey, self._root)

    def _statement(self, request: Plain) -> SurveyedStatement | None:
        article = self._survey.article(request["article"])
        spans = [tuple(pair) for pair in request["content"]]
        for one in article.statements if article else ():
            if [tuple(span) for span in one.statement.content] == spans:
                return one
        return None
