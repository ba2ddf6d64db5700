"""Links within what somebody says: each with its depth, and with the one it lies in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import zones
from reader.attribution.chains.nest import DEPTH, Link, nest
from reader.attribution.proposal import Proposal
from reader.attribution.text.document import read_document
from reader.span import Span


def links(text: str, source: str, cue: str, content: str) -> list[Link]:
    parts = [Span(text.index(p), text.index(p) + len(p)) for p in (source, cue, content)]
    one = Proposal((parts[0],), (parts[1],), (parts[2],))
    return nest(read_document(text, zones(text)), [one])


def told(text: str, found: list[Link]) -> list[tuple[str, str, int | None]]:
    return [
        (
            " … ".join(text[s:e] for s, e in link.proposal.source),
            " … ".join(text[s:e] for s, e in link.proposal.content),
            link.within,
        )
        for link in found
    ]


def test_each_link_lies_in_the_one_that_passes_it_on() -> None:
    text = "Ada Pohl said the clerk had told her that the mayor had said the gate was shut."
    content = "the clerk had told her that the mayor had said the gate was shut"
    assert told(text, links(text, "Ada Pohl", "said", content)) == [
        ("Ada Pohl", content, None),
        ("the clerk", "that the mayor had said the gate was shut", 0),
        ("the mayor", "the gate was shut", 1),
    ]


def test_an_and_that_after_a_comma_goes_back_to_the_outer_speaker() -> None:
    text = "Orel said the pilot had told him that fuel was low, and that the cook had said so."
    content = "the pilot had told him that fuel was low, and that the cook had said so"
    found = told(text, links(text, "Orel", "said", content))
    assert found[1] == ("the pilot", "that fuel was low", 0)
    assert found[2] == ("the cook", "so", 0)


def test_who_told_may_be_left_out() -> None:
    text = "The nurse said she had been told to burn the charts."
    found = told(text, links(text, "The nurse", "said", "she had been told to burn the charts"))
    assert found[1] == ("", "to burn the charts", 0)


def test_ones_own_words_again_are_no_link() -> None:
    text = "Orel said Orel had promised that the gate would open."
    found = links(text, "Orel", "said", "Orel had promised that the gate would open")
    assert len(found) == 1


WORDS = st.sampled_from(
    ["Orel", "said", "that", "the clerk", "told", "her", ",", "and", "“", "”", "as saying", "who",
     "the gate was shut", "had been", "warned", "citing", "quoted", "\n"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_links_come_after_what_they_lie_in_and_no_deeper_than_is_followed(content: str) -> None:
    text = f"Orel said {content}"
    end = len(text.rstrip())
    one = Proposal((Span(0, 4),), (Span(5, 9),), (Span(10, max(11, end)),))
    found = nest(read_document(text, zones(text)), [one])
    for place, link in enumerate(found):
        assert link.depth <= DEPTH
        if link.within is not None:
            assert link.within < place
            assert link.depth == found[link.within].depth + 1
