"""The palette: every action by its name, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.ui.keys.actions import ACTIONS, shown

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class _Listed(Provider):
    """A provider of a fixed list of commands."""

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Each command's name, a word about it, and what it does."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, about, command in self.commands():
            yield DiscoveryHit(name, command, help=about)

    async def search(self, query: str) -> Hits:
        """What matches the letters typed."""
        matcher = self.matcher(query)
        for name, about, command in self.commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), command, help=about)


class ActionProvider(_Listed):
    """The action table."""

    def commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Each action but the palette itself."""
        for action in ACTIONS:
            if action.name != "palette":
                keys = " ".join(shown(key) for key in self._reader.keys[action.name])
                yield action.title, keys, partial(self._reader.desk.act, action.name)


class ThemeProvider(_Listed):
    """The themes read at start."""

    def commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Each theme."""
        for name in sorted(self._reader.themes):
            yield name, "", partial(self._reader.choose_theme, name)


class _Palette(CommandPalette):
    """Textual's palette, whose list cannot turn a page before it has been laid out."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


def commands() -> CommandPalette:
    """A palette of all actions."""
    return _Palette(providers=[ActionProvider], placeholder="What to do…")


def themes() -> CommandPalette:
    """A palette of all themes."""
    return _Palette(providers=[ThemeProvider], placeholder="Which theme…")
