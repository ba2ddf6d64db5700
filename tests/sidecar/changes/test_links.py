"""Links to other tellings: written, read, changed one by one, merged, undone, never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Anchor, Judgement, Link, Relation, Verdict, in_order, make_key
from reader.sidecar import (
    AddLink,
    Edit,
    RemoveLink,
    SetLinkNote,
    SetNote,
    SetVerdict,
    Sidecar,
    SidecarError,
    Subject,
    apply,
    empty,
    parse,
)
from reader.sidecar.changes.three_way import merged_links
from reader.sidecar.merge import merge

ANCHOR = Anchor("the quay was closed", "the mayor", "", "on Tuesday")
ABOUT = Subject(make_key(ANCHOR), ANCHOR, "the mayor")
DENIAL = Link(
    Relation.CONTRADICTS,
    "../state-wire/quay.txt",
    "no-quay-was-closed-1234567",
    "No quay was closed, and no ferry was late.",
    "denies the closing, not the accident",
)
COPY = Link(Relation.SAME, "herald.txt", "the-quay-was-closed-7654321", "the quay was closed")
OTHER = Link(Relation.UNRELATED, "post.txt", "the-quay-1111111", "the quay is new")
AGAINST = replace(DENIAL, relation=Relation.AGAINST)


def edited(sidecar: Sidecar, *edits: Edit) -> Sidecar:
    for edit in edits:
        sidecar, _ = apply(sidecar, edit)
    return sidecar


def links(sidecar: Sidecar) -> tuple[Link, ...]:
    return sidecar.judgements[ABOUT.key].links


EMPTY = empty("gazette.txt", "alice", "FILE")
LINKED = edited(EMPTY, SetVerdict(ABOUT, Verdict.DISPUTED), AddLink(ABOUT, DENIAL))


def test_a_link_is_written_for_people_to_read() -> None:
    assert LINKED.raw.decode().split("\n\n")[1] == (
        f"{ABOUT.key}:\n"
        "  verdict: disputed\n"
        "  speaker: the mayor\n"
        "  quote: the quay was closed\n"
        "  source: the mayor\n"
        "  contradicts:\n"
        '  - file: "../state-wire/quay.txt"\n'
        "    key: no-quay-was-closed-1234567\n"
        "    quote: No quay was closed, and no ferry was late.\n"
        "    note: denies the closing, not the accident\n"
        "  after: on Tuesday\n"
    )
    assert parse(LINKED.raw, "FILE").judgements == LINKED.judgements


def test_links_stand_relation_by_relation_whenever_they_were_made() -> None:
    sidecar = edited(LINKED, AddLink(ABOUT, OTHER), AddLink(ABOUT, COPY))
    assert links(sidecar) == (COPY, DENIAL, OTHER)


def test_a_link_made_again_takes_the_new_note() -> None:
    again = replace(DENIAL, note="all of it")
    sidecar = edited(LINKED, AddLink(ABOUT, COPY), AddLink(ABOUT, again))
    assert links(sidecar) == (COPY, again)


def test_a_note_on_a_link_is_written_removed_and_undone() -> None:
    bare = replace(DENIAL, note="")
    start = edited(EMPTY, AddLink(ABOUT, bare), AddLink(ABOUT, COPY))
    noted, undo = apply(start, SetLinkNote(ABOUT, DENIAL))
    assert links(noted) == (COPY, DENIAL)
    assert apply(noted, undo)[0].raw == start.raw
    assert edited(noted, SetLinkNote(ABOUT, bare)).raw == start.raw


def test_a_note_on_a_link_leaves_the_verdict_alone() -> None:
    start = edited(EMPTY, AddLink(ABOUT, AGAINST), SetVerdict(ABOUT, Verdict.SOURCED))
    noted = edited(start, SetLinkNote(ABOUT, replace(AGAINST, note="in part")))
    assert noted.judgements[ABOUT.key].verdict is Verdict.SOURCED


def test_a_note_on_a_link_taken_away_meanwhile_brings_it_back() -> None:
    gone = edited(LINKED, RemoveLink(ABOUT, DENIAL.id))
    assert links(edited(gone, SetLinkNote(ABOUT, NEW))) == (NEW,)


def test_what_is_disputed_against_another_is_disputed() -> None:
    sidecar = edited(EMPTY, SetVerdict(ABOUT, Verdict.SOURCED), AddLink(ABOUT, AGAINST))
    assert sidecar.judgements[ABOUT.key].verdict is Verdict.DISPUTED


def test_an_entry_with_a_link_stays_and_counts_as_unreviewed_without_a_verdict() -> None:
    sidecar = edited(LINKED, SetVerdict(ABOUT, None))
    assert sidecar.judgements[ABOUT.key].verdict is None
    assert links(sidecar) == (DENIAL,)
    assert edited(sidecar, RemoveLink(ABOUT, DENIAL.id)).judgements == {}


def test_a_link_made_and_taken_back_gives_the_bytes_back() -> None:
    for start in (EMPTY, LINKED, edited(LINKED, AddLink(ABOUT, COPY), AddLink(ABOUT, OTHER))):
        for edit in (AddLink(ABOUT, AGAINST), AddLink(ABOUT, COPY), RemoveLink(ABOUT, DENIAL.id)):
            changed, undo = apply(start, edit)
            back, redo = apply(changed, undo)
            assert back.raw == start.raw
            assert apply(back, redo)[0].raw == changed.raw


def test_undo_takes_its_own_link_back_and_leaves_those_made_since() -> None:
    sidecar, undo = apply(LINKED, AddLink(ABOUT, COPY))
    sidecar = edited(sidecar, AddLink(ABOUT, OTHER), RemoveLink(ABOUT, DENIAL.id))
    assert links(apply(sidecar, undo)[0]) == (OTHER,)


def test_a_change_of_one_link_leaves_the_lines_of_the_others() -> None:
    text = LINKED.raw.decode().replace("  after:", "  # rang them\n  after:")
    text = text.replace("    key: no-quay", "    key:   no-quay")
    sidecar = edited(parse(text.encode(), "FILE"), AddLink(ABOUT, replace(DENIAL, key="k-2")))
    assert "    key:   no-quay-was-closed-1234567\n" in sidecar.raw.decode()
    assert "# rang them" in sidecar.raw.decode()
    assert [link.key for link in links(sidecar)] == [DENIAL.key, "k-2"]


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        ("same: x\n", 6, "same must hold fields (name: value)"),
        ("same:\n  - {key: k, quote: q}\n", 7, "a link of same must have a file"),
        ("same:\n  - {file: f, quote: q}\n", 7, "a link of same must have a key"),
        ("same:\n  - {file: f, key: k, quot: q}\n", 7, "have a quote; did you mean 'quote'?"),
        ("same:\n  - {file: [f], key: k, quote: q}\n", 7, "file must be text"),
        ("same:\n  - {file: f, file: g}\n", 7, "the field file is there twice"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(lines: str, line: int, told: str) -> None:
    head = "reader: 1\narticle: a.txt\nreviewer: alice\nk-1:\n  quote: q\n  "
    with pytest.raises(SidecarError) as caught:
        parse((head + lines).encode(), "FILE")
    assert str(caught.value).startswith(f"FILE:{line}: ")
    assert told in str(caught.value)


def test_fields_of_a_link_that_are_unknown_are_kept_and_told() -> None:
    raw = LINKED.raw.replace(b"    note:", b"    weight: 4\n    note:")
    sidecar = parse(raw, "FILE")
    assert "'contradicts no-quay-was-closed-1234567: weight' is no field" in sidecar.unknown
    other = edited(sidecar, AddLink(ABOUT, COPY), SetNote(ABOUT, "rang them"))
    assert b"    weight: 4\n" in other.raw
    with pytest.raises(SidecarError):
        apply(sidecar, AddLink(ABOUT, replace(DENIAL, note="another")))


# Merging: what each side did to the links they began with

NEW = replace(DENIAL, note="all of it")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        pytest.param((), (DENIAL,), (COPY,), (COPY, DENIAL), id="both add"),
        pytest.param((), (DENIAL,), (DENIAL,), (DENIAL,), id="both add the same"),
        pytest.param((COPY,), (COPY, DENIAL), (), (DENIAL,), id="added here, taken away there"),
        pytest.param((COPY, DENIAL), (COPY,), (DENIAL,), (), id="each takes one away"),
        pytest.param((DENIAL,), (), (NEW,), (NEW,), id="taken away here, written to there"),
        pytest.param((DENIAL,), (NEW,), (), (NEW,), id="written to here, taken away there"),
        pytest.param((DENIAL,), (DENIAL,), (NEW,), (NEW,), id="written to there"),
        pytest.param(
            (replace(DENIAL, note=""),),
            (replace(DENIAL, note="ours"),),
            (replace(DENIAL, note="theirs"),),
            (replace(DENIAL, note="ours\n\ntheirs"),),
            id="two notes",
        ),
        pytest.param((), (DENIAL,), (AGAINST,), (DENIAL, AGAINST), id="two relations to one"),
    ],
)
def test_links_merge_one_by_one(
    base: tuple[Link, ...],
    ours: tuple[Link, ...],
    theirs: tuple[Link, ...],
    merged: tuple[Link, ...],
) -> None:
    assert merged_links(base, ours, theirs) == merged
    files = [
        edited(EMPTY, SetVerdict(ABOUT, Verdict.DISPUTED), *(AddLink(ABOUT, one) for one in side))
        for side in (base, ours, theirs)
    ]
    assert links(merge(*files)) == merged


_texts = st.text(st.characters(codec="utf-8"), max_size=30)
_some = st.builds(
    Link,
    st.sampled_from(Relation),
    st.sampled_from(["a.txt", "../b/c.txt", "d: e.txt"]) | _texts.filter(bool),
    st.sampled_from(["k-1", "k-2"]) | _texts.filter(bool),
    _texts.filter(bool),
    _texts,
)
_sides = st.lists(_some, max_size=4, unique_by=lambda link: link.id).map(in_order)


@settings(max_examples=150, deadline=None)
@given(_sides)
def test_any_links_come_back_the_same(wanted: tuple[Link, ...]) -> None:
    sidecar = edited(EMPTY, SetVerdict(ABOUT, Verdict.DISPUTED))
    sidecar = edited(sidecar, *(AddLink(ABOUT, one) for one in wanted))
    back = parse(sidecar.raw, "FILE").judgements[ABOUT.key]
    assert back == Judgement(ABOUT.key, ANCHOR, Verdict.DISPUTED, speaker="the mayor", links=wanted)


@settings(max_examples=150, deadline=None)
@given(_sides, _sides, _sides)
def test_any_merge_keeps_what_was_added_and_drops_what_was_taken_away(
    base: tuple[Link, ...], ours: tuple[Link, ...], theirs: tuple[Link, ...]
) -> None:
    joined = merged_links(base, ours, theirs)
    ids, old = {link.id for link in joined}, {link.id: link for link in base}
    assert len(ids) == len(joined)
    for mine, other in ((ours, theirs), (theirs, ours)):
        others = {link.id for link in other}
        for link in mine:
            kept = link.id in others or old.get(link.id) != link
            assert (link.id in ids) == kept
    assert {link.id for link in merged_links(base, theirs, ours)} == ids
    # Where only one side changed anything it stands, in whichever order.
    assert set(merged_links(base, base, theirs)) == set(theirs)
    assert merged_links(base, ours, base) == in_order(ours)


@settings(max_examples=100, deadline=None)
@given(_sides, st.lists(_some, max_size=4), st.lists(st.integers(0, 3), max_size=3))
def test_any_links_are_undone_to_the_byte(
    start: tuple[Link, ...], made: list[Link], gone: list[int]
) -> None:
    sidecar = edited(EMPTY, *(AddLink(ABOUT, one) for one in start))
    edits: list[Edit] = [AddLink(ABOUT, one) for one in made]
    edits += [RemoveLink(ABOUT, start[place].id) for place in gone if place < len(start)]
    states, undos = [sidecar.raw], []
    for edit in edits:
        sidecar, undo = apply(sidecar, edit)
        states.append(sidecar.raw)
        undos.append(undo)
    for before, undo in zip(states[-2::-1], undos[::-1], strict=True):
        sidecar, _ = apply(sidecar, undo)
        assert sidecar.raw == before
