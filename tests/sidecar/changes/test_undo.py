from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import (
    Confirm,
    Edit,
    RefusedError,
    Remove,
    SetEvidence,
    SetNote,
    SetVerdict,
    Sidecar,
    Subject,
    Undo,
    apply,
    empty,
    parse,
)

EMPTY = empty("gazette.txt", "alice", "FILE")
S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED


def _subjects() -> list[Subject]:
    quotes = ["the quay was closed", "no ferry was late", '"We were never asked,"', "it was: paid"]
    anchors = [Anchor(one, "the mayor") for one in quotes]
    keys = [make_key(one) for one in anchors]
    return [
        Subject(key, anchor, "Ilse Brandt", tuple(keys[place + 1 :]))
        for place, (key, anchor) in enumerate(zip(keys, anchors, strict=True))
    ]


SUBJECTS = _subjects()
A, B = SUBJECTS[:2]

_TEXTS = st.sampled_from(["", "Ask.", "two\nlines", "a: b # c", '"marks" and \\', "long " * 30])
_ANY = st.sampled_from(SUBJECTS)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetVerdict, _ANY, st.sampled_from([*Verdict, None]), st.booleans()),
    st.builds(SetNote, _ANY, _TEXTS),
    st.builds(SetEvidence, _ANY, st.lists(_TEXTS.filter(bool), max_size=3).map(tuple)),
    st.builds(Remove, _ANY),
    st.builds(Confirm, _ANY),
)


def _run(sidecar: Sidecar, edits: Sequence[Edit | Undo]) -> tuple[list[Sidecar], list[Undo]]:
    states, undos = [sidecar], []
    for edit in edits:
        sidecar, undo = apply(sidecar, edit)
        states.append(sidecar)
        undos.append(undo)
    return states, undos


@settings(max_examples=200, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_undoing_everything_gives_every_byte_back_and_redoing_too(edits: list[Edit]) -> None:
    states, undos = _run(EMPTY, edits)
    back, redos = _run(states[-1], undos[::-1])
    assert [one.raw for one in back] == [one.raw for one in states[::-1]]
    again, _ = _run(back[-1], redos[::-1])
    assert [one.raw for one in again] == [one.raw for one in states]


@settings(max_examples=200, deadline=None)
@given(st.lists(EDITS, max_size=5), EDITS, st.lists(EDITS, max_size=3))
def test_undo_leaves_what_another_window_did_to_other_statements(
    first: list[Edit], ours: Edit, others: list[Edit]
) -> None:
    others = [one for one in others if one.subject.key != ours.subject.key]
    before = _run(EMPTY, first)[0][-1]
    with_ours, undo = apply(before, ours)
    with_both = _run(with_ours, others)[0][-1]
    only_theirs = _run(before, others)[0][-1]
    assert apply(with_both, undo)[0].judgements == only_theirs.judgements


def test_a_file_made_and_undone_is_gone() -> None:
    made, undo = apply(EMPTY, SetVerdict(A, S))
    assert apply(made, undo)[0].raw == b""


def test_a_file_made_in_this_run_stays_if_somebody_wrote_a_comment_into_it() -> None:
    made, undo = apply(EMPTY, SetVerdict(A, S))
    commented = parse(b"# for Monday\n" + made.raw, "FILE")
    left = apply(commented, undo)[0]
    assert left.raw == b"# for Monday\nreader: 1\narticle: gazette.txt\nreviewer: alice\n"


def test_a_file_made_in_this_run_goes_once_another_windows_judgement_is_gone() -> None:
    made, undo = apply(EMPTY, SetVerdict(A, S))
    both, undo_other = apply(made, SetVerdict(B, D))
    other_gone = parse(apply(both, undo_other)[0].raw + b"\n", "FILE")
    assert apply(other_gone, undo)[0].raw != b""
    assert apply(apply(both, undo_other)[0], undo)[0].raw == b""


def test_a_field_comes_back_though_another_field_of_the_entry_changed() -> None:
    before = _run(EMPTY, [SetVerdict(A, S)])[0][-1]
    ours, undo = apply(before, SetVerdict(A, D))
    noted, _ = apply(ours, SetNote(A, "From the other window."))
    back = apply(noted, undo)[0].judgements[A.key]
    assert (back.verdict, back.note) == (S, "From the other window.")


def test_a_note_of_another_window_stays_when_a_new_judgement_is_undone() -> None:
    ours, undo = apply(EMPTY, SetVerdict(A, D))
    noted, _ = apply(ours, SetNote(A, "From the other window."))
    back = apply(noted, undo)[0].judgements[A.key]
    assert (back.verdict, back.note) == (None, "From the other window.")


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (SetVerdict(A, D), SetVerdict(A, U), "the verdict of .* was changed elsewhere"),
        (SetNote(A, "mine"), SetNote(A, "theirs"), "the note of .* was changed elsewhere"),
        (SetNote(A, "mine"), Remove(A), "was removed elsewhere"),
        (Remove(A), SetVerdict(A, U), "was judged again elsewhere"),
    ],
)
def test_undo_says_why_it_does_not_take_back_what_others_changed(
    ours: Edit, theirs: Edit, said: str
) -> None:
    before = _run(EMPTY, [SetVerdict(A, S)])[0][-1]
    changed, undo = apply(before, ours)
    by_others, _ = apply(changed, theirs)
    with pytest.raises(RefusedError, match=said):
        apply(by_others, undo)


def test_what_is_undone_already_needs_no_undo() -> None:
    before = _run(EMPTY, [SetVerdict(B, S)])[0][-1]
    changed, undo = apply(before, SetVerdict(A, S))
    gone, _ = apply(changed, Remove(A))
    elsewhere, _ = apply(gone, SetNote(B, "x"))
    assert apply(elsewhere, undo)[0] is elsewhere


def test_a_removed_entry_comes_back_with_its_own_lines() -> None:
    made = _run(EMPTY, [SetVerdict(A, S), SetVerdict(B, S)])[0][-1]
    dressed = parse(made.raw.replace(b"source: the mayor", b"source:  'the mayor'"), "FILE")
    removed, undo = apply(dressed, Remove(A))
    elsewhere, _ = apply(removed, SetNote(B, "x"))
    back = apply(elsewhere, undo)[0]
    assert list(back.judgements) == [A.key, B.key]
    assert back.raw.count(b"source:  'the mayor'") == 2


@settings(max_examples=100, deadline=None)
@given(st.lists(EDITS, max_size=8))
def test_reading_a_change_alone_gives_what_reading_the_whole_file_gives(edits: list[Edit]) -> None:
    states, undos = _run(EMPTY, edits)
    states += _run(states[-1], undos[::-1])[0]
    for state in states:
        if state.raw:
            whole = parse(state.raw, "FILE", reviewer="alice", article="gazette.txt")
            assert whole == state
            assert (whole.text, dict(whole.starts)) == (state.text, dict(state.starts))
            assert list(whole.judgements) == list(state.judgements)
