"""Names that are one speaker's go together; namesakes by the given name do not."""

import pytest

from reader.likeness.aliases import is_name, same_speaker


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Edgar Vries", "Edgar Vries"),
        ("Colonel Edgar Vries", "E. Vries"),
        ("Colonel Vries", "Edgar Vries"),
        ("the Interior Ministry", "Interior Ministry"),
        ("a spokesman for the Alda Line", "the Alda Line"),
        ("the ministry", "The ministry"),
    ],
)
def test_one_speaker(one: str, other: str) -> None:
    assert same_speaker(one, other)
    assert same_speaker(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Edgar Vries", "Paula Vries"),
        ("Edgar Vries", "Edgar Holm"),
        ("the interior ministry", "the transport ministry"),
        ("", "Edgar Vries"),
        ("", ""),
        ("a nurse", "a doctor"),
        ("the Banner in Vessin", "Vessin"),
        ("a clerk at the port", "the port"),
    ],
)
def test_two_speakers(one: str, other: str) -> None:
    assert not same_speaker(one, other)
    assert not same_speaker(other, one)


@pytest.mark.parametrize(
    "name", ["Edgar Vries", "the Harbour Authority", "Alda II", "a spokesman for the Alda Line"]
)
def test_a_name_is_one_everywhere(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name", ["the minister", "a Vessin official", "a clerk at the Harbour Authority", "police", ""]
)
def test_a_role_is_none(name: str) -> None:
    assert not is_name(name)
