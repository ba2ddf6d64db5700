from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Anchor, Judgement, Verdict, make_key
from reader.sidecar import (
    Edit,
    RefusedError,
    Remove,
    SetEvidence,
    SetNote,
    SetVerdict,
    Sidecar,
    Subject,
    apply,
    empty,
    parse,
)
from reader.sidecar.changes.three_way import merged
from reader.sidecar.merge import merge

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
EMPTY = empty("gazette.txt", "alice", "FILE")
QUOTES = ["the quay was closed", "no ferry was late", "the bridge would open", "it was: paid"]


def _subjects() -> list[Subject]:
    anchors = [Anchor(quote, "the mayor") for quote in QUOTES]
    keys = [make_key(anchor) for anchor in anchors]
    return [
        Subject(key, anchor, "Ilse Brandt", tuple(keys[place + 1 :]))
        for place, (key, anchor) in enumerate(zip(keys, anchors, strict=True))
    ]


SUBJECTS = _subjects()
A, B, C, E = SUBJECTS


def edited(sidecar: Sidecar, *edits: Edit) -> Sidecar:
    for edit in edits:
        sidecar, _ = apply(sidecar, edit)
    return sidecar


def judged(
    verdict: Verdict | None = None,
    note: str = "",
    evidence: tuple[str, ...] = (),
    disagreement: tuple[Verdict, ...] = (),
) -> Judgement:
    return Judgement("k", Anchor("q"), verdict, "", note, evidence, disagreement)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        pytest.param(judged(S), judged(S), judged(D), judged(D), id="theirs changed it"),
        pytest.param(judged(S), judged(D), judged(S), judged(D), id="ours changed it"),
        pytest.param(judged(S), judged(D), judged(D), judged(D), id="both changed it alike"),
        pytest.param(
            judged(S),
            judged(D),
            judged(U),
            judged(D, disagreement=(U,)),
            id="both changed it otherwise: ours, and theirs beside it",
        ),
        pytest.param(None, judged(S), judged(U), judged(S, disagreement=(U,)), id="new on both"),
        pytest.param(
            judged(S), judged(), judged(U), judged(U), id="taken back here, changed there"
        ),
        pytest.param(
            judged(S), judged(U), judged(), judged(U), id="changed here, taken back there"
        ),
        pytest.param(judged(S), judged(), judged(S), judged(), id="taken back here alone"),
        pytest.param(
            judged(S, disagreement=(U,)),
            judged(S),
            judged(S, disagreement=(U,)),
            judged(S),
            id="settled here",
        ),
        pytest.param(
            judged(S, disagreement=(U,)),
            judged(S),
            judged(U),
            judged(S, disagreement=(U,)),
            id="settled otherwise here and there",
        ),
        pytest.param(
            judged(S),
            judged(D, disagreement=(U,)),
            judged(Verdict.NOT_A_STATEMENT),
            judged(D, disagreement=(U, Verdict.NOT_A_STATEMENT)),
            id="a third verdict",
        ),
        pytest.param(judged(S), judged(D), judged(S, "Ask."), judged(D, "Ask."), id="two fields"),
        pytest.param(
            judged(S, "Ask."),
            judged(S, "Ask her."),
            judged(S, "Ask him."),
            judged(S, "Ask her.\n\nAsk him."),
            id="two notes stand below one another",
        ),
        pytest.param(
            judged(S),
            judged(S, "Ask."),
            judged(S, "Ask. Rang."),
            judged(S, "Ask. Rang."),
            id="more",
        ),
        pytest.param(
            judged(S, "Ask."),
            judged(S),
            judged(S, "Ask. Rang."),
            judged(S, "Ask. Rang."),
            id="kept",
        ),
        pytest.param(
            judged(S, evidence=("a", "b")),
            judged(S, evidence=("b", "c")),
            judged(S, evidence=("a", "b", "d")),
            judged(S, evidence=("b", "c", "d")),
            id="evidence added and taken away",
        ),
    ],
)
def test_two_judgements_become_one(
    base: Judgement | None, ours: Judgement, theirs: Judgement, result: Judgement
) -> None:
    assert merged(base, ours, theirs) == result


