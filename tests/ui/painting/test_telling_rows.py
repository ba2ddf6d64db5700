"""Rows of the card about other articles: what fits, in columns, safe whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reader.anchoring import State
from reader.judgement import Link, Relation, Verdict
from reader.review import Target
from reader.span import Span
from reader.survey.plain import Elsewhere, Place
from reader.text import safe_line
from reader.ui.elsewhere.around import Counterpart
from reader.ui.elsewhere.ends import Ends
from reader.ui.painting.line import row
from reader.ui.painting.telling_rows import Row, TellingRows

_BOLD = Style(bold=True)
_WIDTHS = (60, 80, 100, 160)


def look(name: str) -> Style:
    return _BOLD if name == "differs" else Style.null()


def counterpart(
    quote: str = "“Fourteen dead, and no other”",
    *,
    outlet: str = "Kartag",
    speaker: str = "Tosk",
    verdict: Verdict | None = None,
    judged: bool = True,
    keys: str = "m",
) -> Counterpart:
    place = Place("k.md", "", outlet, "key", (Span(0, 1),), (), speaker, True, quote)
    return Counterpart(Elsewhere(place, 1.0, True, (), (Span(1, 9),)), verdict, judged, keys)


def painted(found: Row, width: int) -> str:
    return row(*found, width, Style.null()).text


@pytest.mark.parametrize("width", _WIDTHS)
def test_a_counterpart_says_all_that_there_is_room_for(width: int) -> None:
    found = TellingRows(width, look).counterpart(counterpart(verdict=Verdict.SOURCED), first=True)
    words = painted(found, width)
    assert "≠ Kartag" in words
    assert "Tosk" in words
    assert "Fourteen" in words
    assert words.rstrip().endswith("m")
    assert "✓" in words
    assert ("elsewhere" in words) == (width >= 80)
    assert [piece.text for piece in found[0] if piece.style.bold] == ["Fourteen"]


def test_a_verdict_that_is_not_known_is_not_shown_as_none() -> None:
    known, unknown = (
        painted(TellingRows(100, look).counterpart(counterpart(judged=judged), first=False), 100)
        for judged in (True, False)
    )
    assert "·" in known
    assert "·" not in unknown


def test_a_link_shows_its_note_and_what_became_of_its_end() -> None:
    link = Link(Relation.CONTRADICTS, "../x/wire.txt", "key", "No quay was closed", "in part")
    rows = TellingRows(160, look)
    assert painted(rows.link(link, Ends(None)), 160).rstrip() == (
        " contradicts ≠ wire                            No quay was closed — in part"
    )
    gone = Target(link, None, None, State.ORPHANED, "its words are no longer here", "State Wire")
    words = painted(rows.link(link, Ends((gone,))), 160)
    assert "State Wire" in words
    assert "No quay was closed (its words are no longer here) — in part" in words


def test_a_long_quote_leaves_room_for_the_note() -> None:
    link = Link(Relation.SAME, "wire.txt", "key", "word " * 60, "the closing, not the accident")
    for width in _WIDTHS:
        words = painted(TellingRows(width, look).link(link, Ends(None)), width)
        assert "— the closing" in words
        assert "…" in words


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.sampled_from(_WIDTHS))
def test_any_words_are_made_safe_and_fill_the_row(
    quote: str, outlet: str, speaker: str, width: int
) -> None:
    link = Link(Relation.AGAINST, outlet or "x", "key", quote, speaker)
    rows = TellingRows(width, look)
    for found in (
        rows.link(link, Ends(None)),
        rows.link(link, Ends((Target(link, None, None, State.CHANGED, speaker, outlet),))),
        rows.counterpart(counterpart(quote, outlet=outlet, speaker=speaker), first=True),
    ):
        words = painted(found, width)
        assert words == safe_line(words)
        assert cell_len(words) == width
