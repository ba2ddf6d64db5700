"""The story of the article that is open is read first, also in a large folder of many stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.corpus import ArticleFile, open_corpus
from reader.survey.first_story import first_story

_FERRY = "The ferry Alda sank off Vessin harbour, the coastguard said. Captain Ruda was on board."
_FROST = "Frost killed the apple trees at Linden, growers in the Okter valley said of the orchards."


@pytest.fixture
def files(tmp_path: Path) -> tuple[ArticleFile, ...]:
    for number in range(30):
        story = _FERRY if number % 10 == 3 else _FROST
        (tmp_path / f"{number:02}.txt").write_text(f"{story}\n\nNo. {number}.\n")
    (tmp_path / "small").mkdir()
    for name in ("one", "two"):
        (tmp_path / "small" / f"{name}.txt").write_text(f"{_FERRY}\n")
    return tuple(open_corpus([tmp_path]).files)


def test_a_small_folder_is_a_story(files: tuple[ArticleFile, ...]) -> None:
    assert first_story(files, "small/two.txt") == ["small/one.txt", "small/two.txt"]


def test_in_a_large_folder_it_is_those_that_share_their_words(
    files: tuple[ArticleFile, ...],
) -> None:
    assert first_story(files, "13.txt") == ["03.txt", "13.txt", "23.txt"]


def test_an_article_that_is_not_there_has_none(files: tuple[ArticleFile, ...]) -> None:
    assert first_story(files, "99.txt") == []
    assert first_story((), "") == []


def test_what_cannot_be_read_is_left_out(files: tuple[ArticleFile, ...], tmp_path: Path) -> None:
    (tmp_path / "23.txt").unlink()
    assert first_story(files, "13.txt") == ["03.txt", "13.txt"]