def test_work_on_different_statements_is_joined_in_the_articles_order() -> None:
    base = edited(EMPTY, SetVerdict(B, S))
    ours = edited(base, SetVerdict(A, U), SetNote(B, "Ask."))
    theirs = edited(base, SetVerdict(C, D), SetVerdict(E, S))
    result = merge(base, ours, theirs)
    assert list(result.judgements) == [one.key for one in SUBJECTS]
    assert result.raw == edited(ours, SetVerdict(C, D), SetVerdict(E, S)).raw


def test_files_made_on_both_machines_are_joined_each_entry_behind_its_predecessor() -> None:
    ours = edited(EMPTY, SetVerdict(A, S), SetVerdict(C, S))
    theirs = edited(EMPTY, SetVerdict(A, S), SetVerdict(B, D), SetVerdict(E, U))
    result = merge(None, ours, theirs)
    assert list(result.judgements) == [A.key, B.key, E.key, C.key]
    assert result.judgements == {**ours.judgements, **theirs.judgements}


def test_one_statement_judged_twice_keeps_both_verdicts_in_one_line_each() -> None:
    ours, theirs = edited(EMPTY, SetVerdict(A, S)), edited(EMPTY, SetVerdict(A, D))
    text = merge(None, ours, theirs).raw.decode()
    assert "  verdict: sourced\n  disagreement: [disputed]\n" in text


@pytest.mark.parametrize(
    ("here", "there", "stays"),
    [
        pytest.param([], [Remove(A)], False, id="taken away there, untouched here"),
        pytest.param([Remove(A)], [], False, id="taken away here, untouched there"),
        pytest.param([Remove(A)], [Remove(A)], False, id="taken away on both"),
        pytest.param([SetNote(A, "Ask.")], [Remove(A)], True, id="worked on here"),
        pytest.param([Remove(A)], [SetNote(A, "Ask.")], True, id="worked on there"),
    ],
)
def test_a_judgement_that_was_worked_on_outlives_its_removal(
    here: list[Edit], there: list[Edit], stays: bool
) -> None:
    base = edited(EMPTY, SetVerdict(A, S), SetVerdict(B, S))
    result = merge(base, edited(base, *here), edited(base, *there))
    assert (A.key in result.judgements) is stays
    assert B.key in result.judgements


def test_comments_of_ours_stay_and_those_of_new_entries_come_along() -> None:
    base = edited(EMPTY, SetVerdict(A, S), SetVerdict(B, S))
    ours = parse(base.raw.replace(b"verdict: sourced", b"verdict: sourced  # rang him", 1), "FILE")
    ours = parse(b"# Monday's list\n" + ours.raw + b"\n# the end\n", "FILE")
    theirs = edited(base, SetVerdict(A, D), SetVerdict(C, U))
    mark = C.key.encode() + b":"
    theirs = parse(theirs.raw.replace(mark, b"# ask the operator\n" + mark), "FILE")
    text = merge(base, ours, theirs).raw.decode()
    assert "  verdict: disputed  # rang him\n" in text
    assert text.startswith("# Monday's list\nreader: 1\n")
    assert f"# ask the operator\n{C.key}:\n" in text
    assert "# the end\n" in text


def test_a_field_this_version_does_not_know_is_merged_as_it_stands() -> None:
    base = edited(EMPTY, SetVerdict(A, S))
    weight = b"  weight:\n    - {a: 1}\n    - b\n"
    theirs = parse(base.raw + weight, "FILE")
    result = merge(base, edited(base, SetVerdict(A, D)), theirs)
    assert result.raw.endswith(weight)
    assert result.judgements[A.key].verdict is D
    back = merge(theirs, edited(theirs, SetVerdict(A, U)), edited(base, SetVerdict(A, S)))
    assert back.raw == edited(base, SetVerdict(A, U)).raw


@pytest.mark.parametrize("where", ["  weight: {}\n", "\nweight: {}\n"])
def test_what_this_version_does_not_know_is_not_merged_where_both_changed_it(where: str) -> None:
    base = edited(EMPTY, SetVerdict(A, S))
    ours, theirs = (
        parse(base.raw + where.format(weight).replace("{}", weight).encode(), "FILE")
        for weight in ("one", "two")
    )
    with pytest.raises(RefusedError, match="weight"):
        merge(base, ours, theirs)


