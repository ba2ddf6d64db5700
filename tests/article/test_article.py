"""An article knows its title, its outlet, its paragraphs, and which bytes it was made of."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, ZoneKind
from reader.text import NotText

REPORT = """---
title: Ministry rejects port reports
outlet: State Wire
---
Ministry rejects port reports

By Anna Ferro

PORT SELM (NWA) — The ministry rejected the reports
on Wednesday. It had no figures.
"""


def article(text: str, name: str = "papers/state_wire.txt") -> Article:
    return Article.from_bytes(Path("/corpus") / name, name, text.encode())


def test_front_matter_names_title_and_outlet() -> None:
    assert (article(REPORT).title, article(REPORT).outlet) == (
        "Ministry rejects port reports",
        "State Wire",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "# Ferry strike goes on\n\nCrews stayed away on Monday, the company said.",
            "Ferry strike goes on",
        ),
        (
            "EXCLUSIVE\n\nFerry strike goes on\n\nCrews stayed away on Monday.",
            "Ferry strike goes on",
        ),
        ("Crews stayed away on Monday, the company said. It was the third week.", "state_wire"),
        ("", "state_wire"),
        (
            "---\ntitle: a: b\n---\nFerry strike goes on\n\nCrews stayed away.",
            "Ferry strike goes on",
        ),
    ],
)
def test_without_it_the_headline_is_the_title_else_the_file_name(text: str, title: str) -> None:
    assert article(text).title == title


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("northport-gazette.txt", "Northport Gazette"),
        ("a/b/state_wire.md", "State Wire"),
        ("OBC world.txt", "OBC world"),
        ("2024.txt", "2024"),
        ("two\nlines\x1b.txt", "Two Lines␛"),
    ],
)
def test_a_file_name_reads_as_an_outlet(name: str, outlet: str) -> None:
    assert article("Words", name).outlet == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("a94a8fe5ccb19ba61c4c0873d391e987.txt", "Tarn Herald"),
        ("3f2504e0-4f89-41d3-9a0c-0305e82c3301.md", "Tarn Herald"),
        ("20260304.txt", "Tarn Herald"),
        ("2026-03-04-island-post.txt", "Island Post"),
        ("island-post-93f2ab7c.txt", "Island Post"),
        ("decade.txt", "Decade"),
    ],
)
def test_digits_in_a_file_name_are_no_outlet(name: str, outlet: str) -> None:
    report = "Tarn Herald\n\nFerry strike goes on\n\nCrews stayed away on Monday.\n"
    assert article(report, name).outlet == outlet


def test_where_nothing_names_the_outlet_the_headline_stands_for_it() -> None:
    report = article("Ferry strike goes on\n\nCrews stayed away.\n", "a9f3.txt")
    assert report.outlet == report.title == "Ferry strike goes on"


def test_paragraphs_begin_after_the_front_matter_and_bear_no_white_space() -> None:
    found = article(REPORT)
    assert [found.text[start:end] for start, end in found.paragraphs] == [
        "Ministry rejects port reports",
        "By Anna Ferro",
        "PORT SELM (NWA) — The ministry rejected the reports\non Wednesday. It had no figures.",
    ]


def test_the_text_is_the_whole_file_and_the_front_matter_a_zone_of_it() -> None:
    found = article(REPORT)
    assert found.text == REPORT
    assert found.zones[0].kind is ZoneKind.FRONT_MATTER


def test_the_digest_is_of_the_bytes_not_of_the_text() -> None:
    raw = "“Genug”\r\n".encode("cp1252")
    found = Article.from_bytes(Path("a.txt"), "a.txt", raw)
    assert found.digest == hashlib.sha256(raw).hexdigest()
    assert (found.text, found.encoding_note) == ("“Genug”\n", "read as Windows-1252")


def test_a_broken_block_does_not_keep_an_article_shut() -> None:
    found = article("---\ntitle: a: b\n---\nWords that can be read.\n")
    assert found.front_matter.error.startswith("papers/state_wire.txt:2: ")
    assert found.text.endswith("Words that can be read.\n")


def test_binary_bytes_are_no_article() -> None:
    with pytest.raises(NotText):
        Article.from_bytes(Path("a.txt"), "a.txt", b"\x00\x01\x02\x03")


words = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@given(st.lists(words).map("\n".join))
def test_any_text_makes_an_article_with_a_title_of_one_line(text: str) -> None:
    found = article(text)
    assert "\n" not in found.title
    borders = [border for span in found.paragraphs for border in span]
    assert borders == sorted(borders)
