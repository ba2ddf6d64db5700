"""What holds of anchoring whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.anchoring import Op, State, describe, difference, reanchor
from reader.judgement import Anchor
from reader.statement import Span, Statement

WORDS = st.sampled_from(
    ["the", "port", "port", "crane", "didn't", "Ilse's", "14", "1,000", "“No,”", "said", "not",
     "caf\u00e9", "…", "—", "$5", "x", "ﬁre", "don’t", "港口"]
)  # fmt: skip
SEPARATORS = st.sampled_from([" ", " ", " ", "\n\n", ", ", " … "])
PROSE = st.lists(st.tuples(WORDS, SEPARATORS), max_size=40).map(
    lambda pieces: "".join(word + separator for word, separator in pieces)
)


@st.composite
def stated(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, list[Statement]]:
    """A text and statements anywhere in it: nested, overlapping, the same twice, of many parts."""
    text = draw(texts)
    place = st.integers(0, len(text))

    def spans(most: int) -> tuple[Span, ...]:
        count = draw(st.integers(0, most))
        places = sorted(draw(st.lists(place, min_size=2 * count, max_size=2 * count)))
        return tuple(Span(*places[at : at + 2]) for at in range(0, len(places), 2))

    count = draw(st.integers(0, 6))
    return text, [Statement(spans(1), spans(1), spans(3)) for _ in range(count)]


@settings(max_examples=150, deadline=None)
@given(stated(PROSE))
def test_every_described_statement_of_an_unchanged_text_is_kept(
    case: tuple[str, list[Statement]],
) -> None:
    text, statements = case
    anchors = describe(text, statements)
    for anchor, placement in zip(anchors, reanchor(text, statements, anchors), strict=True):
        if any(character.isalnum() for character in anchor.quote):
            assert placement.state is State.KEPT, (anchor, placement)


@settings(max_examples=100, deadline=None)
@given(stated(st.text(max_size=80) | PROSE), st.lists(st.text(max_size=30), max_size=4), st.text())
def test_any_anchor_in_any_text_gets_a_place_inside_of_it_or_none(
    case: tuple[str, list[Statement]], words: list[str], other: str
) -> None:
    text, statements = case
    anchors = describe(text, statements)
    anchors += [Anchor(quote, other, other, quote, (1, 2)) for quote in words]
    for target in (text, text[::2], other):
        fitting = [s for s in statements if all(span.end <= len(target) for span in s.content)]
        placements = reanchor(target, fitting, anchors)
        assert len(placements) == len(anchors)
        for placement in placements:
            assert bool(placement.spans) == (placement.state is not State.ORPHANED)
            assert bool(placement.why) == (placement.state is not State.KEPT)
            for span in placement.spans:
                assert 0 <= span.start <= span.end <= len(target)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | PROSE, st.text(max_size=60) | PROSE)
def test_a_difference_gives_the_new_text_again(old: str, new: str) -> None:
    runs = difference(old, new)
    assert "".join(text for op, text in runs if op is not Op.GONE) == new
    assert all(text for _, text in runs)


@settings(max_examples=50, deadline=None)
@given(stated(PROSE))
def test_copies_are_numbered_in_text_order(case: tuple[str, list[Statement]]) -> None:
    text, statements = case
    anchors = describe(text, statements)
    numbered: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for anchor in anchors:
        if anchor.copy:
            numbered.setdefault((anchor.quote, anchor.source), []).append(anchor.copy)
    for copies in numbered.values():
        assert len(set(copies)) == len(copies)
    assert len({(a.quote, a.source, a.copy) for a in anchors}) == len(anchors)
