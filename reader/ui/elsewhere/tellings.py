"""What the screen knows of other articles: stories, counterparts; asked for, never waited for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.survey.process import Ended, News, Progress, Stories, SurveyProcess

if TYPE_CHECKING:
    from reader.review import Item, Reading
    from reader.review.pairs import End
    from reader.span import Span
    from reader.speakers import Alias, Aliases
    from reader.survey.plain import Elsewhere, KnownStory, Opposed, Place, ToldElsewhere
    from reader.survey.plain_ledger import KnownLedger, KnownSaid

T = TypeVar("T")

_STARTS = 2
"""How often the process is started, where it ends without having been told to."""
_STOPPED = (
    "Articles are no longer compared: the process that does it has stopped twice. Everything else"
    " goes on; to compare again, leave and come back."
)


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Where an article stands in its story, the first at 1."""

    story: KnownStory
    place: int


class Tellings:
    """Keeps what a survey process answered, by article and content.

    `post` hands a call to the screen's thread; `news` is called there whenever more is known.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        first: str,
        post: Callable[[Callable[[], None]], object],
        news: Callable[[], None],
    ) -> None:
        self._paths = paths
        self._first = first
        self._post = post
        self._news = news
        self._places: dict[str, StoryPlace] = {}
        self._asked: set[tuple[str, tuple[Span, ...]]] = set()
        self._elsewhere: dict[tuple[str, tuple[Span, ...]], tuple[Elsewhere, ...]] = {}
        self._told: dict[str, Mapping[tuple[Span, ...], ToldElsewhere]] = {}
        self._signs: dict[str, dict[tuple[Span, ...], bool]] = {}
        self._known: frozenset[str] = frozenset()
        self.stories: tuple[KnownStory, ...] = ()
        self.progress = Progress(0, 0)
        self.complete = False
        self.problem = ""
        """A sentence where nothing is compared any more."""
        self._starts = 0
        self._has_told = False
        self._watching: list[Callable[[], object]] = []
        self._process = self._started()

    def _started(self) -> SurveyProcess:
        self._starts += 1
        return SurveyProcess(self._paths, self._first, self._heard)

    @property
    def state(self) -> str:
        """What is not known yet, in a few words; nothing once all is."""
        if self.problem:
            return "not compared"
        if self.complete:
            return ""
        return f"{self.progress.done} of {self.progress.of} compared" if self.progress.of else ""

    def untold(self) -> str:
        """The problem where it was not told yet, empty from then on."""
        problem = "" if self._has_told else self.problem
        self._has_told = bool(self.problem)
        return problem

    def story_of(self, article: str) -> StoryPlace | None:
        """An article's story and its place in it; None until that is known."""
        return self._places.get(article)

    def elsewhere(self, reading: Reading, item: Item) -> tuple[Elsewhere, ...] | None:
        """The same claim in other articles, best first; None until that is known.

        What seems to contradict it comes before what is merely alike, once that is known too.
        """
        name, content = reading.file.name, item.statement.content
        if name not in self._known or not content:
            return None
        key = name, content
        if key not in self._asked:
            self._asked.add(key)
            asked = self._process.elsewhere(name, content)
            self._when(asked, lambda found: self._elsewhere.update({key: tuple(found)}))
        alike = self._elsewhere.get(key)
        told = self._told.get(name, {}).get(content)
        if told is None or not told.against:
            return alike
        places = {one.place for one in told.against}
        return (*told.against, *(one for one in alike or () if one.place not in places))

    def told(self, article: str) -> Mapping[tuple[Span, ...], ToldElsewhere] | None:
        """Which statements of an article are told elsewhere too; None until that is known."""
        if article not in self._known:
            return None
        key = article, ()
        if key not in self._asked:
            self._asked.add(key)
            self._when(self._process.told(article), lambda found: self._take_told(article, found))
        return self._told.get(article)

    def signs(self, reading: Reading) -> Mapping[tuple[Span, ...], bool]:
        """Which statements are told elsewhere, by content; True where the opposite is told."""
        self.told(reading.file.name)
        return self._signs.get(reading.file.name, {})

    def mentions(
        self, reading: Reading, item: Item, take: Callable[[list[Elsewhere]], None]
    ) -> str:
        """Ask what else rests on a statement's origin; says why there is no answer yet."""
        if reading.file.name not in self._known:
            return f"not known yet: {self.state}" if self.state else "not known yet"
        self._when(self._process.mentions(reading.file.name, item.statement.content), take)
        return "looking in the other articles…"

    def contradictions(self, article: str, found: Callable[[list[Opposed]], None]) -> None:
        """Ask for the contradictions of an article's story."""
        self._when(self._process.contradictions(article), found)

    def places(
        self, statements: Sequence[End], take: Callable[[list[Place | None]], object]
    ) -> None:
        """Ask where statements stand."""
        self._when(self._process.places(statements), take)

    def ledger(
        self,
        aliases: Aliases,
        reviewer: str,
        reviews: Path | None,
        take: Callable[[KnownLedger], object],
    ) -> None:
        """Ask for the ledger as a reviewer joins and judges."""
        self._when(self._process.ledger(aliases, reviewer, reviews), take)

    def said(self, known_as: Alias, take: Callable[[list[KnownSaid]], object]) -> None:
        """Ask for the statements of a speaker of the ledger asked for last."""
        self._when(self._process.said(known_as), take)

    def read_again(self, article: str) -> None:
        """An article changed on disk."""
        self._forget(article)
        self._process.read_again(article)

    def watch(self, compared: Callable[[], object]) -> None:
        """Have a call made whenever more articles have been compared."""
        self._watching.append(compared)

    def watch_once(self, compared: Callable[[], object]) -> None:
        """Have a call made when more articles have been compared the next time."""

        def once() -> None:
            self.unwatch(once)
            compared()

        self.watch(once)

    def unwatch(self, compared: Callable[[], object]) -> None:
        """Call no more."""
        self._watching.remove(compared)

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _when(self, asked: Future[T], take: Callable[[T], object]) -> None:
        def answered(future: Future[T]) -> None:
            try:
                found = future.result()
            except CancelledError:
                return

            def tell() -> None:
                take(found)
                self._news()

            self._post(tell)

        asked.add_done_callback(answered)

    def _take_told(self, article: str, found: Mapping[tuple[Span, ...], ToldElsewhere]) -> None:
        self._told[article] = found
        self._signs[article] = {content: bool(told.against) for content, told in found.items()}

    def _heard(self, message: News) -> None:
        self._post(lambda: self._take(message))

    def _take(self, message: News) -> None:
        if isinstance(message, Progress):
            self.progress = message
        elif isinstance(message, Stories):
            self.stories = message.stories
            self.complete = message.complete
            self._places = {
                name: StoryPlace(story, place)
                for story in message.stories
                for place, name in enumerate(story.articles, start=1)
            }
            self._known = frozenset(self._places)
            self._asked.clear()  # What was answered before stands until it is answered anew.
            for compared in [*self._watching]:
                compared()
        else:
            self._go_on_without(message)
        self._news()

    def _go_on_without(self, _: Ended) -> None:
        """The process is gone: have another do its work, once; what is known already stays."""
        self.complete = False
        self._known = frozenset()
        if self._starts < _STARTS:
            self._process = self._started()
        else:
            self.problem = _STOPPED

    def _forget(self, article: str) -> None:
        """What is known of an article is of words that it no longer has."""
        self._elsewhere = {
            key: found for key, found in self._elsewhere.items() if key[0] != article
        }
        self._told.pop(article, None)
        self._signs.pop(article, None)
