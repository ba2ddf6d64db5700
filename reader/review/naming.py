"""Who is who to the reviewer: the aliases of one corpus, changed and taken back like verdicts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reader.review.articles import Saves
from reader.review.history import CannotJudge, History
from reader.speakers import (
    Aliases,
    SetAliases,
    SpeakersFile,
    SpeakersStore,
    Undo,
    apply,
    speakers_store,
)
from reader.storage import SidecarError


class Naming:
    """Holds the reviewer's aliases as this window knows them; `problem` says why it cannot."""

    def __init__(
        self, root: Path, reviewer: str, reviews: Path | None, saves: Saves, history: History
    ) -> None:
        self.store: SpeakersStore = speakers_store(root, reviewer, reviews)
        self.problem = ""
        self._saves = saves
        self._history = history
        self._file: SpeakersFile | None = None

    @property
    def aliases(self) -> Aliases:
        """The aliases; none until they are read."""
        return self._file.aliases if self._file else {}

    def load(self) -> None:
        """Read what is on disk, with what waits to be saved; slow, never raises."""
        unsaved = self._saves.unsaved(self.store)
        try:
            file = self.store.load()
        except SidecarError as error:
            self.problem = str(error)
            self._file = None
            return
        for change in unsaved:
            with suppress(SidecarError):  # told when it is saved
                file, _ = apply(file, change)
        self.adopt(file)

    def adopt(self, file: SpeakersFile) -> None:
        """Take over what is on disk, others' changes included."""
        self._file, self.problem = file, ""

    def change(self, change: SetAliases, words: str) -> None:
        """Change aliases; raises CannotJudge."""
        self._history.do(self, change, words)

    def applied(self, change: SetAliases | Undo) -> Undo | None:
        """Make a change here and send it to be saved; None where it changed nothing."""
        if self._file is None:
            raise CannotJudge(self.problem or "The aliases are still being read.")
        try:
            file, undo = apply(self._file, change)
        except SidecarError as error:
            raise CannotJudge(str(error)) from error
        if file.raw == self._file.raw:
            return None
        self._saves.submit(self.store, change)
        self._file = file
        return undo
