"""Who says what in a corpus: speakers with their names joined, and how many mouths a story has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.likeness.stories import Story
from reader.speakers import Alias, Aliases
from reader.survey.article import SurveyedArticle
from reader.survey.joining import Joined, Names
from reader.survey.origins import Origin, origins
from reader.survey.said import Said


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of the corpus: all names, the fullest first, and what is known to be theirs.

    `guessed` are statements that may be theirs: they are counted apart, and join nobody's names.
    """

    known_as: tuple[Alias, ...]
    statements: tuple[Said, ...]
    guessed: tuple[Said, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, the fullest first; of those that differ in capitals alone, one."""
        names = {alias.name.casefold(): alias.name for alias in reversed(self.known_as)}
        return tuple(reversed(names.values()))

    @property
    def name(self) -> str:
        """The fullest name, or the one a reviewer gave."""
        return self.known_as[0].name

    @property
    def articles(self) -> int:
        """How many articles quote the speaker for sure."""
        return len({said.article.name for said in self.statements})

    @property
    def first_hand(self) -> int:
        """How many of the statements nobody else passed on."""
        return sum(not said.through for said in self.statements)

    @property
    def through(self) -> tuple[str, ...]:
        """Who passed the others on, by name."""
        return tuple(sorted({name for said in self.statements for name in said.through}))


@dataclass(frozen=True, slots=True)
class StoryCount:
    """How many statements a story has, and the mouths they rest on, those of most first."""

    story: Story
    statements: int
    origins: tuple[Origin, ...]


class Ledger:
    """The speakers of some articles, and the origins of their stories.

    Names are joined across the corpus, roles ("the minister") within a story; what a reviewer says
    goes before all else.
    """

    def __init__(
        self,
        articles: Sequence[SurveyedArticle],
        stories: Sequence[Story],
        aliases: Aliases | None = None,
    ) -> None:
        self._stories = stories
        self._by_name = {article.name: article for article in articles}
        self._names: Names[Said] = Names(stories, aliases or {})
        self._said = {
            name: [Said(article, statement) for statement in article.statements]
            for name, article in self._by_name.items()
        }
        for name, said in self._said.items():
            for one in said:
                statement = one.statement.statement
                if one.statement.origin and statement.speaker not in ("", "unknown"):
                    self._names.add(statement.speaker, name, one, sure=statement.speaker_sure)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Those with most statements first."""
        found = [_speaker(one) for one in self._names.joined]
        return tuple(
            sorted(found, key=lambda one: (-len(one.statements), -len(one.guessed), one.name))
        )

    @cached_property
    def stories(self) -> tuple[StoryCount, ...]:
        """The stories in the corpus' order."""
        return tuple(self._counted(story) for story in self._stories)

    def known_as(self, said: Said) -> Alias:
        """The name under which somebody is quoted, where it holds."""
        return self._names.alias(said.statement.statement.speaker, said.article.name)

    def _counted(self, story: Story) -> StoryCount:
        told = [said for name in story.articles for said in self._said.get(name, ())]
        return StoryCount(story, len(told), tuple(origins(told, self._names)))


def _speaker(joined: Joined[Said]) -> Speaker:
    return Speaker(joined.known_as, tuple(joined.sure), tuple(joined.guessed))


def counted(count: int, word: str) -> str:
    """Say how many there are of something."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
