"""What the screen knows of other articles: stories, counterparts; asked for, never waited for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.survey.process import Progress, Stories, SurveyProcess

if TYPE_CHECKING:
    from reader.review import Item, Reading
    from reader.span import Span
    from reader.survey.plain import Elsewhere, KnownStory, Opposed

T = TypeVar("T")


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
        self._post = post
        self._news = news
        self._places: dict[str, StoryPlace] = {}
        self._elsewhere: dict[tuple[str, tuple[Span, ...]], tuple[Elsewhere, ...] | None] = {}
        self._told: dict[str, dict[tuple[Span, ...], bool] | None] = {}
        self._known: frozenset[str] = frozenset()
        self.stories: tuple[KnownStory, ...] = ()
        self.progress = Progress(0, 0)
        self.complete = False
        self._process = SurveyProcess(paths, first, self._heard)

    def story_of(self, article: str) -> StoryPlace | None:
        """An article's story and its place in it; None until that is known."""
        return self._places.get(article)

    def elsewhere(self, reading: Reading, item: Item) -> tuple[Elsewhere, ...] | None:
        """The same claim in other articles, best first; None until that is known."""
        name, content = reading.file.name, item.statement.content
        if name not in self._known or not content:
            return None
        key = name, content
        if key not in self._elsewhere:
            self._elsewhere[key] = None
            asked = self._process.elsewhere(name, content)
            self._when(asked, lambda found: self._elsewhere.update({key: tuple(found)}))
        return self._elsewhere[key]

    def signs(self, reading: Reading) -> dict[tuple[Span, ...], bool]:
        """Which statements are told elsewhere, by content; True where the opposite is told."""
        name = reading.file.name
        if name not in self._known:
            return {}
        if name not in self._told:
            self._told[name] = None
            self._when(self._process.told(name), lambda found: self._told.update({name: found}))
        return self._told[name] or {}

    def contradictions(self, article: str, found: Callable[[list[Opposed]], None]) -> None:
        """Ask for the contradictions of an article's story."""
        self._when(self._process.contradictions(article), found)

    def read_again(self, article: str) -> None:
        """An article changed on disk."""
        self._forget()
        self._process.read_again(article)

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

    def _heard(self, message: Progress | Stories) -> None:
        self._post(lambda: self._take(message))

    def _take(self, message: Progress | Stories) -> None:
        if isinstance(message, Progress):
            self.progress = message
        else:
            self.stories = message.stories
            self.complete = message.complete
            self._places = {
                name: StoryPlace(story, place)
                for story in message.stories
                for place, name in enumerate(story.articles, start=1)
            }
            self._known = frozenset(self._places)
            self._forget()
        self._news()

    def _forget(self) -> None:
        self._elsewhere.clear()
        self._told.clear()
