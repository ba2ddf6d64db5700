"""What the survey's process answers about who says what, as a reviewer joins and judges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.judgement import Judgement, Verdict
from reader.speakers import Alias
from reader.storage import SidecarError
from reader.survey.article import SurveyedArticle
from reader.survey.judged import own_judgements
from reader.survey.ledger import Ledger, Speaker
from reader.survey.plain import Plain, plain_place
from reader.survey.said import Said
from reader.survey.survey import Survey


class LedgerAnswers:
    """Answers about the speakers of one survey of the articles below `root`."""

    def __init__(self, survey: Survey, root: Path) -> None:
        self._survey = survey
        self._root = root
        self._ledger = Ledger((), ())
        self._judged: Mapping[tuple[str, str], Judgement] = {}

    def whole(self, request: Plain) -> Sequence[Plain]:
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

    def said(self, request: Plain) -> Sequence[Plain]:
        """The statements of a speaker of the ledger asked for last, by one of the names."""
        known_as = Alias(*request["known_as"])
        speaker = next((one for one in self._ledger.speakers if known_as in one.known_as), None)
        if speaker is None:
            return ()
        return [self._plain_said(said) for said in (*speaker.statements, *speaker.guessed)]

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
            "opposed": sum(judgement.is_opposed for judgement in judged if judgement),
        }

    def _judgement(self, said: Said) -> Judgement | None:
        return self._judged.get((said.article.name, said.statement.key))

    def _plain_said(self, said: Said) -> Plain:
        judgement = self._judgement(said)
        return {
            "place": plain_place(said.article, said.statement),
            "known_as": self._ledger.known_as(said),
            "through": said.through,
            "verdict": judgement.verdict if judgement else None,
        }
