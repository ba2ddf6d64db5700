from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

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
    SidecarError,
    Subject,
    apply,
    empty,
    parse,
)

S, U, D = Verdict.SOURCED, Verdict.UNSOURCED, Verdict.DISPUTED
EMPTY = empty("port/northport-gazette.txt", "alice", "FILE")


def subject(quote: str, *following: Subject, source: str = "the mayor") -> Subject:
    anchor = Anchor(quote, source, "words before", "words after")
    return Subject(make_key(anchor), anchor, "Mayor Ilse Brandt", tuple(x.key for x in following))


THIRD = subject("the bridge would open in June")
SECOND = subject("no ferry had been late", THIRD)
FIRST = subject("the quay was closed", SECOND, THIRD)
OTHER = subject("a note without a verdict")


def with_edits(sidecar: Sidecar, *edits: Edit) -> Sidecar:
    for edit in edits:
        sidecar, _ = apply(sidecar, edit)
    return sidecar


def read(text: str) -> Sidecar:
    return parse(textwrap.dedent(text).encode(), "FILE", reviewer="alice")


def changed_lines(before: Sidecar, after: Sidecar) -> tuple[list[str], list[str]]:
    old, new = before.raw.decode().splitlines(), after.raw.decode().splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_first_judgement_makes_the_file() -> None:
    crane = Anchor(
        '"The cranes were checked in May, and nobody was told to stop work until the inspectors'
        ' had left,"',
        "a port official",
        "quay was closed on Tuesday.",
        "a port official said. The",
    )
    about = Subject("the-cranes-were-checked-in-may-7ea05f1", crane, "a port official")
    sidecar = with_edits(
        EMPTY,
        SetEvidence(about, ("https://example.org/report",)),
        SetVerdict(about, U),
        SetNote(about, "Only one unnamed voice; the ministry says April."),
    )
    assert sidecar.raw.decode() == textwrap.dedent(
        """\
        reader: 1
        article: northport-gazette.txt
        reviewer: alice

        the-cranes-were-checked-in-may-7ea05f1:
          verdict: unsourced
          speaker: a port official
          quote: >-
            "The cranes were checked in May, and nobody was told to stop work until
            the inspectors had left,"
          source: a port official
          note: Only one unnamed voice; the ministry says April.
          evidence:
          - "https://example.org/report"
          before: quay was closed on Tuesday.
          after: a port official said. The
        """
    )


def test_another_verdict_is_one_changed_line() -> None:
    before = with_edits(EMPTY, SetVerdict(FIRST, S), SetVerdict(SECOND, S))
    after = with_edits(before, SetVerdict(SECOND, D))
    old, new = before.raw.decode().splitlines(), after.raw.decode().splitlines()
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [
        ("  verdict: sourced", "  verdict: disputed")
    ]


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]])
def test_a_new_entry_goes_before_the_first_that_follows_it(order: Sequence[int]) -> None:
    subjects = [FIRST, SECOND, THIRD]
    edits = [SetVerdict(subjects[place], S) for place in order]
    assert list(with_edits(EMPTY, *edits).judgements) == [one.key for one in subjects]
    assert with_edits(EMPTY, *edits).raw == with_edits(EMPTY, *sorted_edits(edits)).raw


def sorted_edits(edits: Sequence[SetVerdict]) -> list[SetVerdict]:
    return sorted(edits, key=lambda edit: -len(edit.subject.following))


def test_nothing_that_is_there_moves() -> None:
    sidecar = with_edits(EMPTY, SetVerdict(SECOND, S), SetVerdict(OTHER, S), SetVerdict(FIRST, S))
    assert list(sidecar.judgements) == [FIRST.key, SECOND.key, OTHER.key]


def test_an_entry_with_nothing_left_goes_with_its_blank_line() -> None:
    alone = with_edits(EMPTY, SetVerdict(FIRST, S), SetVerdict(THIRD, S))
    both = with_edits(alone, SetVerdict(SECOND, S))
    assert with_edits(both, SetVerdict(SECOND, None)).raw == alone.raw


def test_taking_a_verdict_back_leaves_a_note() -> None:
    sidecar = with_edits(
        EMPTY, SetVerdict(FIRST, S), SetNote(FIRST, "Ask."), SetVerdict(FIRST, None)
    )
    judgement = sidecar.judgements[FIRST.key]
    assert (judgement.verdict, judgement.note) == (None, "Ask.")
    assert with_edits(sidecar, SetNote(FIRST, "")).judgements == {}


def test_a_file_that_is_emptied_keeps_its_header() -> None:
    sidecar = with_edits(EMPTY, SetVerdict(FIRST, S), Remove(FIRST))
    assert sidecar.raw.decode() == "reader: 1\narticle: northport-gazette.txt\nreviewer: alice\n"


