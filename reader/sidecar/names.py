"""Which file holds the judgements of one reviewer on one article.

The name is FILE.EXT.review.REVIEWER.yaml. It never leads out of its folder, fits the 255 bytes of
every file system, and no two reviewers share one, also where case does not tell names apart.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePosixPath

SUFFIX = ".yaml"
_INFIX = ".review."
_MOST_BYTES = 255
"""What ext4, APFS and most others allow for one name."""
_MOST_REVIEWER = 80
"""Longer than any e-mail address people use; leaves room for the article's own name."""
_AS_IS = re.compile(r"[a-z0-9@._+-]+")
_HASH_DIGITS = 8


def sidecar_name(article_name: str, reviewer: str) -> str:
    """Name the sidecar of an article (a POSIX path or file name) by a reviewer."""
    tail = f"{_INFIX}{reviewer_part(reviewer)}{SUFFIX}"
    return _article_part(PurePosixPath(article_name).name, _MOST_BYTES - len(tail)) + tail


def sidecar_path(root: Path, article_name: str, reviewer: str, reviews: Path | None = None) -> Path:
    """Place a sidecar beside its article, or in `reviews`, which mirrors the corpus' tree.

    `article_name` is a POSIX path relative to the corpus' root. Raises ValueError where it leads
    out of that.
    """
    article = PurePosixPath(article_name)
    if article.is_absolute() or ".." in article.parts:
        raise ValueError(f"{article_name!r} is not a name inside the corpus")
    return (reviews or root) / article.parent / sidecar_name(article.name, reviewer)


def others(
    root: Path, article_name: str, reviewer: str, reviews: Path | None = None
) -> tuple[Path, ...]:
    """List the sidecars that other reviewers have on an article, in the order of their names."""
    own = sidecar_path(root, article_name, reviewer, reviews)
    # Every reviewer's name for a long article is cut at another place: compare what a name says.
    article = PurePosixPath(article_name).name
    try:
        names = os.listdir(own.parent)  # noqa: PTH208 - names alone, ten thousand a folder
    except OSError:
        return ()
    return tuple(
        own.parent / name
        for name in sorted(names)
        if name != own.name and is_sidecar(name) and is_of(name, article)
    )


def is_sidecar(name: str) -> bool:
    """Tell whether a file name is one of a sidecar."""
    return name.endswith(SUFFIX) and _INFIX in name[: -len(SUFFIX)]


def article_of(name: str) -> str:
    """Name the article a sidecar's file name belongs to; cut short where that is very long."""
    return name[: -len(SUFFIX)].rpartition(_INFIX)[0]


def is_of(name: str, article: str) -> bool:
    """Tell whether a sidecar's file name says that it belongs to an article of a file name."""
    part = article_of(name)
    return part == article or part == _article_part(article, len(os.fsencode(part)))


def reviewer_part(reviewer: str) -> str:
    """Give a reviewer's name as it may stand in a file name; no two reviewers share one."""
    # ".review." inside would make it unclear where the article's name ends.
    if (
        _AS_IS.fullmatch(reviewer)
        and len(reviewer) <= _MOST_REVIEWER
        and _INFIX not in f".{reviewer}."
    ):
        return reviewer
    # "~" is in no name that is kept as it is, so a mapped one never meets one of those.
    readable = re.sub(r"[^a-z0-9@._+-]+", "-", reviewer.casefold()).strip(".-")
    readable = readable.replace(_INFIX, "-").removeprefix(_INFIX[1:])[: _MOST_REVIEWER // 2]
    return f"{readable}~{_short_hash(reviewer)}"


def _article_part(article: str, room: int) -> str:
    raw = os.fsencode(article)
    if len(raw) <= room:
        return article
    tail = f"~{_short_hash(article)}"
    return raw[: room - len(tail)].decode("utf-8", "ignore") + tail


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:_HASH_DIGITS]
