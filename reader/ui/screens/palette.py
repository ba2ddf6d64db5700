"""The palette: every action by its name, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from textual.command import CommandPalette, Provider, SimpleProvider
from textual.screen import Screen

from reader.ui.keys.actions import ACTIONS, shown

Row = tuple[str, Callable[[], object], str]
"""A command's name, what it does, and a word about it."""


class _Palette(CommandPalette):
    """Textual's palette, whose list cannot turn a page before it has been laid out."""

    def __init__(self, over: Screen[Any], rows: Iterable[Row], placeholder: str) -> None:
        # Textual takes one of these wherever it takes a class of providers, but does not say so.
        provider = cast("type[Provider]", SimpleProvider(over, [*rows]))
        super().__init__(providers=[provider], placeholder=placeholder)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


def commands(
    over: Screen[Any], keys: Mapping[str, Sequence[str]], act: Callable[[str], None]
) -> CommandPalette:
    """A palette of every action but the one that opens it."""
    rows = (
        (one.title, partial(act, one.name), " ".join(map(shown, keys[one.name])))
        for one in ACTIONS
        if one.name != "palette"
    )
    return _Palette(over, rows, "What to do…")


def themes(
    over: Screen[Any], names: Iterable[str], choose: Callable[[str], None]
) -> CommandPalette:
    """A palette of all themes."""
    rows = ((name, partial(choose, name), "") for name in sorted(names))
    return _Palette(over, rows, "Which theme…")
