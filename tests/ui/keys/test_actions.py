from __future__ import annotations

import pytest

from reader.ui.app import OWN_HANDLERS
from reader.ui.handlers.table import HANDLERS
from reader.ui.keys.actions import ACTIONS, BY_NAME, shown
from reader.ui.keys.keymap import keymap


def test_every_action_has_a_handler_and_every_handler_an_action() -> None:
    assert sorted([*HANDLERS, *OWN_HANDLERS]) == sorted(BY_NAME)


def test_no_two_actions_have_one_name() -> None:
    assert len(BY_NAME) == len(ACTIONS)


def test_no_two_actions_have_one_key() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert keymap({}) == {action.name: action.keys for action in ACTIONS}


def test_a_group_stands_together_and_every_action_says_what_it_does() -> None:
    groups = [action.group for action in ACTIONS]
    changes = [group for place, group in enumerate(groups) if groups[place - 1 : place] != [group]]
    assert len(changes) == len(set(changes))
    assert all(action.title for action in ACTIONS)


def test_no_default_takes_a_ctrl_letter_that_terminals_want() -> None:
    expected = {"ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z"}
    assert {key for a in ACTIONS for key in a.keys if key.startswith("ctrl+")} == expected


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("sourced", "s 1"),
        ("unsourced", "u 2"),
        ("disputed", "d 3"),
        ("not-a-statement", "x"),
        ("take-back", "0"),
        ("again", "."),
        ("undo", "z"),
        ("redo", "Z"),
        ("next-statement", "j"),
        ("previous-statement", "k"),
        ("next-unreviewed", "n"),
        ("previous-unreviewed", "p"),
        ("page-down", "space pagedown"),
        ("page-up", "pageup"),
        ("top", "g"),
        ("bottom", "G"),
        ("other-pane", "tab"),
        ("previous-article", "["),
        ("next-article", "]"),
        ("open", "o"),
        ("note", "c"),
        ("evidence", "e"),
        ("in-full", "i"),
        ("others", "w"),
        ("palette", ": ctrl+p"),
        ("help", "? f1"),
        ("quit", "q"),
    ],
)
def test_the_keys_are_those_that_were_designed(name: str, keys: str) -> None:
    assert set(keys.split()) <= set(BY_NAME[name].keys)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("s", "s"),
        ("Z", "Z"),
        ("?", "?"),
        ("+", "+"),
        ("pagedown", "PgDn"),
        ("space", "Space"),
        ("tab", "Tab"),
        ("f1", "F1"),
        ("ctrl+p", "Ctrl+P"),
        ("alt+enter", "Alt+Enter"),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, written: str) -> None:
    assert shown(key) == written
