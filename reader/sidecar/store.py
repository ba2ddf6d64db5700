"""One sidecar on disk: which file it is, and what is read from it and put into it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.sidecar.changes.edits import Edit
from reader.sidecar.changes.undo import Undo, apply
from reader.sidecar.format import Sidecar, empty, parse
from reader.sidecar.names import sidecar_path
from reader.storage import FileStore
from reader.storage import write_atomically as write_atomically  # known by this name outside


@dataclass(frozen=True, slots=True)
class Store(FileStore[Sidecar, Edit | Undo]):
    """Reads and saves one reviewer's sidecar on one article."""

    reviewer: str
    article: str

    def parsed(self, raw: bytes | None) -> Sidecar:
        """Read a sidecar's bytes."""
        if raw is None:
            return empty(self.article, self.reviewer, self.where)
        return parse(raw, self.where, reviewer=self.reviewer, article=self.article)

    def applied(self, document: Sidecar, change: Edit | Undo) -> Sidecar:
        """Put an edit into a sidecar, or take one back."""
        return apply(document, change)[0]


def store_for(
    root: Path,
    article_name: str,
    reviewer: str,
    reviews: Path | None = None,
    lasting: Path | None = None,
) -> Store:
    """Give the store of an article's sidecar: beside it, or in `reviews`, which mirrors the tree.

    `article_name` is the article's POSIX path in the corpus; `lasting` the folder at or above
    `reviews` that was there when the run began, where that is not `reviews` itself.
    """
    top = Path(os.path.realpath(reviews or root))
    path = sidecar_path(top, article_name, reviewer)
    return Store(path, top, lasting or top, reviewer, article_name)
