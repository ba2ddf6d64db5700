"""Which key does what: the action table with the user's own keys laid over it.

Textual's own key maps ignore unknown names, bad keys and clashes in silence; here each is refused
by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.events import Key
from textual.keys import Keys

from reader.ui.keys.actions import ACTIONS, BY_NAME, shown
from reader.yamlfields import instead

_NAMED = frozenset(key.value for key in Keys) | {"space"}
_MODIFIERS = frozenset({"ctrl", "alt", "shift"})


class KeymapError(ValueError):
    """A user's key map that cannot be honoured; says which action and key, and why.

    `action` is the one of the user's that is to blame.
    """

    def __init__(self, action: str, message: str) -> None:
        super().__init__(message)
        self.action = action


def keymap(own: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The keys of every action, a user's own in place of the table's.

    Raises KeymapError for an unknown action, something that is no key, or one key for two actions.
    """
    keys = {action.name: action.keys for action in ACTIONS}
    for name, wanted in own.items():
        if name not in BY_NAME:
            raise KeymapError(name, f"there is no action {name!r}{instead(name, BY_NAME)}")
        keys[name] = tuple(_checked(name, key) for key in wanted)
    owner: dict[str, str] = {}
    for name, bound in keys.items():
        for key in bound:
            if owner.setdefault(key, name) != name:
                raise KeymapError(
                    name if name in own else owner[key],
                    f"{shown(key)!r} is asked for by both {owner[key]!r} and {name!r};"
                    " give one of them another key",
                )
    return keys


def action_of(keys: Mapping[str, Sequence[str]], event: Key) -> str | None:
    """The action a key press stands for, by the key's name or the character it types."""
    for name, bound in keys.items():
        if event.key in bound or event.character in bound:
            return name
    return None


def _checked(name: str, key: str) -> str:
    """A key given as a character (`.`), a name (`f5`) or a chord (`alt+s`)."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    character = len(last) == 1 and last.isprintable() and not last.isspace()
    if not (character or last in _NAMED) or not _MODIFIERS.issuperset(modifiers):
        raise KeymapError(name, f"{key!r}, asked for by {name!r}, is no key")
    return key
