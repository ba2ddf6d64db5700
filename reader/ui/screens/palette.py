"""The palette: every action by its name, and the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from reader.judgement import Verdict
from reader.ui.keys.actions import ACTIONS, shown
from reader.ui.screens.pick import PickSheet, Row

_VERDICTS = frozenset(map(str, Verdict))


class NameSheet(PickSheet[str, str]):
    """Gives back what goes by the name picked; `names` are tuples of it, its name and a word.

    Nothing is picked before something is typed or chosen: Enter alone does nothing.
    """

    TITLE_LINE = ""
    NOTHING = "Nothing matches."
    FOOT = "Enter takes it · ↑ ↓ choose · Esc closes"
    starts_chosen = False

    def __init__(self, question: str, names: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.TITLE_LINE = question
        self.PLACEHOLDER = "part of a name"
        self._names = names

    def rows(self, typed: str) -> list[Row[str]]:
        """The names that have every word typed, those that begin with the first of them first.

        Before them all comes what goes by just the word that was typed.
        """
        whole = typed.strip().casefold()
        ranked = [
            (-1 if whole == picked else _rank(typed, name), picked, name, word)
            for picked, name, word in self._names
        ]
        found = sorted((one for one in ranked if one[0] is not None), key=lambda one: one[0] or 0)
        return [Row(_row(name, word), picked) for _, picked, name, word in found]

    def give(self, picked: str) -> str:
        """What was picked."""
        return picked


def commands(keys: Mapping[str, Sequence[str]]) -> NameSheet:
    """A palette of every action but the one that opens it.

    Verdicts come last: nobody looks for them here, and one too many is the dearest mistake.
    """
    actions = [one for one in ACTIONS if one.name != "palette"]
    actions.sort(key=lambda one: one.name in _VERDICTS)
    rows = [(one.name, one.title, " ".join(map(shown, keys[one.name]))) for one in actions]
    return NameSheet("What to do", rows)


def themes(names: Sequence[str]) -> NameSheet:
    """A palette of all themes."""
    return NameSheet("Which theme", [(name, name, "") for name in sorted(names)])


def _rank(typed: str, name: str) -> int | None:
    """How well a name fits what was typed, 0 best; None where a word typed is not in it."""
    wanted, name = typed.casefold().split(), name.casefold()
    if not all(word in name for word in wanted):
        return None
    if not wanted or name.startswith(wanted[0]):
        return 0
    return 1 if f" {wanted[0]}" in name else 2


def _row(name: str, word: str) -> Text:
    text = Text(name)
    if word:
        text.append(f"  {word}", "dim")
    return text
