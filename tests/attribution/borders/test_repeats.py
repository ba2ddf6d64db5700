"""A headline that the first lines repeat makes one statement; the later one stays."""

from __future__ import annotations

from reader.attribution import attribute

BODY = "\n\nHe said nobody had listened. It rained all day and no ship came in.\n"


def said(text: str) -> list[tuple[str, int]]:
    return [
        (text[one.content[0].start : one.content[-1].end], one.content[0].start)
        for one in attribute(text)
    ]


def test_a_repeated_headline_counts_once() -> None:
    headline = "Quay was unsafe for years, harbour master says"
    text = f"{headline}\n\nBy Ada Pohl\n\n{headline}{BODY}"
    found = [place for words, place in said(text) if words == "Quay was unsafe for years"]
    assert found == [text.rindex(headline)]


def test_what_lies_within_goes_with_it() -> None:
    headline = "Harbour master says the clerk told him the quay was unsafe"
    text = f"{headline}\n\nBy Ada Pohl\n\n{headline}{BODY}"
    places = [place for _, place in said(text)]
    assert places
    assert min(places) >= text.rindex(headline)


def test_a_headline_said_in_other_words_below_stays() -> None:
    lead = "The harbour master said the quay was unsafe."
    text = f"Quay was unsafe, harbour master says\n\n{lead}{BODY}"
    assert [words for words, _ in said(text)][:2] == ["Quay was unsafe", "the quay was unsafe"]
