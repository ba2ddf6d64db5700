"""Which articles to read first: those that seem to tell the story of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from reader.corpus import ArticleError, ArticleFile
from reader.likeness.stories import LARGEST_FOLDER, StoryArticle, stories

_LOOKED_AT = 300
"""Articles of a large folder, around the open one, that are looked at: a second's work."""


def first_story(files: Sequence[ArticleFile], first: str) -> list[str]:
    """Name the articles of the story of `first`, as far as that shows before anything is found.

    A small folder is a story. Of a large one the articles around the open one are compared by their
    words; an article of a story that stands far away comes later.
    """
    folder = PurePosixPath(first).parent
    near = [file for file in files if PurePosixPath(file.name).parent == folder]
    if len(near) <= LARGEST_FOLDER:
        return [file.name for file in near]
    at = next((place for place, file in enumerate(near) if file.name == first), 0)
    start = max(0, at - _LOOKED_AT // 2)
    read = [_story_article(file) for file in near[start : start + _LOOKED_AT]]
    found = stories([article for article in read if article])
    return next((list(story.articles) for story in found if first in story.articles), [])


def _story_article(file: ArticleFile) -> StoryArticle | None:
    try:
        article = file.read()
    except ArticleError:
        return None
    return StoryArticle(file.name, article.text, article.front_matter.story)
