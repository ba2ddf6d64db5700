"""The emulator that the end-to-end tests trust shows what was written, and keeps apart the rest."""

from __future__ import annotations

import pytest

from tests.end_to_end.terminal import Screen


def _screen(written: str, columns: int = 8, rows: int = 3) -> Screen:
    screen = Screen(columns, rows)
    for byte in written.encode():
        screen.feed(bytes([byte]))
    return screen


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("port", ["port", "", ""]),
        ("one\r\ntwo", ["one", "two", ""]),
        ("\x1b[2;3Hhere", ["", "  here", ""]),
        ("one\x1b[Htwo", ["two", "", ""]),
        ("one\x1b[2Jtwo", ["two", "", ""]),
        ("\x1b[1;31mred\x1b[0m", ["red", "", ""]),
        ("港a", ["港a", "", ""]),
        ("e\u0301a", ["ea", "", ""]),
        ("too long for it", ["too long", "", ""]),
        ("one\x1b[?1049htwo", ["two", "", ""]),
    ],
)
def test_what_is_written_stands_where_it_belongs(written: str, rows: list[str]) -> None:
    screen = _screen(written)
    assert screen.rows == rows
    assert screen.stray == []


@pytest.mark.parametrize(
    "stray",
    [
        "\x1b]52;c;aGk=\x07",
        "\x1b]0;mine\x1b\\",
        "\x1bP1$r\x1b\\",
        "\x07",
        "\x9b",
        "\x1b[5n",
        "\x1bc",
        "\x1b[2 q",
        "\x00",
        "\x7f",
    ],
)
def test_whatever_else_reaches_the_terminal_is_kept_apart(stray: str) -> None:
    screen = _screen(f"a{stray}b")
    assert screen.stray == [stray]
    assert screen.rows[0] == "ab"


def test_modes_are_noted_and_the_cursor_is_shown_until_it_is_hidden() -> None:
    screen = _screen("\x1b[?1049h\x1b[?25l\x1b[?1004h")
    assert screen.is_alternate
    assert not screen.has_cursor
    screen.feed(b"\x1b[?1004l\x1b[?25h\x1b[?1049l")
    assert (screen.is_alternate, screen.has_cursor, screen.modes) == (False, True, set())
