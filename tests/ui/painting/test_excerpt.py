"""A quote cut to what counts in it: words near those stay, the rest is an ellipsis."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.span import Span
from reader.text import safe_line
from reader.ui.painting.excerpt import excerpt

_QUOTE = "“Fourteen residents of the town lost their lives, and there are no other dead at all”"


def stretch(words: str, quote: str = _QUOTE) -> Span:
    start = quote.index(words)
    return Span(start, start + len(words))


def shown(cells: int, alike: tuple[str, ...] = (), differs: tuple[str, ...] = ()) -> str:
    """The excerpt, what differs in it between asterisks."""
    found = excerpt(_QUOTE, tuple(map(stretch, alike)), tuple(map(stretch, differs)), cells)
    return "".join(f"*{run.words}*" if run.differs else run.words for run in found)


def test_a_quote_with_room_stands_whole_with_what_differs_marked() -> None:
    assert shown(200, ("dead",), ("Fourteen", "no")) == _QUOTE.replace(
        "Fourteen", "*Fourteen*"
    ).replace(" no ", " *no* ")


def test_a_longer_one_keeps_what_counts_and_as_much_around_it_as_there_is_room_for() -> None:
    assert shown(30, ("dead",), ("Fourteen", "no")) == "“*Fourteen* … *no* other dead …"
    assert shown(60, ("dead",), ("Fourteen", "no")) == (
        "“*Fourteen* residents of … there are *no* other dead at all”"
    )


def test_words_from_too_many_places_give_way_to_one_run_of_them() -> None:
    words = shown(36, ("town", "lives", "dead"), ("no",))
    assert words == "“… *no* other dead at all”"


def test_an_opening_mark_stays_where_the_words_behind_it_do_not() -> None:
    assert shown(25, ("dead",)) == "“… no other dead at all”"


def test_a_quote_with_nothing_in_common_begins_at_its_beginning() -> None:
    assert shown(20) == _QUOTE


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4),
    st.integers(5, 80),
)
def test_any_text_is_made_safe_and_told_in_its_own_words(
    text: str, places: list[tuple[int, int]], cells: int
) -> None:
    spans = tuple(Span(start, min(len(text), start + more)) for start, more in sorted(places))
    spans = tuple(span for span in spans if span.start < span.end)
    found = excerpt(text, spans, spans, cells)
    words = "".join(run.words for run in found)
    assert words == safe_line(words)
    if cell_len(safe_line(text)) <= cells:
        assert words == safe_line(text)
    for run in found:
        assert run.words.strip(" …“\"‘'«„") in safe_line(text)
