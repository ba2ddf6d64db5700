"""A folder of articles, listed at once and read one by one when they are needed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.article import Article
from reader.files import UnreadableError, is_within, kind_of, read_regular, reason_of
from reader.text import NotText, safe_line

SUFFIXES = (".txt", ".md")
"""What an article's name ends in, in lower case."""

_SIDECAR = re.compile(r"\.review\..*\.yaml$", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"0*([0-9]+)")


class CorpusError(Exception):
    """There is nothing to open; the message is one sentence for the reader."""


class ArticleError(Exception):
    """An article cannot be read; the message is one sentence for the reader."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article of the corpus, not read yet; `name` is its POSIX path below the corpus' root."""

    root: Path
    name: str
    bounds: tuple[Path, ...]

    @property
    def path(self) -> Path:
        """Where the article is."""
        return self.root / self.name

    @property
    def label(self) -> str:
        """The name as it may be shown: it can hold anything a file system allows."""
        return safe_line(self.name)

    def read(self) -> Article:
        """Read the article; raises ArticleError where it is no text or cannot be read."""
        path = self.path
        try:
            return Article.from_bytes(path, self.name, read_regular(path, within=self.bounds))
        except (UnreadableError, NotText) as error:
            raise ArticleError(f"{self.label} cannot be read: {error}.") from error


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something named like an article that is none, and why, in words for the reader."""

    path: Path
    reason: str

    @property
    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"{safe_line(str(self.path))} was skipped: {self.reason}."


@dataclass(frozen=True)
class Corpus:
    """The articles below `root` in natural order, and what was left out."""

    root: Path
    files: tuple[ArticleFile, ...]
    skipped: tuple[Skipped, ...]

    @cached_property
    def by_name(self) -> Mapping[str, ArticleFile]:
        """The articles by their names."""
        return {file.name: file for file in self.files}

    @property
    def bounds(self) -> tuple[Path, ...]:
        """The folders and files asked for, resolved; a corpus always has an article."""
        return self.files[0].bounds


def open_corpus(paths: Sequence[Path]) -> Corpus:
    """List the articles of folders (sub-folders too) and single files; reads none of them.

    Raises CorpusError where a path is missing or no article is found.
    """
    given = [_resolved(path) for path in paths]
    folders = tuple(path for path in given if path.is_dir())
    root = _common_root(given)
    listing = _Listing(root, tuple(given))
    for path in given:
        if path in folders:
            listing.add_folder(path)
        else:
            listing.add_named(path)
    listing.add_links()
    if not listing.names:
        raise CorpusError(_nothing_found(paths, listing.skipped))
    names = sorted(listing.names, key=natural_order)
    bounds = tuple(given)
    return Corpus(
        root, tuple(ArticleFile(root, name, bounds) for name in names), tuple(listing.skipped)
    )


def natural_order(name: str) -> tuple[str, str]:
    """Sort key that puts "part2" before "part10", folder by folder."""
    # One string sorts many times faster than parts: "/" comes before all else, and a number is
    # written with how many digits it has in front.
    return _NUMBER.sub(_sized, name.casefold().replace("/", "\0")), name


def _sized(number: re.Match[str]) -> str:
    return chr(ord("0") + len(number[1])) + number[1]


def _resolved(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except FileNotFoundError as error:
        raise CorpusError(f"There is no file or folder {safe_line(str(path))}.") from error
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, up to Python 3.12
        reason = reason_of(error) if isinstance(error, OSError) else "its links go round in a loop"
        raise CorpusError(f"{safe_line(str(path))} cannot be opened: {reason}.") from error


def _common_root(given: Sequence[Path]) -> Path:
    parents = [path if path.is_dir() else path.parent for path in given]
    return Path(os.path.commonpath(parents))


def _nothing_found(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    where = ", ".join(safe_line(str(path)) for path in paths)
    if len(skipped) == 1:
        return f"There is no article in {where}: {skipped[0].sentence}"
    if skipped:
        return f"There is no article in {where} that can be read; {len(skipped)} were skipped."
    return f"There is no article in {where}: articles are files that end in .txt or .md."


class _Listing:
    """What has been found so far, each article once."""

    def __init__(self, root: Path, bounds: tuple[Path, ...]) -> None:
        self.names: set[str] = set()
        self.skipped: list[Skipped] = []
        self._reals: set[str] = set()
        self._root = root
        self._bounds = bounds
        self._links: list[str] = []

    def add_named(self, path: Path) -> None:
        """Take in a file that was named on its own, whatever its name ends in."""
        mode = path.stat().st_mode
        name = path.relative_to(self._root).as_posix()
        if not stat.S_ISREG(mode):
            self._skip(str(path), f"it is {kind_of(mode)}, not a file")
        elif _SIDECAR.search(name):
            self._skip(str(path), "it is a sidecar, not an article")
        else:
            self._add(name, str(path))

    def add_folder(self, folder: Path) -> None:
        """Take in a folder's articles and those of its sub-folders; links wait for the end."""
        below = folder.relative_to(self._root).as_posix()
        waiting = [(str(folder), "" if below == "." else f"{below}/")]
        while waiting:
            here, prefix = waiting.pop()
            try:
                with os.scandir(here) as items:
                    waiting.extend(self._sort_out(items, prefix))
            except OSError as error:
                self._skip(here, reason_of(error))

    def _sort_out(
        self, items: Iterator[os.DirEntry[str]], prefix: str
    ) -> Iterator[tuple[str, str]]:
        """Add what is an article, and yield the folders to look into."""
        for item in items:
            name = item.name
            if name.startswith("."):
                continue
            if item.is_dir(follow_symlinks=False):
                yield item.path, f"{prefix}{name}/"
            elif item.is_symlink():
                self._links.append(prefix + name)
            elif name.lower().endswith(SUFFIXES):
                if item.is_file(follow_symlinks=False):
                    self._add(prefix + name, item.path)
                else:
                    mode = item.stat(follow_symlinks=False).st_mode
                    self._skip(item.path, f"it is {kind_of(mode)}, not a file")

    def add_links(self) -> None:
        """Take in the links to files inside the corpus that are not listed by another name."""
        for name in sorted(self._links, key=natural_order):
            path = self._root / name
            try:
                real = path.resolve(strict=True)
                mode = real.stat().st_mode
            except (OSError, RuntimeError):
                if name.lower().endswith(SUFFIXES):
                    self._skip(str(path), "it is a link that leads nowhere")
                continue
            is_article = name.lower().endswith(SUFFIXES) and not _SIDECAR.search(real.name)
            if not (is_article or stat.S_ISDIR(mode)):
                continue
            if not is_within(real, self._bounds):
                self._skip(str(path), "it is a link that leads out of the corpus")
            elif stat.S_ISREG(mode):
                self._add(name, str(path), real.relative_to(self._root).as_posix())
            elif not stat.S_ISDIR(mode):
                self._skip(str(path), f"it is a link to {kind_of(mode)}, not to a file")

    def _add(self, name: str, path: str, real_name: str = "") -> None:
        if (real_name or name) in self._reals:
            return
        if os.access(path, os.R_OK):
            self._reals.add(real_name or name)
            self.names.add(name)
        else:
            self._skip(path, "there is no permission to read it")

    def _skip(self, path: str, reason: str) -> None:
        self.skipped.append(Skipped(Path(path), reason))
