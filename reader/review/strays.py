"""Sidecars whose article is gone: renamed, moved, deleted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.anchoring import reanchor
from reader.corpus import ArticleError, Corpus, Entry
from reader.files import UnreadableError, read_regular
from reader.review.items import find
from reader.sidecar import Sidecar, SidecarError, article_of, is_sidecar, parse, sidecar_path

_ENOUGH = 0.5
"""The share of a sidecar's judgements whose words must stand in an article to call it theirs."""


class NotReattachedError(Exception):
    """A sidecar could not be given to an article; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A sidecar without its article; `name` is its POSIX path, `problem` says why it is unread."""

    path: Path
    name: str
    sidecar: Sidecar | None
    problem: str = ""

    @property
    def article(self) -> str:
        """The article's file name it was made for."""
        return article_of(self.path.name)


def strays(corpus: Corpus, reviews: Path | None = None) -> list[Stray]:
    """Find the sidecars, whoever's they are, that belong to no article of the corpus; slow."""
    top = reviews or corpus.root
    names = {entry.name for entry in corpus.entries}
    found = []
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(filter(is_sidecar, files)):
            path = Path(folder, file)
            article = (path.parent / article_of(file)).relative_to(top).as_posix()
            if article not in names and not _is_shortened(path, top, names):
                found.append(_stray(path, top))
    return found


def home_of(stray: Stray, corpus: Corpus) -> tuple[Entry, int] | None:
    """The article in which most of a stray sidecar's words stand, and how many do; slow."""
    if stray.sidecar is None or not stray.sidecar.judgements:
        return None
    anchors = [judgement.anchor for judgement in stray.sidecar.judgements.values()]
    best: tuple[Entry, int] | None = None
    for entry in corpus.entries:
        try:
            text = entry.read().text
        except ArticleError:
            continue
        statements = [item.statement for item in find(text).bare]
        placed = sum(bool(one.spans) for one in reanchor(text, statements, anchors))
        if placed >= _ENOUGH * len(anchors) and (best is None or placed > best[1]):
            best = entry, placed
    return best


def reattach(stray: Stray, entry: Entry, root: Path, reviews: Path | None = None) -> Path:
    """Give a stray sidecar to an article by renaming it; raises NotReattachedError.

    Its `article:` line is mended at the next save. One that the article has already is never
    replaced.
    """
    assert stray.sidecar is not None
    target = sidecar_path(root, entry.name, stray.sidecar.reviewer, reviews)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(stray.path, target, follow_symlinks=False)
        stray.path.unlink()
    except FileExistsError:
        raise NotReattachedError(
            f"{stray.sidecar.reviewer} has judged {entry.label} already; bring the two together"
            f" with: reader merge /dev/null {target.name} {stray.name} {target.name}"
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotReattachedError(f"{stray.name} cannot be renamed: {reason}.") from None
    return target


def _stray(path: Path, top: Path) -> Stray:
    name = path.relative_to(top).as_posix()
    try:
        return Stray(path, name, parse(read_regular(path, within=(top,)), str(path)))
    except SidecarError as error:
        return Stray(path, name, None, str(error))
    except UnreadableError as error:
        return Stray(path, name, None, f"{name}: {error}")


def _is_shortened(path: Path, top: Path, names: set[str]) -> bool:
    """Whether an article's long name was cut short in its sidecar's."""
    if "~" not in article_of(path.name):
        return False
    try:
        reviewer = parse(read_regular(path, within=(top,)), str(path)).reviewer
    except (SidecarError, UnreadableError):
        return False
    return any(sidecar_path(top, name, reviewer) == path for name in names)
