"""`reader.yaml`: what it holds, what holds without it, and what its errors say."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reader.policy import Level, Policy, Rule, Setting, parse
from reader.storage import SidecarError

WHERE = "reader.yaml"
TEXT = """\
# The ferry desk.
reader: 1
reviewers: [alice, Ines Moreau, tomasz]
adjudicators: [ruta]
blind: true

assign:
  # The wire first.
  1-ferry/wire.md: [alice, tomasz]
  1-ferry/gazette.md:
  - Ines Moreau
check:
  stray: off
  contested: warning
  coverage: {level: warning, min: 2}
  unsourced-share:
    max: 37.5
reasons: [hearsay, no-link]
guidelines: docs/desk.md
"""


def test_every_field_is_read() -> None:
    file = parse(TEXT.encode(), WHERE)
    assert file.policy == Policy(
        ("alice", "Ines Moreau", "tomasz"),
        ("ruta",),
        True,
        {"1-ferry/wire.md": ("alice", "tomasz"), "1-ferry/gazette.md": ("Ines Moreau",)},
        {
            Rule.STRAY: Setting(Level.OFF),
            Rule.CONTESTED: Setting(Level.WARNING),
            Rule.COVERAGE: Setting(Level.WARNING, Fraction(2)),
            Rule.UNSOURCED_SHARE: Setting(Level.ERROR, Fraction(75, 2)),
        },
        ("hearsay", "no-link"),
        "docs/desk.md",
    )
    assert file.lines == {"1-ferry/wire.md": 9, "1-ferry/gazette.md": 10}


def test_seven_rules_are_on_and_nobody_is_unknown_where_nothing_is_said() -> None:
    policy = Policy()
    on = {rule for rule in Rule if policy.setting(rule).level is Level.ERROR}
    assert {str(rule) for rule in on} == {
        "unreadable",
        "stray",
        "orphaned",
        "changed",
        "two-verdicts",
        "stale-settlement",
        "unknown-reviewer",
    }
    assert {policy.setting(rule).level for rule in set(Rule) - on} == {Level.OFF}
    assert policy.setting(Rule.COVERAGE).limit == 1
    assert policy.knows("anybody")


def test_what_the_file_says_of_a_rule_holds() -> None:
    policy = parse(TEXT.encode(), WHERE).policy
    assert policy.setting(Rule.STRAY).level is Level.OFF
    assert policy.setting(Rule.ORPHANED).level is Level.ERROR
    assert policy.knows("ruta")
    assert not policy.knows("bob")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("reader: 1\n", "", 2, "the line reader: 1 is missing; write it at the top"),
        ("reader: 1", "reader: 2", 2, "a newer version of this program"),
        ("reader: 1", f"reader: {'9' * 5000}", 2, "the version must be 1"),
        ("reviewers", "reviewer", 3, "no field 'reviewer'; did you mean 'reviewers'?"),
        ("tomasz]", "alice]", 3, "reviewers names 'alice' twice; keep one"),
        ("[ruta]", "['']", 4, "adjudicators has an empty line"),
        ("[ruta]", "[' ruta']", 4, "remove the spaces"),
        ("[ruta]", "{ruta: 1}", 4, "adjudicators must be text"),
        ("blind: true", "blind: yes", 5, "blind is 'yes'; write true or false"),
        ("- Ines Moreau", "- Ines Moreu", 11, "no reviewer; did you mean 'Ines Moreau'?"),
        ("1-ferry/wire.md", "../wire.md", 9, "is no article of the corpus; write its path"),
        ("1-ferry/wire.md", "/wire.md", 9, "is no article of the corpus"),
        ("1-ferry/wire.md", "1-ferry/", 9, "is no article of the corpus"),
        ("[alice, tomasz]", "[alice, alice]", 9, "1-ferry/wire.md names 'alice' twice"),
        ("contested", "contestd", 14, "no field 'contestd'; did you mean 'contested'?"),
        ("contested: warning", "contested: warn", 14, "'warn'; did you mean 'warning'?"),
        ("contested: warning", "contested: {min: 2}", 14, "no field 'min'; write level"),
        ("min: 2", "min: 2.5", 15, "min must be a whole number from 1 to 1000"),
        ("min: 2", "min: 0", 15, "min must be a whole number from 1"),
        ("max: 37.5", "max: 101", 17, "max must be a number from 0 to 100"),
        ("max: 37.5", "max: 1/0", 17, "max must be a number from 0 to 100"),
        ("docs/desk.md", "[a]", 19, "guidelines must be text"),
        ("# The ferry desk.", "<<<<<<< ours", 1, "a conflict marker was left here"),
    ],
)
def test_an_error_names_the_line_and_what_to_do(old: str, new: str, line: int, words: str) -> None:
    assert old in TEXT
    with pytest.raises(SidecarError) as error:
        parse(TEXT.replace(old, new, 1).encode(), WHERE)
    assert str(error.value).startswith(f"{WHERE}:{line}: ")
    assert words in str(error.value)


def test_fields_in_brackets_are_refused() -> None:
    with pytest.raises(SidecarError, match="at the start of their lines"):
        parse(b"{reader: 1, blind: true}\n", WHERE)
