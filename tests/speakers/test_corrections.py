"""What joining two speakers, or taking a name from one, writes down."""

from __future__ import annotations

import pytest

from reader.speakers import Alias
from reader.speakers.corrections import CannotCorrectError, join, split

ILSE, BRANDT = Alias("", "Ilse Brandt"), Alias("", "Brandt")
MASTER, MINISTER = Alias("1/", "the harbour master"), Alias("1/", "the minister")
ELSEWHERE = Alias("2/", "the minister")


def test_every_name_of_the_one_stands_for_the_other() -> None:
    assert join([MASTER], [ILSE, BRANDT]).speakers == {MASTER: "Ilse Brandt"}
    assert join([ILSE, BRANDT], [Alias("", "Ines Rode")]).speakers == {
        ILSE: "Ines Rode",
        BRANDT: "Ines Rode",
    }


def test_a_role_stands_for_a_name_whichever_was_joined_to_which() -> None:
    assert join([ILSE], [MASTER]).speakers == {MASTER: "Ilse Brandt"}


def test_two_roles_of_one_story_are_joined_within_it() -> None:
    assert join([MASTER], [MINISTER]).speakers == {MASTER: "the minister"}


def test_roles_of_two_stories_are_not_joined() -> None:
    with pytest.raises(CannotCorrectError, match="join both to a name"):
        join([MASTER], [ELSEWHERE])


def test_a_name_that_likeness_would_join_again_stands_for_itself() -> None:
    assert split({}, [ILSE, BRANDT], BRANDT).speakers == {BRANDT: "Brandt"}


def test_a_name_that_was_joined_by_hand_alone_loses_its_alias() -> None:
    aliases = {MASTER: "Ilse Brandt"}
    assert split(aliases, [ILSE, MASTER], MASTER).speakers == {MASTER: None}


def test_those_that_stood_for_a_name_stand_for_the_rest() -> None:
    aliases = {MASTER: "Ilse Brandt", MINISTER: "Ilse Brandt"}
    assert split(aliases, [ILSE, MASTER, MINISTER], ILSE).speakers == {
        MASTER: None,
        MINISTER: "the harbour master",
    }


def test_the_only_name_cannot_be_taken_apart() -> None:
    with pytest.raises(CannotCorrectError, match="no other name"):
        split({}, [BRANDT], BRANDT)
