"""One article's statement as it is compared with those of others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement's words, the paragraphs they stand in, and where that is.

    `article` is the article's name within the corpus, `story` the name of the story it tells of, ""
    where that is not known. `origin` is the first speaker of its chain that can be named, "" where
    there is none.
    """

    article: str
    story: str
    text: str
    passage: str
    origin: str = ""
    denies: bool = False
