"""From article to article within a story, and from story to story with all panes together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.survey.corpus import write_corpus
from tests.ui.driving import MEDIUM, NARROW, WIDE, Reviewer, opened

_ARTICLE = """\
---
outlet: {outlet}
story: {story}
---
“{words},” said Ilse Brandt.
"""


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Two stories in one folder, their articles in turn, and an article of a third."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, story in [("a", "Quay"), ("b", "Ferry"), ("c", "Quay"), ("d", "Ferry"), ("e", "Ice")]:
        text = _ARTICLE.format(outlet=f"Outlet {name}", story=story, words=f"The {story} is shut")
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@asynccontextmanager
async def compared(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Reviewer]:
    async with opened(folder, size, compares=True) as someone:
        await someone.until(lambda: someone.desk.tellings and someone.desk.tellings.complete)
        yield someone


async def shows(someone: Reviewer, *names: str) -> None:
    """Wait until the panes show some articles and their statements."""
    await someone.until(
        lambda: (
            someone.names == [f"{name}.md" for name in names]
            and not any(column.busy for column in someone.desk.columns)
        ),
        f"{names}, not {someone.names}",
    )


async def test_both_panes_go_from_story_to_story(mixed: Path) -> None:
    async with compared(mixed) as someone:
        await shows(someone, "a", "b")
        await someone.press("}")
        await shows(someone, "b", "d")
        assert "Story 2 of 3: Ferry" in someone.status
        assert "Ferry 1/2 · Outlet b" in someone.screen
        assert "Ferry 2/2 · Outlet d" in someone.screen
        await someone.press("{")
        await shows(someone, "a", "c")
        assert "Story 1 of 3: Quay" in someone.status


async def test_beside_a_story_of_one_article_stands_the_next(mixed: Path) -> None:
    (mixed / "f.md").write_text(_ARTICLE.format(outlet="F", story="Tide", words="It is high"))
    async with compared(mixed) as someone:
        await someone.press("}", "}")
        await shows(someone, "e", "f")
        await someone.press("}", "}")
        assert "This is the last story." in someone.status


async def test_before_the_first_story_there_is_none(mixed: Path) -> None:
    async with compared(mixed) as someone:
        await someone.press("{")
        assert "This is the first story." in someone.status
        await shows(someone, "a", "b")


async def test_in_one_pane_the_first_article_of_the_story_is_shown(mixed: Path) -> None:
    async with compared(mixed, NARROW) as someone:
        await someone.press("tab", "}")
        await someone.until(lambda: someone.visible == ["e.md"])
        await someone.press("{")
        await someone.until(lambda: someone.visible == ["b.md"])


async def test_a_bracket_stays_within_the_story_and_goes_on_at_its_end(mixed: Path) -> None:
    async with compared(mixed, MEDIUM) as someone:
        await someone.press("{")
        await someone.press("}", "{")
        await shows(someone, "a", "c")
        await someone.press("tab", "]")
        await shows(someone, "a", "b")
        assert "Story 2 of 3: Ferry" in someone.status
        await someone.press("]")
        await shows(someone, "a", "d")
        assert "Story" not in someone.status
        await someone.press("[", "[")
        await shows(someone, "a", "c")
        await someone.press("]", "]", "]")
        await shows(someone, "a", "e")
        await someone.press("]")
        assert "This is the last article." in someone.status


async def test_an_article_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    async with compared(folder) as someone:
        (folder / "2-frost" / "post.md").unlink()
        await someone.press("}")
        await someone.until(lambda: "cannot be read" in someone.status)
        assert someone.names == ["1-ferry/gazette.md", "1-ferry/wire.md"]


async def test_before_the_stories_are_known_a_small_folder_stands_for_one(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus")
    async with opened(folder, NARROW) as someone:
        await someone.press("}")
        await someone.until(lambda: someone.names[0] == "2-frost/post.md" and someone.idle)
        assert "Which story this is, is not known yet." in someone.status
        await someone.press("{")
        await someone.until(lambda: someone.names == ["1-ferry/gazette.md", "1-ferry/wire.md"])


async def test_before_the_stories_are_known_an_article_of_a_flat_folder_stands_alone(
    mixed: Path,
) -> None:
    async with opened(mixed) as someone:
        await someone.press("}")
        await shows(someone, "b", "c")
        await someone.press("]")
        await shows(someone, "d", "c")
