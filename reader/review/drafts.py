"""What was written about statements and is not kept yet; it lasts as long as the run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for a part of a judgement, named for people, and the quote they are about."""

    part: str
    quote: str
    words: str


class Drafts:
    """The drafts of all statements, each by its article's name, its key and what is written."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str, str], Draft] = {}

    def put(self, article: str, key: str, part: str, draft: Draft) -> None:
        """Put a draft away, in place of an earlier one of the same part."""
        self._drafts[article, key, part] = draft

    def take(self, article: str, key: str, part: str) -> Draft | None:
        """Take a draft out again, if there is one, to go on writing."""
        return self._drafts.pop((article, key, part), None)

    def all(self) -> list[Draft]:
        """Every draft, the oldest first."""
        return [*self._drafts.values()]
