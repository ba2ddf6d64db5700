"""Bytes from outside become text no terminal obeys, one character for one."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import Decoded, NotText, decode, safe, safe_json, safe_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The quay [sic] is closed.", "The quay [sic] is closed."),
        ("a\tb", "a b"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;cm0gLXJm\x07", "␛]52;c;cm0gLXJm␇"),
        ("\x00\x08\x0b\x0c\x0e\x1f\x7f", "␀␈␋␌␎␟␡"),
        ("\x9b2J\x85", "�2J�"),
        ("left\u202eright\u2066x\u2069\u200f", "left�right�x��"),
        ("hidden \U000e0041 tag", "hidden � tag"),
        ("lone \ud83d half", "lone � half"),
        ("line\u2028paragraph\u2029end", "line\nparagraph\nend"),
        ("kept\nlines", "kept\nlines"),
        ("“Ça va”, dit-il – نعم 👩‍👩‍👧", "“Ça va”, dit-il – نعم 👩‍👩‍👧"),
    ],
)
def test_controls_are_replaced_one_for_one(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_safe_text_keeps_its_length_and_is_safe_already(text: str) -> None:
    once = safe(text)
    assert len(once) == len(text)
    assert safe(once) == once


@given(st.text())
def test_safe_text_has_no_control_but_the_newline(text: str) -> None:
    assert all(
        unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} or c == "\n" for c in safe(text)
    )


@given(st.text())
def test_the_newline_is_the_only_line_break_left(text: str) -> None:
    assert safe(text).splitlines() == safe(text).removesuffix("\n").split("\n") or not text


@given(st.text())
def test_a_safe_line_is_one_line_of_the_same_length(text: str) -> None:
    line = safe_line(text)
    assert len(line) == len(text)
    assert "\n" not in line
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("raw", "decoded"),
    [
        (b"", Decoded("", "utf-8")),
        ("“Genug”, sagte Brückner.".encode(), Decoded("“Genug”, sagte Brückner.", "utf-8")),
        (b"\xef\xbb\xbfWith a mark", Decoded("With a mark", "utf-8")),
        ("“Genug”".encode("utf-16"), Decoded("“Genug”", "utf-16")),
        (b"\xfe\xff" + "“Genug”".encode("utf-16-be"), Decoded("“Genug”", "utf-16")),
        ("“Genug”".encode("cp1252"), Decoded("“Genug”", "windows-1252", "read as Windows-1252")),
        (
            b"undefined: \x81 \x9d",
            Decoded("undefined: � �", "windows-1252", "read as Windows-1252"),
        ),
        (b"\xef\xbb\xbfbroken: \xff", Decoded("broken: �", "utf-8", "broken UTF-8")),
        (b"\xff\xfea\x00b", Decoded("a�", "utf-16", "broken UTF-16")),
        (b"one\r\ntwo\rthree\n", Decoded("one\ntwo\nthree\n", "utf-8")),
        (
            b"an escape \x1b[2J in a long sentence",
            Decoded("an escape ␛[2J in a long sentence", "utf-8"),
        ),
        (
            b"a stray NUL \x00 in a long sentence",
            Decoded("a stray NUL ␀ in a long sentence", "utf-8"),
        ),
        (
            b"short and full of them: \x1b]0;x\x07\x1b[2J\x1b[31mNo\x1b[0m\x00\x07",
            Decoded("short and full of them: ␛]0;x␇␛[2J␛[31mNo␛[0m␀␇", "utf-8"),
        ),
    ],
)
def test_bytes_are_read_in_the_encoding_they_show(raw: bytes, decoded: Decoded) -> None:
    assert decode(raw) == decoded


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03",
        "Text of a kind".encode("utf-16-le"),
        "Text of a kind".encode("utf-32"),
        b"\x1f\x8b\x08\x00\x9c\xff\x02\x03\x11\x12",
    ],
    ids=["picture", "program", "every byte", "controls", "UTF-16 unmarked", "UTF-32", "archive"],
)
def test_binary_bytes_are_refused_with_a_reason(raw: bytes) -> None:
    with pytest.raises(NotText, match="this is not text"):
        decode(raw)


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw).text
    except NotText:
        return
    assert safe(text) == text
    assert "\r" not in text


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_made_safe_says_the_same(value: object) -> None:
    written = safe_json(json.dumps(value, ensure_ascii=False))
    assert safe(written) == written
    assert json.loads(written) == value