def test_an_edit_that_changes_nothing_changes_no_byte() -> None:
    sidecar = with_edits(EMPTY, SetVerdict(FIRST, S))
    assert with_edits(sidecar, SetVerdict(FIRST, S), SetNote(FIRST, ""), Remove(OTHER)) is sidecar


def test_a_verdict_settles_a_disagreement() -> None:
    sidecar = read(
        """\
        reader: 1
        article: a.txt
        reviewer: alice

        k-1234567:
          verdict: sourced
          disagreement: [disputed]
          quote: q
        """
    )
    settled = with_edits(sidecar, SetVerdict(Subject("k-1234567", Anchor("q")), S))
    assert changed_lines(sidecar, settled) == (["  disagreement: [disputed]"], [])


def test_a_changed_statement_is_confirmed_under_its_old_key() -> None:
    sidecar = with_edits(EMPTY, SetVerdict(FIRST, S), SetNote(FIRST, "Ask."))
    moved = Subject(FIRST.key, Anchor("the northern quay was closed", "the mayor"), "Ilse Brandt")
    confirmed = with_edits(sidecar, Confirm(moved)).judgements
    assert list(confirmed) == [FIRST.key]
    assert confirmed[FIRST.key].anchor == moved.anchor
    assert confirmed[FIRST.key].verdict is S
    anew = with_edits(sidecar, SetVerdict(moved, D, anew=True)).judgements[FIRST.key]
    assert (anew.anchor, anew.verdict, anew.note) == (moved.anchor, D, "Ask.")


def test_one_more_piece_of_evidence_is_one_more_line() -> None:
    one = with_edits(EMPTY, SetEvidence(FIRST, ("https://a.example",)))
    two = with_edits(one, SetEvidence(FIRST, ("https://a.example", "https://b.example")))
    assert changed_lines(one, two) == ([], ['  - "https://b.example"'])
    back = with_edits(two, SetEvidence(FIRST, ("https://b.example",)))
    assert changed_lines(two, back) == (['  - "https://a.example"'], [])


def test_fields_of_other_versions_stay_when_a_judgement_is_taken_back() -> None:
    sidecar = read(
        """\
        reader: 1
        article: a.txt
        reviewer: alice
        k-1234567:
          verdict: sourced
          quote: q
          weight: {a: [1, 2]}
        """
    )
    about = Subject("k-1234567", Anchor("q"))
    bare = with_edits(sidecar, SetVerdict(about, None))
    assert changed_lines(sidecar, bare) == (["  verdict: sourced"], [])
    assert with_edits(bare, Remove(about)).judgements == {}


def test_a_wrong_article_is_mended_by_the_next_edit() -> None:
    raw = b"reader: 1\narticle: old name.txt # scraped\nreviewer: alice\n"
    sidecar = parse(raw, "FILE", reviewer="alice", article="new name.txt")
    mended, undo = apply(sidecar, SetVerdict(FIRST, S))
    assert mended.raw.startswith(b"reader: 1\narticle: new name.txt # scraped\nreviewer: alice\n")
    assert mended.notice == ""
    assert apply(mended, undo)[0].raw == raw


def test_an_entry_written_on_one_line_is_read_but_not_changed() -> None:
    sidecar = read(
        "reader: 1\narticle: a.txt\nreviewer: alice\nk-1234567: {quote: q, verdict: sourced}\n"
    )
    with pytest.raises(RefusedError, match="FILE:4: the fields of this entry must each stand"):
        apply(sidecar, SetVerdict(Subject("k-1234567", Anchor("q")), D))


def test_a_name_that_is_something_else_already_is_not_taken() -> None:
    sidecar = read("reader: 1\narticle: a.txt\nreviewer: alice\nk-1234567: mine\n")
    with pytest.raises(SidecarError, match="is not an entry"):
        apply(sidecar, SetVerdict(Subject("k-1234567", Anchor("q")), D))


def test_half_a_character_in_a_note_is_written_as_a_replacement() -> None:
    sidecar = with_edits(EMPTY, SetNote(FIRST, "half \ud83d"))
    assert sidecar.judgements[FIRST.key].note == "half \ufffd"


def test_line_ends_of_a_file_made_elsewhere_are_kept() -> None:
    raw = with_edits(EMPTY, SetVerdict(FIRST, S)).raw.replace(b"\n", b"\r\n")
    sidecar = parse(raw, "FILE", reviewer="alice")
    more = with_edits(sidecar, SetNote(FIRST, "two\nlines"), SetVerdict(THIRD, D))
    assert more.raw.count(b"\n") == more.raw.count(b"\r\n")
    assert more.judgements[FIRST.key].note == "two\nlines"
