"""Two versions of one reviewer's aliases become one, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sidecar import RefusedError, SidecarError
from reader.speakers import Alias, SetAliases, SpeakersFile, apply, empty, parse
from reader.speakers.merge import merge
from tests.speakers.test_format import HEAD, TEXT, WHERE


def file_of(**speakers: str) -> SpeakersFile:
    change = SetAliases({Alias("", name): who for name, who in speakers.items()})
    return apply(empty("alice", WHERE), change)[0]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ({}, {"A": "B"}, {"C": "D"}, {"A": "B", "C": "D"}),
        ({"A": "B"}, {"A": "B"}, {"A": "C"}, {"A": "C"}),
        ({"A": "B"}, {"A": "C"}, {"A": "B"}, {"A": "C"}),
        ({"A": "B"}, {"A": "C"}, {"A": "C"}, {"A": "C"}),
        ({"A": "B", "X": "Y"}, {"A": "B", "X": "Y"}, {"X": "Y"}, {"X": "Y"}),
        ({"A": "B", "X": "Y"}, {"X": "Y"}, {"A": "B", "X": "Y"}, {"X": "Y"}),
        ({"A": "B", "X": "Y"}, {"X": "Y"}, {"A": "C", "X": "Y"}, {"A": "C", "X": "Y"}),
        ({"A": "B", "X": "Y"}, {"A": "C", "X": "Y"}, {"X": "Y"}, {"A": "C", "X": "Y"}),
    ],
)
def test_each_line_is_merged_by_itself(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str], merged: dict[str, str]
) -> None:
    result = merge(file_of(**base), file_of(**ours), file_of(**theirs))
    assert result == file_of(**merged)


def test_one_name_for_two_speakers_is_left_to_the_reviewer() -> None:
    with pytest.raises(RefusedError, match=r":5: A is B in ours and C in theirs; keep one"):
        merge(None, file_of(A="B"), file_of(A="C"))


def test_a_circle_that_two_sides_make_is_refused() -> None:
    with pytest.raises(SidecarError, match="each said to be the other"):
        merge(None, file_of(A="B"), file_of(B="A"))


def test_two_reviewers_are_not_merged() -> None:
    with pytest.raises(RefusedError, match="put them in two files"):
        merge(None, file_of(A="B"), empty("bob", WHERE))


def test_lines_of_theirs_come_with_their_comments() -> None:
    ours = file_of(Holm="Jens Holm")
    merged = merge(None, ours, parse(TEXT.encode(), WHERE)).raw.decode()
    assert merged == TEXT.replace("./:\n", "./:\n  Holm: Jens Holm\n")
    assert HEAD in merged


names = st.dictionaries(st.sampled_from("ABCDE"), st.sampled_from("XYZ"), max_size=5)


@given(names, names, names)
def test_either_way_round_says_the_same(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
) -> None:
    sides = file_of(**ours), file_of(**theirs)
    try:
        one = merge(file_of(**base), *sides)
    except RefusedError:
        with pytest.raises(RefusedError):
            merge(file_of(**base), *reversed(sides))
        return
    assert one.aliases == merge(file_of(**base), *reversed(sides)).aliases
    assert parse(one.raw, WHERE) == one if one.raw else not one.aliases
