from __future__ import annotations

import re
import unicodedata

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.sidecar.format.emitter import WIDTH, field_lines, item_lines, key_text, storable
from reader.text import safe
from reader.yamlfields import fields_of

_AWKWARD = st.text(
    alphabet=st.one_of(
        st.sampled_from(list(" \n\t\r\0\"'\\:#-?|>&*!%@`{}[],.~=<\x85\xa0\u2028\u202e\ufeff\x1b")),
        st.sampled_from(list("abnoyNul019eE_xé“”‘’…😀\u200d\u200c")),
        st.characters(),
    ),
    max_size=60,
)
_BREAKABLE = re.compile("(?<! ) (?! )")
_LONG = st.lists(_AWKWARD, max_size=40).map(" ".join)
_VALUES = st.one_of(_AWKWARD, _LONG)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("a port official", ["note: a port official"], id="plain"),
        pytest.param("“Never,” he said", ["note: “Never,” he said"], id="curly marks are plain"),
        pytest.param("at 12:30", ['note: "at 12:30"'], id="a colon is quoted"),
        pytest.param("pier #4", ['note: "pier #4"'], id="a hash is quoted"),
        pytest.param("no", ['note: "no"'], id="a truth value to some"),
        pytest.param("2026-11-21", ['note: "2026-11-21"'], id="a date to some"),
        pytest.param("1e5", ['note: "1e5"'], id="a number to some"),
        pytest.param("4 cranes", ["note: 4 cranes"], id="words after a number"),
        pytest.param("", ['note: ""'], id="nothing"),
        pytest.param('"Never," he said', ["note: >-", '  "Never," he said'], id="straight marks"),
        pytest.param("C:\\quay", ["note: >-", "  C:\\quay"], id="a backslash needs no escape"),
        pytest.param("one\ntwo", ["note: |-", "  one", "  two"], id="lines"),
        pytest.param("one\n\ntwo", ["note: |-", "  one", "", "  two"], id="paragraphs"),
        pytest.param("one \ntwo", ['note: "one \\ntwo"'], id="white space at a line's end"),
        pytest.param("tab\there", ['note: "tab\\there"'], id="a tab"),
        pytest.param("\x1b[31m", ['note: "\\e[31m"'], id="an escape sequence"),
        pytest.param("a\u202eb", ['note: "a\\u202eb"'], id="what turns reading round"),
        pytest.param("\ud800", ['note: "\\ufffd"'], id="half a character"),
    ],
)
def test_a_value_is_written_so_that_people_can_read_it(text: str, lines: list[str]) -> None:
    assert field_lines("note", text, 0) == lines


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("the-quay-was-closed-1234567", "the-quay-was-closed-1234567"),
        ("4-of-26-piers-1234567", "4-of-26-piers-1234567"),
        ("2026-11-21", '"2026-11-21"'),
        ("1e-5", '"1e-5"'),
        ("made by hand", "made by hand"),
        ("a: b", '"a: b"'),
    ],
)
def test_a_key_is_plain_unless_it_could_be_taken_for_something_else(key: str, written: str) -> None:
    assert key_text(key) == written
    assert yaml.safe_load(f"{written}: x") == {key: "x"}


def test_long_text_is_folded_at_spaces() -> None:
    text = "The ferry company gave no figures, and its director left without a word. " * 4
    first, *rest = field_lines("note", text.strip(), 2)
    assert first == "  note: >-"
    assert all(len(line) <= WIDTH for line in rest)
    assert " ".join(line.strip() for line in rest) == text.strip()


def test_a_long_word_stays_in_one_piece() -> None:
    address = "https://quay.example/" + "a" * 200
    assert item_lines(address, 2) == [f'  - "{address}"']


@settings(max_examples=300, deadline=None)
@given(_VALUES)
def test_any_string_comes_back_the_same_from_every_parser(text: str) -> None:
    written = "\n".join(["key:", *field_lines("note", text, 2), "  after: end"]) + "\n"
    expected = {"key": {"note": storable(text), "after": "end"}}
    assert fields_of(written).data() == expected
    assert yaml.load(written, Loader=yaml.SafeLoader) == expected
    assert yaml.load(written, Loader=yaml.CSafeLoader) == expected


@settings(max_examples=200, deadline=None)
@given(st.lists(_VALUES, min_size=1, max_size=4))
def test_any_list_comes_back_the_same(items: list[str]) -> None:
    lines = [line for item in items for line in item_lines(item, 2)]
    written = "\n".join(["key:", "  evidence:", *lines]) + "\n"
    assert fields_of(written).data() == {"key": {"evidence": [storable(one) for one in items]}}


@settings(max_examples=300, deadline=None)
@given(_VALUES)
@example("\U0001d173")
def test_every_line_can_be_read(text: str) -> None:
    for line in field_lines("note", text, 2):
        assert line == line.rstrip()
        assert safe(line) == line
        categories = {unicodedata.category(character) for character in line}
        assert not categories & {"Cc", "Cs", "Zl", "Zp"}
        value = line.strip().removeprefix("note:").strip().strip('"').strip()
        assert len(line) <= WIDTH or not _BREAKABLE.search(value)
