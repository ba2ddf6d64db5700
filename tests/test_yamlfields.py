"""A field is read as one type; what is wrong names the line, and what was expected there."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.yamlfields import Value, fields_of, read_fields
from reader.yamltext import YamlError


class Port(StrEnum):
    SELM = "selm"
    NORTHPORT = "northport"


def the(text: str, name: str = "berth") -> Value:
    return fields_of(text).fields()[name]


def test_a_value_is_given_as_what_is_asked_for() -> None:
    assert the("berth: 012").text() == "012"
    assert the("berth: ~").text() == ""
    assert the("berth: selm").choice(Port) is Port.SELM
    assert the("berth: true").flag()
    assert the("berth: [a, b]").texts() == ("a", "b")
    assert the("berth: a").texts() == ("a",)
    assert the("berth:").texts() == ()
    assert [(name, one.text()) for name, one in the("berth: {a: b}").fields().items()] == [
        ("a", "b")
    ]
    assert the("berth:").fields() == {}


@pytest.mark.parametrize(
    ("text", "read", "line", "message"),
    [
        ("berth:\n- a\n", Value.text, 2, "berth must be text"),
        ("berth:\n- [a]\n", Value.texts, 2, "berth must be text"),
        ("\nberth: a\n", Value.fields, 2, "berth must hold fields (name: value)"),
        ("berth: perhaps", Value.flag, 1, "berth is 'perhaps'; write true or false"),
        (
            "berth: nortport",
            lambda one: one.choice(Port),
            1,
            "berth is 'nortport'; did you mean 'northport'?",
        ),
        ("berth: x", lambda one: one.choice(Port), 1, "berth is 'x'; write selm or northport"),
        (
            "berth:\n  quoy: 1\n",
            lambda one: one.fields_among(("quay", "crane"), ()),
            2,
            "there is no field 'quoy'; did you mean 'quay'?",
        ),
        (
            "berth:\n  x: 1\n",
            lambda one: one.fields_among("abcdefg", ()),
            2,
            "there is no field 'x'; write one of a, b, c, d, e, f, g",
        ),
        (
            "berth: {quay: 1}",
            lambda one: one.fields_among(("quay", "crane"), ("crane",)),
            1,
            "berth lacks 'crane'",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    text: str, read: Callable[[Value], object], line: int, message: str
) -> None:
    with pytest.raises(YamlError) as told:
        read(the(text))
    assert told.value.at("quay.yaml") == f"quay.yaml:{line}: {message}"


def test_an_error_repeats_no_controls_and_no_more_than_a_few_words() -> None:
    with pytest.raises(YamlError) as told:
        the('berth: "\\e]0;gone\\a\\u202e' + "x" * 5000 + '"').choice(Port)
    assert told.value.message.isprintable()
    assert len(told.value.message) < 200
    assert told.value.at("a\x1bb\nc").startswith("a␛b c:1: ")


def test_a_text_within_a_file_counts_the_lines_of_the_file() -> None:
    assert YamlError(3, "no").at("quay.md", first=2) == "quay.md:4: no"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_bytes(b"a: b\nc: \xff\n"), ":2: this is not UTF-8"),
        (lambda path: path.write_bytes(b"a: 1\n" * 1000), ": it is larger than 4 KB"),
        (lambda path: path.mkdir(), ": it is a folder, not a file"),
        (os.mkfifo, ": it is a pipe, not a file"),
        (lambda path: path.symlink_to("nowhere"), ": it is not there"),
        (lambda path: None, ": it is not there"),
    ],
)
def test_a_file_that_is_none_is_told(
    tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    path = tmp_path / "quay.yaml"
    make(path)
    with pytest.raises(YamlError) as caught:
        read_fields(path, 4096)
    assert caught.value.at(path).startswith(f"{path}{told}")


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    path = tmp_path / "quay.yaml"
    path.write_bytes(b"\xef\xbb\xbfberth: 4\r\n")
    assert read_fields(path, 4096).data() == {"berth": "4"}


@given(st.text(st.sampled_from("abc:[]{}-\n 'x~")))
def test_any_value_is_given_or_refused_on_one_of_its_lines(text: str) -> None:
    try:
        fields = fields_of(text).fields()
    except YamlError:
        return
    readers: list[Callable[[Value], object]] = [
        Value.text,
        Value.texts,
        Value.fields,
        Value.flag,
        lambda one: one.choice(Port),
        lambda one: one.fields_among(("a",), ("a",)),
    ]
    for value in fields.values():
        for read in readers:
            line = 1
            try:
                read(value)
            except YamlError as error:
                line = error.line
            assert 1 <= line <= text.count("\n") + 1
