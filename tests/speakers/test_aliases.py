"""What aliases mean: where they hold, which of two holds, and where a chain of them ends."""

from __future__ import annotations

import pytest

from reader.speakers import Alias, covers, speakers_of

STORY = ["1-ferry/gazette.md", "1-ferry/wire.md"]


@pytest.mark.parametrize(
    ("place", "article", "held"),
    [
        ("", "1-ferry/wire.md", True),
        ("1-ferry/", "1-ferry/wire.md", True),
        ("1-ferry/wire.md", "1-ferry/wire.md", True),
        ("1-ferry/wire.md", "1-ferry/wire.md.txt", False),
        ("1-fer/", "1-ferry/wire.md", False),
        ("2-frost/", "1-ferry/wire.md", False),
    ],
)
def test_a_place_covers_what_lies_in_it(place: str, article: str, held: bool) -> None:
    assert covers(place, article) is held


def test_the_nearest_place_decides() -> None:
    aliases = {
        Alias("", "Selm"): "Ruta Selm",
        Alias("1-ferry/", "Selm"): "Jan Selm",
        Alias("2-frost/", "Selm"): "Maud Selm",
    }
    assert speakers_of(aliases, STORY) == {"Selm": "Jan Selm"}
    assert speakers_of(aliases, ["3-quay/a.md"]) == {"Selm": "Ruta Selm"}


def test_a_chain_of_aliases_ends_at_its_last_name() -> None:
    aliases = {Alias("", "the minister"): "Hadrik", Alias("", "Hadrik"): "Pavel Hadrik"}
    assert speakers_of(aliases, STORY)["the minister"] == "Pavel Hadrik"


def test_a_name_that_stands_for_itself_ends_there() -> None:
    assert speakers_of({Alias("", "Selm"): "Selm"}, STORY) == {"Selm": "Selm"}


def test_a_circle_of_two_places_has_one_name() -> None:
    aliases = {Alias("", "A"): "B", Alias("1-ferry/", "B"): "A", Alias("", "X"): "B"}
    assert speakers_of(aliases, STORY) == {"A": "A", "B": "A", "X": "A"}
