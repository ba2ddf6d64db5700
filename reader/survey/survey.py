"""What the articles of a corpus have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
_MOST_PAIRED = 500
"""Statements of which each is paired with each: time and memory grow with the square."""
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
        return [self._told[place] for place in self._places_of(story.articles)]

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

    def contradictions(self, story: Story, near: str = "") -> list[Contradiction]:
        """Pairs of a story's statements that may contradict each other, likeliest first.

        Of a story too large to compare all with all only neighbouring articles are compared; of
        these, only those `near` an article where one is named.
        """
        parts = _parts(story, self._by_name)
        wanted = [part for part in parts if near in part] or parts
        found = [one for part in wanted for one in self._suggested(part)]
        return [
            Contradiction(self._told[one.one], self._told[one.other], one.strength, one.differences)
            for one in sorted(found, key=lambda one: -one.strength)
        ]

    def _suggested(self, part: Sequence[str]) -> list[Suggestion]:
        """What may contradict each other in some articles of a story, worked out once."""
        if part[0] not in self._suggestions:
            places = self._places_of(part)
            self._suggestions[part[0]] = find_contradictions(self._index, self._tellings, places)
        return self._suggestions[part[0]]

    def _against_of(self, place: int) -> Mapping[int, float]:
        """Which statements of other articles likely contradict one, and how strongly."""
        name = self._told[place][0].name
        if name not in self._against:
            parts = _parts(self._story_of[name], self._by_name)
            part = next(part for part in parts if name in part)
            found: dict[int, dict[int, float]] = defaultdict(dict)
            most = round(_SHARE_SHOWN * len(self._places_of(part)))
            for one in self._suggested(part)[:most]:
                if self._told[one.one][0] is not self._told[one.other][0]:
                    found[one.one][one.other] = found[one.other][one.one] = one.strength
            self._against |= dict.fromkeys(part, found)
        return self._against[name].get(place, {})

    def _places_of(self, articles: Iterable[str]) -> list[int]:
        return [
            self._places[name, statement.key]
            for name in articles
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


def _parts(story: Story, articles: Mapping[str, SurveyedArticle]) -> list[tuple[str, ...]]:
    """A story's articles in runs of not too many statements; one run where that is all of it."""
    parts: list[list[str]] = [[]]
    count = 0
    for name in story.articles:
        more = len(articles[name].statements)
        if parts[-1] and count + more > _MOST_PAIRED:
            parts.append([])
            count = 0
        parts[-1].append(name)
        count += more
    return [tuple(part) for part in parts]


def _one_origin(one: SurveyedStatement, other: SurveyedStatement) -> bool:
    """Whether two statements rest on one origin; a name that is only guessed joins nobody."""
    if not one.origin or (is_name(one.origin) and not one.statement.speaker_sure):
        return False
    return same_speaker(one.origin, other.origin)
