"""What the card tells of other articles: the same claim there, and what it was linked to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.judgement import Verdict
    from reader.review import Target
    from reader.survey.plain import Elsewhere


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A telling elsewhere with one's own verdict on it.

    `judged` is False while that is not known; `keys` bring it beside the statement in focus, ""
    where it stands there already.
    """

    elsewhere: Elsewhere
    verdict: Verdict | None
    judged: bool
    keys: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known by now: `unknown` says what is not, `targets` is None until that is known."""

    counterparts: tuple[Counterpart, ...] = ()
    targets: tuple[Target, ...] | None = ()
    unknown: str = ""


NOTHING = Around()
