"""What the survey's process answers: each request a map, each answer plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.judgement import Judgement, Relation, Verdict
from reader.speakers import Alias
from reader.storage import SidecarError
from reader.survey.article import SurveyedArticle, SurveyedStatement
from reader.survey.judged import own_judgements
from reader.survey.ledger import Ledger, Speaker
from reader.survey.plain import (
    Plain,
    plain_contradiction,
    plain_counterpart,
    plain_place,
    plain_told,
)
from reader.survey.said import Said
from reader.survey.survey import Survey

_OPPOSED = (Relation.AGAINST, Relation.CONTRADICTS)


class Answers:
    """Answers about one survey of the articles below `root`."""

    def __init__(self, survey: Survey, root: Path) -> None:
        self._survey = survey
        self._root = root
        self._ledger = Ledger((), ())
        self._judged: Mapping[tuple[str, str], Judgement] = {}
        self._by_ask: Mapping[str, Callable[[Plain], Sequence[Any]]] = {
            "elsewhere": self._elsewhere,
            "mentions": self._mentions,
            "told": self._told,
            "contradictions": self._contradictions,
            "places": self._places,
            "ledger": self._whole_ledger,
            "said": self._said,
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
        found = self._survey.contradictions(story) if story else []
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

    def _whole_ledger(self, request: Plain) -> Sequence[Plain]:
        """The stories' origins and all speakers, as `request` says whose aliases and judgements."""
        aliases = {Alias(place, name): speaker for place, name, speaker in request["aliases"]}
        reviews = Path(request["reviews"]) if request["reviews"] else None
        self._ledger = Ledger(self._survey.articles, self._survey.stories, aliases)
        self._judged = {
            (article.name, key): judgement
            for article in self._survey.articles
            for key, judgement in self._own(article, request["reviewer"], reviews).items()
        }
        stories = [
            {
                "label": one.story.label,
                "articles": one.story.articles,
                "statements": one.statements,
                "origins": [
                    {"name": mouth.name, "statements": len(mouth.said), "outlets": mouth.outlets}
                    for mouth in one.origins
                ],
            }
            for one in self._ledger.stories
        ]
        return [{"stories": stories, "speakers": [*map(self._speaker, self._ledger.speakers)]}]

    def _own(
        self, article: SurveyedArticle, reviewer: str, reviews: Path | None
    ) -> Mapping[str, Judgement]:
        try:
            return own_judgements(self._root, article, reviewer, reviews)
        except SidecarError:
            return {}  # the article says so where it is open

    def _speaker(self, one: Speaker) -> Plain:
        judged = [self._judgement(said) for said in one.statements]
        verdicts = [judgement.verdict for judgement in judged if judgement]
        return {
            "known_as": one.known_as,
            "names": one.names,
            "statements": len(one.statements),
            "guessed": len(one.guessed),
            "articles": one.articles,
            "first_hand": one.first_hand,
            "through": one.through,
            "verdicts": {one: verdicts.count(one) for one in Verdict if one in verdicts},
            "opposed": sum(
                any(link.relation in _OPPOSED for link in judgement.links)
                for judgement in judged
                if judgement
            ),
        }

    def _judgement(self, said: Said) -> Judgement | None:
        return self._judged.get((said.article.name, said.statement.key))

    def _said(self, request: Plain) -> Sequence[Plain]:
        """The statements of a speaker of the ledger asked for last, by one of the names."""
        known_as = Alias(*request["known_as"])
        speaker = next((one for one in self._ledger.speakers if known_as in one.known_as), None)
        if speaker is None:
            return ()
        return [self._plain_said(said) for said in (*speaker.statements, *speaker.guessed)]

    def _plain_said(self, said: Said) -> Plain:
        judgement = self._judgement(said)
        return {
            "place": plain_place(said.article, said.statement),
            "known_as": self._ledger.known_as(said),
            "through": said.through,
            "verdict": judgement.verdict if judgement else None,
        }

    def _statement(self, request: Plain) -> SurveyedStatement | None:
        article = self._survey.article(request["article"])
        spans = [tuple(pair) for pair in request["content"]]
        for one in article.statements if article else ():
            if [tuple(span) for span in one.statement.content] == spans:
                return one
        return None
