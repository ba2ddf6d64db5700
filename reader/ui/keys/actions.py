"""The one table of what a key does: bindings, palette, hints, help and the key list in the docs.

An action is named once here; `reader.ui.handlers.table` says which function carries it out, and a
user's config may give it other keys by its name.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.judgement import GLYPHS


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reviewer can do.

    `keys` are characters or Textual's key names. Actions that `needs_statements` wait until those
    are there; `hint` is the short word for the status line, most wanted first in the table.
    What is typed after one that `opens_sheet` is for the sheet. One that `needs_twin` waits for all
    panes in view: the statement beside may still be on its way.
    """

    name: str
    keys: tuple[str, ...]
    group: str
    title: str
    needs_statements: bool = False
    hint: str = ""
    opens_sheet: bool = False
    needs_twin: bool = False


JUDGE, MOVE, READ, ARTICLES, ASK = "Judge", "Move", "Read", "Articles", "Ask"

ACTIONS: tuple[Action, ...] = (
    Action("sourced", ("s", "1"), JUDGE, "Sourced: the chain reaches an origin", True, "sourced"),
    Action(
        "unsourced",
        ("u", "2"),
        JUDGE,
        "Unsourced: anonymous, collective or broken chain",
        True,
        "unsourced",
    ),
    Action(
        "disputed",
        ("d", "3"),
        JUDGE,
        "Disputed: somebody with standing contradicts it",
        True,
        "disputed",
    ),
    Action("not-a-statement", ("x",), JUDGE, "Not a statement", True, "no statement"),
    Action("confirm", ("enter",), JUDGE, "Confirm a judgement whose statement changed", True),
    Action("take-back", ("0",), JUDGE, "Take the judgement back; let a changed one go", True),
    Action("again", (".",), JUDGE, "Repeat the last verdict", True),
    Action("note", ("c",), JUDGE, "Write a note (a comment)", True, opens_sheet=True),
    Action("evidence", ("e",), JUDGE, "Write down evidence", True, opens_sheet=True),
    Action(
        "disputed-against",
        ("D",),
        JUDGE,
        "Disputed against the statement beside it: verdict and link",
        True,
        "disputed against",
        needs_twin=True,
    ),
    Action(
        "link-same",
        ("=",),
        JUDGE,
        "Same claim as the statement beside it",
        True,
        "same",
        needs_twin=True,
    ),
    Action(
        "link-contradicts",
        ("!",),
        JUDGE,
        "Contradicts the statement beside it",
        True,
        "contradicts",
        needs_twin=True,
    ),
    Action(
        "link-unrelated",
        ("X",),
        JUDGE,
        "Nothing to do with the statement beside it",
        True,
        needs_twin=True,
    ),
    Action(
        "links",
        ("C",),
        JUDGE,
        "Write a note on a link, show it, take it away",
        True,
        opens_sheet=True,
    ),
    Action("undo", ("z",), JUDGE, "Undo", True),
    Action("redo", ("Z",), JUDGE, "Redo", True),
    Action("next-statement", ("j",), MOVE, "Next statement", True),
    Action("previous-statement", ("k",), MOVE, "Previous statement", True),
    Action("next-unreviewed", ("n",), MOVE, "Next unreviewed, across articles", True, "next"),
    Action("previous-unreviewed", ("p",), MOVE, "Previous unreviewed, across articles", True),
    Action("neediest", ("N",), MOVE, "What most needs an eye, and why; again: the next", True),
    Action("next-told", ("J",), MOVE, "Next statement told elsewhere", True),
    Action("previous-told", ("K",), MOVE, "Previous statement told elsewhere", True),
    Action(
        "same-claim",
        ("m",),
        MOVE,
        "The same claim in the other pane; again: the next",
        True,
        "same claim",
    ),
    Action("every-telling", ("M",), MOVE, "All tellings of the claim", True, opens_sheet=True),
    Action("back", ("'",), MOVE, "Back to where the last jump began", True),
    Action("lock", ("b",), MOVE, "Panes move together: to counterparts, not lines", True),
    Action("filter", ("f",), MOVE, "Filter: step through some only", True, opens_sheet=True),
    Action("line-down", ("down",), READ, "Scroll down"),
    Action("line-up", ("up",), READ, "Scroll up"),
    Action("page-down", ("space", "pagedown"), READ, "Scroll down a page"),
    Action("page-up", ("pageup",), READ, "Scroll up a page"),
    Action("top", ("g", "home"), READ, "To the top"),
    Action("bottom", ("G", "end"), READ, "To the bottom"),
    Action("other-pane", ("tab",), ARTICLES, "The other pane"),
    Action("previous-article", ("[",), ARTICLES, "Previous article of the story"),
    Action("next-article", ("]",), ARTICLES, "Next article of the story"),
    Action("previous-story", ("{",), ARTICLES, "Previous story, all panes together"),
    Action("next-story", ("}",), ARTICLES, "Next story, all panes together"),
    Action("open", ("o",), ARTICLES, "Open an article by name", opens_sheet=True),
    Action("close-pane", ("-",), ARTICLES, "Close this pane"),
    Action(
        "contradictions",
        ("t",),
        ASK,
        "Contradictions of this story: linked, then suggested",
        False,
        "contradictions",
    ),
    Action("ledger", ("l",), ASK, "Who says what: speakers and origins", False, "speakers", True),
    Action("in-full", ("i",), ASK, "The statement in full", True, opens_sheet=True),
    Action("others", ("w",), ASK, "What the other reviewers said of it", True, opens_sheet=True),
    Action(
        "lost",
        ("r",),
        ASK,
        "Judgements that lost their words or their article",
        True,
        opens_sheet=True,
    ),
    Action("theme", (), ASK, "Change the theme", opens_sheet=True),
    Action("palette", (":", "ctrl+p"), ASK, "All commands", False, "commands", opens_sheet=True),
    Action("help", ("?", "f1"), ASK, "Help", False, "help", opens_sheet=True),
    Action("quit", ("q", "ctrl+c", "ctrl+q"), ASK, "Quit"),
    Action("suspend", ("ctrl+z",), ASK, "Suspend: back to the shell (fg returns)"),
)

