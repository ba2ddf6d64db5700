"""What the articles of a corpus have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reader.likeness import Contradiction as Suggestion
from reader.likeness import Index, Telling, find_contradictions
from reader.likeness.aliases import is_name, last_word, same_speaker
from reader.likeness.evidence import Difference
from reader.likeness.stories import Story, StoryArticle, stories
from reader.survey.article import SurveyedArticle, SurveyedStatement

_FAINTEST = 0.3
"""Statements less alike than this have nothing to do with each other."""
TOLD_ALIKE = 0.5
"""From this likeness on three of four pairs tell the same, or the opposite."""
_LOOKED_AT = 3
_SHARE_SHOWN = 0.15
"""Suggestions for each statement of a story that are shown beside it: more are seldom right."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A statement of another article that is like the one asked about, 0 to 2.8 much.

    `opposed` says that the two are thought to contradict each other.
    """

    article: SurveyedArticle
    statement: SurveyedStatement
    likeness: float
    opposed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What others tell of a claim.

    `against` are the statements of other articles that seem to contradict it, `strength` is how
    strongly that is suggested. `mentions` is how many others that tell it rest on its origin.
    """

    against: tuple[Counterpart, ...]
    strength: float
    mentions: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements that may contradict each other, and why that is suggested."""

    one: tuple[SurveyedArticle, SurveyedStatement]
    other: tuple[SurveyedArticle, SurveyedStatement]
    strength: float
    differences: tuple[Difference, ...]


class Survey:
    """The articles of a corpus, compared; it does not change once it is made."""

    def __init__(self, articles: Iterable[SurveyedArticle]) -> None:
        self.articles = tuple(articles)
        self._by_name = {article.name: article for article in self.articles}
        self.stories = stories(
            [StoryArticle(one.name, one.text, one.story) for one in self.articles]
        )
        self._story_of = {name: story for story in self.stories for name in story.articles}
        self._told: list[tuple[SurveyedArticle, SurveyedStatement]] = []
        self._places: dict[tuple[str, str], int] = {}
        tellings: list[Telling] = []
        for number, story in enumerate(self.stories):
            for name in story.articles:
                article = self._by_name[name]
                for statement in article.statements:
                    self._places[name, statement.key] = len(self._told)
                    self._told.append((article, statement))
                    tellings.append(replace(statement.telling, story=str(number)))
        self._tellings = tellings
        self._suggestions: dict[str, list[Suggestion]] = {}
        self._against: dict[str, Mapping[int, dict[int, float]]] = {}

    def story_of(self, article: str) -> Story | None:
        """The story that an article tells of, by its name; None where it was not surveyed."""
        return self._story_of.get(article)

    def article(self, name: str) -> SurveyedArticle | None:
        """The article of a name; None where it was not surveyed."""
        return self._by_name.get(name)

    def statements_of(self, story: Story) -> list[tuple[SurveyedArticle, SurveyedStatement]]:
        """The statements of a story's articles, in their order."""
        return [self._told[place] for place in self._places_of(story)]

    def counterparts(
        self, article: str, key: str, count: int = 10, *, opposed: bool = True
    ) -> list[Counterpart]:
        """The same claim elsewhere: statements of other articles, most alike first.

        Whether they are `opposed` is left open (False) where that is not asked: it takes the whole
        story to tell.
        """
        place = self._places.get((article, key))
        if place is None:
            return []
        against = self._against_of(place) if opposed else {}
        return [
            Counterpart(*self._told[found.telling], found.likeness, found.telling in against)
            for found in self._index.most_alike(place, count)
            if found.likeness >= _FAINTEST
        ]

    def told_elsewhere(self, article: str) -> list[tuple[SurveyedStatement, Told]]:
        """Which statements of an article others tell too, or contradict."""
        found = self._by_name.get(article)
        told = []
        for statement in found.statements if found else ():
            against = self._against_of(self._places[article, statement.key])
            near = self.counterparts(article, statement.key, _LOOKED_AT, opposed=False)
            near = [one for one in near if one.likeness >= TOLD_ALIKE]
            if near or against:
                opposed = (Counterpart(*self._told[one], 0.0, opposed=True) for one in against)
                strength = max(against.values(), default=0.0)
                mentions = sum(_one_origin(one.statement, statement) for one in near)
                told.append((statement, Told(tuple(opposed), strength, mentions)))
        return told

    def mentions(self, article: str, key: str, count: int = 20) -> list[Counterpart]:
        """What else rests on a statement's origin: in other articles, the same claim first.

        A name is one person's or body's throughout the corpus; a role ("the minister") within its
        story alone. Statements whose likeness is 0 tell something else.
        """
        place = self._places.get((article, key))
        statement = None if place is None else self._told[place][1]
        if place is None or statement is None or not statement.origin:
            return []
        everywhere = is_name(statement.origin)
        near = {found.telling: found.likeness for found in self._index.most_alike(place, count)}
        last = last_word(statement.origin)
        found: list[Counterpart] = []
        for other in self._by_last_word.get(last, ()):
            their_article, theirs = self._told[other]
            nearby = everywhere or self._tellings[other].story == self._tellings[place].story
            if their_article.name != article and nearby and _one_origin(theirs, statement):
                likeness = near.get(other, 0.0)
                if likeness < TOLD_ALIKE:
                    likeness = 0.0
                found.append(Counterpart(their_article, theirs, likeness, opposed=False))
        return sorted(found, key=lambda one: -one.likeness)[:count]

    def like(self, text: str, count: int = 10) -> list[Counterpart]:
        """The statements most like a text of one's own."""
        return [
            Counterpart(*self._told[found.telling], found.likeness, False)
            for found in self._index.most_like(text, count)
            if found.likeness >= _FAINTEST
        ]

    def contradictions(self, story: Story) -> list[Contradiction]:
        """Pairs of a story's statements that may contradict each other, likeliest first."""
        return [
            Contradiction(
                self._told[found.one], self._told[found.other], found.strength, found.differences
            )
            for found in self._suggested(story)
        ]

    def _suggested(self, story: Story) -> list[Suggestion]:
        """What may contradict each other in a story, worked out once."""
        first = story.articles[0]
        if first not in self._suggestions:
            places = self._places_of(story)
            self._suggestions[first] = find_contradictions(self._index, self._tellings, places)
        return self._suggestions[first]

    def _against_of(self, place: int) -> Mapping[int, float]:
        """Which statements of other articles likely contradict one, and how strongly."""
        story = self._story_of[self._told[place][0].name]
        first = story.articles[0]
        if first not in self._against:
            found: dict[int, dict[int, float]] = defaultdict(dict)
            count = sum(len(self._by_name[name].statements) for name in story.articles)
            for one in self._suggested(story)[: round(_SHARE_SHOWN * count)]:
                if self._told[one.one][0] is not self._told[one.other][0]:
                    found[one.one][one.other] = found[one.other][one.one] = one.strength
            self._against[first] = found
        return self._against[first].get(place, {})

    def _places_of(self, story: Story) -> list[int]:
        return [
            self._places[name, statement.key]
            for name in story.articles
            for statement in self._by_name[name].statements
        ]

    @cached_property
    def _index(self) -> Index:
        return Index(self._tellings)

    @cached_property
    def _by_last_word(self) -> dict[str, list[int]]:
        """The statements by the last word of whom they rest on."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (_, statement) in enumerate(self._told):
            if statement.origin:
                found[last_word(statement.origin)].append(place)
        return found


def _one_origin(one: SurveyedStatement, other: SurveyedStatement) -> bool:
    """Whether two statements rest on one origin; a name that is only guessed joins nobody."""
    if not one.origin or (is_name(one.origin) and not one.statement.speaker_sure):
        return False
    return same_speaker(one.origin, other.origin)
