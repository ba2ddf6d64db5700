"""Changing aliases: only their lines change, sorted by name, and undo gives the bytes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sidecar import RefusedError, SidecarError
from reader.speakers import Alias, SetAliases, SpeakersFile, apply, empty, parse
from tests.speakers.test_format import HEAD, TEXT, WHERE

FERRY = "1-ferry/"


def put(file: SpeakersFile, *changes: tuple[str, str, str | None]) -> SpeakersFile:
    return apply(file, SetAliases({Alias(place, name): who for place, name, who in changes}))[0]


def test_a_new_file_has_its_header_and_a_line_an_alias() -> None:
    file = put(
        empty("alice", WHERE),
        (FERRY, "the harbour master", "Ilse Brandt"),
        ("", "Holm", "Jens Holm"),
        ("", "brandt", "Ilse Brandt"),
    )
    assert file.raw.decode() == (
        HEAD + "\n./:\n  brandt: Ilse Brandt\n  Holm: Jens Holm\n"
        "\n./1-ferry/:\n  the harbour master: Ilse Brandt\n"
    )


def test_a_line_goes_where_its_name_belongs_and_comments_stay() -> None:
    file = put(parse(TEXT.encode(), WHERE), ("", "Holm", "Jens Holm"), ("0/", "x y", "X"))
    lines = file.raw.decode().splitlines()
    assert lines[3:8] == [
        "./:",
        "  Holm: Jens Holm",
        "  # She signs as I. Brandt.",
        "  I. Brandt: Ilse Brandt",
        "  Karl Brandt: Karl Brandt  # her brother",
    ]
    assert lines[8:] == ["", "./0/:", "  x y: X", "", *TEXT.splitlines()[8:]]


def test_another_speaker_is_one_changed_line() -> None:
    file = put(parse(TEXT.encode(), WHERE), ("", "Karl Brandt", "Carl Brandt"))
    assert file.raw.decode() == TEXT.replace(": Karl Brandt", ": Carl Brandt")


def test_the_last_alias_of_a_place_takes_it_along() -> None:
    file = put(parse(TEXT.encode(), WHERE), (FERRY, "the harbour master", None))
    assert file.raw.decode() == TEXT[: TEXT.index("\n./1-ferry")]


def test_a_place_with_a_comment_in_it_stays() -> None:
    text = f"{HEAD}./x/:\n  # Who is this?\n  A: B\n"
    file = put(parse(text.encode(), WHERE), ("x/", "A", None))
    assert file.raw.decode() == text.replace("  A: B\n", "")
    assert put(file, ("x/", "A", "B")).aliases == {Alias("x/", "A"): "B"}


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    raw = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    changed = put(parse(raw, WHERE), ("", "Holm", "Jens Holm")).raw
    assert changed == raw.replace(b"  # She", b"  Holm: Jens Holm\r\n  # She")


def test_what_would_make_a_circle_is_refused() -> None:
    with pytest.raises(SidecarError, match="each said to be the other"):
        put(empty("alice", WHERE), ("", "A", "B"), ("", "B", "A"))


def test_two_names_can_change_places() -> None:
    file = put(empty("alice", WHERE), ("", "A", "B"))
    assert put(file, ("", "A", None), ("", "B", "A")).aliases == {Alias("", "B"): "A"}


def test_a_name_too_long_for_a_line_is_refused() -> None:
    with pytest.raises(SidecarError):
        put(empty("alice", WHERE), ("", "A" * 2000, "B"))


def test_undoing_the_first_change_removes_the_file() -> None:
    file, undo = apply(empty("alice", WHERE), SetAliases({Alias("", "A"): "B"}))
    back, redo = apply(file, undo)
    assert back == empty("alice", WHERE)
    assert apply(back, redo)[0] == file


def test_undo_takes_back_its_own_lines_alone() -> None:
    file, undo = apply(empty("alice", WHERE), SetAliases({Alias("", "A"): "B"}))
    file = put(file, ("", "C", "D"))
    assert apply(file, undo)[0].aliases == {Alias("", "C"): "D"}
    file = put(file, ("", "C", None))
    assert apply(file, undo)[0] == empty("alice", WHERE)


def test_undo_is_refused_where_somebody_changed_the_line_since() -> None:
    file, undo = apply(empty("alice", WHERE), SetAliases({Alias("", "A"): "B"}))
    with pytest.raises(RefusedError, match=r"speakers\.alice\.yaml:5: A was changed elsewhere"):
        apply(put(file, ("", "A", "C")), undo)


words = st.text(st.sampled_from("Ab ’“:#'\"-,{[&*!|>%@\\\n\x1b\u2028é港"), min_size=1, max_size=8)
names = words.filter(str.strip)
places = st.sampled_from(["", "a/", "a/b c.md", "1-x/“y”: #/"])
changes = st.dictionaries(st.builds(Alias, places, names), st.none() | names, max_size=5)


@given(st.lists(changes, max_size=4))
def test_any_names_are_held_in_order_and_taken_back_to_the_byte(
    wanted: list[dict[Alias, str | None]],
) -> None:
    file = empty("alice", WHERE)
    held: dict[Alias, str] = {}
    steps = []
    for one in wanted:
        try:
            new, undo = apply(file, SetAliases(one))
        except SidecarError:
            continue  # they would make a circle
        held = {alias: who for alias, who in {**held, **one}.items() if who is not None}
        steps.append((file, undo))
        file = new
        assert file.aliases == held
        in_order = sorted(held, key=lambda a: (a.place, a.name.casefold(), a.name))
        assert list(file.aliases) == in_order
        assert not file.raw or parse(file.raw, WHERE) == file
    for before, undo in reversed(steps):
        file, _ = apply(file, undo)
        assert file == before
