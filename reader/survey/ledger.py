"""Who says what in a corpus: speakers with their names joined, and how many mouths a story has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reader.likeness.aliases import is_name, last_word, same_speaker
from reader.survey.article import SurveyedArticle, SurveyedStatement

_COPY = 90.0
"""The share of letters, in per cent, from which an unnamed source's words are a wire's copy."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its article, and through whom it came, outermost first ("" where direct)."""

    article: SurveyedArticle
    statement: SurveyedStatement

    @property
    def through(self) -> tuple[str, ...]:
        """Who passed it on, outermost first; empty where it is first hand."""
        return self.statement.statement.chain[:-1]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of the corpus: all names, the fullest first, and what is known to be theirs.

    `guessed` are statements that may be theirs: they are counted apart, and join nobody's names.
    """

    names: tuple[str, ...]
    statements: tuple[Said, ...]
    guessed: tuple[Said, ...]

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]

    @property
    def articles(self) -> int:
        """How many articles quote the speaker for sure."""
        return len({said.article.name for said in self.statements})

    @property
    def first_hand(self) -> int:
        """How many of the statements nobody else passed on."""
        return sum(not said.through for said in self.statements)


def speakers(
    articles: Sequence[SurveyedArticle],
    story_of: Mapping[str, int],
    joined: Mapping[str, str] | None = None,
) -> list[Speaker]:
    """List the speakers of some articles, those with most statements first.

    Names are joined across the corpus, roles ("the minister") within a story, numbered by
    `story_of` for each article's name. `joined` is what a reviewer says: from a name to the name
    of whoever that is; it goes before all else.
    """
    groups: list[_Group] = []
    by_last: dict[str, list[_Group]] = defaultdict(list)
    guesses: list[Said] = []
    for article in articles:
        for statement in article.statements:
            said = Said(article, statement)
            if not statement.origin or statement.statement.speaker in ("", "unknown"):
                continue
            if statement.statement.speaker_sure:
                _add(said, story_of[article.name], joined or {}, groups, by_last)
            else:
                guesses.append(said)
    _give(guesses, story_of, joined or {}, groups, by_last)
    found = [group.speaker() for group in groups]
    return sorted(found, key=lambda one: (-len(one.statements), -len(one.guessed), one.name))


def origins(told: Sequence[Said]) -> int:
    """Count the mouths that statements rest on: one speaker, or one wire's copy, counts once."""
    mouths: list[Said] = []
    for said in told:
        if not any(_one_origin(said, mouth) for mouth in mouths):
            mouths.append(said)
    return len(mouths)


def _one_origin(one: Said, other: Said) -> bool:
    if same_speaker(one.statement.origin, other.statement.origin):
        return True
    if one.article.name == other.article.name:
        return False
    return fuzz.ratio(one.statement.quote, other.statement.quote) >= _COPY


class _Group:
    """A speaker as names and statements are joined."""

    def __init__(self, story: int) -> None:
        self.story = story
        self.names: dict[str, int] = {}
        self.statements: list[Said] = []
        self.guessed: list[Said] = []

    def speaker(self) -> Speaker:
        names = sorted(self.names, key=lambda name: (-len(name.split()), -self.names[name], name))
        return Speaker(tuple(names), tuple(self.statements), tuple(self.guessed))

    def is_of(self, name: str, story: int) -> bool:
        if name in self.names and (self.story == story or is_name(name)):
            return True
        joins = self.story == story or is_name(name)
        return joins and any(
            same_speaker(name, known) and (self.story == story or is_name(known))
            for known in self.names
        )


def _add(
    said: Said,
    story: int,
    joined: Mapping[str, str],
    groups: list[_Group],
    by_last: dict[str, list[_Group]],
) -> None:
    name = said.statement.statement.speaker
    known_as = joined.get(name, name)
    group = _find(known_as, story, by_last)
    if group is None:
        group = _Group(story)
        groups.append(group)
    for one in {name, known_as}:
        if one not in group.names:
            by_last[last_word(one)].append(group)
        group.names[one] = group.names.get(one, 0) + 1
    group.statements.append(said)


def _give(
    guesses: Iterable[Said],
    story_of: Mapping[str, int],
    joined: Mapping[str, str],
    groups: list[_Group],
    by_last: dict[str, list[_Group]],
) -> None:
    """Count guesses with the speaker they may be of; they teach no name."""
    for said in guesses:
        name = said.statement.statement.speaker
        name = joined.get(name, name)
        story = story_of[said.article.name]
        group = _find(name, story, by_last)
        if group is None:
            group = _Group(story)
            group.names[name] = 0
            groups.append(group)
            by_last[last_word(name)].append(group)
        group.guessed.append(said)


def _find(name: str, story: int, by_last: Mapping[str, list[_Group]]) -> _Group | None:
    return next(
        (group for group in by_last.get(last_word(name), ()) if group.is_of(name, story)), None
    )
