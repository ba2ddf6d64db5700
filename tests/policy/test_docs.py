"""The page on `reader.yaml` says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from reader.policy import FIELDS, Level, Policy, Rule, parse
from reader.policy.policy import LIMITS

PAGE = (Path(__file__).parents[2] / "docs" / "newsroom.md").read_text(encoding="utf-8")


def test_the_example_is_taken_as_it_stands() -> None:
    [example] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    policy = parse(example.encode(), "reader.yaml").policy
    assert policy.assign["quay/courier.txt"] == ("alice", "tomasz")
    assert policy.setting(Rule.CHANGED).level is Level.OFF


def test_every_field_has_its_row_and_every_rule_its_level() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)[: len(FIELDS)]) == FIELDS
    errors, _, off = PAGE.partition("These are errors where nothing is said:")[2].partition(
        "These are off:"
    )
    for rule in Rule:
        is_on = Policy().setting(rule).level is Level.ERROR
        assert (f"`{rule}`" in errors) is is_on, rule
        assert (f"`{rule}`" in off) is not is_on, rule


def test_the_numbers_of_rules_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| `(\w+)`: .* \| ([\d.]+) \|$", PAGE, re.MULTILINE)
    told = {rule: (name, float(usual)) for rule, name, usual in rows}
    assert told == {str(rule): (one.name, float(one.usual)) for rule, one in LIMITS.items()}
