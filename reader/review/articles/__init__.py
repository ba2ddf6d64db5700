"""The articles in review: text at once, statements and judgements once they are studied."""

from reader.review.articles.names import Names
from reader.review.articles.open_articles import OpenArticles, Saves
from reader.review.articles.reading import Reading
from reader.review.articles.study import Seen, Snapshot, Study

__all__ = ["Names", "OpenArticles", "Reading", "Saves", "Seen", "Snapshot", "Study"]
