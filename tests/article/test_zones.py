"""Each paragraph of a report lands in its zone: the table is `zones.txt`, written to be read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Zone, ZoneKind, zones
from reader.span import Span

TABLE = Path(__file__).with_name("zones.txt")


class Piece(NamedTuple):
    """Words that must lie in one zone, and what stands before them."""

    gap: str
    kind: ZoneKind
    words: str


def pieces_of(line: str) -> list[Piece]:
    zone, words = line.split(maxsplit=1)
    gap = "\n" if zone.startswith("+") else "\n\n"
    kind = ZoneKind(zone.lstrip("+"))
    if kind is ZoneKind.DATELINE and " | " in words:
        filed, report = words.split(" | ")
        return [Piece(gap, kind, filed), Piece(" ", ZoneKind.BODY, report)]
    return [Piece(gap, kind, words)]


def cases() -> dict[str, list[Piece]]:
    found = {}
    for block in TABLE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.strip().split("\n")
        found[name] = [piece for line in lines for piece in pieces_of(line)]
    return found


CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_every_paragraph_lands_in_its_zone(name: str) -> None:
    pieces = CASES[name]
    text = "".join(piece.gap + piece.words for piece in pieces).lstrip("\n")
    found = zones(text)
    position = 0
    told = []
    for piece in pieces:
        start = text.index(piece.words, position)
        position = start + len(piece.words)
        kinds = {
            zone.kind for zone in found if zone.span.start < position and start < zone.span.end
        }
        told.append((sorted(kinds), piece.words))
    assert told == [([piece.kind], piece.words) for piece in pieces]


def test_the_table_holds_enough_cases() -> None:
    assert len(CASES) >= 60


HOSTILE_LINES = st.one_of(
    st.sampled_from(["By Anna Ferro", "PORT SELM (NWA) — X", "title: x", "Read more", "Related:"]),
    st.sampled_from(["---", "# A", "Photo:", "(((", "“", '"', "", " ", "…", "By", "/", "©", "_"]),
    st.sampled_from(["a/b", "![](", "[x](y)", "{{", "<", "\u2028", "\x1c", "_", "(", "1", "@a"]),
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(HOSTILE_LINES, st.text())).map("\n".join)))
def test_zones_tile_any_text_without_gap_or_overlap(text: str) -> None:
    found = zones(text)
    borders = [border for zone in found for border in zone.span]
    assert borders[1:-1:2] == borders[2::2]
    assert borders[:1] + borders[-1:] == ([0, len(text)] if text else [])
    assert all(zone.span.start < zone.span.end for zone in found)


FRAGMENTS = st.sampled_from(
    ["A", "a ", "Aa/", "http://", "[", "]", "(", ")", "<", "{{", "@", "Photo by ", "credit: ", "©"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=4), st.sampled_from(["", "x", '"', ")"]))
def test_no_repetition_takes_for_ever(parts: list[str], end: str) -> None:
    text = "".join(parts) * 60 + end
    assert zones(text)[-1].span.end == len(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(HOSTILE_LINES).map("\n\n".join))
def test_body_zones_never_stand_side_by_side(text: str) -> None:
    kinds = [zone.kind for zone in zones(text)]
    assert (ZoneKind.BODY, ZoneKind.BODY) not in list(pairwise(kinds))


def test_empty_text_has_no_zone() -> None:
    assert zones("") == ()


def test_white_space_alone_is_body() -> None:
    assert zones(" \n\n ") == (Zone(ZoneKind.BODY, Span(0, 4)),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 200_000, id="one line"),
        pytest.param('"' * 500_000, id="quotation marks"),
        pytest.param("A — " * 200_000, id="dashes"),
        pytest.param(("(" * 800 + "\n") * 500, id="brackets"),
        pytest.param(("Aa/" * 250 + "\n") * 500, id="slashes"),
        pytest.param(("<" * 800 + "\n") * 500, id="angles"),
        pytest.param(("Photo: " * 120 + "\n") * 500, id="labels"),
        pytest.param(("http://" * 100 + "x\n") * 500, id="addresses"),
        pytest.param(("[]()" * 200 + "x\n") * 500, id="links"),
        pytest.param(("follow " + "A" * 800 + "\n") * 500, id="one capital word"),
    ],
)
def test_a_text_of_nothing_but_marks_is_laid_out_too(text: str) -> None:
    assert zones(text)[-1].span.end == len(text)
