"""The sidecars of all reviewers, found by their names."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path, PurePosixPath

from reader.files import UnreadableError, read_regular, reason_of
from reader.judgement import Judgement
from reader.sidecar import SidecarError, article_of, is_of, is_sidecar, parse, sidecar_name
from reader.text import safe_line


class TeamSidecars:
    """Reads what every reviewer wrote of an article, beside it or below `reviews`.

    `problems` are sentences on what could not be read; each folder is listed once.
    """

    def __init__(self, root: Path, reviews: Path | None = None) -> None:
        self._top = Path(os.path.realpath(reviews or root))
        self._folders: dict[Path, dict[str, list[str]]] = {}
        self.problems: list[str] = []

    def judgements(self, article: str) -> dict[str, dict[str, Judgement]]:
        """Give each reviewer's judgements of an article, a POSIX path below the root, by key."""
        place = PurePosixPath(article)
        folder = self._top / place.parent
        judged: dict[str, dict[str, Judgement]] = {}
        for name in self._names(folder, place.name):
            path = folder / name
            where = safe_line(path.relative_to(self._top).as_posix())
            try:
                sidecar = parse(read_regular(path, within=(self._top,)), where)
            except SidecarError as error:
                self.problems.append(str(error))
                continue
            except UnreadableError as error:
                self.problems.append(f"{where} cannot be read: {error}.")
                continue
            wanted = sidecar_name(place.name, sidecar.reviewer)
            if name != wanted:  # or one reviewer would count twice
                self.problems.append(
                    f"{where} holds the judgements of {safe_line(sidecar.reviewer)}, but is not"
                    f" named after them and was left out: rename it to {safe_line(wanted)}."
                )
                continue
            judged[sidecar.reviewer] = dict(sidecar.judgements)
        return judged

    def _names(self, folder: Path, article: str) -> list[str]:
        listed = self._folders.get(folder)
        if listed is None:
            listed = self._folders[folder] = self._listed(folder)
        # A long article's name is cut, and marked with "~", at another place for every reviewer.
        return sorted(
            name
            for part, names in listed.items()
            if part == article or ("~" in part and is_of(names[0], article))
            for name in names
        )

    def _listed(self, folder: Path) -> dict[str, list[str]]:
        """The sidecars in a folder by the article they say they are of."""
        try:
            names = os.listdir(folder)  # noqa: PTH208 - names alone, ten thousand a folder
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problems.append(f"{safe_line(str(folder))} cannot be listed: {reason_of(error)}.")
            return {}
        listed = defaultdict(list)
        for name in names:
            if is_sidecar(name):
                listed[article_of(name)].append(name)
        return listed
