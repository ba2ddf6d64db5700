"""Who finds an article's statements: the cache where it knows them, else the finder itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.article import Article
from reader.attribution import attribute
from reader.finding.cache import StatementCache, open_cache
from reader.statement import Statement


class Finder:
    """Finds statements; with a cache, those of one text once. Usable from any thread."""

    def __init__(self, cache: StatementCache | None = None) -> None:
        self._cache = cache

    @classmethod
    def of_user(cls, environ: Mapping[str, str]) -> Finder:
        """A finder that uses the user's cache; opening it reads the finder's own files."""
        return cls(open_cache(environ))

    def statements(self, article: Article) -> Sequence[Statement]:
        """Find an article's statements, in document order."""
        if self._cache is None:
            return attribute(article.text, article.zones)
        known = self._cache.get(article.digest, len(article.text))
        if known is not None:
            return known
        found = attribute(article.text, article.zones)
        self._cache.put(article.digest, found)
        return found

    def tidy(self) -> None:
        """Let go of what the cache need not keep, after a whole corpus was searched."""
        if self._cache is not None:
            self._cache.prune()
