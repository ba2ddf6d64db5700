"""Old words beside new ones."""

from __future__ import annotations

import pytest

from reader.anchoring import Op, difference

SAME, GONE, NEW = Op.SAME, Op.GONE, Op.NEW


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", []),
        ("the quay", "the quay", [(SAME, "the quay")]),
        ("The “quay”", 'the "quay"', [(SAME, 'the "quay"')]),
        ("", "the quay", [(NEW, "the quay")]),
        ("the quay", "", [(GONE, "the quay")]),
        (
            "it had passed 14 tests",
            "it had passed 15 tests",
            [(SAME, "it had passed "), (GONE, "14 "), (NEW, "15 "), (SAME, "tests")],
        ),
        (
            "it had passed",
            "it had not passed",
            [(SAME, "it had "), (NEW, "not "), (SAME, "passed")],
        ),
        (
            "old crane fell down here",
            "the new lift fell here",
            [
                (GONE, "old crane "),
                (NEW, "the new lift "),
                (SAME, "fell "),
                (GONE, "down "),
                (SAME, "here"),
            ],
        ),
    ],
)
def test_a_difference_word_by_word(old: str, new: str, runs: list[tuple[Op, str]]) -> None:
    assert difference(old, new) == runs
