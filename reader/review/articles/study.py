"""What an open article holds at one moment, and what a look at the disk makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.anchoring import reanchor
from reader.article import Article
from reader.judgement import Judgement
from reader.review.items import Findings, Item
from reader.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells that an article's file or its sidecar is another by now, or can(not) be saved."""

    article: tuple[int, int, int] | None
    sidecar: tuple[int, int, int] | None
    obstacle: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Text, statements and judgements that belong together.

    `findings` is None until the statements have been looked for. `problem` is a sentence where the
    sidecar takes no verdicts, `obstacle` one where they could not be saved, `notice` one where it
    is only odd, `absence` one where the article cannot be read any more. `seen` is what article
    and sidecar looked like when they were read, None where the judgements have changed since.
    """

    article: Article
    findings: Findings | None = None
    items: tuple[Item, ...] = ()
    orphans: tuple[Judgement, ...] = ()
    sidecar: Sidecar | None = None
    problem: str = ""
    obstacle: str = ""
    notice: str = ""
    absence: str = ""
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """What was found in an article and its sidecar, worked out beside the screen.

    `base` is what the reading held when the study began: if it holds something else by the time
    the study is done, a verdict or a save came in between and the study is out of date.
    """

    base: Snapshot
    found: Snapshot

    @property
    def is_of_another_text(self) -> bool:
        """True where the article itself is another now."""
        return self.found.article is not self.base.article

    @property
    def is_judged_otherwise(self) -> bool:
        """True where statements or judgements are not what they were."""
        return self.found.items is not self.base.items

    def places_of(self, items: Sequence[Item]) -> dict[str, int]:
        """Where some statements are in the article as it has become, by their keys; slow."""
        now = self.found.items
        places = {item.key: index for index, item in enumerate(now)}
        moved = [item for item in items if item.key not in places]
        anchors = [item.anchor for item in moved]
        statements = [one.statement for one in now]
        placed = reanchor(self.found.article.text, statements, anchors)
        for item, placement in zip(moved, placed, strict=True):
            if placement.statement is not None:
                places.setdefault(item.key, placement.statement)
        return places
