"""Sidecars whose article is gone: renamed, moved, deleted."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.anchoring import reanchor
from reader.corpus import ArticleError, ArticleFile, Corpus, natural_order
from reader.files import UnreadableError, read_regular
from reader.judgement import Anchor
from reader.sidecar import (
    Sidecar,
    SidecarError,
    article_of,
    is_of,
    is_sidecar,
    parse,
    rename_new,
    sidecar_name,
    sidecar_path,
)
from reader.text import safe_line

_ENOUGH = 0.5
"""The share of a sidecar's judgements whose words must stand in an article to call it theirs."""
_MOST_WORDS = 0.75
"""The share of a quote's words without which an article is not searched for it."""
_WORD = re.compile(r"\w+")
_CUT_SHORT = re.compile(r"~[0-9a-f]{8}$")


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


def strays(corpus: Corpus, reviewer: str, reviews: Path | None = None) -> list[Stray]:
    """Find the sidecars that belong to no file of the corpus, this reviewer's first; slow.

    `reviews` (resolved) is where the sidecars are if not beside the articles. Names decide; only
    what is found is read.
    """
    top = reviews or corpus.root
    found = [_stray(path, top) for path in _lost(corpus, top)]
    found.sort(key=lambda one: natural_order(one.name))
    return sorted(found, key=lambda one: one.path.name != sidecar_name(one.article, reviewer))


def homes(found: Sequence[Stray], corpus: Corpus) -> list[ArticleFile | None]:
    """The article in which most of each stray sidecar's words stand, if any; slow."""
    anchors = [
        [one.anchor for one in stray.sidecar.judgements.values()] if stray.sidecar else []
        for stray in found
    ]
    best: list[tuple[int, ArticleFile | None]] = [(0, None)] * len(found)
    for file in corpus.files if any(anchors) else ():
        try:
            text = file.read().text
        except ArticleError:
            continue
        words = set(_WORD.findall(text.casefold()))
        for place, sought in enumerate(anchors):
            if not sought or not _may_stand(sought, words):
                continue
            placed = sum(bool(one.spans) for one in reanchor(text, (), sought))
            if placed >= _ENOUGH * len(sought) and placed > best[place][0]:
                best[place] = placed, file
    return [file for _, file in best]


def reattach(stray: Stray, file: ArticleFile, root: Path, reviews: Path | None = None) -> Path:
    """Give a stray sidecar to an article by renaming it; raises NotReattachedError.

    Its `article:` line is mended at the next save. One that the article has already is never
    replaced.
    """
    assert stray.sidecar is not None
    top = reviews or root
    target = sidecar_path(root, file.name, stray.sidecar.reviewer, reviews)
    name = safe_line(stray.name)
    try:
        rename_new(stray.path, target, top)
    except FileExistsError:
        there = shlex.quote(safe_line(target.relative_to(top).as_posix()))
        raise NotReattachedError(
            f"{safe_line(stray.sidecar.reviewer)} has judged {file.label} already; bring the two"
            f" together with: reader merge /dev/null {there} {shlex.quote(name)} {there}"
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotReattachedError(f"{name} cannot be renamed: {reason}.") from None
    return target


def _lost(corpus: Corpus, top: Path) -> Iterator[Path]:
    """The sidecars in the corpus' folders (or their mirrors) that have no file to belong to."""
    for folder, names in _listings(corpus, top):
        beside = corpus.root / folder.relative_to(top)
        for name in filter(is_sidecar, names):
            article = article_of(name)
            if not os.path.lexists(beside / article) and not _is_cut_short(name, article, beside):
                yield folder / name


def _listings(corpus: Corpus, top: Path) -> Iterator[tuple[Path, list[str]]]:
    """The folders asked for with all below them, and those in which single files lie."""
    files = {bound.parent for bound in corpus.bounds if not bound.is_dir()}
    folders = {bound for bound in corpus.bounds if bound.is_dir()}
    for given in sorted(folders | files):
        for folder, inner, names in os.walk(top / given.relative_to(corpus.root)):
            if given not in folders:
                inner.clear()
            inner[:] = [name for name in inner if not name.startswith(".")]
            yield Path(folder), names


def _is_cut_short(name: str, article: str, beside: Path) -> bool:
    """Whether an article's long name was cut short in its sidecar's."""
    if not _CUT_SHORT.search(article):
        return False
    try:
        there = os.listdir(beside)  # noqa: PTH208 - names alone
    except OSError:
        return False
    return any(is_of(name, one) for one in there)


def _stray(path: Path, top: Path) -> Stray:
    name = path.relative_to(top).as_posix()
    shown = safe_line(name)
    try:
        return Stray(path, name, parse(read_regular(path, within=(top,)), shown))
    except SidecarError as error:
        return Stray(path, name, None, str(error))
    except UnreadableError as error:
        return Stray(path, name, None, f"{shown}: {error}")


def _may_stand(sought: Sequence[Anchor], words: set[str]) -> bool:
    """Whether a text's words are such that it is worth while to look for the quotes in it."""
    likely = 0
    for anchor in sought:
        quoted = set(_WORD.findall(anchor.quote.casefold()))
        likely += len(quoted & words) >= _MOST_WORDS * len(quoted)
    return likely >= _ENOUGH * len(sought)
