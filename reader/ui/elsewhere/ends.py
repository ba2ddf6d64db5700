"""Where a statement's links lead, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.judgement import Link
    from reader.review import Target


@dataclass(frozen=True, slots=True)
class Ends:
    """The targets of links; None while they are not known."""

    targets: tuple[Target, ...] | None

    def of(self, link: Link) -> Target | None:
        """Where a link leads; None while that is not known."""
        return next((one for one in self.targets or () if one.link == link), None)

    def outlet(self, link: Link) -> str:
        """The outlet that a link leads to, or the name of its file while that is not known."""
        target = self.of(link)
        return (target.outlet if target else "") or PurePosixPath(link.file).stem

    def why(self, link: Link) -> str:
        """What is odd about the end of a link, in words."""
        target = self.of(link)
        return target.why if target else ""


UNKNOWN_ENDS = Ends(None)
