"""The file of aliases: strict to read, one line an alias, and its bytes as somebody left them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sidecar import SidecarError
from reader.speakers import Alias, SetAliases, apply, parse

WHERE = "speakers.alice.yaml"
HEAD = "reader: 1\nreviewer: alice\n"
TEXT = (
    HEAD
    + """
./:
  # She signs as I. Brandt.
  I. Brandt: Ilse Brandt
  Karl Brandt: Karl Brandt  # her brother

./1-ferry/:
  the harbour master: Ilse Brandt
"""
)


def test_aliases_are_read_with_their_places() -> None:
    file = parse(TEXT.encode(), WHERE, reviewer="alice")
    assert file.aliases == {
        Alias("", "I. Brandt"): "Ilse Brandt",
        Alias("", "Karl Brandt"): "Karl Brandt",
        Alias("1-ferry/", "the harbour master"): "Ilse Brandt",
    }
    assert file.raw == TEXT.encode()
    assert file.line_of(Alias("1-ferry/", "the harbour master")) == 10


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the line reader: is missing"),
        ("reader: 1\n", 1, "the line reviewer: is missing"),
        ("reader: 2\nreviewer: alice\n", 1, "update the program"),
        ("reader: x\nreviewer: alice\n", 1, "the version must be 1"),
        ("reader: 1\nreviewer: bob\n", 2, "these are the aliases of bob, not of alice"),
        ("reader: 1\nreviewer:\n", 2, "write whose aliases these are"),
        (HEAD + "reviewers: x\n", 3, "there is no field 'reviewers'; did you mean 'reviewer'?"),
        (HEAD + "1-ferry/:\n  A: B\n", 3, "there is no field"),
        (HEAD + "./../x/:\n  A: B\n", 3, "is no place in the corpus: write the corpus as ./"),
        (HEAD + ".//x:\n  A: B\n", 3, "is no place in the corpus"),
        (HEAD + "./: A\n", 3, "must hold fields"),
        (HEAD + "./: {A: B}\n", 3, "on a line of their own, as in Brandt: Ilse Brandt"),
        (HEAD + "./:\n  A: >-\n    B\n", 4, "on a line of their own"),
        (HEAD + "./:\n  A: B\n    C\n", 4, "on a line of their own"),
        (HEAD + "./:\n  A:\n", 4, "a name is missing"),
        (HEAD + "./:\n  ' ': B\n", 4, "a name is missing"),
        (HEAD + "./:\n  A: [B]\n", 4, "A must be text"),
        (HEAD + "./:\n  A: B\n  A: C\n", 5, "A is there twice"),
        (HEAD + "./:\n  A: B\n  B: A\n", 4, "A and B are each said to be the other"),
        (HEAD + "<<<<<<< ours\n=======\n>>>>>>> theirs\n", 3, "git left a conflict"),
        (" reader: 1\n reviewer: alice\n", 1, "at the start of their lines"),
    ],
)
def test_an_error_names_file_line_and_what_to_do(text: str, line: int, words: str) -> None:
    with pytest.raises(SidecarError) as refused:
        parse(text.encode(), WHERE, reviewer="alice")
    assert str(refused.value).startswith(f"{WHERE}:{line}: ")
    assert words in str(refused.value)


def test_longer_circles_are_refused_and_chains_are_not() -> None:
    chain = "".join(f"  N{at}: N{at + 1}\n" for at in range(2000))
    assert len(parse(f"{HEAD}./:\n{chain}".encode(), WHERE).aliases) == 2000
    with pytest.raises(SidecarError, match="each said to be the other"):
        parse(f"{HEAD}./:\n{chain}  N2000: N7\n".encode(), WHERE)


def test_the_documented_file_is_one_the_program_writes() -> None:
    text = (Path(__file__).parents[2] / "docs" / "aliases.md").read_text()
    block = text.partition("```yaml\n")[2].partition("```")[0].encode()
    file = parse(block, WHERE, reviewer="alice")
    assert len(file.aliases) == 3
    for alias, speaker in file.aliases.items():
        gone, undo = apply(file, SetAliases({alias: None}))
        assert apply(gone, undo)[0].raw == block
        if speaker != "Karl Brandt":  # her comment goes with the line
            assert apply(gone, SetAliases({alias: speaker}))[0].raw == block


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: (HEAD + text).encode()))
def test_whatever_the_bytes_are_they_are_read_or_refused(raw: bytes) -> None:
    told = ""
    try:
        assert parse(raw, WHERE).raw == raw
    except SidecarError as error:
        told = str(error)
    assert not told or told.startswith(WHERE)
