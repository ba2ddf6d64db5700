"""Paragraphs of wrapped text, of one paragraph a line, and of what is neither."""

from __future__ import annotations

import pytest

from reader.article.paragraphs import paragraphs

WIRE = """\
The ferry Ida left Drosk an hour late on Sunday because nobody on the
quay could find the man who keeps the keys of the ramp, the harbour
master said.

He was found asleep in a lorry. "It was warm in there," he told this
agency.

His wife said he had not been home since Friday, and that she had told
the office so
"""


def found(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_a_short_line_within_wrapped_text_ends_no_paragraph_of_its_own_sentence() -> None:
    assert found(WIRE)[-1].endswith("she had told the office so")
    assert len(found(WIRE)) == 3


def test_a_line_of_wrapped_text_that_ended_early_with_its_sentence_ends_a_paragraph() -> None:
    text = (
        WIRE + "\nIt rained.\n"
        "The next ferry left at noon with nobody on board but the one boy who\nsells tea.\n"
    )
    assert found(text)[-2:] == [
        "It rained.",
        "The next ferry left at noon with nobody on board but the one boy who sells tea.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left.\nThe boy stayed.\nIt rained until the next evening.\nNobody came.",
        "One\nTwo\nThree\nFour\nFive\nSix",
        "The first line is long enough to be a paragraph of its own, as it is in many exports.\n"
        * 6,
    ],
    ids=["short paragraphs", "a list", "long lines that all end their sentence"],
)
def test_lines_that_ended_of_themselves_are_paragraphs(text: str) -> None:
    assert found(text) == text.strip().split("\n")
