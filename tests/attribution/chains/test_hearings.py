"""A court that hears something is not who says it."""

from __future__ import annotations

import pytest

from reader.attribution.chains.hearings import heard_by_all
from reader.attribution.proposal import Proposal
from reader.span import Span


def source_left(text: str, source: str, cue: str, content: str) -> list[str]:
    places = [
        Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)
    ]
    left = heard_by_all(text, Proposal((places[0],), (places[1],), (places[2],))).source
    return [text[start:end] for start, end in left]


@pytest.mark.parametrize(
    ("text", "source", "cue", "left"),
    [
        ("The court heard that the lock was broken.", "The court", "heard", []),
        ("An inquest at Drosk heard that the lock was broken.", "An inquest at Drosk", "heard", []),
        ("The inquiry was told that the lock was broken.", "The inquiry", "was told", []),
        ("Jury told that the lock was broken.", "Jury", "told", []),
        (
            "The panel was told by Ada Pohl that the lock was broken.",
            "The panel", "was told", ["Ada Pohl"],
        ),
        ("The court said that the lock was broken.", "The court", "said", ["The court"]),
        ("The court told Pask that the lock was broken.", "The court", "told", ["The court"]),
        ("Neighbours heard that the lock was broken.", "Neighbours", "heard", ["Neighbours"]),
        ("A court official heard that the lock was broken.", "A court official", "heard",
         ["A court official"]),
    ],
)  # fmt: skip
def test_who_only_hears_is_no_source(text: str, source: str, cue: str, left: list[str]) -> None:
    assert source_left(text, source, cue, "that the lock was broken") == left
