"""Where `reader.yaml` is: with the sidecars, at the corpus' root, or above it up to git's top."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.policy.edits import Assign, assign
from reader.policy.format import PolicyFile, parse
from reader.storage import FileStore
from reader.text import safe_line

NAME = "reader.yaml"


@dataclass(frozen=True, slots=True)
class PolicyStore(FileStore[PolicyFile, Assign]):
    """Reads a corpus' policy, and adds assignments to it.

    `below` leads from the file's folder to the corpus' root: empty, or a POSIX path and a slash.
    """

    below: str

    @property
    def where(self) -> str:
        """The file as errors name it: by its name, or with its whole path if it lies above."""
        return safe_line(str(self.path)) if self.below else NAME

    def parsed(self, raw: bytes | None) -> PolicyFile:
        """Read the file's bytes."""
        return PolicyFile(b"", self.where) if raw is None else parse(raw, self.where)

    def applied(self, document: PolicyFile, change: Assign) -> PolicyFile:
        """Add assignments."""
        return assign(document, change)

    def is_in(self, folder: Path) -> bool:
        """Tell whether the file's place is in a folder."""
        return self.root == Path(os.path.realpath(folder))

    def named(self, article: str) -> str:
        """Name an article of the corpus as the file does."""
        return self.below + article


def policy_store(root: Path, reviews: Path | None = None) -> PolicyStore:
    """Give the store of the policy that holds for a corpus.

    It is looked for in `reviews`, at the corpus' root and above it up to git's top; where it is
    nowhere, the store is that of the first of these.
    """
    root = Path(os.path.realpath(root))
    own = Path(os.path.realpath(reviews)) if reviews else root
    folders = [own, *(one for one in _upward(root) if one != own)]
    folder = next((one for one in folders if os.path.lexists(one / NAME)), own)
    is_above = folder in root.parents and folder != own
    below = f"{root.relative_to(folder).as_posix()}/" if is_above else ""
    lasting = next(one for one in (folder, *folder.parents) if one.is_dir())
    return PolicyStore(folder / NAME, folder, lasting, below)


def _upward(root: Path) -> list[Path]:
    """The root, and where it lies in a git repository the folders above, the nearest first."""
    folders = [root, *root.parents]
    tops = (place for place, one in enumerate(folders) if os.path.lexists(one / ".git"))
    return folders[: next(tops, 0) + 1]
