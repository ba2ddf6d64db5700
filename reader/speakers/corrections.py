"""What joining two speakers, or taking a name from one, makes of the aliases."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.likeness.aliases import same_speaker
from reader.speakers.aliases import EVERYWHERE, Alias, Aliases
from reader.speakers.edits import SetAliases


class CannotCorrectError(Exception):
    """Names that cannot be joined or taken apart; the message is one sentence for the reviewer."""


def join(one: Sequence[Alias], other: Sequence[Alias]) -> SetAliases:
    """Have the names of one speaker stand for another, whose fullest comes first.

    Where one of the two is known by a role alone ("the minister"), which holds within a story, that
    one stands for the other. Raises CannotCorrectError where both are, in two stories.
    """
    if _is_everywhere(one) and not _is_everywhere(other):
        one, other = other, one
    speaker = other[0]
    if not _is_everywhere(other) and {alias.place for alias in one} != {speaker.place}:
        raise CannotCorrectError(
            f"Who “{speaker.name}” is differs from story to story: join both to a name instead."
        )
    return SetAliases({alias: speaker.name for alias in one if alias.name != speaker.name})


def split(aliases: Aliases, known_as: Collection[Alias], name: Alias) -> SetAliases:
    """Take a name from the speaker known by it and others, to stand for itself.

    Raises CannotCorrectError where the speaker has no other name.
    """
    rest = [alias for alias in known_as if alias.name != name.name]
    if not rest:
        raise CannotCorrectError(f"{name.name} has no other name here to be taken apart from.")
    changes: dict[Alias, str | None] = {}
    if any(same_speaker(name.name, alias.name) for alias in rest):
        changes[name] = name.name  # or the likeness of the names would join them again
    elif name in aliases:
        changes[name] = None
    # Those that stood for the name stand for the rest's fullest from now on.
    heirs = [alias for alias in rest if aliases.get(alias) == name.name]
    for alias in heirs:
        changes[alias] = None if alias is rest[0] else rest[0].name
    return SetAliases(changes)


def _is_everywhere(names: Collection[Alias]) -> bool:
    return any(alias.place == EVERYWHERE for alias in names)
