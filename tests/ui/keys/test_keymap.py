from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual.events import Key

from reader.ui.keys.actions import ACTIONS
from reader.ui.keys.keymap import KeymapError, action_of, keymap

DEFAULTS = {action.name: action.keys for action in ACTIONS}


def test_without_a_map_of_ones_own_the_tables_keys_hold() -> None:
    assert keymap({}) == DEFAULTS


@pytest.mark.parametrize(
    "own",
    [
        {"sourced": ("y",)},
        {"sourced": ("f5", "alt+s")},
        {"next-statement": ("down",), "line-down": ("H",)},
        {"sourced": ("u",), "unsourced": ("s",)},
        {"theme": ("T",)},
        {"open": ("ctrl+o",)},
        {"not-a-statement": ("×",)},
    ],
)
def test_ones_own_keys_replace_those_of_the_action(own: Mapping[str, tuple[str, ...]]) -> None:
    assert keymap(own) == {**DEFAULTS, **own}


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"sorced": ("y",)}, ["'sorced'", "did you mean 'sourced'"]),
        ({"": ("y",)}, ["no action ''"]),
        ({"sourced": ("u",)}, ["'u'", "'sourced'", "'unsourced'"]),
        ({"open": ("y",), "help": ("y",)}, ["'y'", "'open'", "'help'"]),
        ({"open": ("pagedown",)}, ["'PgDn'", "'page-down'", "'open'"]),
        ({"open": ("pgdwn",)}, ["'pgdwn'", "'open'", "no key"]),
        ({"open": ("ss",)}, ["'ss'", "no key"]),
        ({"open": (" ",)}, ["' '", "no key"]),
        ({"open": ("\x1b",)}, ["no key"]),
        ({"open": ("",)}, ["''", "no key"]),
        ({"open": ("hyper+s",)}, ["'hyper+s'", "no key"]),
    ],
)
def test_a_map_that_cannot_be_honoured_says_which_action_and_key(
    own: Mapping[str, tuple[str, ...]], words: list[str]
) -> None:
    with pytest.raises(KeymapError) as told:
        keymap(own)
    assert [word for word in words if word not in str(told.value)] == []
    assert str(told.value).isprintable()


@pytest.mark.parametrize(
    ("key", "character", "action"),
    [
        ("s", "s", "sourced"),
        ("1", "1", "sourced"),
        ("Z", "Z", "redo"),
        ("z", "z", "undo"),
        ("full_stop", ".", "again"),
        ("left_square_bracket", "[", "previous-article"),
        ("minus", "-", "close-pane"),
        ("question_mark", "?", "help"),
        ("colon", ":", "palette"),
        ("space", " ", "page-down"),
        ("tab", "\t", "other-pane"),
        ("ctrl+p", "\x10", "palette"),
        ("pagedown", None, "page-down"),
        ("y", "y", None),
        ("f9", None, None),
    ],
)
def test_a_key_press_is_known_by_its_name_or_the_character_it_types(
    key: str, character: str | None, action: str | None
) -> None:
    assert action_of(keymap({}), Key(key, character)) == action


def test_a_chord_of_ones_own_is_found() -> None:
    assert action_of(keymap({"open": ("alt+s",)}), Key("alt+s", None)) == "open"
