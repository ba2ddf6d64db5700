"""The file of aliases on disk: one for each reviewer, at the corpus' root."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reader.sidecar.names import is_sidecar, reviewer_part
from reader.speakers.edits import SetAliases, Undo, apply
from reader.speakers.format import SpeakersFile, empty, parse
from reader.storage import FileStore

_STEM, _SUFFIX = "speakers.", ".yaml"


@dataclass(frozen=True, slots=True)
class SpeakersStore(FileStore[SpeakersFile, SetAliases | Undo]):
    """Reads and saves one reviewer's aliases."""

    reviewer: str

    def parsed(self, raw: bytes | None) -> SpeakersFile:
        """Read the bytes of a file of aliases."""
        if raw is None:
            return empty(self.reviewer, self.where)
        return parse(raw, self.where, reviewer=self.reviewer)

    def applied(self, document: SpeakersFile, change: SetAliases | Undo) -> SpeakersFile:
        """Change aliases, or take a change back."""
        return apply(document, change)[0]


def speakers_name(reviewer: str) -> str:
    """Name the file of a reviewer's aliases."""
    return f"{_STEM}{reviewer_part(reviewer)}{_SUFFIX}"


def is_speakers_file(name: str) -> bool:
    """Tell whether a file name is one of a file of aliases."""
    middle = len(name) > len(_STEM) + len(_SUFFIX)
    return middle and name.startswith(_STEM) and name.endswith(_SUFFIX) and not is_sidecar(name)


def speakers_store(root: Path, reviewer: str, reviews: Path | None = None) -> SpeakersStore:
    """Give the store of a reviewer's aliases: at the corpus' root, or in `reviews`."""
    top = Path(os.path.realpath(reviews or root))
    lasting = next(one for one in (top, *top.parents) if one.is_dir())
    return SpeakersStore(top / speakers_name(reviewer), top, lasting, reviewer)
