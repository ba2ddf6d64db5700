"""Labelled turns: where an article is an interview, and what lies within whose turn."""

from __future__ import annotations

from reader.article import zones
from reader.attribution import attribute
from reader.attribution.chains.labelled import labelled_turns
from reader.attribution.text.document import read_document

INTERVIEW = """The Quill met the engineer Sona Marek at her mill.

The Quill: You told the council that the wall had moved.

Marek: Yes. My director said it was the gauge. He told me that walls do not walk.

The Quill: And then?

Marek: A colleague wrote to me that the report was gone.

I have it at home. My mother says I should sell it.

The dam authority said no report had been lost.
"""


def turns(text: str) -> list[tuple[str, int]]:
    found = labelled_turns(read_document(text, zones(text))).proposals
    return [(text[turn.source[0].start : turn.source[0].end], len(turn.content)) for turn in found]


def test_a_paragraph_in_the_first_person_belongs_to_the_turn_before_it() -> None:
    assert turns(INTERVIEW) == [("The Quill", 1), ("Marek", 1), ("The Quill", 1), ("Marek", 2)]


def test_a_label_that_stands_once_makes_no_turns() -> None:
    assert turns("Update: the gate is shut.\n\nMarek: It is open.\n\nMarek: I saw it.") == []


def test_what_is_said_within_a_turn_is_told_by_whose_turn_it_is() -> None:
    chains = {
        INTERVIEW[s.content[0].start : s.content[-1].end]: s.chain for s in attribute(INTERVIEW)
    }
    director = ("Sona Marek", "Sona Marek’s director")
    assert chains["it was the gauge"] == director
    assert chains["that walls do not walk"] == director
    assert chains["I should sell it"] == ("Sona Marek", "Sona Marek’s mother")
    assert chains["no report had been lost"] == ("the dam authority",)


def test_the_asker_says_you_of_who_answers() -> None:
    (told,) = [s for s in attribute(INTERVIEW) if s.chain == ("The Quill", "Sona Marek")]
    assert INTERVIEW[told.content[0].start : told.content[0].end] == "that the wall had moved"
