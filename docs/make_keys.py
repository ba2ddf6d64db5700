"""Writes docs/keys.md from the action table: python docs/make_keys.py [--check].

With --check nothing is written; the exit code is 1 where the page is stale.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from reader.judgement import GLYPHS, MEANINGS
from reader.ui.keys.actions import ACTIONS, Action, shown
from reader.ui.painting.signs import SIGNS

PAGE = Path(__file__).with_name("keys.md")

_INTRODUCTION = """\
# Keys

<!-- Made from reader/ui/keys/actions.py by `make docs`: change it there. -->

`?` shows this list in the program, with the keys as you have bound them, and `:` finds any action
by name. To give an action other keys, write its name and the keys into the config file; the
[guide](guide.md#your-own-keys) says how.
"""


def page() -> str:
    """The whole page: a table for each group of actions, and the signs."""
    parts = [_INTRODUCTION]
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        parts.append(f"## {group}\n\n| keys | what happens | name |\n|---|---|---|\n")
        parts[-1] += "".join(_row(action) for action in actions)
    parts.append("## Signs\n\n| sign | the statement is | which means |\n|---|---|---|\n")
    for verdict, glyph in GLYPHS.items():
        name = str(verdict or "not reviewed yet").replace("-", " ")
        meaning = "" if verdict is None else MEANINGS[verdict]
        parts[-1] += f"| `{glyph}` | {name} | {meaning} |\n"
    parts.append("| sign beside it | |\n|---|---|\n")
    parts[-1] += "".join(f"| `{sign}` | {meaning} |\n" for sign, meaning in SIGNS.items())
    return "\n".join(parts)


def _row(action: Action) -> str:
    keys = " ".join(f"`{shown(key)}`" for key in action.keys) or "in the palette"
    return f"| {keys} | {action.title} | `{action.name}` |\n"


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is stale."""
    wanted = page()
    if "--check" not in arguments:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{PAGE.name} is stale: run `make docs`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
