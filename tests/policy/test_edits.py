"""Assignments are new lines in their places: every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.policy import Assign, assign, is_writable, parse
from reader.storage import RefusedError, SidecarError
from tests.policy.test_format import TEXT, WHERE

HEAD = "reader: 1\nreviewers: [alice, bob]\n"


def added(text: str, **names: str) -> str:
    """The text with articles assigned, by their names without .txt."""
    wanted = {f"{name}.txt": tuple(who.split()) for name, who in names.items()}
    return assign(parse(text.encode(), WHERE), Assign(wanted)).raw.decode()


def test_a_line_goes_before_the_first_that_follows_it_with_its_comment() -> None:
    change = Assign({"2.txt": ("alice",), "1-ferry/a.md": ("alice", "tomasz")})
    changed = assign(parse(TEXT.encode(), WHERE), change).raw.decode()
    comment, last = "  # The wire first.\n", "  - Ines Moreau\n"
    expected = TEXT.replace(comment, f'  "1-ferry/a.md": [alice, tomasz]\n{comment}')
    assert changed == expected.replace(last, f'{last}  "2.txt": [alice]\n')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, f"{HEAD}\nassign:\n  b.txt: [bob]\n"),
        (HEAD[:-1], f"{HEAD}\nassign:\n  b.txt: [bob]\n"),
        (f"{HEAD}assign:\nblind: true\n", f"{HEAD}assign:\n  b.txt: [bob]\nblind: true\n"),
        (f"{HEAD}assign: ~ # to do\n", f"{HEAD}assign: # to do\n  b.txt: [bob]\n"),
        (f"{HEAD}assign:  # to do\n", f"{HEAD}assign:  # to do\n  b.txt: [bob]\n"),
        (
            f"{HEAD}assign:\n    a.txt: # one\n    - bob\n\n# end\nblind: true",
            f"{HEAD}assign:\n    a.txt: # one\n    - bob\n    b.txt: [bob]\n\n# end\nblind: true\n",
        ),
        (
            f"{HEAD}assign:\n  a.txt:\n  c.txt: bob # x\n",
            f"{HEAD}assign:\n  a.txt:\n  b.txt: [bob]\n  c.txt: bob # x\n",
        ),
        (
            f"{HEAD}assign:\n  a.txt: [alice,\n    bob]",
            f"{HEAD}assign:\n  a.txt: [alice,\n    bob]\n  b.txt: [bob]\n",
        ),
        (
            HEAD.replace("\n", "\r\n") + "assign:\r\n  c.txt: bob\r\n",
            HEAD.replace("\n", "\r\n") + "assign:\r\n  b.txt: [bob]\r\n  c.txt: bob\r\n",
        ),
        (f"\ufeff{HEAD}", f"\ufeff{HEAD}\nassign:\n  b.txt: [bob]\n"),
    ],
)
def test_the_line_fits_wherever_the_field_is(before: str, after: str) -> None:
    assert added(before, b="bob") == after


def test_names_that_yaml_would_cut_are_quoted() -> None:
    text = 'reader: 1\nreviewers: ["Moreau, Ines", "no", "[x]"]\n'
    names = ("Moreau, Ines", "no", "[x]")
    changed = assign(parse(text.encode(), WHERE), Assign({"a: b#.txt": names}))
    assert changed.policy.assign == {"a: b#.txt": names}
    assert changed.raw.decode().endswith('  "a: b#.txt": ["Moreau, Ines", "no", "[x]"]\n')


def test_a_field_in_brackets_is_left_alone() -> None:
    with pytest.raises(SidecarError, match=r"reader\.yaml:3: assign is in brackets; put each"):
        added(f"{HEAD}assign: {{a.txt: bob}}\n", b="bob")


def test_who_was_faster_is_not_overwritten() -> None:
    with pytest.raises(RefusedError, match=r"reader\.yaml:4: a\.txt was assigned elsewhere"):
        added(f"{HEAD}assign:\n  a.txt: bob\n", a="alice")


paths = st.lists(
    st.text(min_size=1, max_size=9).filter(lambda part: not {"/", "\0"} & set(part)),
    min_size=1,
    max_size=3,
).filter(lambda parts: not {".", ".."} & set(parts))
files = st.dictionaries(paths.map("/".join).filter(is_writable), st.just(("alice",)), max_size=6)


@given(files, files)
def test_any_article_can_be_added_and_no_byte_is_lost(
    first: dict[str, tuple[str, ...]], then: dict[str, tuple[str, ...]]
) -> None:
    file = assign(parse(f"{HEAD}# kept\n".encode(), WHERE), Assign(first))
    new = {name: who for name, who in then.items() if name not in first}
    changed = assign(file, Assign(new))
    assert changed.policy.assign == first | new
    left = iter(changed.raw.decode().splitlines(keepends=True))
    assert all(line in left for line in file.raw.decode().splitlines(keepends=True))
