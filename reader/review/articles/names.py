"""What articles are called in a list: their file, and outlet and title once those are known."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from reader.article import Article
from reader.corpus import ArticleError, ArticleFile, Corpus
from reader.review.articles.open_articles import OpenArticles


class Names:
    """Remembers what the articles of a corpus call themselves, opened or not."""

    def __init__(self, corpus: Corpus, opened: OpenArticles) -> None:
        self._corpus = corpus
        self._opened = opened
        self._learnt: dict[str, str] = {}

    def describe(self, file: ArticleFile) -> str:
        """Name an article in a list."""
        reading = self._opened.find(file)
        if reading is not None:
            return _described(file, reading.article)
        return self._learnt.get(file.name, file.label)

    def learn(self, files: Iterable[ArticleFile]) -> None:
        """Read what articles call themselves; slow, never raises."""
        for file in files:
            with suppress(ArticleError):
                self._learnt[file.name] = _described(file, file.read())

    @property
    def unknown(self) -> tuple[ArticleFile, ...]:
        """The articles of which the file's name alone is known."""
        files = self._corpus.files
        return tuple(
            one for one in files if one.name not in self._learnt and not self._opened.find(one)
        )


def _described(file: ArticleFile, article: Article) -> str:
    return f"{file.label} · {article.outlet} · {article.title}"