def test_two_reviewers_in_one_file_are_refused() -> None:
    ours, theirs = edited(EMPTY, SetVerdict(A, S)), edited(EMPTY, SetVerdict(B, S))
    theirs = parse(theirs.raw.replace(b"reviewer: alice", b"reviewer: bob"), "THEIRS")
    with pytest.raises(RefusedError, match=r"^THEIRS:3: ours is by alice, theirs by bob"):
        merge(None, ours, theirs)


def test_an_article_renamed_there_is_renamed_here() -> None:
    base = edited(EMPTY, SetVerdict(A, S))
    theirs = parse(base.raw.replace(b"gazette.txt", b"the gazette.txt"), "FILE")
    assert merge(base, base, theirs).raw == theirs.raw


def test_line_ends_stay_ours() -> None:
    base = edited(EMPTY, SetVerdict(A, S))
    ours = parse(base.raw.replace(b"\n", b"\r\n"), "FILE")
    result = merge(base, ours, edited(base, SetVerdict(A, D), SetVerdict(C, S)))
    assert result.raw.count(b"\r\n") == result.raw.count(b"\n")
    assert result.judgements[A.key].verdict is D


_ANY = st.sampled_from(SUBJECTS)
_EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetVerdict, _ANY, st.sampled_from([*Verdict, None])),
    st.builds(SetNote, _ANY, st.sampled_from(["", "Ask.", "two\nlines"])),
    st.builds(SetEvidence, _ANY, st.sampled_from([(), ("p. 1",), ("p. 2", "p. 3")])),
    st.builds(Remove, _ANY),
)
_SIDE = st.lists(_EDITS, max_size=6)


def _with(sidecar: Sidecar, edits: Sequence[Edit]) -> Sidecar:
    return edited(sidecar, *edits) if sidecar.raw or edits else sidecar


@settings(max_examples=200, deadline=None)
@given(st.lists(_EDITS, min_size=1, max_size=6), _SIDE, _SIDE)
def test_any_two_histories_merge_and_no_decision_is_lost(
    first: list[Edit], here: list[Edit], there: list[Edit]
) -> None:
    base = edited(EMPTY, SetVerdict(A, S), *first)
    ours, theirs = _with(base, here), _with(base, there)
    result, mirror = merge(base, ours, theirs), merge(base, theirs, ours)
    assert parse(result.raw, "FILE").judgements == result.judgements
    assert set(result.judgements) == set(mirror.judgements)
    for key, judgement in result.judgements.items():
        assert _decisions(judgement) == _decisions(mirror.judgements[key])
    for side in (ours, theirs):
        for key, judgement in side.judgements.items():
            if judgement != base.judgements.get(key):
                # One side took the verdict back, the other the note: nothing is left to keep.
                nothing = Judgement(key, judgement.anchor)
                kept = result.judgements.get(key, nothing)
                _assert_kept(base.judgements.get(key), judgement, kept)


def _decisions(one: Judgement) -> tuple[object, ...]:
    return {one.verdict, *one.disagreement}, set(one.evidence), sorted(one.note.split("\n\n"))


def _assert_kept(base: Judgement | None, side: Judgement, result: Judgement) -> None:
    if side.verdict is not None and (base is None or side.verdict is not base.verdict):
        assert side.verdict in (result.verdict, *result.disagreement)
    if base is None or side.note != base.note:
        assert side.note in result.note
    added = set(side.evidence) - set(base.evidence if base else ())
    assert added <= set(result.evidence)


@settings(max_examples=100, deadline=None)
@given(_SIDE, _SIDE)
def test_merging_with_what_one_side_began_with_gives_the_other_side(
    first: list[Edit], there: list[Edit]
) -> None:
    base = edited(EMPTY, SetVerdict(A, S), *first)
    theirs = _with(base, there)
    assert merge(base, theirs, base).raw == theirs.raw
    assert merge(base, base, theirs).judgements == theirs.judgements
    assert merge(base, theirs, theirs).raw == theirs.raw


def test_the_place_of_an_entry_carries_no_meaning() -> None:
    base = edited(EMPTY, SetVerdict(A, S), SetVerdict(B, D))
    moved = edited(
        EMPTY, SetVerdict(replace(B, following=()), D), SetVerdict(replace(A, following=()), S)
    )
    assert moved.judgements == base.judgements
    assert merge(base, moved, edited(base, SetVerdict(A, U))).judgements[A.key].verdict is U
