"""Said or held: the table of verbs first, then whoever proposed it, then the counts."""

from __future__ import annotations

import pytest

from reader.attribution.statements.kind import kind
from reader.language.english import ENGLISH
from reader.statement import Kind


@pytest.mark.parametrize(
    ("cue", "proposed", "expected"),
    [
        ("said", Kind.HELD, Kind.SAID),
        ("hopes", Kind.SAID, Kind.HELD),
        ("rumours", Kind.HELD, Kind.SAID),
        ("painted", Kind.HELD, Kind.HELD),
        ("painted", Kind.SAID, Kind.SAID),
        ("", None, Kind.SAID),
    ],
)
def test_who_tells_the_kind(cue: str, proposed: Kind | None, expected: Kind) -> None:
    assert kind(cue, ENGLISH.cue_counts, proposed) is expected
