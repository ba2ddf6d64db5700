"""Any judgements, whatever their words, are written and read back the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Anchor, Verdict, make_key
from reader.sidecar import SetEvidence, SetNote, SetVerdict, Sidecar, Subject, apply, empty, parse

_HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list(" \n\t\r\0\"'\\:#-?|>&*!%@`{}[],~=\x85\xa0\u2028\u202e\ufeff\x1b")),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)
_WORDS = st.one_of(_HOSTILE, st.lists(_HOSTILE, max_size=20).map(" ".join))
_COPIES = st.one_of(st.none(), st.integers(2, 9).map(lambda n: (n - 1, n)))
_ANCHORS = st.builds(Anchor, _WORDS.filter(bool), _WORDS, _WORDS, _WORDS, _COPIES)
_JUDGED = st.tuples(
    _ANCHORS,
    _WORDS,
    st.sampled_from(Verdict),
    _WORDS,
    st.lists(_WORDS.filter(bool), max_size=3).map(tuple),
)


def _written(
    judged: list[tuple[Anchor, str, Verdict, str, tuple[str, ...]]], reviewer: str
) -> Sidecar:
    sidecar = empty("gazette.txt", reviewer, "FILE")
    for anchor, speaker, verdict, note, evidence in judged:
        about = Subject(make_key(anchor), anchor, speaker)
        for edit in (
            SetVerdict(about, verdict),
            SetNote(about, note),
            SetEvidence(about, evidence),
        ):
            sidecar, _ = apply(sidecar, edit)
    return sidecar


@settings(max_examples=80, deadline=None)
@given(st.lists(_JUDGED, min_size=1, max_size=4, unique_by=lambda one: make_key(one[0])), _WORDS)
def test_any_judgements_come_back_and_are_written_in_the_same_bytes(
    judged: list[tuple[Anchor, str, Verdict, str, tuple[str, ...]]], reviewer: str
) -> None:
    sidecar = _written(judged, reviewer)
    back = parse(sidecar.raw, "FILE", reviewer=reviewer, article="gazette.txt")
    assert back == sidecar
    found = [
        (one.anchor, one.speaker, one.verdict, one.note, one.evidence)
        for one in back.judgements.values()
    ]
    assert found == judged
    assert _written(found, back.reviewer).raw == sidecar.raw  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(_JUDGED, _JUDGED, _WORDS, st.sampled_from(Verdict))
def test_any_change_of_one_field_leaves_all_other_lines(
    first: tuple[Anchor, str, Verdict, str, tuple[str, ...]],
    second: tuple[Anchor, str, Verdict, str, tuple[str, ...]],
    note: str,
    verdict: Verdict,
) -> None:
    before = _written([first, second], "alice")
    about = Subject(make_key(first[0]), first[0])
    for edit, field in ((SetNote(about, note), "note"), (SetVerdict(about, verdict), "verdict")):
        after, _ = apply(before, edit)
        assert _without(after.raw, about.key, field) == _without(before.raw, about.key, field)


def _without(raw: bytes, key: str, field: str) -> list[str]:
    """Give all lines but those of one field of one entry."""
    kept, entry, name = [], "", ""
    for line in raw.decode().split("\n"):
        if line[:1] not in (" ", ""):
            entry, name = line.partition(":")[0], ""
        elif line[:2] == "  " and line[2:3] not in (" ", "-", ""):
            name = line.strip().partition(":")[0]
        if (entry, name) != (key, field) or not line.strip():
            kept.append(line)
    return [line for line in kept if line]
