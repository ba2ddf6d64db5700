"""What the screen knows of statements in other articles: their verdicts, and where links lead.

Both need articles that nobody may have opened yet; these are studied in the background.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from reader.corpus import ArticleError
from reader.ui.background import in_background
from reader.ui.elsewhere.ends import Ends

if TYPE_CHECKING:
    from reader.judgement import Link, Verdict
    from reader.review import Item, Reading, Review, Target
    from reader.survey.plain import Place


class OtherArticles:
    """Answers at once with what is known; `news` is called when more is.

    `run` starts a coroutine beside the screen.
    """

    def __init__(
        self,
        review: Review,
        run: Callable[[Coroutine[None, None, None]], object],
        news: Callable[[], None],
    ) -> None:
        self._review = review
        self._run = run
        self._watching = [news]
        self._asked: set[str] = set()
        self._looked_up: set[tuple[str, tuple[Link, ...]]] = set()
        self._targets: dict[tuple[str, tuple[Link, ...]], tuple[Target, ...]] = {}

    def item_at(self, place: Place) -> Item | None:
        """The statement at a place with one's own judgement of it; None until that is known."""
        file = self._review.corpus.by_name.get(place.article)
        reading = self._review.articles.find(file) if file else None
        if reading is not None and reading.studied:
            by_content = (one for one in reading.items if one.statement.content == place.content)
            by_key = (one for one in reading.items if one.key == place.key)
            return next(by_content, next(by_key, None))
        if file is not None and place.article not in self._asked:
            self._asked.add(place.article)
            self._run(self._study(place.article))
        return None

    def verdict(self, place: Place) -> tuple[Verdict | None, bool]:
        """One's own verdict on the statement at a place, and whether it is known yet."""
        item = self.item_at(place)
        return (None, False) if item is None else (item.verdict, True)

    def ends(self, reading: Reading, item: Item) -> Ends:
        """Where a statement's links lead, as far as it is known."""
        if item.judgement is None or not item.judgement.links:
            return Ends(())
        key = reading.file.name, item.judgement.links
        if key not in self._looked_up:
            self._looked_up.add(key)
            self._run(self._look_up(key, reading, item))
        return Ends(self._targets.get(key))

    def watch(self, news: Callable[[], None]) -> None:
        """Have a call made too whenever more is known."""
        self._watching.append(news)

    def unwatch(self, news: Callable[[], None]) -> None:
        """Call no more."""
        self._watching.remove(news)

    def look_again(self) -> None:
        """Articles may have changed: what is known of links stands until it is known anew."""
        self._looked_up.clear()

    async def _study(self, name: str) -> None:
        articles = self._review.articles
        try:
            file = self._review.corpus.by_name[name]
            reading = await in_background(partial(articles.read, file))
        except ArticleError:
            return  # The list of articles says why.
        if not reading.studied:
            study = await in_background(partial(articles.study, reading))
            if not reading.studied:
                reading.take(study)
        self._tell()

    async def _look_up(
        self, key: tuple[str, tuple[Link, ...]], reading: Reading, item: Item
    ) -> None:
        found = await in_background(partial(self._review.targets, reading, item))
        self._targets[key] = tuple(found)
        self._tell()

    def _tell(self) -> None:
        for news in [*self._watching]:
            news()