BY_NAME = {action.name: action for action in ACTIONS}

_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
}


def shown(key: str) -> str:
    """A key as people write it: `pagedown` is PgDn, `ctrl+p` is Ctrl+P."""
    *modifiers, last = [key] if len(key) == 1 else key.split("+")
    name = _SHOWN.get(last, last if len(last) == 1 and not modifiers else last.upper())
    return "+".join([*(modifier.title() for modifier in modifiers), name])


def key_of(keys: Mapping[str, Sequence[str]], action: str) -> str:
    """The key that a message names for an action; its name in the palette where it has none."""
    bound = keys[action]
    return shown(bound[0]) if bound else f"“{BY_NAME[action].title}” in the palette"


class Hint(NamedTuple):
    """A key with a short word for what it does, and a verdict's sign."""

    key: str
    word: str
    sign: str = ""


_SIGNS: Mapping[str, str] = {verdict: sign for verdict, sign in GLYPHS.items() if verdict}


def hints(keys: Mapping[str, Sequence[str]], useless: Container[str]) -> tuple[Hint, ...]:
    """Keys with a short word each, most wanted first, without those of no use now."""
    return tuple(
        Hint(shown(keys[one.name][0]), one.hint, _SIGNS.get(one.name, ""))
        for one in ACTIONS
        if one.hint and keys[one.name] and one.name not in useless
    )


_LIST_HINTS = (
    ("confirm", "side by side"),
    ("link-contradicts", "contradicts"),
    ("disputed-against", "disputed against"),
    ("link-unrelated", "unrelated"),
    ("link-same", "same"),
    ("contradictions", "close"),
)


def list_hints(keys: Mapping[str, Sequence[str]]) -> tuple[Hint, ...]:
    """What keys do while the list of contradictions is open, most wanted first."""
    return tuple(Hint(shown(keys[one][0]), word) for one, word in _LIST_HINTS if keys[one])
